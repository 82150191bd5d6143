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
  /** It was cut off the right of a printed line: the second of two columns. */
  readonly right: boolean
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
    const afterPage = page !== null && block.page !== null && block.page !== page
    page = block.page ?? page
    if (block.kind === 'paragraph') items.push(...paragraphLines(source, block, afterPage))
    else if (isLayout(source, block))
      for (const paragraph of paragraphsIn(block)) items.push(...paragraphLines(source, paragraph))
    else items.push({ kind: 'table', table: block })
  }
  return items
}

/** Word sets a head, and the recipients beside the signature, as a table without lines. */
function isLayout(source: SourceText, table: Table): boolean {
  const width = Math.max(...table.rows.map((row) => row.cells.length))
  if (width > 3 || table.rows.length > 6) return false
  return layoutWords.test(source.text.slice(table.at[0], table.at[1]))
}

const layoutWords =
  /^\s*(?:cộng hòa xã hội|cộng hoà xã hội|đảng cộng sản việt nam|độc lập\s*-|n[ơo]i nhận\s*:|(?:TM|KT|TL|TUQ)\.|[TK]\/[MTL] )/imu

const paragraphsIn = (table: Table): Paragraph[] =>
  table.rows.flatMap((row) => row.cells.flatMap((cell) => [...cell.paragraphs]))

/** A paragraph as lines: a line break that the file states inside it begins a line. */
export function paragraphLines(source: SourceText, block: Paragraph, afterPage = false): Line[] {
  const [start, end] = block.at
  const lines: Line[] = []
  let from = start
  while (from <= end) {
    const next = source.text.indexOf('\n', from)
    const to = next < 0 || next > end ? end : next
    const line = lineOf(source, block, from, to, afterPage)
    if (line.strand.length > 0)
      lines.push(lines.length > 0 ? { ...line, gap: false, afterPage: false } : line)
    from = to + 1
  }
  return lines
}

function lineOf(source: SourceText, block: Paragraph, start: number, end: number, afterPage: boolean): Line {
  const whole = Strand.of(source.text, start, end)
  const bare = marked.has(source.format) && /[*#>\\_]/.test(whole.text) ? whole.replace(marks) : whole
  return {
    kind: 'line',
    strand: bare.trim(),
    tail: spaceAfter(source.text, end),
    block,
    gap: block.gapBefore || block.whole,
    afterPage,
    right: false,
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
