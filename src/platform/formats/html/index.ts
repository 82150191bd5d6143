import type { SourceText } from '../../../domain/source-text.ts'
import { TextBuilder, type Draft } from '../builder.ts'
import { refuseLegacy } from '../text/decode.ts'
import { isElement, type Xml } from '../xml.ts'
import { PageReader } from './page.ts'
import { decodeHtml, parseHtml } from './tree.ts'

/** Reads a web page as a browser without script shows it. */
export function readHtml(bytes: Uint8Array, name: string): SourceText {
  const builder = new TextBuilder()
  for (const draft of htmlDrafts(decodeHtml(bytes, name), name)) builder.add(draft)
  const source = builder.finish('html', null)
  refuseLegacy(source.text, name)
  return source
}

/** The blocks of a piece of HTML; notes stand last. */
export function htmlDrafts(html: string, name: string): Draft[] {
  const root = parseHtml(html, name)
  const drafts = new PageReader(holds(root, /^(main|article)$/)).read(root)
  const isNote = (draft: Draft) => draft.kind === 'paragraph' && typeof draft.note === 'number'
  return [...drafts.filter((draft) => !isNote(draft)), ...drafts.filter(isNote)]
}

const holds = (node: Xml, name: RegExp): boolean =>
  node.children.some((part) => isElement(part) && (name.test(part.name) || holds(part, name)))
