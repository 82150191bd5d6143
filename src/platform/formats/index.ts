import { Fault } from '../../domain/fault.ts'
import type { SourceText } from '../../domain/source-text.ts'
import { kindOf } from './detect.ts'
import { readDocx } from './docx/index.ts'
import { readHtml } from './html/index.ts'
import { limits } from './limits.ts'
import { readPdf } from './pdf/index.ts'
import { readText } from './text/index.ts'

export { limits } from './limits.ts'

export interface ReadOptions {
  /** The file's name: shown in sentences, and to tell markdown from plain text. */
  readonly name: string
}

/** Reads a document of any known format into one text with its blocks; everything else is a `Fault`. */
export async function readSource(bytes: Uint8Array, options: ReadOptions): Promise<SourceText> {
  const { name } = options
  if (bytes.length === 0) throw new Fault('file-empty', { name })
  if (bytes.length > limits.fileBytes)
    throw new Fault('file-too-large', {
      name,
      size: Math.ceil(bytes.length / 1048576),
      limit: limits.fileBytes / 1048576,
    })
  const kind = kindOf(bytes)
  if (kind === 'text') return readText(bytes, name)
  if (kind === 'html') return readHtml(bytes, name)
  if (kind === 'pdf') {
    const source = await readPdf(bytes, name)
    if (source) return source
  }
  if (kind === 'zip') return readDocx(bytes, name)
  throw new Fault('file-unknown', { name, found: kind })
}
