import { Fault } from '../../../domain/fault.ts'
import type { SourceText } from '../../../domain/source-text.ts'
import { TextBuilder, type Draft } from '../builder.ts'
import { refuseLegacy } from '../text/decode.ts'
import { child } from '../xml.ts'
import { BodyReader } from './body.ts'
import { below } from './flat.ts'
import { Numbering } from './numbering.ts'
import { openWord, type WordParts } from './package.ts'
import { Styles } from './styles.ts'

/** Reads a Word file (ISO 29500, Transitional and Strict): body first, then the notes. */
export function readDocx(bytes: Uint8Array, name: string): SourceText {
  const parts = openWord(bytes, name)
  const body = child(parts.document, 'w:body') ?? parts.document
  // Word notes where its pages broke when it last saved; other programs do not, and then pages are unknown.
  const paged = !below(body, 'w:lastRenderedPageBreak').next().done
  const reader = new BodyReader(new Styles(parts.styles), new Numbering(parts.numbering), paged)
  const builder = new TextBuilder()
  for (const draft of edgesOf(parts)) builder.add(draft)
  for (const draft of reader.blocks(body)) builder.add(draft)
  const pages = reader.pages
  for (const draft of reader.notes(parts.footnotes, parts.endnotes)) builder.add(draft)
  if (reader.embedded) throw new Fault('file-broken', { name, where: 'altChunk' })
  const source = builder.finish('docx', pages)
  refuseLegacy(source.text, name)
  return source
}

/**
 * Headers and footers, each wording once, before the body: they are no part of what the document says, but a stamp
 * (of secrecy, of a draft) may stand there. Page numbers alone are left out.
 */
function edgesOf({ edges, styles, numbering }: WordParts): Draft[] {
  const reader = new BodyReader(new Styles(styles), new Numbering(numbering), false)
  const seen = new Set<string>()
  const paragraphs = edges
    .flatMap((edge) => [...reader.blocks(edge)])
    .flatMap((draft) =>
      draft.kind === 'paragraph'
        ? [draft]
        : draft.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
    )
  return paragraphs.flatMap((draft) => {
    const text = draft.text.replaceAll(/\s+/g, ' ').trim()
    if (seen.has(text) || !/\p{L}{2}/u.test(text)) return []
    seen.add(text)
    return [{ ...draft, page: null, gapBefore: false, note: null, furniture: true }]
  })
}
