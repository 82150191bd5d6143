import writeXlsxFile, { type Cell, type Row, type Sheet as Written } from 'write-excel-file/node'
import type { CsvCell } from '../../../domain/csv.ts'
import { steadyFile } from '../steady.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A sheet of a workbook: its head stays in view, long texts are wrapped. */
export interface Sheet {
  /** At most 31 characters, none of `\\ / ? * [ ] :`. */
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
  /** Of each column, in characters. */
  readonly widths: readonly number[]
}

/** The longest text that a cell of Excel holds. */
const longest = 32_767

/** A workbook of Excel. Texts are written as texts, so that none runs as a formula; the same sheets give the same bytes. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const made = await writeXlsxFile(sheets.map(written), { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()
  return steadyFile(new Uint8Array(made))
}

function written({ name, head, rows, widths }: Sheet): Written<never> {
  return {
    sheet: name,
    data: [head.map(headCell), ...rows.map((row): Row => row.map(cell))],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

const headCell = (value: string): Cell => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E6EEEF',
  wrap: true,
  alignVertical: 'center',
})

function cell(value: CsvCell): Cell {
  if (value === null) return null
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' }
  return { value: value.slice(0, longest), type: String, wrap: true, alignVertical: 'top' }
}
