import type { Draft, DraftCell, DraftParagraph, DraftTable } from '../builder.ts'
import { isElement, type Xml } from '../xml.ts'
import { isHidden } from './style.ts'

interface Row {
  readonly tr: Xml
  readonly header: boolean
}

/** An HTML table as rows with spans; a table of one column is given back as the blocks of its cells. */
export function htmlTable(table: Xml, blocksOf: (cell: Xml) => Draft[]): readonly Draft[] {
  const rows = rowsOf(table, false)
  const taken = new Map<number, number>()
  const blocks: Draft[] = []
  const drafts: DraftTable['rows'][number][] = []
  for (const [index, { tr, header }] of rows.entries()) {
    const tags = tr.children.filter(
      (part): part is Xml => isElement(part) && /^t[dh]$/.test(part.name) && !isHidden(part),
    )
    const cells = tags.map((tag): DraftCell => {
      const inner = blocksOf(tag)
      blocks.push(...inner)
      return place(tag, index, rows.length, taken, inner.flatMap(paragraphsOf))
    })
    const heads = header || (tags.length > 0 && tags.every((tag) => tag.name === 'th'))
    if (cells.length > 0) drafts.push({ header: heads, cells })
  }
  const layout =
    drafts.every((row) => row.cells.length <= 1) ||
    (drafts.length === 1 && blocks.some((b) => b.kind === 'table'))
  return layout ? blocks : [{ kind: 'table', rows: drafts }]
}

/** The first free column of the row; a cell over several rows takes its columns there too. */
function place(
  tag: Xml,
  index: number,
  rows: number,
  taken: Map<number, number>,
  paragraphs: readonly DraftParagraph[],
): DraftCell {
  let column = 0
  while ((taken.get(column) ?? 0) > index) column++
  const columnSpan = span(tag.attributes['colspan'], 256)
  // Zero means down to the last row.
  const rowSpan = Math.min(
    tag.attributes['rowspan'] === '0' ? rows : span(tag.attributes['rowspan'], rows),
    rows - index,
  )
  for (let i = column; i < column + columnSpan; i++) taken.set(i, index + rowSpan)
  return { column, columnSpan, rowSpan, paragraphs }
}

const span = (text: string | undefined, most: number): number =>
  Math.min(Math.max(1, Number.parseInt(text ?? '1', 10) || 1), Math.max(1, most))

function rowsOf(node: Xml, header: boolean): Row[] {
  return node.children.filter(isElement).flatMap((part) => {
    if (isHidden(part)) return []
    if (part.name === 'tr') return [{ tr: part, header }]
    return /^t(head|body|foot)$/.test(part.name) ? rowsOf(part, part.name === 'thead') : []
  })
}

const paragraphsOf = (block: Draft): readonly DraftParagraph[] =>
  block.kind === 'paragraph'
    ? [block]
    : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
