import type { Paragraph, Table, TableCell, TableRow } from '../../../domain/source-text.ts'
import { paragraphAt } from '../builder.ts'
import type { Line } from './lines.ts'

const separator = /^\|?\s*:?[-=]{2,}:?\s*(\|\s*:?[-=]{2,}:?\s*)*\|?$/
const border = /^\+[-=:+]+\+$/

/** Places of the pipes that part cells: not those written `\|`, nor those within a code span. */
function pipes(raw: string): number[] {
  return [...raw.matchAll(/\\.|`[^`]*`|\|/g)].filter(([found]) => found === '|').map((m) => m.index)
}

const isRow = (line: Line) => line.text.startsWith('|') && pipes(line.text).length >= 2
const isBorder = (line: Line) =>
  border.test(line.text) || (separator.test(line.text) && line.text.includes('|'))

/**
 * How many lines from `from` on are one markdown table (also a grid table with `+---+` borders, and one
 * without its separator row); 0 where none begins.
 */
export function pipeTableLength(lines: readonly Line[], from: number): number {
  let end = from
  while (end < lines.length) {
    const line = lines[end]
    if (!line || !(isRow(line) || isBorder(line) || bareRow(lines, from, end))) break
    if (end > from && (line.gapBefore || line.page !== lines[end - 1]?.page)) break
    end++
  }
  const rows = lines.slice(from, end).filter((line) => !isBorder(line)).length
  return rows >= 2 || (rows === 1 && end - from >= 2) ? end - from : 0
}

/** `a | b` without outer pipes: a row only where a separator row follows or came before. */
function bareRow(lines: readonly Line[], from: number, at: number): boolean {
  const line = lines[at]
  if (!line || pipes(line.text).length === 0) return false
  const rule = at === from ? lines[at + 1] : lines[from + 1]
  return rule !== undefined && isBorder(rule) && !border.test(rule.text)
}

export function pipeTable(lines: readonly Line[], page: number | null): Table {
  const grid = lines.some((line) => border.test(line.text))
  const groups = grid ? gridRows(lines) : lines.filter((line) => !isBorder(line)).map((line) => [line])
  const headers = headerRows(lines, grid)
  const rows = groups.map((group, i): TableRow => ({ header: i < headers, cells: cellsOf(group, page) }))
  const first = lines[0]?.at ?? [0, 0]
  return { kind: 'table', at: [first[0], lines.at(-1)?.at[1] ?? first[1]], page, rows }
}

/** In a grid table a row is all lines between two borders. */
function gridRows(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  let open: Line[] = []
  for (const line of lines) {
    if (isBorder(line)) {
      if (open.length > 0) rows.push(open)
      open = []
    } else open.push(line)
  }
  return open.length > 0 ? [...rows, open] : rows
}

/** Rows above the separator; a grid marks it by `===`, and a table without one says nothing of its head. */
function headerRows(lines: readonly Line[], grid: boolean): number {
  const rule = lines.findIndex((line) => isBorder(line) && (!grid || line.text.includes('=')))
  if (rule < 0) return 0
  return grid ? gridRows(lines.slice(0, rule + 1)).length : rule
}

function cellsOf(group: readonly Line[], page: number | null): TableCell[] {
  const columns = new Map<number, Paragraph[]>()
  for (const line of group)
    edges(line.text).forEach(([from, to], column) => {
      const held = columns.get(column) ?? []
      held.push(...cellParagraphs(line, from, to, page))
      columns.set(column, held)
    })
  return [...columns].map(([column, paragraphs]) => ({ paragraphs, column, columnSpan: 1, rowSpan: 1 }))
}

function edges(text: string): (readonly [number, number])[] {
  const inner = pipes(text)
  const cuts = [
    ...(inner[0] === 0 ? [] : [-1]),
    ...inner,
    ...(inner.at(-1) === text.length - 1 ? [] : [text.length]),
  ]
  return cuts.slice(1).map((to, i) => [(cuts[i] ?? -1) + 1, to] as const)
}

/** A cell's lines are parted by `<br>`. */
function cellParagraphs(line: Line, from: number, to: number, page: number | null): Paragraph[] {
  const found: Paragraph[] = []
  let start = from
  const cell = line.text.slice(from, to)
  for (const cut of [...cell.matchAll(/<br\s*\/?>/gi), undefined]) {
    const end = cut ? from + cut.index : to
    const part = line.text.slice(start, end)
    const at = line.at[0] + start + (part.length - part.trimStart().length)
    if (part.trim() !== '')
      found.push(paragraphAt([at, at + part.trim().length], { page, ...emphasis(part.trim()) }))
    start = end + (cut?.[0].length ?? 0)
  }
  return found
}

/** Bold and italic where markdown marks hold the whole of a line. */
export function emphasis(text: string): { readonly bold: boolean; readonly italic: boolean } {
  const marks = /^(\*{1,3}|_{1,3})(?=\S)[^*_]+\1[.:;,]?$/.exec(text)?.[1]?.length ?? 0
  return { bold: marks >= 2, italic: marks % 2 === 1 }
}
