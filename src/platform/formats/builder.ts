import type {
  Block,
  Paragraph,
  SourceFormat,
  SourceText,
  Table,
  TableCell,
} from '../../domain/source-text.ts'
import type { Span } from '../../domain/span.ts'

/** A paragraph before it has a place: what is not said takes the value that claims least. */
export interface DraftParagraph extends Partial<Omit<Paragraph, 'kind' | 'at' | 'label'>> {
  readonly kind: 'paragraph'
  readonly text: string
  /** How many characters of `text`, from its start, the file made by itself (`1.`, `•`). */
  readonly labelLength?: number
  /** Words of it, in order, that the reader of a scan is not sure of. */
  readonly doubts?: readonly Doubt[]
}

export interface Doubt {
  readonly word: string
  /** How often its letters stand before it in the paragraph, in other words too. */
  readonly skip: number
}

export interface DraftCell extends Partial<Omit<TableCell, 'paragraphs'>> {
  readonly paragraphs: readonly DraftParagraph[]
  readonly column: number
}

export interface DraftTable {
  readonly kind: 'table'
  readonly page?: number | null
  readonly rows: readonly { readonly header: boolean; readonly cells: readonly DraftCell[] }[]
}

export type Draft = DraftParagraph | DraftTable

// Soft hyphens, zero-width characters and marks of direction are for the typesetter, and hide a word from search.
const invisible =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
// Controls that stand for nothing in a text, and the object character that marks an embedded picture.
const controls = /(?![\n\t])\p{Cc}|[\uFFFC\uFFFE\uFFFF]/gu

/** NFC, with every kind of blank as a blank, the hyphens that look like one as `-`, and nothing invisible. */
export function clean(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(invisible, '')
    .replaceAll(spaces, ' ')
    .replaceAll(controls, '')
    .replaceAll(/[\u2010\u2011]/g, '-')
    .toWellFormed()
    .normalize('NFC')
}

/** Puts the pieces of a reading into one text and remembers where each stands. */
export class TextBuilder {
  readonly #parts: string[] = []
  readonly #blocks: Block[] = []
  readonly #doubts: { readonly found: string; readonly at: Span }[] = []
  #length = 0

  /** Adds text that is clean already, as it is. */
  put(text: string): Span {
    const start = this.#length
    this.#parts.push(text)
    this.#length += text.length
    return [start, this.#length]
  }

  get length(): number {
    return this.#length
  }

  block(block: Block): void {
    this.#blocks.push(block)
  }

  add(draft: Draft): void {
    if (draft.kind === 'table') return this.#addTable(draft)
    if (draft.gapBefore && this.#length > 0) this.put('\n')
    const paragraph = this.#paragraph(draft)
    if (!paragraph) return
    this.#blocks.push(paragraph)
    this.put('\n')
  }

  /** Null for a paragraph in which nothing can be read. */
  #paragraph(draft: DraftParagraph): Paragraph | null {
    const whole = clean(draft.text)
    const text = whole.trim()
    if (text === '') return null
    const label = clean(draft.text.slice(0, draft.labelLength ?? 0)).trim()
    const at = this.put(text.replaceAll('\n', ' '))
    this.#doubt(at, text, draft.doubts ?? [])
    return paragraphAt(at, {
      ...draft,
      label: label !== '' && text.startsWith(label) ? [at[0], at[0] + label.length] : null,
    })
  }

  #doubt([start]: Span, text: string, doubts: readonly Doubt[]): void {
    for (const { word: written, skip } of doubts) {
      const word = clean(written)
      let found = word === '' ? -1 : text.indexOf(word)
      for (let passed = 0; passed < skip && found >= 0; passed++)
        found = text.indexOf(word, found + word.length)
      if (found >= 0) this.#doubts.push({ found: word, at: [start + found, start + found + word.length] })
    }
  }

  /** Cells are parted by a tab and rows by a line end; paragraphs of a cell by a line end too. */
  #addTable(draft: DraftTable): void {
    const start = this.#length
    const page = draft.page ?? null
    const rows: Table['rows'][number][] = []
    for (const row of draft.rows) {
      const cells = row.cells.map((cell, i): TableCell => {
        if (i > 0) this.put('\t')
        return { ...this.#cell(cell, page) }
      })
      this.put('\n')
      rows.push({ header: row.header, cells })
    }
    if (rows.length === 0) return
    this.#blocks.push({ kind: 'table', at: [start, this.#length - 1], page, rows })
  }

  #cell(cell: DraftCell, page: number | null): TableCell {
    const paragraphs: Paragraph[] = []
    for (const draft of cell.paragraphs) {
      if (clean(draft.text).trim() === '') continue
      if (paragraphs.length > 0) this.put('\n')
      const paragraph = this.#paragraph({ page, ...draft })
      if (paragraph) paragraphs.push(paragraph)
    }
    return { paragraphs, column: cell.column, columnSpan: cell.columnSpan ?? 1, rowSpan: cell.rowSpan ?? 1 }
  }

  finish(format: SourceFormat, pages: number | null): SourceText {
    return { format, text: this.#parts.join(''), pages, blocks: this.#blocks, doubts: this.#doubts }
  }
}

export function paragraphAt(
  at: Span,
  known: Partial<Omit<Paragraph, 'kind' | 'at'>> & { readonly label?: Span | null },
): Paragraph {
  return {
    kind: 'paragraph',
    at,
    page: known.page ?? null,
    whole: known.whole ?? false,
    gapBefore: known.gapBefore ?? false,
    level: known.level ?? null,
    bold: known.bold ?? false,
    italic: known.italic ?? false,
    align: known.align ?? null,
    indent: known.indent ?? null,
    label: known.label ?? null,
    note: known.note ?? null,
    furniture: known.furniture ?? false,
  }
}
