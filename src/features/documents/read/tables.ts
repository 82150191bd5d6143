import type { TableCell, Table } from '../../../domain/source-text.ts'
import type { SourceText } from '../../../domain/source-text.ts'
import { Strand } from '../../../domain/strand.ts'
import type { ReadRow, ReadTable } from '../model.ts'
import { isBroken, together } from './broken.ts'
import { joined, linesIn } from './lines.ts'
import { romanValue } from './numbering.ts'
import { bare, beginsLower, endsSentence } from './words.ts'

interface Row {
  readonly header: boolean
  /** One strand a grid column; a merged cell stands in each column it covers, once by identity. */
  readonly cells: readonly Strand[]
  /** The row is one cell over the whole table. */
  readonly spanning: boolean
}

/** Tables that follow each other with nothing but a page's end between them, those that go on made one. */
export function tablesOf(source: SourceText, tables: readonly Table[], caption: Strand | null): WholeTables {
  const furniture: Strand[] = []
  const found: { header: readonly Row[]; keys: ReadonlySet<string>; width: number; rows: Row[] }[] = []
  for (const table of tables) {
    const grid = rowsOf(source, table)
    const width = grid[0]?.cells.length ?? 0
    const open = found.at(-1)
    const header = headerOf(grid, open?.width === width)
    const goesOn = open?.width === width && header.every((row) => open.keys.has(keyOf(row)))
    const part = goesOn ? open : { header, keys: new Set(header.map(keyOf)), width, rows: [] }
    if (!goesOn) found.push(part)
    const repeats = (row: Row): boolean => part.keys.has(keyOf(row)) || isColumnNumbers(row)
    const body = grid.filter((row) => !repeats(row))
    furniture.push(...grid.filter((row) => repeats(row) && !header.includes(row)).flatMap((row) => row.cells))
    if (goesOn) furniture.push(...header.flatMap((row) => row.cells))
    for (const row of body) place(part.rows, row, goesOn && row === body[0])
  }
  const whole = found.map(({ header, rows }, index) => ({
    caption: index === 0 ? caption : null,
    header: mergedHeader(header),
    rows: rows.map(readRow),
  }))
  return { tables: whole, furniture }
}

export interface WholeTables {
  readonly tables: readonly ReadTable[]
  /** Headers that were repeated on a page, and numbers of columns. */
  readonly furniture: readonly Strand[]
}

/** A row that a page's end has cut goes on in the first row of the next page. */
function place(rows: Row[], row: Row, first: boolean): void {
  const last = rows.at(-1)
  if (first && last && isRest(last, row))
    rows[rows.length - 1] = { ...last, cells: joinCells(last.cells, row.cells) }
  else rows.push(row)
}

function isRest(last: Row, row: Row): boolean {
  if (row.spanning || last.spanning) return false
  const [no, content] = row.cells
  // The page's end has cut the number too: "2." above, "2" below.
  const numberCut = isBroken(last.cells[0]?.text ?? '', no?.text ?? '') && beginsLower(content?.text ?? '')
  if ((no?.length ?? 0) > 0 && !numberCut) return false
  return row.cells.every((cell, index) => {
    const before = last.cells[index]?.text ?? ''
    return (
      index === 0 || cell.length === 0 || before === '' || beginsLower(cell.text) || !endsSentence(before)
    )
  })
}

const joinCells = (above: readonly Strand[], below: readonly Strand[]): Strand[] =>
  above.map((cell, index) => {
    const rest = below[index] ?? Strand.empty
    return rest.length === 0 ? cell : cell.length === 0 ? rest : together(cell, rest)
  })

/** The grid with merged cells given to every row and column they cover. */
function rowsOf(source: SourceText, table: Table): Row[] {
  const width = Math.max(
    0,
    ...table.rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columnSpan)),
  )
  const grid: Strand[][] = table.rows.map(() => Array.from({ length: width }, () => Strand.empty))
  for (const [at, row] of table.rows.entries())
    for (const cell of row.cells) fill(grid, at, cell, cellText(source, cell))
  return table.rows.map((row, at) => ({
    header: row.header,
    cells: grid[at] ?? [],
    spanning: row.cells.length === 1 && width > 1,
  }))
}

function fill(grid: Strand[][], at: number, cell: TableCell, text: Strand): void {
  for (const row of grid.slice(at, at + Math.max(1, cell.rowSpan)))
    for (let column = cell.column; column < cell.column + Math.max(1, cell.columnSpan); column++)
      row[column] = text
}

const printed: ReadonlySet<string> = new Set(['pdf', 'scan', 'txt', 'md'])

function cellText(source: SourceText, cell: TableCell): Strand {
  // Only what was printed can be cut inside a word; Word and web pages break lines where their writer did.
  return joined(linesIn(source, cell.paragraphs), printed.has(source.format) ? isBroken : undefined)
}

const titles =
  /^(?:stt|tt|số tt|số thứ tự)$|nội dung|nhiệm vụ|chủ trì|phối hợp|thời gian|thời hạn|tiến độ|sản phẩm|kết quả|ghi chú|đơn vị|cơ quan|chỉ tiêu|tiêu chí|mục tiêu|tên|năm|kinh phí|lãnh đạo|giai đoạn|hiện trạng|^đvt$|^(?:(?:ước )?(?:thực hiện|TH)|kế hoạch|KH|chỉ tiêu)?\s*(?:19|20)\d{2}$|^(?:kế hoạch|KH)$/iu

/** The rows at the top that name the columns; Markdown states one even where a table only goes on. */
function headerOf(rows: readonly Row[], goesOn: boolean): Row[] {
  const stated = rows.findIndex((row) => !row.header)
  const names = rows.slice(0, Math.max(0, stated))
  if (stated > 0 && !(goesOn && names.every((row) => !isHeader(row)))) {
    const under = rows[stated]
    return under && namesParts(under) ? [...names, under] : names
  }
  const first = rows[0]
  if (!first || first.spanning || !isHeader(first)) return []
  const merged =
    new Set(first.cells).size < first.cells.length ||
    rows[1]?.cells.some((cell, index) => cell === first.cells[index] && cell.length > 0)
  const second = rows[1]
  return merged && second && isHeader(second) && !/^\d/.test(second.cells[0]?.text ?? '')
    ? [first, second]
    : [first]
}

/** Under "Mục tiêu" a row that only says "2025 | 2030": Markdown lets one row alone be the header. */
function namesParts(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell.length > 0)
  const blank = row.cells.slice(0, 2).every((cell) => cell.length === 0)
  return (
    blank &&
    filled.length > 1 &&
    filled.every((cell) =>
      /^(?:(?:đến\s+)?năm\s+)?(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)\d{2})?$/iu.test(cell.text),
    )
  )
}

function isHeader(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell.length > 0)
  const named = filled.filter((cell) => titles.test(cell.text)).length
  return (
    filled.every((cell) => cell.length <= 80 && !/[.;]$/.test(cell.text)) &&
    named * 2 >= filled.length &&
    filled.length > 1
  )
}

/** Headers of two rows say a column's name from the top down. */
function mergedHeader(rows: readonly Row[]): Strand[] {
  const width = rows[0]?.cells.length ?? 0
  return Array.from({ length: width }, (_, column) => {
    const parts = [...new Set(rows.map((row) => row.cells[column] ?? Strand.empty))].filter(
      (cell) => cell.length > 0,
    )
    return Strand.join(parts, ' ')
  })
}

const keyOf = (row: Row): string => row.cells.map((cell) => bare(cell.text)).join('|')

/** `(1) (2) (3)` under the header. */
function isColumnNumbers(row: Row): boolean {
  return row.cells.length > 2 && row.cells.every((cell, index) => bare(cell.text) === String(index + 1))
}

function readRow(row: Row): ReadRow {
  const group = groupOf(row)
  return group ? { cells: row.cells.map(() => Strand.empty), group } : { cells: row.cells, group: null }
}

/** A row that heads others: one cell over all columns, or a roman number or letter and a title with nothing beside. */
function groupOf(row: Row): Strand | null {
  const distinct = [...new Set(row.cells)].filter((cell) => cell.length > 0)
  if (distinct.length === 0) return null
  if (
    row.spanning ||
    (distinct.length === 1 &&
      row.cells.length > 1 &&
      row.cells.filter((cell) => cell === distinct[0]).length > 1)
  )
    return distinct[0] ?? null
  const [no, title] = row.cells
  if (distinct.length !== 2 || !no || !title || no.length === 0 || title.length === 0) return null
  const heads =
    /^[A-H]\.?$|^[IVXL]+\.?$/u.test(no.text) &&
    (romanValue(no.text.replace('.', '')) > 0 || /^[A-H]/.test(no.text))
  return heads ? Strand.join([no, title], ' ') : null
}
