import type { Look, Piece } from '../pieces.ts'
import { superscript } from '../superscript.ts'
import { child, isElement, textOf, type Xml } from '../xml.ts'
import { below, flat } from './flat.ts'
import { withSymbols } from './number-format.ts'
import { val } from './package.ts'
import { look, over, type Styles } from './styles.ts'

/** What must be known across paragraphs: the page, open fields, numbers of notes, boxes to be read after. */
export interface Flow {
  page: number
  /** For each open field whether its result has begun; instructions are not shown. */
  readonly fields: ('code' | 'result')[]
  readonly noteNumber: (kind: 'footnote' | 'endnote', id: string) => string
  readonly boxes: Xml[]
}

/** The pieces of a paragraph, or of what wraps its runs. */
export function piecesOf(node: Xml, base: Look, styles: Styles, flow: Flow): Piece[] {
  const pieces: Piece[] = []
  for (const part of flat(node)) {
    if (part.name === 'w:r') pieces.push(...runPieces(part, base, styles, flow))
    else if (part.name.startsWith('m:')) pieces.push(text(mathText(part), base, flow))
  }
  return pieces
}

function runPieces(run: Xml, base: Look, styles: Styles, flow: Flow): Piece[] {
  const rPr = child(run, 'w:rPr')
  const shown = over(over(base, styles.run(val(rPr, 'w:rStyle'))), look(rPr))
  const pieces: Piece[] = []
  for (const part of flat(run)) {
    const piece = runPart(part, shown, flow)
    if (piece && !shown.hidden && !flow.fields.includes('code')) pieces.push(piece)
  }
  return pieces
}

function runPart(part: Xml, shown: Look, flow: Flow): Piece | undefined {
  switch (part.name) {
    case 'w:t':
      return text(textOf(part), shown, flow)
    case 'w:tab':
    case 'w:ptab':
      return text('\t', shown, flow)
    case 'w:noBreakHyphen':
      return text('-', shown, flow)
    case 'w:sym':
      return text(symbolOf(part), shown, flow)
    case 'w:cr':
      return { kind: 'break' }
    case 'w:br':
      return { kind: 'break' }
    case 'w:lastRenderedPageBreak':
      flow.page++
      return undefined
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return noteReference(part, flow)
    case 'w:fldChar':
      return fieldMark(part, flow)
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      flow.boxes.push(...below(part, 'w:txbxContent'), ...drawnWords(part))
      return undefined
    default:
      return undefined
  }
}

const text = (found: string, shown: Look, flow: Flow): Piece => ({
  kind: 'text',
  text: withSymbols(found),
  look: shown,
  page: flow.page,
})

/** Words drawn as a shape (WordArt): a stamp or a watermark made in Word is one. */
const drawnWords = (part: Xml): Xml[] =>
  [...below(part, 'v:textpath')].flatMap((path): Xml[] => {
    const words = path.attributes['string'] ?? ''
    const of = (name: string, children: Xml['children']): Xml => ({ name, attributes: {}, children })
    return words === '' ? [] : [of('w:txbxContent', [of('w:p', [of('w:r', [of('w:t', [words])])])])]
  })

function symbolOf(part: Xml): string {
  const code = Number.parseInt(part.attributes['w:char'] ?? '', 16)
  return Number.isNaN(code) || code > 0x10_ffff ? '' : withSymbols(String.fromCodePoint(code))
}

function noteReference(part: Xml, flow: Flow): Piece {
  const kind = part.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
  const mark = flow.noteNumber(kind, part.attributes['w:id'] ?? '')
  // With a mark of the author's own, the run that follows holds it.
  const own = ['1', 'true', 'on'].includes(part.attributes['w:customMarkFollows'] ?? '0')
  return { kind: 'text', text: own ? '' : mark, look: { raised: true }, page: flow.page }
}

function fieldMark(part: Xml, flow: Flow): undefined {
  const type = part.attributes['w:fldCharType']
  if (type === 'begin') flow.fields.push('code')
  else if (type === 'separate' && flow.fields.length > 0) flow.fields[flow.fields.length - 1] = 'result'
  else if (type === 'end') flow.fields.pop()
}

function mathText(node: Xml): string {
  if (node.name === 'm:t') return textOf(node)
  const inner = node.children
    .filter(isElement)
    .map((part) => (part.name === 'm:sup' ? superscript(mathText(part)) : mathText(part)))
  return inner.join('')
}
