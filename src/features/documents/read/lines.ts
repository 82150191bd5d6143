import type { Paragraph, SourceText, Table } from '../../../domain/source-text.ts'
import { Strand } from '../../../domain/strand.ts'

/** A paragraph of the file, or one line of it as printed, without marks of emphasis. */
export interface Line {
  readonly kind: 'line'
  readonly strand: Strand
  /** The white space after it in the source: what stands between it and the line that goes on. */
  readonly tail: Strand
  readonly block: Paragraph
  /** Clear white space stands before it, or the file says that a paragraph begins. */
  readonly gap: boolean
  /** A page ended before it (page number, running head, footnotes or a new page stood between). */
  readonly afterPage: boolean
}

export interface TableItem {
  readonly kind: 'table'
  readonly table: Table
}

export type Item = Line | TableItem

const marked = new Set(['txt', 'md', 'scan'])
/** Emphasis, heading and quotation marks of Markdown, also as text recognition writes them; `(*)` is a note mark. */
const marks = /(?<!\()\*+|\*+(?!\))|^\s*#{1,6}\s+|^\s*>\s+|\\(?=[\\`*_{}[\]()#+\-.!|])|^__(?=\S)|(?<=\S)__$/g

/** The blocks of a file as lines and tables in reading order. */
export function linesOf(source: SourceText): Item[] {
  const items: Item[] = []
  let page: number | null = null
  for (const block of source.blocks) {
    if (block.kind === 'table') {
      items.push({ kind: 'table', table: block })
      continue
    }
    const afterPage = page !== null && block.page !== null && block.page !== page
    page = block.page ?? page
    const line = lineOf(source, block, afterPage)
    if (line.strand.length > 0) items.push(line)
  }
  return items
}

/** One paragraph of the source as a line. */
export function lineOf(source: SourceText, block: Paragraph, afterPage = false): Line {
  const [start, end] = block.at
  const whole = Strand.of(source.text, start, end)
  const bare = marked.has(source.format) && /[*#>\\_]/.test(whole.text) ? whole.replace(marks) : whole
  return {
    kind: 'line',
    strand: bare.trim(),
    tail: spaceAfter(source.text, end),
    block,
    gap: block.gapBefore || block.whole,
    afterPage,
  }
}

function spaceAfter(text: string, end: number): Strand {
  return /\s/.test(text.charAt(end)) ? Strand.of(text, end, end + 1) : Strand.empty
}

/** Lines made one: the white space of the source stands between them. */
export function joined(lines: readonly Line[]): Strand {
  const parts = lines.flatMap((line, index) =>
    index === lines.length - 1 ? [line.strand] : [line.strand, line.tail.length > 0 ? line.tail : blank],
  )
  return Strand.join(parts).tidy()
}

export const blank = Strand.join([Strand.empty, Strand.empty], ' ')

export const isLine = (item: Item): item is Line => item.kind === 'line'
