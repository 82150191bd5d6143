import type { DraftCell, DraftParagraph, DraftTable } from '../builder.ts'
import { columnOf, type Drawn, type DrawnLine, type DrawnRow } from '../drawn.ts'
import { segmentText } from './line-text.ts'
import type { Placed, Row, Segment } from './model.ts'
import { segmentOf } from './rows.ts'

/** A gap that parts the headings of a table without lines, in letter heights; blanks stay far below. */
export const headingGap = 0.7

/** A row of a page as a table drawn by white space sees it. */
export const drawnRow = (row: Row, gapBefore: boolean): DrawnLine => ({
  words: itemsOf(row).map((item) => ({ from: item.x, to: item.x + item.width })),
  text: row.segments.map(segmentText).join(' '),
  gapBefore,
})

const itemsOf = (row: Row): Placed[] => row.segments.flatMap((segment) => [...segment.items])

/** A table that no lines part: its cells hold the words of their columns. */
export function spacedTable(
  { rows, edges }: Drawn,
  lines: readonly Row[],
  page: number,
  draft: (segments: readonly Segment[], page: number) => DraftParagraph,
): DraftTable {
  const cell = (row: DrawnRow, column: number): DraftParagraph[] =>
    row.lines.flatMap((at) => {
      const items = lines[at] ? itemsOf(lines[at]) : []
      const own = items.filter(
        (item) => row.spanning || columnOf({ from: item.x, to: item.x + item.width }, edges) === column,
      )
      return own.length > 0 ? [draft([segmentOf(own)], page)] : []
    })
  return {
    kind: 'table',
    page,
    rows: rows.map((row) => ({
      header: row.header,
      cells: row.spanning
        ? [{ column: 0, columnSpan: edges.length + 1, paragraphs: cell(row, 0) }]
        : Array.from({ length: edges.length + 1 }, (_, column): DraftCell => ({
            column,
            paragraphs: cell(row, column),
          })),
    })),
  }
}
