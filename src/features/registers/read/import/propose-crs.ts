import { boxAround, growBox, type Box } from '../../../../domain/geometry/index.ts'
import {
  candidates,
  crs84,
  knownCrs,
  operationOf,
  toLonLat,
  writtenCrs,
  type Candidate,
  type Crs,
  type Operation,
  type WrittenCrs,
} from '../../../../domain/plane.ts'
import type { Words } from '../../../../domain/words.ts'
import type { Crs as FileCrs, MapLayer } from '../../../../platform/formats/map/index.ts'
import type { CrsMapping } from '../../model/import/mapping.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import { middleOf, operationWords } from '../../rules/import/operation-words.ts'
import { townPositions, type ImportContext } from './context.ts'

export interface CrsProposal {
  readonly crs: CrsMapping
  readonly issues: readonly ImportIssue[]
}

/**
 * How a layer's coordinates are read: as the file says where it says so; else the reading that puts the data in the
 * town. A file that names one system while only another fits is taken at its word, and that is told with the mend;
 * only what cannot be at all, metres called degrees, is read as what fits. `proven`: a plane that the file itself shows.
 */
export function proposeCrs(
  layer: LayerCrs,
  core: Box | null,
  context: ImportContext,
  proven: string | null = null,
): CrsProposal {
  const sure = proven === null ? undefined : context.systems.planes.find(({ id }) => id === proven)
  if (sure) return chosen(layer.name, sure, undefined, [], context, provenBy)
  const fitting = readingsOf(core, context)
  const written = layer.crs.kind === 'known' ? writtenOf(layer.crs, context) : null
  if (!written) return unnamed(layer, core, fitting, context)
  const [best] = fitting
  if (best && core && !written.crs.grid && !isDegrees(core))
    return overruled(layer, written, fitting, context)
  return named(layer, written, fitting, context)
}

const provenBy = {
  vi: 'kinh độ, vĩ độ ghi cùng dòng khớp múi chiếu này',
  en: 'longitude and latitude in the same rows fit this zone',
}

/** What is read of a layer here. */
export type LayerCrs = Pick<MapLayer, 'name' | 'crs' | 'format'>

function named(
  { name: layer }: LayerCrs,
  { crs, shift, datumDoubtful }: WrittenCrs,
  fitting: readonly Candidate[],
  context: ImportContext,
): CrsProposal {
  const operation = shift.kind === 'known' || shift.kind === 'sign-mistake' ? shift.operation : null
  const issue = contradiction(layer, crs, fitting)
  const used = crs.datum === context.plane.datum ? null : (operation ?? context.operation)
  return {
    crs: {
      id: crs.id,
      axes: 'xy',
      prefix: 0,
      operation: used?.id ?? null,
      sureness: issue || datumDoubtful ? 'asked' : 'sure',
      reason: { vi: `tệp ghi ${crs.name.vi}`, en: `the file names ${crs.name.en}` },
      choices: issue ? choicesOf(fitting) : [],
    },
    issues: [
      ...(issue ? [issue] : []),
      ...(datumDoubtful ? [told('datum-doubtful', layer, { crs: crs.name })] : []),
      ...operationTold(layer, used, context),
    ],
  }
}

function writtenOf(
  { epsg, wkt, name }: FileCrs & { kind: 'known' },
  { systems }: ImportContext,
): WrittenCrs | null {
  return (
    (epsg === null ? null : writtenCrs(`EPSG:${epsg}`, systems)) ??
    writtenCrs(wkt ?? '', systems) ??
    writtenCrs(name, systems)
  )
}

/** Readings of the numbers that put them in the town, best first; none where the town or the data have no box. */
export function readingsOf(box: Box | null, context: ImportContext): readonly Candidate[] {
  const town = townBox(context)
  if (!box || !town) return []
  const { plane, operation, systems } = context
  const { apply } = toLonLat(plane, operation)
  const area = context.town.map((ring) => ring.map(apply))
  return candidates({ box, town, area, home: plane, operation }, systems)
}

/** In longitude and latitude, with some room: data of a town reach over its border. */
function townBox(context: ImportContext): Box | null {
  const { apply } = toLonLat(context.plane, context.operation)
  const box = boxAround([townPositions(context).map(apply)])
  return box && growBox(box, 0.02)
}

/** Names no system, or one that nobody here knows: the best reading; degrees or the record's plane where none fits. */
function unnamed(
  { name: layer, crs: file, format }: LayerCrs,
  core: Box | null,
  fitting: readonly Candidate[],
  context: ImportContext,
): CrsProposal {
  const [best] = fitting
  const likely = core && isDegrees(core) ? crs84 : context.plane
  const crs = best?.crs ?? likely
  const issue = best
    ? {
        ...told(file.kind === 'none' ? 'crs-missing' : 'crs-foreign', layer, { crs: crs.name }),
        ...mend(fitting),
      }
    : told('crs-unknown', layer, { crs: crs.name })
  const foreign = file.kind === 'known' ? file.name : ''
  const reason: Words = best
    ? {
        vi: `đưa số liệu vào địa bàn (${percent(best)} %)`,
        en: `puts the data in the town (${percent(best)} %)`,
      }
    : { vi: `không rõ hệ tọa độ ${foreign}`.trim(), en: `coordinate system not known ${foreign}`.trim() }
  const proposal = chosen(layer, crs, best, fitting, context, reason)
  // Of a table the choice of its columns has told which way round it was read.
  const turned = best?.axes === 'yx' && format !== 'csv' && format !== 'xlsx'
  return {
    crs: { ...proposal.crs, sureness: best ? 'likely' : 'asked' },
    issues: [
      { ...issue, params: { ...issue.params, ...(foreign && { named: foreign }) } },
      ...(turned ? [told('axes-swapped-read', layer, {})] : []),
      ...proposal.issues,
    ],
  }
}

/** Metres that a file calls degrees. */
function overruled(
  { name: layer }: LayerCrs,
  { crs: named }: WrittenCrs,
  fitting: readonly Candidate[],
  context: ImportContext,
): CrsProposal {
  const best = fitting[0]!
  const reason = { vi: `số liệu không thể là ${named.name.vi}`, en: `the numbers cannot be ${named.name.en}` }
  const { crs, issues } = chosen(layer, best.crs, best, fitting, context, reason)
  const params = { named: named.name, crs: best.crs.name }
  return {
    crs,
    issues: [
      { ...told('crs-overruled', layer, params), ...mend(fitting) },
      ...(best.axes === 'yx' ? [told('axes-swapped-read', layer, {})] : []),
      ...issues,
    ],
  }
}

function chosen(
  layer: string,
  crs: Crs,
  best: Candidate | undefined,
  fitting: readonly Candidate[],
  context: ImportContext,
  reason: Words,
): CrsProposal {
  const { plane, operation } = context
  const used = crs.datum === plane.datum ? null : operation
  return {
    crs: {
      id: crs.id,
      axes: best?.axes ?? 'xy',
      prefix: best?.prefix ?? 0,
      operation: used?.id ?? null,
      sureness: 'likely',
      reason,
      choices: choicesOf(fitting),
    },
    issues: operationTold(layer, used, context),
  }
}

/** By which operation, and how far others would put the same place. */
function operationTold(layer: string, used: Operation | null, context: ImportContext): ImportIssue[] {
  if (!used) return []
  const says = operationWords(used, { ...context, at: middleOf(townBox(context)) })
  return [told('operation-chosen', layer, { operation: used.name, says })]
}

const isDegrees = ([west, south, east, north]: Box) =>
  west >= -180 && east <= 180 && south >= -180 && north <= 180

const percent = ({ inside }: Candidate) => Math.round(inside * 100)
const readingId = ({ crs, axes }: Candidate) => `${crs.id}/${axes}`
const mend = (fitting: readonly Candidate[]): Pick<ImportIssue, 'mend'> => ({
  mend: { kind: 'set-crs', values: fitting.slice(0, 5).map(readingId) },
})

const choicesOf = (fitting: readonly Candidate[]): CrsMapping['choices'] =>
  fitting.slice(0, 5).map(({ crs, axes, prefix, inside }) => ({ id: crs.id, axes, prefix, inside }))

/** The named system puts nothing in the town while another reading puts most of it there. */
function contradiction(layer: string, crs: Crs, fitting: readonly Candidate[]): ImportIssue | null {
  if (fitting.some((one) => one.crs.id === crs.id && one.axes === 'xy')) return null
  const swapped = fitting.find((one) => one.crs.id === crs.id && one.axes === 'yx' && one.inside > 0.5)
  const other = fitting.find((one) => one.axes === 'xy' && one.inside > 0.5)
  if (swapped) return { ...told('axes-swapped', layer, {}), mend: { kind: 'swap-axes' } }
  if (!other) return null
  return {
    ...told('crs-wrong', layer, { named: crs.name, crs: other.crs.name }),
    mend: { kind: 'set-crs', values: [readingId(other)] },
  }
}

const told = (code: ImportIssue['code'], layer: string, params: ImportIssue['params']): ImportIssue => ({
  code,
  at: { layer },
  params,
  count: 1,
})

/** The system and operation that a mapping names, for use; null where it is still to be chosen. */
export function crsOf(
  { id, operation }: CrsMapping,
  { systems, operation: usual }: ImportContext,
): { readonly crs: Crs; readonly operation: Operation } | null {
  const crs = [crs84, ...knownCrs(systems)].find((one) => one.id === id)
  if (!crs) return null
  return { crs, operation: operation === null ? usual : operationOf(systems, operation) }
}
