import type { Paragraph } from '../../../domain/source-text.ts'
import type { Doubt, DraftCell, DraftParagraph, DraftTable } from '../builder.ts'
import { isLabel, sideBySide } from './columns.ts'
import { drawnOn, drawnTable, pageNumber, type OpenTable } from '../drawn.ts'
import { gridsOf, type Grid } from './grid.ts'
import { drawnRow, headingGap, spacedTable } from './spaced.ts'
import { lookOf, segmentText } from './line-text.ts'
import type { Item, PageContent, Row, Segment } from './model.ts'
import { rowsOf } from './rows.ts'

/** A line or table as it stands on the page, with what later steps need to tell notes and running heads. */
export interface PageLine {
  readonly draft: DraftParagraph
  readonly y: number
  readonly size: number
  readonly x1: number
  readonly items: Segment['items']
}
export interface PageTable {
  readonly draft: DraftTable
  readonly y: number
  /** No lines part it: it may go on at the top of the next page. */
  readonly open?: OpenTable
}
export type PagePart = PageLine | PageTable
export const isLine = (part: PagePart): part is PageLine => part.draft.kind === 'paragraph'

/** The parts of every page; a table drawn by white space goes on over a page's end. */
export function pagesParts(pages: readonly PageContent[]): PagePart[][] {
  const all: PagePart[][] = []
  for (const page of pages) all.push(pageParts(page, openAfter(all.at(-1) ?? [])))
  return all
}

function openAfter(parts: readonly PagePart[]): OpenTable | undefined {
  const last = parts.findLast((part) => !isLine(part) || !pageNumber.test(part.draft.text))
  return last && !isLine(last) ? last.open : undefined
}

/** The lines and tables of a page in reading order. */
function pageParts(content: PageContent, open: OpenTable | undefined): PagePart[] {
  const grids = gridsOf(content.rules)
  const inside = grids.map((grid) => content.items.filter((item) => within(item, grid)))
  const taken = new Set(inside.flat())
  const loose = content.items.filter((item) => !taken.has(item))
  const parts: PagePart[] = []
  const edges = marginsOf(rowsOf(loose), grids)
  let top = -Infinity
  for (const [i, grid] of grids.entries()) {
    parts.push(
      ...lineParts(
        rowsOf(loose.filter((item) => item.y > top && item.y <= grid.y1 + 1)),
        edges,
        content.page,
        i === 0 ? open : undefined,
      ),
    )
    if (inside[i]?.some((item) => item.text.trim() !== ''))
      parts.push({ draft: tableOf(grid, inside[i] ?? [], content.page), y: grid.y1 })
    top = grid.y1 + 1
  }
  const rest = rowsOf(loose.filter((item) => item.y > top))
  return [...parts, ...lineParts(rest, edges, content.page, grids.length === 0 ? open : undefined)]
}

/** By the middle of the item, for letters of a cell may reach over its border. */
function within(item: Item, box: { x1: number; y1: number; x2: number; y2: number }): boolean {
  const [x, y] = [item.x + item.width / 2, item.y - item.size * 0.35]
  return x >= box.x1 && x <= box.x2 && y >= box.y1 && y <= box.y2
}

function tableOf(grid: Grid, items: readonly Item[], page: number): DraftTable {
  const rows: DraftCell[][] = Array.from({ length: grid.rows }, () => [])
  for (const cell of grid.cells) {
    const found = rowsOf(items.filter((item) => within(item, cell)))
    const paragraphs = found.map((row, i): DraftParagraph => ({
      ...lineDraft(row.segments, page),
      gapBefore: gapBefore(found, i, leading(found)),
    }))
    rows[cell.row]?.push({
      column: cell.column,
      columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan,
      paragraphs,
    })
  }
  for (const row of rows) row.sort((a, b) => a.column - b.column)
  return { kind: 'table', page, rows: rows.map((cells) => ({ header: false, cells })) }
}

function lineParts(
  rows: readonly Row[],
  edges: Margins,
  page: number,
  open: OpenTable | undefined,
): PagePart[] {
  const usual = leading(rows)
  const parts: PagePart[] = []
  const drawn = rows.map((row, i) => drawnRow(row, gapBefore(rows, i, usual)))
  const top = drawn.findIndex((line) => !pageNumber.test(line.text))
  for (let i = 0; i < rows.length;) {
    const row = rows[i]
    if (!row) break
    const table =
      drawnTable(drawn, i, headingGap * row.size) ??
      (open && i === top ? drawnOn(drawn, i, open, headingGap * row.size) : null)
    const columns = table ? undefined : sideBySide(rows, i, (edges.left + edges.right) / 2)
    if (table) {
      parts.push({ draft: spacedTable(table, rows, page, lineDraft), y: row.y, open: table })
      i += table.length
    } else if (columns) {
      parts.push(...columnLines(rows.slice(i, i + columns.length), columns.gutter, page))
      i += columns.length
    } else {
      const draft = {
        ...lineDraft(row.segments, page),
        align: alignOf(row, edges),
        gapBefore: gapBefore(rows, i, usual),
      }
      parts.push(lineOf(draft, row, row.segments))
      i++
    }
  }
  return parts
}

/** All lines on the left, then all on the right. */
function columnLines(rows: readonly Row[], gutter: number, page: number): PageLine[] {
  return [true, false].flatMap((left) => {
    const side = rows
      .map((row) => ({
        ...row,
        segments: row.segments.filter((segment) => (segment.x1 + segment.x2) / 2 < gutter === left),
      }))
      .filter((row) => row.segments.length > 0)
    return side.map((row, i) =>
      lineOf(
        { ...lineDraft(row.segments, page), gapBefore: i === 0 || gapBefore(side, i, leading(side)) },
        row,
        row.segments,
      ),
    )
  })
}

const lineOf = (draft: DraftParagraph, row: Row, segments: readonly Segment[]): PageLine => ({
  draft,
  y: row.y,
  size: row.size,
  x1: segments[0]?.x1 ?? 0,
  items: segments.flatMap((segment) => segment.items),
})

function lineDraft(segments: readonly Segment[], page: number): DraftParagraph {
  const items = segments.flatMap((segment) => segment.items)
  return {
    kind: 'paragraph',
    text: joined(segments.map(segmentText)),
    page,
    whole: false,
    indent: segments[0]?.x1 ?? null,
    doubts: doubtsIn(items),
    ...lookOf(unlabelled(segments)),
  }
}

/** The doubtful words, each with how often its letters stand before it: "an" is in "ban" too. */
const doubtsIn = (items: Segment['items']): Doubt[] =>
  items.flatMap(({ text, doubtful }, i) =>
    doubtful && text !== ''
      ? {
          word: text,
          skip: items.slice(0, i).reduce((sum, item) => sum + item.text.split(text).length - 1, 0),
        }
      : [],
  )

/** A number hung out to the left of its text is a part of it; other wide gaps are kept as a tab. */
function joined(texts: readonly string[]): string {
  return texts
    .slice(1)
    .reduce((all, text, i) => all + (isLabel(texts[i] ?? '') ? ' ' : '\t') + text, texts[0] ?? '')
}

/** A number is often set plain before a bold heading; the look is that of the text. */
const unlabelled = (segments: readonly Segment[]): readonly Segment[] =>
  segments.length > 1 && segments[0] && isLabel(segmentText(segments[0])) ? segments.slice(1) : segments

/** The usual distance of two rows. */
function leading(rows: readonly Row[]): number {
  const steps = rows
    .slice(1)
    .map((row, i) => row.y - (rows[i]?.y ?? 0))
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 3)] ?? Infinity
}

function gapBefore(rows: readonly Row[], i: number, usual: number): boolean {
  const [row, above] = [rows[i], rows[i - 1]]
  return row !== undefined && above !== undefined && row.y - above.y > 1.3 * Math.max(usual, row.size)
}

interface Margins {
  readonly left: number
  readonly right: number
}

/** Where most lines begin and end; tables count too, since they fill the width of the text. */
function marginsOf(rows: readonly Row[], grids: readonly Grid[]): Margins {
  const starts = [...rows.map((row) => row.segments[0]?.x1 ?? 0), ...grids.map((grid) => grid.x1)]
  const ends = [...rows.map((row) => row.segments.at(-1)?.x2 ?? 0), ...grids.map((grid) => grid.x2)]
  return { left: common(starts, Math.min), right: common(ends, Math.max) }
}

/** The outermost value that comes at least three times (within 2 points), else the outermost. */
function common(values: readonly number[], outer: (...of: number[]) => number): number {
  const often = values.filter((value) => values.filter((other) => Math.abs(other - value) < 2).length >= 3)
  return outer(...(often.length > 0 ? often : values))
}

function alignOf(row: Row, { left, right }: Margins): Paragraph['align'] {
  const [before, after] = [(row.segments[0]?.x1 ?? left) - left, right - (row.segments.at(-1)?.x2 ?? right)]
  if (before > 1.5 * row.size && Math.abs(before - after) < Math.min(1.2 * row.size, before / 4))
    return 'center'
  if (after < 3 && before > 0.35 * (right - left)) return 'right'
  return after < 3 ? 'justify' : 'left'
}
