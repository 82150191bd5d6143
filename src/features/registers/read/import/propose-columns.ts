import { fold } from '../../../../domain/fold.ts'
import { commaDecimals } from '../../rules/import/number.ts'
import { compact, isDrawingColumn, isMadeUpName, nameFits } from '../../rules/import/column-words.ts'
import { codesOf } from '../../rules/entry.ts'
import { personalColumns } from '../../rules/personal.ts'
import type { Code, Field } from '../../model/definition.ts'
import type { ColumnMapping, LayerMapping } from '../../model/import/mapping.ts'
import type { ColumnProfile, LayerProfile } from './profile.ts'
import type { ImportContext } from './context.ts'

type LeftColumn = LayerMapping['leftColumns'][number]

export interface ColumnsProposal {
  readonly columns: readonly ColumnMapping[]
  readonly left: readonly LeftColumn[]
}

/** Which column of a layer fills which field: by its name, by what it holds; the others are left with the reason. */
export function proposeColumns(profile: LayerProfile, context: ImportContext): ColumnsProposal {
  const names = profile.columns.map(({ name }) => name)
  const refused = new Set(
    personalColumns(names, profile.samples)
      .filter(({ verdict }) => verdict === 'refused')
      .map(({ column }) => column),
  )
  const left: LeftColumn[] = []
  const open: ColumnProfile[] = []
  for (const column of profile.columns) {
    const reason = refused.has(column.name) ? personal : leftReason(column, profile)
    if (reason) left.push({ column: column.name, personal: reason === personal, reason })
    else open.push(column)
  }
  const columns = best(open.flatMap((column) => offers(column, context)))
  const taken = new Set(columns.map(({ from }) => from))
  for (const { name } of open)
    if (!taken.has(name)) left.push({ column: name, personal: false, reason: noField })
  return { columns, left }
}

const personal = { vi: 'dữ liệu cá nhân', en: 'personal data' }
const noField = { vi: 'lớp không có trường phù hợp', en: 'the register has no such field' }

function leftReason(
  { name, filled, values }: ColumnProfile,
  { signs }: LayerProfile,
): LeftColumn['reason'] | null {
  if (filled === 0) return { vi: 'cột trống', en: 'the column is empty' }
  if (name === signs.cadColumn) return { vi: 'dùng làm tên lớp CAD', en: 'read as the CAD layer' }
  if (name === signs.colourColumn) return { vi: 'dùng làm màu', en: 'read as the colour' }
  if (name === signs.labelColumn) return { vi: 'dùng làm nhãn', en: 'read as the label' }
  if (isDrawingColumn(name))
    return { vi: 'cách vẽ hoặc số thứ tự của phần mềm', en: 'how a program draws or counts it' }
  if ([...values.keys()].every(isMadeUpName))
    return { vi: 'tên do phần mềm vẽ đặt', en: 'names that a drawing program made up' }
  return null
}

interface Offer {
  readonly mapping: ColumnMapping
  readonly weight: number
}

/** Each column once and each field once, the strongest first. */
function best(offered: readonly Offer[]): ColumnMapping[] {
  const chosen: ColumnMapping[] = []
  for (const { mapping } of offered.toSorted((a, b) => b.weight - a.weight))
    if (!chosen.some(({ from, to }) => from === mapping.from || to === mapping.to)) chosen.push(mapping)
  return chosen
}

function offers(column: ColumnProfile, context: ImportContext): Offer[] {
  const fields = [...context.register.fields, accuracyField]
  return fields.flatMap((field) => {
    const byName = nameFits(column.name, field)
    const list = field.codes ? codesOf(field.codes, context.law, context.on) : null
    const codes = list && codesIn(column, list)
    // A column of words that are no codes of a closed list does not fill it, whatever its name.
    if (list && field.codes?.kind === 'codes' && !codes) return []
    const weight = byName + (codes ? 2 * codes.share : 0)
    if (byName === 0 && (codes?.share ?? 0) < 0.5) return []
    return [{ weight, mapping: mappingOf(column, field, byName, codes) }]
  })
}

const accuracyField: Pick<Field, 'key' | 'name' | 'type' | 'codes'> = {
  key: 'accuracy',
  name: { vi: 'Độ chính xác', en: 'Accuracy' },
  type: 'number',
  codes: null,
}

function mappingOf(
  column: ColumnProfile,
  field: Pick<Field, 'key' | 'name' | 'type'>,
  byName: 0 | 2 | 3,
  codes: CodesFound | null,
): ColumnMapping {
  const reason =
    byName === 0
      ? { vi: `giá trị là mã của "${field.name.vi}"`, en: `its values are codes of "${field.name.en}"` }
      : { vi: `tên cột ứng với "${field.name.vi}"`, en: `its name stands for "${field.name.en}"` }
  const hectares = field.type === 'area' && compact(column.name).endsWith('ha')
  return {
    from: column.name,
    to: field.key,
    decimals: decimalsOf(column),
    ...(hectares && { factor: 10_000 }),
    ...(codes && Object.keys(codes.renamed).length > 0 && { codes: codes.renamed }),
    sureness: byName === 3 ? 'sure' : 'likely',
    reason,
  }
}

interface CodesFound {
  /** Part of the filled cells that are codes, 0 to 1. */
  readonly share: number
  /** Words of the file → codes. */
  readonly renamed: Record<string, string>
}

/** Values that are codes of the list, as they stand or by their names in words. */
function codesIn({ values, filled }: ColumnProfile, codes: readonly Code[]): CodesFound | null {
  const byCode = new Map(codes.map(({ code }) => [code.toUpperCase(), code]))
  const byName = new Map(
    codes.flatMap(({ code, name }) => [name.vi, name.en].map((one) => [words(one), code] as const)),
  )
  const renamed: Record<string, string> = {}
  let hits = 0
  for (const [value, count] of values) {
    const code = byCode.get(value.toUpperCase()) ?? byName.get(words(value))
    if (code === undefined) continue
    hits += count
    if (code !== value) renamed[value] = code
  }
  return hits === 0 ? null : { share: hits / filled, renamed }
}

/** "Cấp tỉnh" and "Tỉnh" are one. */
const words = (text: string) =>
  fold(text)
    .replace(/^(cap|di tich|loai|dat)\s+/, '')
    .replaceAll(/^(cap|di tich)\s+/g, '')

function decimalsOf({ values }: ColumnProfile): ColumnMapping['decimals'] {
  const comma = commaDecimals(values.keys())
  return comma === null ? null : comma ? 'comma' : 'dot'
}
