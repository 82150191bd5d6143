import type { Paragraph, Table, TableCell, TableRow } from '../../../domain/source-text.ts'
import { paragraphAt } from '../builder.ts'
import {
  columnOf,
  drawnOn,
  drawnTable,
  type DrawnLine,
  type DrawnRow,
  type OpenTable,
  type Placed,
} from '../drawn.ts'
import type { Line } from './lines.ts'
import { emphasis } from './pipes.ts'

/** Blanks that part two columns; one blank parts words. */
const wide = 2

interface Word extends Placed {
  /** Where it stands in the line, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

export interface TextLine extends DrawnLine {
  readonly words: readonly Word[]
}

/** The words of a line by the columns of a terminal: a tab goes to the next eighth one. */
export function drawnLine({ raw, text, gapBefore }: Line): TextLine {
  let column = 0
  let at = 0
  const words = [...raw.matchAll(/\S+/g)].map((found) => {
    for (; at < found.index; at++) column = raw[at] === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1
    const from = column
    // A letter with its marks is one in NFC, which the text is in.
    column += found[0].length
    at += found[0].length
    return { from, to: column, start: found.index, end: at }
  })
  return { words, text, gapBefore }
}

export interface DrawnTable {
  readonly table: Table
  /** How many lines it takes. */
  readonly length: number
  readonly open: OpenTable
}

/** The table drawn by blanks that begins at a line, or goes on there, and how many lines it takes; null where none does. */
export function drawnTableAt(
  lines: readonly Line[],
  drawn: readonly TextLine[],
  at: number,
  paged: boolean,
  open: OpenTable | null,
): DrawnTable | null {
  const page = lines[at]?.page
  const found = drawnTable(drawn, at, wide) ?? (open ? drawnOn(drawn, at, open, wide) : null)
  if (!found) return null
  const rows = found.rows.filter((row) => row.lines.every((line) => lines[line]?.page === page))
  const length = Math.max(...rows.flatMap((row) => row.lines)) - at + 1
  const own = lines.slice(at, at + length)
  const cells = (row: DrawnRow) => cellsOf(row, lines, drawn, found.edges, paged)
  const table: Table = {
    kind: 'table',
    at: [own[0]?.at[0] ?? 0, own.at(-1)?.at[1] ?? 0],
    page: paged ? (page ?? null) : null,
    rows: rows.map((row): TableRow => ({ header: row.header, cells: cells(row) })),
  }
  return { table, length, open: found }
}

function cellsOf(
  row: DrawnRow,
  lines: readonly Line[],
  drawn: readonly TextLine[],
  edges: readonly number[],
  paged: boolean,
): TableCell[] {
  const width = edges.length + 1
  const columns = Array.from({ length: row.spanning ? 1 : width }, (): Paragraph[] => [])
  for (const at of row.lines) {
    const line = lines[at]
    if (!line) continue
    for (const [column, paragraphs] of columns.entries()) {
      const words = (drawn[at]?.words ?? []).filter(
        (word) => row.spanning || columnOf(word, edges) === column,
      )
      const [first, last] = [words[0], words.at(-1)]
      if (!first || !last) continue
      paragraphs.push(
        paragraphAt([line.start + first.start, line.start + last.end], {
          page: paged ? line.page : null,
          ...emphasis(line.raw.slice(first.start, last.end)),
        }),
      )
    }
  }
  return columns.map((paragraphs, column) => ({
    paragraphs,
    column,
    columnSpan: row.spanning ? width : 1,
    rowSpan: 1,
  }))
}
