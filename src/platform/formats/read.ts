import { Fault } from '../../domain/fault.ts'
import type { SourceText } from '../../domain/source-text.ts'
import { kindOf, type Kind } from './detect.ts'
import { limits } from './limits.ts'
import { toDocx } from './office.ts'
import { isEncryptedOle, isOldWord } from './ole.ts'
import type { Parsed } from './parse.ts'
import { readScan } from './scan/index.ts'
import type { Watch } from './watch.ts'
import { Zip } from './zip.ts'

export interface ReadOptions {
  /** The file's name: shown in sentences, and to tell markdown from plain text. */
  readonly name: string
  /**
   * Gets the text of page 1 of a scan or a PDF, which is read alone, before the rest, the number of all its pages,
   * and whether they are pictures. What it throws ends the reading: this is where a secrecy mark stops it.
   */
  readonly afterFirstPage?: (text: string, pages: number, scanned: boolean) => void
  /** Gets how many pages of a scan or a PDF are read, and of how many. What it throws ends the reading. */
  readonly afterPages?: (done: number, pages: number) => Promise<void>
}

/** How bytes are parsed: in this thread or in a worker. */
type Parse = (bytes: Uint8Array, kind: Kind, name: string, watch: Watch) => Promise<Parsed>

/** Tells the format from the bytes, parses, and calls in LibreOffice or Tesseract where that is what it takes. */
export async function readWith(parse: Parse, bytes: Uint8Array, options: ReadOptions): Promise<SourceText> {
  const { name } = options
  if (bytes.length === 0) throw new Fault('file-empty', { name })
  const [size, limit] = [Math.ceil(bytes.length / 1048576), limits.fileBytes / 1048576]
  if (bytes.length > limits.fileBytes) throw new Fault('file-too-large', { name, size, limit })
  const kind = kindOf(bytes)
  const old = oldKind(bytes, kind, name)
  const source = old
    ? await throughOffice(parse, bytes, old, name)
    : await direct(parse, bytes, kind, options)
  return noteMismatch(source, kind, name)
}

async function direct(
  parse: Parse,
  bytes: Uint8Array,
  kind: Kind,
  options: ReadOptions,
): Promise<SourceText> {
  const { name, afterFirstPage, afterPages } = options
  if (kind === 'png' || kind === 'jpg' || kind === 'tif')
    return readScan({ bytes, kind, name, pages: [], afterFirstPage, afterPages })
  const watch: Watch = {
    firstPage: (text, pages) => afterFirstPage?.(text, pages, false),
    pages: async (done, pages) => afterPages?.(done, pages),
  }
  const parsed = await parse(bytes, kind, name, watch)
  if ('source' in parsed) return parsed.source
  return readScan({ bytes, kind: 'pdf', name, pages: parsed.pages, afterFirstPage, afterPages })
}

/** A Word file tells nothing of its pages. */
const unwatched: Watch = { firstPage: () => undefined, pages: async () => undefined }

function oldKind(bytes: Uint8Array, kind: Kind, name: string): 'doc' | 'rtf' | 'odt' | undefined {
  if (kind === 'rtf') return 'rtf'
  if (kind === 'ole' && isEncryptedOle(bytes)) throw new Fault('file-encrypted', { name })
  if (kind === 'ole') return isOldWord(bytes) ? 'doc' : undefined
  return kind === 'zip' && new Zip(bytes, name).has('META-INF/manifest.xml') ? 'odt' : undefined
}

async function throughOffice(
  parse: Parse,
  bytes: Uint8Array,
  ending: 'doc' | 'rtf' | 'odt',
  name: string,
): Promise<SourceText> {
  const parsed = await parse(await toDocx(bytes, ending, name), 'zip', name, unwatched)
  if (!('source' in parsed)) throw new Fault('file-no-text', { name })
  return { ...parsed.source, format: 'doc' }
}

const endings: Readonly<Record<string, readonly Kind[]>> = {
  docx: ['zip'],
  doc: ['ole'],
  odt: ['zip'],
  rtf: ['rtf'],
  pdf: ['pdf'],
  html: ['html'],
  htm: ['html'],
  txt: ['text'],
  md: ['text'],
  png: ['png'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  tif: ['tif'],
  tiff: ['tif'],
}

/** The file is read as what it is; that its name says something else is told. */
function noteMismatch(source: SourceText, kind: Kind, name: string): SourceText {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  const meant = ending === undefined ? undefined : endings[ending]
  return meant === undefined || ending === undefined || meant.includes(kind)
    ? source
    : { ...source, mismatch: { named: ending, found: source.format } }
}
