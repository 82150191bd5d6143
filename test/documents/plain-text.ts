import type { SourceText } from '../../src/domain/source-text.ts'
import { readText } from '../../src/platform/formats/text/index.ts'

/** A text as its file would be read. */
export const plainText = (text: string, name = 'van-ban.txt'): SourceText =>
  readText(new TextEncoder().encode(text), name)
