import type { Fault } from '../../../domain/fault.ts'
import { fold } from '../../../domain/fold.ts'
import { openFile, type FolderVoice, type Law, type LawFile, type Opened } from '../../law/index.ts'
import { definitionFileSchema, listsFileSchema } from '../model/definition-file.ts'
import type { CodeList, CodesFile, Definition, DefinitionFile, Field } from '../model/definition.ts'
import { personalColumns } from '../rules/personal.ts'

export interface RegistersRead {
  /** By id; to be used only where there are no faults. */
  readonly definitions: ReadonlyMap<string, Definition>
  readonly faults: readonly Fault[]
}

const lists = 'lists.yaml'

/** A file of a register is no law: its refusals say so. */
const voice: FolderVoice = {
  folder: 'registers',
  yaml: 'register-file-yaml',
  missing: 'register-file-key-missing',
  unknown: 'register-file-key-unknown',
  twice: 'register-file-key-twice',
  dayTwice: 'register-file-key-twice',
  certainty: 'register-file-certainty',
  value: 'register-file-value',
}

type Lists = ReadonlyMap<string, CodeList>
type Path = readonly (string | number)[]

/** Reads the folder `registers/`: every fault of every file, each with its line and key. */
export function readRegisters(files: readonly LawFile[], law: Law): RegistersRead {
  const faults: Fault[] = []
  const open = <T>(file: LawFile, schema: Parameters<typeof openFile<T>>[1]) =>
    openFile(file, schema, faults, voice)
  const shared = new Map<string, CodeList>()
  for (const file of files.filter(({ path }) => path === lists))
    for (const [id, { codes }] of Object.entries(open(file, listsFileSchema).value ?? {}))
      shared.set(id, { kind: 'codes', codes })
  const definitions = new Map<string, Definition>()
  for (const file of files
    .filter(({ path }) => path !== lists)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const opened = open(file, definitionFileSchema)
    if (!opened.value) continue
    const definition = definitionOf(opened, opened.value, shared, law)
    definitions.set(definition.id, definition)
  }
  return { definitions, faults }
}

function definitionOf(
  opened: Opened<DefinitionFile>,
  file: DefinitionFile,
  shared: Lists,
  law: Law,
): Definition {
  const list = (codes: CodesFile, path: Path) => codeList(opened, codes, path, shared, law)
  const id = opened.file.path.replace(/\.yaml$/, '')
  const definition: Definition = {
    ...file,
    id,
    group: null,
    statuses: list(file.statuses, ['statuses']),
    fields: file.fields.map((field, place): Field => ({
      ...field,
      codes: field.codes ? list(field.codes, ['fields', place, 'codes']) : null,
    })),
  }
  checkWhole(opened, definition, law)
  definition.fields.forEach((field, place) => checkField(opened, definition, field, place))
  return definition
}

function codeList(
  { complain }: Opened<DefinitionFile>,
  codes: CodesFile,
  path: Path,
  shared: Lists,
  law: Law,
): CodeList {
  if (Array.isArray(codes)) return { kind: 'codes', codes }
  if ('list' in codes) {
    const found = shared.get(codes.list)
    if (!found)
      complain('register-reference', [...path, 'list'], { what: 'registers/lists.yaml', found: codes.list })
    return found ?? { kind: 'codes', codes: [] }
  }
  for (const [place, { parameter, code, name }] of codes.law.entries()) {
    const table = law.parameters.get(parameter)
    const at = [...path, 'law', place]
    if (!table) complain('register-reference', [...at, 'parameter'], { what: 'law/', found: parameter })
    for (const column of [code, name])
      if (table && column !== undefined && !(column in table.columns))
        complain('register-reference', at, { what: `law/${parameter}`, found: column })
  }
  return { kind: 'law', tables: codes.law }
}

function checkWhole({ complain, file }: Opened<DefinitionFile>, definition: Definition, law: Law): void {
  const keys = new Set(definition.fields.map(({ key }) => key))
  const what = 'fields'
  if (!/^[a-z][a-z0-9-]{1,50}$/.test(definition.id))
    complain('register-field', [], { why: `tên tệp / file name: a-z, 0-9, - (${file.path})` })
  if (definition.disclosure === 'public') complain('register-public', ['disclosure'])
  for (const [, found = ''] of definition.label.matchAll(/\{(\w*)\}/g))
    if (!keys.has(found)) complain('register-reference', ['label'], { what, found })
  for (const [place, found] of (definition.key ?? []).entries())
    if (!keys.has(found)) complain('register-reference', ['key', place], { what, found })
  for (const [place, found] of definition.givenCodes.entries())
    if (!keys.has(found)) complain('register-reference', ['givenCodes', place], { what, found })
  if (isUnitBoundary(definition.id, definition.name.vi)) complain('register-boundary', ['name'])
  for (const [place, { layer }] of definition.dossier.entries())
    if (isUnitBoundary(layer)) complain('register-boundary', ['dossier', place])
  const { style } = definition
  if (!('field' in style)) return
  if (!keys.has(style.field)) complain('register-reference', ['style', 'field'], { what, found: style.field })
  const table = law.parameters.get(style.law)
  if (!table) complain('register-reference', ['style', 'law'], { what: 'law/', found: style.law })
  for (const column of [style.code, style.colour])
    if (table && !(column in table.columns))
      complain('register-reference', ['style'], { what: `law/${style.law}`, found: column })
}

function checkField(
  { complain }: Opened<DefinitionFile>,
  { fields, geometry }: Definition,
  field: Field,
  place: number,
): void {
  const at = ['fields', place]
  const say = (why: string) => complain('register-field', at, { why })
  if (fields.findIndex(({ key }) => key === field.key) < place)
    say('trường ghi hai lần / the field stands twice')
  if (field.type === 'code' && !field.codes) say('"code" cần "codes" / a code needs its list')
  if (field.type !== 'code' && field.codes) say('chỉ "code" mới có "codes" / only a code has a list')
  const numeric = field.type === 'number' || field.type === 'integer' || field.type === 'area'
  if (!numeric && (field.unit ?? field.least ?? field.most) !== undefined)
    say('chỉ số mới có đơn vị và giới hạn / only a number has a unit and bounds')
  if (field.measures) {
    if (field.type !== 'area' || (field.unit ?? 'm²') !== 'm²')
      say('chỉ diện tích theo m² mới đo hình / only an area in m² measures the shape')
    if (geometry === 'point' || geometry === 'line')
      say('lớp này không có vùng để đo / this register has no areas to measure')
    if (fields.findIndex(({ measures }) => measures !== undefined) < place)
      say('hai trường cùng đo hình / two fields measure the shape')
  }
  for (const name of [field.key, field.name.vi, field.name.en])
    if (personalColumns([name], []).length > 0) return complain('register-personal', at)
}

/** "RanhGioiHanhChinh", "Địa giới hành chính", "units": units are the territory's own. */
export function isUnitBoundary(...names: readonly string[]): boolean {
  return names.some((name) =>
    /ranhgioihanhchinh|diagioi(hanhchinh|donvi)|tendonvihanhchinh|donvihanhchinh|^(admin(istrative)?)?(units?|boundar(y|ies))$/.test(
      fold(name).replaceAll(/[^a-z]/g, ''),
    ),
  )
}
