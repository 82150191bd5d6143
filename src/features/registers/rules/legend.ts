import type { Day } from '../../../domain/day.ts'
import type { Words } from '../../../domain/words.ts'
import { lawAt } from '../../law/rules/at.ts'
import type { Certainty, Law, Row } from '../../law/model.ts'
import type { Definition, LawTable } from '../model/definition.ts'

/** One colour of a map, and what gives it. */
export interface LegendRow {
  readonly code: string
  readonly name: Words
  readonly colour: string
  readonly certainty: Certainty
}

export interface Legend {
  /** The field whose code gives the colour; null where the register has one of its own. */
  readonly field: string | null
  /** What has no code, or one that no table gives a colour to. */
  readonly plain: string
  readonly rows: readonly LegendRow[]
}

/** Neither a colour of the law's tables nor one that could be taken for one: shown with a hatch. */
const unknown = '#9a9a9a'

/** The colours of a register on a day: its own, or those that tables of the law give to the codes of a field. */
export function legendOf(definition: Definition, law: Law, on: Day): Legend {
  const { style } = definition
  if (!('field' in style)) return { field: null, plain: style.colour, rows: [] }
  const { field, law: parameter, code, colour } = style
  const codes = definition.fields.find(({ key }) => key === field)?.codes
  const others = codes?.kind === 'law' ? codes.tables : []
  const named = others.find((table) => table.parameter === parameter)?.name
  const tables: LawTable[] = [{ parameter, code, name: named }, ...others]
  const rows = new Map<string, LegendRow>()
  for (const table of tables)
    for (const row of coloured(law, table, colour, on)) if (!rows.has(row.code)) rows.set(row.code, row)
  return { field, plain: unknown, rows: [...rows.values()] }
}

function coloured(law: Law, { parameter, code, name }: LawTable, column: string, on: Day): LegendRow[] {
  if (!law.parameters.has(parameter)) return []
  const found = lawAt(law, parameter, { on })
  if (found.state !== 'value' || !Array.isArray(found.value)) return []
  const certainty = found.use.certainty ?? 'assumed'
  return (found.value as readonly Row[]).flatMap((row) => {
    const [key, colour, words] = [row[code], row[column], name === undefined ? undefined : row[name]]
    if (typeof key !== 'string' || typeof colour !== 'string') return []
    const own = (row['certainty'] as Certainty | undefined) ?? certainty
    return [{ code: key, name: isWords(words) ? words : { vi: key, en: key }, colour, certainty: own }]
  })
}

const isWords = (cell: Row[string] | undefined): cell is { vi: string; en: string } =>
  typeof cell === 'object' && 'vi' in cell
