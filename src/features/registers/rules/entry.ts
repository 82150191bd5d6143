import { parseDay, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import { decodeWkb, dimensionOf, type Geometry } from '../../../domain/geometry/index.ts'
import { lawAt } from '../../law/rules/at.ts'
import type { Law, Row } from '../../law/model.ts'
import type { Code, CodeList, Definition, Field } from '../model/definition.ts'
import type { EntryValue, Property, Properties } from '../model/entry.ts'

/** What an officer or an import says of an entry; the rest follows from the register. */
export type EntryDraft = Omit<EntryValue, 'label' | 'releasedBy' | 'disclosure' | 'accuracy'> & {
  readonly disclosure?: 'internal' | 'restricted' | undefined
  /** The register's own where it is left out. */
  readonly accuracy?: number | null | undefined
}

/** Something that a person must look at, by field; nothing is changed or left out because of it. */
export interface EntryIssue {
  readonly field: string
  readonly code:
    | 'unknown-field'
    | 'missing'
    | 'type'
    | 'range'
    | 'length'
    | 'unknown-code'
    | 'unverified-code'
    | 'status'
    | 'stage'
    | 'accuracy'
    | 'geometry'
    | 'no-place'
  readonly found: string
}

/** Issues that an officer's entry may not have; an import lists them and goes on. */
export const refused = (issue: EntryIssue): boolean => issue.code !== 'unverified-code'

/** The value as it is kept: with its label, and never public. */
export function entryValue(definition: Definition, draft: EntryDraft): EntryValue {
  const { accuracy = definition.accuracy, disclosure = draftDisclosure(definition), ...rest } = draft
  return {
    ...rest,
    accuracy,
    disclosure: definition.disclosure === 'restricted' ? 'restricted' : disclosure,
    releasedBy: null,
    label: labelOf(definition, draft.properties),
  }
}

const draftDisclosure = ({ disclosure }: Definition) =>
  disclosure === 'restricted' ? disclosure : 'internal'

/** `Tờ {sheet}, thửa {number}` filled in; what has no value leaves no hole. */
export function labelOf({ label, fields, name }: Definition, properties: Properties): string {
  const filled = label.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = properties[key]
    const field = fields.find((one) => one.key === key)
    const code =
      field?.codes?.kind === 'codes' ? field.codes.codes.find(({ code }) => code === value) : undefined
    return code?.name.vi ?? String(value ?? '')
  })
  const text = filled.replaceAll(/\s+/g, ' ').trim()
  return text === '' ? name.vi : text
}

/** The codes of a list on a day; null where the law has a list that dothi has not read. */
export function codesOf(list: CodeList, law: Law, on: Day): readonly Code[] | null {
  if (list.kind === 'codes') return list.codes
  const codes: Code[] = []
  for (const { parameter, code, name } of list.tables) {
    const found = law.parameters.has(parameter) ? lawAt(law, parameter, { on }) : null
    if (!found || found.state !== 'value' || !Array.isArray(found.value)) continue
    for (const row of found.value as readonly Row[]) codes.push(codeOf(row, code, name))
  }
  return codes.length === 0 ? null : codes
}

function codeOf(row: Row, code: string, name: string | undefined): Code {
  const text = plain(row[code])
  const words = name === undefined ? text : (row[name] ?? text)
  return { code: text, name: isWords(words) ? words : { vi: plain(words), en: plain(words) } }
}

type Cell = Row[string]
const isWords = (cell: Cell): cell is { vi: string; en: string } => typeof cell === 'object' && 'vi' in cell
const plain = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : JSON.stringify(cell ?? ''))

/** Everything about a value that does not fit its register. */
export function entryIssues(definition: Definition, draft: EntryDraft, law: Law, on: Day): EntryIssue[] {
  const issues = entryCheck(definition, law, on)(draft)
  const shape = shapeIssue(definition, draft.geometry)
  return shape ? [...issues, shape] : issues
}

type Said = Pick<EntryDraft, 'properties' | 'stage' | 'status' | 'accuracy'>

/** Checks what many entries of one register say, their shapes left aside: the law is asked once for each list of codes. */
export function entryCheck(definition: Definition, law: Law, on: Day): (said: Said) => EntryIssue[] {
  const lists = new Map<CodeList, ReadonlySet<string> | null>()
  const isUnknown = (list: CodeList, value: Property) => {
    let codes = lists.get(list)
    if (codes === undefined) {
      const found = codesOf(list, law, on)
      lists.set(list, (codes = found && new Set(found.map(({ code }) => code))))
    }
    return codes !== null && !codes.has(String(value))
  }
  const known = new Map(definition.fields.map((field) => [field.key, field]))
  const required = definition.fields.filter((field) => field.required)
  return ({ properties, stage, status, accuracy }) => {
    const issues: EntryIssue[] = []
    const say = (field: string, code: EntryIssue['code'], found: unknown) =>
      issues.push({ field, code, found: String(found) })
    for (const key in properties) {
      const value = properties[key] as Property
      const field = known.get(key)
      // What must be there and is blank is missing, and nothing else.
      if (value === '' && field?.required) continue
      const code = field ? fieldIssue(field, value, isUnknown) : 'unknown-field'
      if (code) say(key, code, value)
    }
    for (const { key } of required) if ((properties[key] ?? '') === '') say(key, 'missing', '')
    if (!definition.stages.includes(stage)) say('stage', 'stage', stage)
    if (status !== null && isUnknown(definition.statuses, status)) say('status', 'status', status)
    // Better than a millimetre nobody measures; worse than 100 km is no place.
    if (accuracy !== undefined && accuracy !== null && !(accuracy >= 0.001 && accuracy <= 100_000))
      say('accuracy', 'accuracy', accuracy)
    return issues
  }
}

function fieldIssue(
  field: Field,
  value: Property,
  isUnknown: (list: CodeList, value: Property) => boolean,
): EntryIssue['code'] | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'type'
    case 'number':
    case 'area':
    case 'integer':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'type'
      if (field.type === 'integer' && !Number.isSafeInteger(value)) return 'type'
      return value < (field.least ?? -Infinity) || value > (field.most ?? Infinity) ? 'range' : undefined
    case 'day':
      return typeof value === 'string' && parseDay(value) ? undefined : 'type'
    case 'text':
      if (typeof value !== 'string') return 'type'
      return value.length > (field.length ?? Infinity) ? 'length' : undefined
    case 'code':
      if (typeof value !== 'string') return 'type'
      if (!field.codes || !isUnknown(field.codes, value)) return undefined
      // What the law holds is not whole yet: a code that it does not name may still be one.
      return field.codes.kind === 'law' ? 'unverified-code' : 'unknown-code'
  }
}

const dimension = { point: 0, line: 1, area: 2 } as const

function shapeIssue(definition: Definition, wkb: Uint8Array | null): EntryIssue | undefined {
  const issue = (code: EntryIssue['code'], found: string): EntryIssue => ({ field: 'geometry', code, found })
  if (wkb === null) return definition.optionalGeometry ? undefined : issue('no-place', '')
  const geometry = decodeWkb(wkb)
  const wanted = definition.geometry
  if (wanted !== 'any' && dimension[wanted] !== dimensionOf(geometry.type))
    return issue('geometry', geometry.type)
  return isWhole(geometry)
    ? undefined
    : issue('geometry', `${geometry.type}: chưa khép kín hoặc quá ít điểm / open or too few points`)
}

/** Rings close and have four positions, lines have two: what either engine takes as a geometry at all. */
export function isWhole(geometry: Geometry): boolean {
  switch (geometry.type) {
    case 'Point':
      return true
    case 'MultiPoint':
      return geometry.coordinates.length > 0
    case 'LineString':
      return geometry.coordinates.length > 1
    case 'MultiLineString':
      return geometry.coordinates.length > 0 && geometry.coordinates.every((line) => line.length > 1)
    case 'Polygon':
      return geometry.coordinates.length > 0 && geometry.coordinates.every(isRing)
    case 'MultiPolygon':
      return (
        geometry.coordinates.length > 0 &&
        geometry.coordinates.every((rings) => rings.length > 0 && rings.every(isRing))
      )
  }
}

function isRing(ring: readonly (readonly [number, number])[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return (
    ring.length > 3 &&
    first !== undefined &&
    last !== undefined &&
    first[0] === last[0] &&
    first[1] === last[1]
  )
}

/** Refuses what does not fit; the first issue is told. */
export function demandFit(definition: Definition, draft: EntryDraft, law: Law, on: Day, what: string): void {
  const issue = entryIssues(definition, draft, law, on).find(refused)
  if (!issue) return
  if (issue.field === 'geometry')
    throw new Fault('entry-geometry', { what, wanted: definition.geometry, found: issue.found || '–' })
  const field = definition.fields.find(({ key }) => key === issue.field)
  const name = field ? `${field.name.vi} (${field.key})` : issue.field
  throw new Fault('entry-value', { what, field: name, why: `${why[issue.code]}: ${issue.found || '–'}` })
}

const why: Readonly<Record<EntryIssue['code'], string>> = {
  'unknown-field': 'lớp không có trường này / no such field',
  missing: 'còn thiếu / missing',
  type: 'không đúng kiểu / not of this type',
  range: 'ngoài giới hạn / out of range',
  length: 'quá dài / too long',
  'unknown-code': 'mã không có trong danh mục / not one of the codes',
  'unverified-code': 'mã chưa kiểm chứng / unverified code',
  status: 'không có trong danh mục tình trạng / not one of the statuses',
  stage: 'lớp không giữ loại này / the register does not keep this stage',
  accuracy: 'độ chính xác không thể có / impossible accuracy',
  geometry: 'hình không đúng / wrong geometry',
  'no-place': 'thiếu vị trí / no place',
}
