import type { Paragraph } from '../../../domain/source-text.ts'
import type { Draft } from '../builder.ts'
import { linesOfPieces, type Look, type Piece } from '../pieces.ts'
import { noteMark, oneBracket, withoutMark } from '../superscript.ts'
import { isElement, type Xml } from '../xml.ts'
import { listMarks } from './list.ts'
import { alignOf, isBlock, isHidden, lookOf } from './style.ts'
import { htmlTable } from './table.ts'

/** What an element hands down to what stands in it. */
interface Around {
  readonly look: Look
  readonly align: Paragraph['align']
  readonly level: number | null
  readonly furniture: boolean
  /** Within the page's own main part: a header there belongs to the document. */
  readonly main: boolean
  readonly note: number | null
  readonly verbatim: boolean
}

// Word's "web page" and common converters name the anchors of notes so.
const noteTarget = /^#?_?(?:ftn|fn:?|footnote-?|edn)(\d{1,4})$/i
const noteOrigin = /^#?_?(?:ftnref|fnref:?|footnote-ref-?|ednref)(\d{1,4})$/i

/** Walks a page in reading order; text gathers until a block begins or ends. */
export class PageReader {
  readonly #site: boolean
  #pieces: Piece[] = []
  #label = ''
  #out: Draft[] = []

  /** `site`: the page says what its main part is, so its header and footer belong to the site. */
  constructor(site: boolean) {
    this.#site = site
  }

  read(root: Xml): Draft[] {
    return this.#blocks(root, {
      look: {},
      align: null,
      level: null,
      furniture: false,
      main: false,
      note: null,
      verbatim: false,
    })
  }

  #blocks(node: Xml, around: Around): Draft[] {
    const outer = this.#out
    this.#out = []
    this.#walk(node, around)
    this.#flush(around)
    const found = this.#out
    this.#out = outer
    return found
  }

  #walk(node: Xml, around: Around): void {
    const marks = listMarks(node)
    for (const part of node.children) {
      if (!isElement(part)) this.#text(part, around)
      else if (part.name === 'br') this.#pieces.push({ kind: 'break' })
      else if (!isHidden(part)) this.#element(part, around, part.name === 'li' ? marks(part) : '')
    }
  }

  #element(node: Xml, around: Around, mark: string): void {
    const inner = this.#inner(node, around)
    if (!isBlock(node)) return this.#inline(node, inner)
    this.#flush(around)
    // An item's mark stands before its first text, which may be in a paragraph of its own.
    if (inner.note === null) this.#label += mark
    if (node.name === 'table') this.#table(node, inner)
    else this.#walk(node, inner)
    this.#flush(inner)
    if (mark !== '') this.#label = ''
  }

  #inline(node: Xml, inner: Around): void {
    const href = node.attributes['href'] ?? ''
    const target = noteTarget.exec(href)?.[1]
    if (target !== undefined) this.#mark(Number(target), inner)
    // The way back from a note to the text is its own number or an arrow.
    else if (!noteOrigin.test(href)) this.#walk(node, inner)
  }

  #mark(note: number, inner: Around): void {
    this.#pieces.push({ kind: 'text', text: noteMark(note), look: { ...inner.look, raised: true }, page: 1 })
  }

  #inner(node: Xml, around: Around): Around {
    const note = noteTarget.exec(node.attributes['id'] ?? '')?.[1]
    const heading = /^h([1-6])$/.exec(node.name)?.[1]
    return {
      look: lookOf(node, around.look),
      align: alignOf(node, around.align),
      level: heading === undefined ? around.level : Number(heading),
      furniture:
        around.furniture ||
        node.name === 'nav' ||
        (!around.main && this.#site && /^(header|footer|aside)$/.test(node.name)),
      main: around.main || /^(main|article)$/.test(node.name),
      note: isBlock(node) && note !== undefined ? Number(note) : around.note,
      verbatim: around.verbatim || node.name === 'pre',
    }
  }

  #text(text: string, around: Around): void {
    if (!around.verbatim)
      this.#pieces.push({
        kind: 'text',
        text: text.replaceAll(/[^\S\u00A0]+/g, ' '),
        look: around.look,
        page: 1,
      })
    else
      for (const [i, line] of text.split('\n').entries()) {
        if (i > 0) this.#pieces.push({ kind: 'break' })
        this.#pieces.push({ kind: 'text', text: line, look: around.look, page: 1 })
      }
  }

  #flush(around: Around): void {
    const lines = linesOfPieces(this.#pieces).filter((line) => line.text.trim() !== '')
    this.#pieces = []
    for (const [i, line] of lines.entries()) {
      const label = i === 0 ? this.#label : ''
      const own = oneBracket(line.text.replaceAll(/ {2,}/g, ' ').trim())
      this.#out.push({
        kind: 'paragraph',
        text: label + (around.note === null ? own : withoutMark(own)),
        labelLength: label.length,
        whole: i === lines.length - 1,
        bold: line.bold,
        italic: line.italic,
        align: around.align,
        level: around.level,
        note: around.note,
        furniture: around.furniture,
      })
    }
    if (lines.length > 0) this.#label = ''
  }

  #table(node: Xml, around: Around): void {
    for (const part of node.children)
      if (isElement(part) && part.name === 'caption') this.#out.push(...this.#blocks(part, around))
    this.#out.push(
      ...htmlTable(node, (cell) => this.#blocks(cell, this.#inner(cell, { ...around, align: null }))),
    )
  }
}
