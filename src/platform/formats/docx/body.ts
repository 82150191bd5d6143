import type { Paragraph } from '../../../domain/source-text.ts'
import type { Draft, DraftParagraph } from '../builder.ts'
import { linesOfPieces, type Piece, type PrintedLine } from '../pieces.ts'
import { noteMark, oneBracket, withoutMark } from '../superscript.ts'
import { child, children, type Xml } from '../xml.ts'
import { below, flat } from './flat.ts'
import type { Numbering } from './numbering.ts'
import { toggle, val } from './package.ts'
import { piecesOf, type Flow } from './runs.ts'
import { over, paragraphLook, look, type ParagraphLook, type Styles } from './styles.ts'
import { tableOf } from './table.ts'

type NoteKind = 'footnote' | 'endnote'

/** Walks a Word body in reading order and writes down what Word shows. */
export class BodyReader {
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #notes = new Map<string, number>()
  readonly #flow: Flow
  readonly #paged: boolean
  #carried: Piece[] = []
  #gap = false
  #note: number | null = null
  #embedded = false

  constructor(styles: Styles, numbering: Numbering, paged: boolean) {
    this.#styles = styles
    this.#numbering = numbering
    this.#paged = paged
    this.#flow = {
      page: 1,
      fields: [],
      boxes: [],
      noteNumber: (kind, id) => noteMark(this.#noteNumber(kind, id)),
    }
  }

  get pages(): number | null {
    return this.#paged ? this.#flow.page : null
  }

  /** True where text lies in a part of another format, which only Word itself unfolds. */
  get embedded(): boolean {
    return this.#embedded
  }

  /** Blocks of a body, a cell, a note or a box. */
  *blocks(node: Xml): Generator<Draft> {
    for (const part of flat(node)) {
      if (part.name === 'w:p') yield* this.#paragraph(part)
      else if (part.name === 'w:tbl') yield* this.#table(part)
      else if (part.name === 'w:altChunk') this.#embedded = true
    }
  }

  /** The notes that the text points to, in the order of their marks. */
  *notes(footnotes: Xml | undefined, endnotes: Xml | undefined): Generator<Draft> {
    const bodies = new Map([...noteBodies('footnote', footnotes), ...noteBodies('endnote', endnotes)])
    for (const [key, number] of this.#notes) {
      const body = bodies.get(key)
      if (!body) continue
      this.#note = number
      let first = true
      for (const draft of this.blocks(body)) {
        yield first && draft.kind === 'paragraph' ? { ...draft, text: withoutMark(draft.text) } : draft
        first = false
      }
    }
    this.#note = null
  }

  #noteNumber(kind: NoteKind, id: string): number {
    const key = `${kind}/${id}`
    const known = this.#notes.get(key) ?? this.#notes.size + 1
    this.#notes.set(key, known)
    return known
  }

  *#table(tbl: Xml): Generator<Draft> {
    const page = this.#page()
    const { rows, alone } = tableOf(tbl, (cell) => [...this.blocks(cell)])
    this.#gap = false
    // A frame of one cell is a box round text, not a table.
    if (alone) yield* alone
    else yield { kind: 'table', page, rows }
  }

  #page(): number | null {
    return this.#paged ? this.#flow.page : null
  }

  *#paragraph(p: Xml): Generator<Draft> {
    const pPr = child(p, 'w:pPr')
    const style = this.#styles.paragraph(val(pPr, 'w:pStyle'))
    const stated = over(style.paragraph, paragraphLook(pPr))
    const pieces = [...this.#carried, ...piecesOf(p, style.run, this.#styles, this.#flow)]
    this.#carried = []
    const boxes = this.#flow.boxes.splice(0)
    const mark = child(pPr, 'w:rPr')
    if (toggle(mark, 'w:del') !== undefined || toggle(mark, 'w:moveFrom') !== undefined)
      this.#carried = pieces
    else yield* this.#printed(pieces, stated, style.id, look(mark).hidden ?? false)
    for (const box of boxes) yield* this.blocks(box)
  }

  *#printed(
    pieces: readonly Piece[],
    stated: ParagraphLook,
    style: string,
    hidden: boolean,
  ): Generator<DraftParagraph> {
    const page = this.#page()
    const lines = linesOfPieces(pieces)
    const empty = lines.every((line) => line.text.trim() === '')
    const label = empty && hidden ? '' : this.#label(stated, style)
    if (empty && label === '') this.#gap = true
    let first = true
    for (const [i, line] of lines.entries()) {
      if (line.text.trim() === '' && !(first && label !== '' && empty)) continue
      yield this.#line(
        line,
        first ? label : '',
        stated,
        page,
        lines.slice(i + 1).every((l) => l.text.trim() === ''),
      )
      first = false
      this.#gap = false
    }
  }

  #line(
    line: PrintedLine,
    label: string,
    stated: ParagraphLook,
    page: number | null,
    whole: boolean,
  ): DraftParagraph {
    return {
      kind: 'paragraph',
      text: label + oneBracket(line.text).trimStart(),
      labelLength: label.length,
      page: this.#paged ? (line.page ?? page) : null,
      whole,
      gapBefore: this.#gap,
      level: stated.level || null,
      bold: line.bold,
      italic: line.italic,
      align: alignOf(stated.align),
      indent: stated.indent ?? null,
      note: this.#note,
    }
  }

  /** The automatic number: stated on the paragraph, or tied to its style. Number 0 takes it away. */
  #label(stated: ParagraphLook, style: string): string {
    if (stated.numId === undefined || stated.numId === '0') return ''
    const level = stated.ilvl ?? this.#numbering.levelOfStyle(stated.numId, style) ?? 0
    return this.#numbering.next(stated.numId, level)
  }
}

function noteBodies(kind: NoteKind, part: Xml | undefined): [string, Xml][] {
  return children(part, `w:${kind}`)
    .filter((note) => note.attributes['w:type'] === undefined || note.attributes['w:type'] === 'normal')
    .map((note) => [`${kind}/${note.attributes['w:id'] ?? ''}`, markOwn(note)])
}

/** In the note itself its number is an element without a value; it is taken out with the brackets round it. */
function markOwn(note: Xml): Xml {
  for (const run of below(note, 'w:r'))
    for (const [i, part] of run.children.entries())
      if (typeof part !== 'string' && /^w:(footnote|endnote)Ref$/.test(part.name))
        run.children[i] = { name: 'w:t', attributes: {}, children: [noteMark(0)] }
  return note
}

function alignOf(jc: string | undefined): Paragraph['align'] {
  switch (jc) {
    case 'center':
      return 'center'
    case 'right':
    case 'end':
      return 'right'
    case 'both':
    case 'distribute':
      return 'justify'
    case undefined:
      return null
    default:
      return 'left'
  }
}
