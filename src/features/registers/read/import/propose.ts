import type { Words } from '../../../../domain/words.ts'
import type { MapLayer } from '../../../../platform/formats/map/index.ts'
import type { GroupMapping, LayerMapping, Mapping } from '../../model/import/mapping.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import { codebookOf, type Codebook } from '../../rules/import/codebook.ts'
import { codeOf, type PlanKind } from '../../rules/import/code-of.ts'
import { isDrawingOnly, lineUse } from '../../rules/import/line-words.ts'
import { planKindOf } from '../../rules/import/column-words.ts'
import type { ImportContext } from './context.ts'
import type { GroupProfile, LayerProfile } from './profile.ts'
import { proposeColumns } from './propose-columns.ts'
import { proposeCrs } from './propose-crs.ts'
import { proposeKey } from './propose-key.ts'
import type { TableProposal } from './propose-table.ts'
import { textsOf, type Texts } from './texts.ts'

export interface Proposal {
  readonly mapping: Mapping
  /** What is only known of the file as a whole: coordinate systems, and what texts were repaired. */
  readonly issues: readonly ImportIssue[]
}

/** Drawing programs snap to millimetres, surveys of plans to decimetres: wider gaps are meant. */
const usualTolerance = 0.5

/** How a file may become entries of a register, with a reason for every part. Nothing in it is applied by itself. */
export function propose(
  profiles: readonly LayerProfile[],
  context: ImportContext,
  tables: Pick<TableProposal, 'zones' | 'ways'> = { zones: {}, ways: {} },
): Proposal {
  const { register, law, on } = context
  const book = codebookOf(register, law, on)
  const plan = planKindOf(context.fileName)
  const texts = textsOf(
    profiles.flatMap(({ groups }) => groups.map(({ cad }) => cad ?? '')),
    context,
  )
  const issues: ImportIssue[] = []
  const layers = profiles.map((profile) =>
    proposeLayer(profile, context, { book, plan, texts, ...tables }, issues),
  )
  const has = (key: string) => (register.fields.some((field) => field.key === key) ? key : null)
  const mapping: Mapping = {
    version: 1,
    register: register.id,
    fingerprint: fingerprintOf(
      profiles.map(({ layer }) => layer),
      context,
    ),
    codeField: book?.field ?? null,
    termField: book && has('name'),
    cadField: has('phanLoai'),
    stage:
      register.stages.includes('planned') && !register.stages.includes('existing')
        ? 'planned'
        : register.stages[0]!,
    tolerance: usualTolerance,
    toleranceReason: {
      vi: `khe hở đến ${usualTolerance} m giữa các nét vẽ là do vẽ chưa chạm`,
      en: `gaps up to ${usualTolerance} m between strokes were meant to meet`,
    },
    closeRings: null,
    constants: {},
    layers,
  }
  return { mapping, issues }
}

/**
 * Of the file's shape: names of its layers and columns, not of what stands in them, so that next year's file of the
 * same source finds the mapping of this year's.
 */
export function fingerprintOf(
  layers: readonly MapLayer[],
  { register, digest }: Pick<ImportContext, 'register' | 'digest'>,
): string {
  const shape = layers
    .map(({ name, fields }) => [
      layers.length === 1 ? '' : name,
      ...fields.map((field) => field.name).toSorted(),
    ])
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
  return digest(new TextEncoder().encode(JSON.stringify([register.id, shape]))).slice(0, 32)
}

interface Reading {
  readonly book: Codebook | null
  readonly plan: PlanKind
  readonly texts: Texts
}

interface LayerReading extends Reading, Pick<TableProposal, 'zones' | 'ways'> {}

function proposeLayer(
  profile: LayerProfile,
  context: ImportContext,
  reading: LayerReading,
  issues: ImportIssue[],
): LayerMapping {
  const { name } = profile.layer
  const crs = proposeCrs(profile.layer, profile.core, context, reading.zones[name])
  issues.push(...crs.issues)
  const { columns, left } = proposeColumns(profile, context)
  const { key, reason } = proposeKey(profile, columns, context)
  const coded = columns.some(({ to }) => to === reading.book?.field)
  return {
    layer: name,
    crs: crs.crs,
    ...profile.signs,
    columns: [...columns],
    leftColumns: [...left],
    key: [...key],
    keyReason: reason,
    turn: false,
    table: profile.layer.table?.choice ?? null,
    tableWays: [...(reading.ways[name] ?? [])],
    groups: profile.groups.map((group) =>
      proposeGroup(group, context, coded ? { ...reading, book: null } : reading),
    ),
  }
}

const wanted = { point: 'point', line: 'line', area: 'area', any: 'any' } as const

/** What features that are drawn alike become. */
export function proposeGroup(group: GroupProfile, context: ImportContext, reading: Reading): GroupMapping {
  const { cad, colour, kind, count } = group
  const kinds = wanted[context.register.geometry]
  const base = { cad, colour, kind, count, term: null, code: null, choices: [] }
  const leave = (reason: Words): GroupMapping => ({ ...base, use: 'left', sureness: 'sure', reason })
  if (kind === 'none')
    return context.register.optionalGeometry
      ? {
          ...base,
          use: 'entries',
          sureness: 'sure',
          reason: {
            vi: 'lớp nhận đối tượng chưa có vị trí',
            en: 'the register takes entries without a place',
          },
        }
      : leave({ vi: 'không có hình', en: 'no geometry' })
  if (isDrawingOnly(cad))
    return leave({ vi: 'phần của bản vẽ, không phải đối tượng', en: 'part of the drawing, not of the map' })
  if (kinds === 'any' || kinds === kind) return entriesOf(base, reading)
  if (kinds === 'area' && kind === 'line') return linesOf(base, reading)
  if (kinds === 'area' && kind === 'point' && (cad !== null || colour !== null))
    return {
      ...base,
      use: 'labels',
      sureness: 'likely',
      reason: { vi: 'chữ trong vùng', en: 'texts within areas' },
    }
  return leave({ vi: `lớp nhận ${kindNames[kinds].vi}`, en: `the register takes ${kindNames[kinds].en}` })
}

export const kindNames = {
  point: { vi: 'điểm', en: 'points' },
  line: { vi: 'đường', en: 'lines' },
  area: { vi: 'vùng', en: 'areas' },
  any: { vi: 'mọi loại hình', en: 'all kinds' },
  none: { vi: 'không hình', en: 'no geometry' },
} as const

type Base = Pick<GroupMapping, 'cad' | 'colour' | 'kind' | 'count' | 'term' | 'code' | 'choices'>

function entriesOf(base: Base, { book, plan, texts }: Reading): GroupMapping {
  if (!book || (base.cad === null && base.colour === null))
    return {
      ...base,
      use: 'entries',
      sureness: 'sure',
      reason: { vi: 'đúng loại hình của lớp', en: 'of the kind the register takes' },
    }
  const read = codeOf(
    { cad: base.cad === null ? null : texts.of(base.cad).text, colour: base.colour },
    book,
    plan,
  )
  return {
    ...base,
    use: 'entries',
    term: read.term,
    code: read.code,
    sureness: read.sureness,
    choices: [...read.choices],
    reason: read.reason,
  }
}

/** Lines in a register of areas: line work, unless their layer is for something else. */
function linesOf(base: Base, { book, plan, texts }: Reading): GroupMapping {
  const cad = base.cad === null ? null : texts.of(base.cad).text
  const read = book && cad !== null ? codeOf({ cad, colour: base.colour }, book, plan) : null
  const line = lineUse(cad)
  // Closed lines on a layer of land use: what they enclose is of that use.
  if (read && read.term !== null && !line.sure)
    return {
      ...base,
      use: 'lines',
      term: read.term,
      code: read.code,
      sureness: read.sureness,
      choices: [...read.choices],
      reason: { vi: `ranh của vùng "${read.term}"`, en: `borders of "${read.term}"` },
    }
  return { ...base, use: line.use, sureness: line.sure ? 'sure' : 'likely', reason: line.reason }
}
