import { superscript } from './superscript.ts'

/** How a stretch of text looks; undefined is unsaid. */
export interface Look {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly caps?: boolean | undefined
  readonly raised?: boolean | undefined
}

/** A stretch of a paragraph in one look, or a line that ends. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly look: Look; readonly page: number }
  | { readonly kind: 'break' }

export interface PrintedLine {
  readonly text: string
  readonly page: number | null
  readonly bold: boolean
  readonly italic: boolean
}

/** Pieces as printed lines; raised stretches are written with raised signs where they are numbers. */
export function linesOfPieces(pieces: readonly Piece[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  let open: Extract<Piece, { kind: 'text' }>[] = []
  for (const piece of [...pieces, { kind: 'break' } as const]) {
    if (piece.kind === 'text') open.push(piece)
    else {
      lines.push(lineOf(open))
      open = []
    }
  }
  return lines
}

function lineOf(pieces: readonly Extract<Piece, { kind: 'text' }>[]): PrintedLine {
  const groups: { text: string; raised: boolean }[] = []
  for (const { text, look } of pieces) {
    const last = groups.at(-1)
    const shown = look.caps ? text.toLocaleUpperCase('vi') : text
    if (last?.raised === (look.raised ?? false)) last.text += shown
    else groups.push({ text: shown, raised: look.raised ?? false })
  }
  const read = pieces.filter((piece) => piece.text.trim() !== '' && !piece.look.raised)
  return {
    text: groups.map((group) => (group.raised ? superscript(group.text) : group.text)).join(''),
    page: pieces.find((piece) => piece.text.trim() !== '')?.page ?? null,
    bold: read.length > 0 && read.every((piece) => piece.look.bold),
    italic: read.length > 0 && read.every((piece) => piece.look.italic),
  }
}
