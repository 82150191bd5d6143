import type { Draft, DraftCell, DraftParagraph } from '../builder.ts'
import { child, type Xml } from '../xml.ts'
import { flat } from './flat.ts'
import { toggle, val } from './package.ts'

interface OpenCell {
  readonly column: number
  columnSpan: number
  rowSpan: number
  readonly continues: boolean
  readonly paragraphs: DraftParagraph[]
  readonly blocks: readonly Draft[]
}

type Rows = readonly { readonly header: boolean; readonly cells: readonly DraftCell[] }[]

/** A Word table as rows with spans; `alone` are the blocks of a table of one column. */
export function tableOf(
  tbl: Xml,
  blocksOf: (cell: Xml) => Draft[],
): { readonly rows: Rows; readonly alone: readonly Draft[] | undefined } {
  const rows: { header: boolean; cells: OpenCell[] }[] = []
  for (const tr of flat(tbl)) {
    const trPr = child(tr, 'w:trPr')
    if (tr.name !== 'w:tr' || child(trPr, 'w:del')) continue
    const cells = cellsOf(tr, Number(val(trPr, 'w:gridBefore') ?? 0) || 0, blocksOf)
    rows.push({ header: toggle(trPr, 'w:tblHeader') ?? false, cells })
  }
  mergeDown(rows.map((row) => row.cells))
  // One column is a frame round text, not a table.
  const framed = rows.every((row) => row.cells.length <= 1)
  const alone = framed ? rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)) : undefined
  return {
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter((cell) => !cell.continues) })),
    alone,
  }
}

function cellsOf(tr: Xml, before: number, blocksOf: (cell: Xml) => Draft[]): OpenCell[] {
  const cells: OpenCell[] = []
  let column = before
  for (const tc of flat(tr)) {
    if (tc.name !== 'w:tc') continue
    const tcPr = child(tc, 'w:tcPr')
    const columnSpan = Math.min(Math.max(1, Number(val(tcPr, 'w:gridSpan') ?? 1) || 1), 256)
    const blocks = blocksOf(tc)
    const last = cells.at(-1)
    // Old files merge across by a mark on each cell instead of a span.
    if (child(tcPr, 'w:hMerge') && val(tcPr, 'w:hMerge') !== 'restart' && last) last.columnSpan += columnSpan
    else
      cells.push({
        column,
        columnSpan,
        rowSpan: 1,
        continues: continuesUp(tcPr),
        paragraphs: blocks.flatMap(paragraphsOf),
        blocks,
      })
    column += columnSpan
  }
  return cells
}

/** `vMerge` without a value continues the cell above. */
const continuesUp = (tcPr: Xml | undefined) =>
  child(tcPr, 'w:vMerge') !== undefined && val(tcPr, 'w:vMerge') !== 'restart'

/** A table within a cell is read row by row into the cell. */
const paragraphsOf = (block: Draft): readonly DraftParagraph[] =>
  block.kind === 'paragraph'
    ? [block]
    : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))

/** Gives the cell above one row more, and what a hidden continuation holds. */
function mergeDown(rows: readonly OpenCell[][]): void {
  const above = new Map<number, OpenCell>()
  for (const row of rows)
    for (const [i, cell] of row.entries()) {
      const upper = cell.continues ? above.get(cell.column) : undefined
      if (upper) {
        upper.rowSpan++
        upper.paragraphs.push(...cell.paragraphs)
      } else {
        above.set(cell.column, cell)
        if (cell.continues) row[i] = { ...cell, continues: false }
      }
    }
}
