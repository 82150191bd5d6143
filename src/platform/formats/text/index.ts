import type { Block, Paragraph, SourceText } from '../../../domain/source-text.ts'
import { clean, paragraphAt, TextBuilder } from '../builder.ts'
import { htmlDrafts } from '../html/index.ts'
import { decodeText } from './decode.ts'
import { pageNumber, type OpenTable } from '../drawn.ts'
import { drawnLine, drawnTableAt, type DrawnTable } from './drawn.ts'
import { linesOf, takeFeeds, type Line } from './lines.ts'
import { emphasis, pipeTable, pipeTableLength } from './pipes.ts'

const htmlTables = /^[ \t]*<table\b[^]*?<\/table>/gim

/**
 * Reads a text or markdown file: the text stays as it is, marks too, and blocks point into it. Only a table
 * written in HTML is written anew, as its cells.
 */
export function readText(bytes: Uint8Array, name: string): SourceText {
  const { text, feeds } = takeFeeds(cleanPages(decodeText(bytes, name)))
  const builder = new TextBuilder()
  const lines = linesOf(text, feeds)
  const paged = feeds.length > 0
  let from = 0
  for (const table of [...text.matchAll(htmlTables), undefined]) {
    const to = table?.index ?? text.length
    const shift = builder.length - from
    builder.put(text.slice(from, to))
    const between = lines.filter((line) => line.start >= from && line.at[1] <= to)
    for (const block of blocksOf(
      between.map((line) => moved(line, shift)),
      paged,
    ))
      builder.block(block)
    from = to + (table?.[0].length ?? 0)
    if (table) for (const draft of htmlDrafts(table[0], name)) builder.add(draft)
  }
  const format = /\.(md|markdown)$/i.test(name) ? 'md' : 'txt'
  return builder.finish(format, paged ? feeds.length + 1 : null)
}

/** Cleans each page by itself: the form feed between them is a control that cleaning would drop. */
const cleanPages = (text: string) => text.split('\f').map(clean).join('\f')

const moved = (line: Line, shift: number): Line => ({ ...line, at: [line.at[0] + shift, line.at[1] + shift] })

function blocksOf(lines: readonly Line[], paged: boolean): Block[] {
  const blocks: Block[] = []
  const drawn = lines.map(drawnLine)
  // A table goes on behind a page's end, told by a form feed or by the page's number.
  let open: OpenTable | null = null
  for (let i = 0; i < lines.length;) {
    const length = pipeTableLength(lines, i)
    const table: DrawnTable | null = length > 0 ? null : drawnTableAt(lines, drawn, i, paged, open)
    if (table) {
      blocks.push(table.table)
      i += table.length
      open = endsPage(lines, i) ? table.open : null
      continue
    }
    const line = lines[i]
    if (!line) break
    if (!pageNumber.test(line.text)) open = null
    const page = paged ? line.page : null
    blocks.push(length > 0 ? pipeTable(lines.slice(i, i + length), page) : printedLine(line, page))
    i += Math.max(1, length)
  }
  return blocks
}

const endsPage = (lines: readonly Line[], next: number): boolean =>
  pageNumber.test(lines[next]?.text ?? '') || lines[next]?.page !== lines[next - 1]?.page

function printedLine(line: Line, page: number | null): Paragraph {
  const level = /^(#{1,6})\s+\S/.exec(line.text)?.[1]?.length ?? null
  return paragraphAt(line.at, {
    page,
    level,
    gapBefore: line.gapBefore,
    indent: columnsBefore(line.raw),
    ...emphasis(line.text),
  })
}

/** Width of the blanks that open a line; a tab goes to the next eighth column, as terminals print it. */
function columnsBefore(raw: string): number {
  let columns = 0
  for (const sign of raw.slice(0, raw.length - raw.trimStart().length))
    columns = sign === '\t' ? (Math.floor(columns / 8) + 1) * 8 : columns + 1
  return columns
}
