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
const marks =
  /(?<!\()\*+|\*+(?!\))|^\s*#{1,6}\s+|^\s*>\s+(?![\d.,]+\s*(?:%|\S{1,12})?\s*$)|\\(?=[\\`*_{}[\]()#+\-.!|])|^__(?=\S)|^_(?=\d{1,2}[.)]\s)|(?<=\S)__$|<\/?(?:u|b|i|em|strong|sup|sub|span|center|p|div)(?:\s[^<>]*)?>/giu

/** The blocks of a file as lines and tables in reading order. */
export function linesOf(source: SourceText): Item[] {
  const items: Item[] = []
  let before: Paragraph | null = null
  for (const block of source.blocks) {
    if (block.kind === 'paragraph') {
      items.push(...paragraphLines(source, block, before))
      before = block
      continue
    }
    if (isLayout(source, block)) items.push(...cellLines(source, block))
    else items.push({ kind: 'table', table: block })
    before = null
  }
  return items
}

/** Word sets a head, and the recipients beside the signature, as a table without lines. */
function isLayout(source: SourceText, table: Table): boolean {
  if (table.rows.length > 8 || table.rows.some((row) => row.cells.length > 3)) return false
  return table.rows.some((row) =>
    row.cells.some((cell) =>
      cell.paragraphs.some(({ at }) => layoutWords.test(source.text.slice(...at).replaceAll(/[*_#]/g, ''))),
    ),
  )
}

const layoutWords =
  /^\s*(?:cộng h[òo][àa]? xã hội|đảng cộng sản việt nam|độc lập\s*[-–]|n[ơo]i nhận\s*:|(?:TM|KT|TL|TUQ)\.|[TK]\/[MTL] )/iu

const cellLines = (source: SourceText, table: Table): Line[] =>
  table.rows.flatMap((row) => row.cells.flatMap((cell) => linesIn(source, cell.paragraphs)))

/** The lines of a cell. */
export function linesIn(source: SourceText, paragraphs: readonly Paragraph[]): Line[] {
  return paragraphs.flatMap((paragraph, index) =>
    paragraphLines(source, paragraph, paragraphs[index - 1] ?? null),
  )
}

/** A paragraph as lines: a line break that the file states inside it begins a line. */
function paragraphLines(source: SourceText, block: Paragraph, before: Paragraph | null): Line[] {
  const [start, end] = block.at
  const lines: Line[] = []
  const gap = block.gapBefore || before === null || before.whole
  const afterPage =
    before !== null && block.page !== null && before.page !== null && block.page !== before.page
  for (let from = start; from <= end;) {
    const next = source.text.indexOf('\n', from)
    const to = next < 0 || next > end ? end : next
    const first = lines.length === 0
    const strand = lineStrand(source, from, to)
    const line: Line = {
      kind: 'line',
      strand,
      tail: spaceAfter(source.text, to),
      block,
      gap: gap && first,
      afterPage: afterPage && first,
      right: false,
    }
    if (strand.length > 0) lines.push(line)
    from = to + 1
  }
  return lines
}

function lineStrand(source: SourceText, start: number, end: number): Strand {
  const whole = Strand.of(source.text, start, end)
  const bare = marked.has(source.format) && /[*#<>\\_]/.test(whole.text) ? whole.replace(marks) : whole
  return bare.trim()
}

function spaceAfter(text: string, end: number): Strand {
  return /\s/.test(text.charAt(end)) ? Strand.of(text, end, end + 1) : Strand.empty
}

/** Lines made one: the white space of the source stands between them, none where a line is `broken` inside a word. */
export function joined(
  lines: readonly Line[],
  broken: (before: string, after: string) => boolean = () => false,
): Strand {
  const parts = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    if (!next || broken(line.strand.text, next.strand.text)) return [line.strand]
    return [line.strand, line.tail.length > 0 ? line.tail : blank]
  })
  return Strand.join(parts).tidy()
}

export const blank = Strand.join([Strand.empty, Strand.empty], ' ')

export const isLine = (item: Item): item is Line => item.kind === 'line'
