import { Fault } from '../../domain/fault.ts'
import type { SourceText } from '../../domain/source-text.ts'
import { isEncryptedOle } from './ole.ts'
import type { Kind } from './detect.ts'
import { readDocx } from './docx/index.ts'
import { readHtml } from './html/index.ts'
import type { PageContent } from './layout/model.ts'
import { readText } from './text/index.ts'
import { Ended, type Watch } from './watch.ts'

/** What the bytes alone gave: a text, or the pages of a PDF of which some or all are pictures. */
export type Parsed = { readonly source: SourceText } | { readonly pages: readonly PageContent[] }

/** Reads what is read without any other program. It touches nothing but the bytes. */
export async function parse(bytes: Uint8Array, kind: Kind, name: string, watch: Watch): Promise<Parsed> {
  try {
    return await parseKind(bytes, kind, name, watch)
  } catch (error) {
    if (error instanceof Ended) throw error.reason
    // Whatever a parser stumbles over is a file that cannot be read, not a server that fails.
    throw error instanceof Fault ? error : new Fault('file-broken', { name, where: kind }, error)
  }
}

async function parseKind(bytes: Uint8Array, kind: Kind, name: string, watch: Watch): Promise<Parsed> {
  switch (kind) {
    case 'text':
      return { source: readText(bytes, name) }
    case 'html':
      return { source: readHtml(bytes, name) }
    case 'zip':
      return { source: readDocx(bytes, name) }
    case 'pdf': {
      // pdf.js is large: only a PDF pays for it.
      const { readPdf } = await import('./pdf/index.ts')
      const read = await readPdf(bytes, name, watch)
      return Array.isArray(read) ? { pages: read } : { source: read }
    }
    case 'ole':
    case 'rtf':
    case 'png':
    case 'jpg':
    case 'tif':
    case 'unknown':
      throw isEncryptedOle(bytes)
        ? new Fault('file-encrypted', { name })
        : new Fault('file-unknown', {
            name,
            found: kind === 'unknown' ? 'dữ liệu không rõ dạng / data of no known form' : kind,
          })
  }
}
