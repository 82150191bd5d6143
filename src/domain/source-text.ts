import type { Span } from './span.ts'

/** What a file was read as. `scan` is a picture of a page, or a PDF without a text layer, read by Tesseract. */
export type SourceFormat = 'txt' | 'md' | 'docx' | 'html' | 'pdf' | 'doc' | 'scan'

/**
 * A file read into one text and its blocks, in reading order. Nothing is judged yet: what is a heading, a
 * footnote or a broken page is decided by pure readers above.
 */
export interface SourceText {
  readonly format: SourceFormat
  /**
   * The whole text: NFC, lines end in `\n`, every kind of blank and hyphen as the plain one, nothing invisible;
   * automatic numbers, raised digits (`m²`) and footnote marks (`⁽¹⁾`) are written out. Cells of a row are parted
   * by a tab. Notes that the format keeps apart stand after the body.
   */
  readonly text: string
  /** Number of pages where the format has pages. */
  readonly pages: number | null
  readonly blocks: readonly Block[]
  /** Words that the reader of a scan is not sure of. */
  readonly doubts: readonly { readonly found: string; readonly at: Span }[]
  /** Where the name's ending says another format than the bytes: `doc` on a web page, for example. */
  readonly mismatch?: { readonly named: string; readonly found: SourceFormat }
}

export type Block = Paragraph | Table

export interface Paragraph {
  readonly kind: 'paragraph'
  /** Its text without the line end. */
  readonly at: Span
  /** 1-based; null where the format has no pages. */
  readonly page: number | null
  /**
   * True where the format itself says that a paragraph ends here (docx, html); false for a line as printed, and
   * for a line that a soft break ends.
   */
  readonly whole: boolean
  /** True where blank lines or clear white space stand before it. */
  readonly gapBefore: boolean
  /** Outline level 1–9 where the file states one (Word heading styles, h1–h6, markdown #). */
  readonly level: number | null
  readonly bold: boolean
  readonly italic: boolean
  readonly align: 'left' | 'center' | 'right' | 'justify' | null
  /** Left edge of its first line in points (docx, PDF, scan) or characters (text); null where unknown. */
  readonly indent: number | null
  /** The number or bullet that the file makes by itself (Word lists, `<ol>`): a part of `at`, and of the text. */
  readonly label: Span | null
  /** Where the format keeps footnotes apart: the number of the note this paragraph belongs to. */
  readonly note: number | null
  /** A running head, foot or page number, where the format keeps those apart. */
  readonly furniture: boolean
}

export interface Table {
  readonly kind: 'table'
  readonly at: Span
  readonly page: number | null
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** The file says that the row is repeated at the top of each page. */
  readonly header: boolean
  readonly cells: readonly TableCell[]
}

export interface TableCell {
  readonly paragraphs: readonly Paragraph[]
  /** 0-based grid column, and how many columns and rows the cell covers (merged cells). */
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
}
