import type { Paragraph, SourceText } from '../../../domain/source-text.ts'
import { clean, paragraphAt, TextBuilder } from '../builder.ts'
import { decodeText } from './decode.ts'
import { linesOf, takeFeeds, type Line } from './lines.ts'
import { emphasis, pipeTable, pipeTableLength } from './pipes.ts'

/** Reads a text or markdown file: the text stays as it is, marks too; blocks point into it. */
export function readText(bytes: Uint8Array, name: string): SourceText {
  const { text, feeds } = takeFeeds(cleanPages(decodeText(bytes, name)))
  const builder = new TextBuilder()
  builder.put(text)
  const lines = linesOf(text, feeds)
  const paged = feeds.length > 0
  for (let i = 0; i < lines.length;) {
    const length = pipeTableLength(lines, i)
    const line = lines[i]
    if (!line) break
    const page = paged ? line.page : null
    if (length > 0) builder.block(pipeTable(lines.slice(i, i + length), page))
    else builder.block(printedLine(line, page))
    i += Math.max(1, length)
  }
  const format = /\.(md|markdown)$/i.test(name) ? 'md' : 'txt'
  return builder.finish(format, paged ? (lines.at(-1)?.page ?? 1) : null)
}

/** Cleans each page by itself: the form feed between them is a control that cleaning would drop. */
const cleanPages = (text: string) => text.split('\f').map(clean).join('\f')

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
