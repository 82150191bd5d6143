import { Fault } from '../../../domain/fault.ts'
import type { SourceText } from '../../../domain/source-text.ts'
import { TextBuilder } from '../builder.ts'
import { refuseLegacy } from '../text/decode.ts'
import { child } from '../xml.ts'
import { BodyReader } from './body.ts'
import { below } from './flat.ts'
import { Numbering } from './numbering.ts'
import { openWord } from './package.ts'
import { Styles } from './styles.ts'

/** Reads a Word file (ISO 29500, Transitional and Strict): body first, then the notes. */
export function readDocx(bytes: Uint8Array, name: string): SourceText {
  const parts = openWord(bytes, name)
  const body = child(parts.document, 'w:body') ?? parts.document
  // Word notes where its pages broke when it last saved; other programs do not, and then pages are unknown.
  const paged = !below(body, 'w:lastRenderedPageBreak').next().done
  const reader = new BodyReader(new Styles(parts.styles), new Numbering(parts.numbering), paged)
  const builder = new TextBuilder()
  for (const draft of reader.blocks(body)) builder.add(draft)
  const pages = reader.pages
  for (const draft of reader.notes(parts.footnotes, parts.endnotes)) builder.add(draft)
  if (reader.embedded) throw new Fault('file-broken', { name, where: 'altChunk' })
  const source = builder.finish('docx', pages)
  refuseLegacy(source.text, name)
  return source
}
