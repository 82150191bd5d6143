import type { Paragraph, SourceText } from '../../src/domain/source-text.ts'

/** Text as a file of lines, for tests of the readers above the formats: one block a line, none whole. */
export function plainText(raw: string, format: SourceText['format'] = 'txt'): SourceText {
  const text = raw.normalize('NFC')
  const blocks: Paragraph[] = []
  let gapBefore = false
  for (const match of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const line = match[0].replace(/\n$/, '')
    if (line.trim() === '') {
      gapBefore = true
      continue
    }
    blocks.push(paragraph([match.index, match.index + line.length], gapBefore))
    gapBefore = false
  }
  return { format, text, pages: null, blocks, doubts: [] }
}

function paragraph(at: [number, number], gapBefore: boolean): Paragraph {
  return {
    kind: 'paragraph',
    at,
    page: null,
    whole: false,
    gapBefore,
    level: null,
    bold: false,
    italic: false,
    align: null,
    indent: null,
    label: null,
    note: null,
    furniture: false,
  }
}
