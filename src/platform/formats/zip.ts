import { Inflate } from 'fflate'
import { Fault } from '../../domain/fault.ts'
import { limits } from './limits.ts'

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/** How much of a container is opened. */
export type ZipBounds = Readonly<
  Record<'zipEntries' | 'zipTotalBytes' | 'zipEntryBytes' | 'zipRatio' | 'zipRatioFrom', number>
>

const strict = new TextDecoder('utf-8', { fatal: true })
const lossy = new TextDecoder()

/** Names that are no UTF-8 and do not say what they are, each as bytes: as text, in the same order. */
export type OldNames = (raw: readonly Uint8Array[]) => readonly string[]
const asUtf8: OldNames = (raw) => raw.map((name) => lossy.decode(name))

const chunk = 16_384

/** A zip container opened with bounds: its directory is judged whole before one byte is inflated. */
export class Zip {
  readonly #bytes: Uint8Array
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #file: string
  readonly #bounds: ZipBounds
  #total = 0

  constructor(bytes: Uint8Array, file: string, bounds: ZipBounds = limits, old: OldNames = asUtf8) {
    this.#bytes = bytes
    this.#file = file
    this.#bounds = bounds
    this.#entries = directory(bytes, { file, bounds, old })
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  get names(): string[] {
    return [...this.#entries.keys()]
  }

  /** The bytes of an entry; undefined where there is none. Never more than the directory promised. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name)
    if (!entry) return undefined
    const out = new Uint8Array(entry.size)
    let length = 0
    this.pour(name, (part) => {
      out.set(part, length)
      length += part.length
    })
    return out
  }

  /** Hands the bytes of an entry over in parts, so that a large one is never held. */
  pour(name: string, take: (part: Uint8Array) => void): void {
    const entry = this.#entries.get(name)
    if (!entry) return
    this.#total += entry.size
    if (this.#total > this.#bounds.zipTotalBytes) throw this.#tooLarge(name)
    const data = this.#packed(entry)
    if (entry.method === 8) this.#inflate(entry, data, take)
    else if (entry.method !== 0 || data.length !== entry.size) throw this.#broken(name)
    else take(data)
  }

  #packed(entry: Entry): Uint8Array {
    const view = viewOf(this.#bytes)
    const at = entry.offset
    if (at + 30 > this.#bytes.length || view.getUint32(at, true) !== 0x04034b50)
      throw this.#broken(entry.name)
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (start + entry.packed > this.#bytes.length) throw this.#broken(entry.name)
    return this.#bytes.subarray(start, start + entry.packed)
  }

  /** In small steps, since the directory can lie about the size: what is over it stops the reading. */
  #inflate(entry: Entry, data: Uint8Array, take: (part: Uint8Array) => void): void {
    let length = 0
    const stream = new Inflate((part) => {
      if (length + part.length > entry.size) throw this.#tooLarge(entry.name)
      length += part.length
      take(part)
    })
    try {
      for (let at = 0; at < data.length; at += chunk)
        stream.push(data.subarray(at, at + chunk), at + chunk >= data.length)
    } catch (error) {
      throw error instanceof Fault ? error : this.#broken(entry.name)
    }
    if (length !== entry.size) throw this.#broken(entry.name)
  }

  #broken(where: string): Fault {
    return new Fault('file-broken', { name: this.#file, where })
  }

  #tooLarge(where: string): Fault {
    return new Fault('archive-too-large', { name: this.#file, where })
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function directory(bytes: Uint8Array, { file, bounds, old }: Opening): Map<string, Entry> {
  const broken = () => new Fault('file-broken', { name: file, where: 'zip' })
  const view = viewOf(bytes)
  const end = endOfDirectory(view)
  if (end < 0) throw broken()
  const count = view.getUint16(end + 10, true)
  if (count > bounds.zipEntries)
    throw new Fault('archive-too-large', { name: file, where: `${count} / ${bounds.zipEntries}` })
  const found: { readonly entry: Omit<Entry, 'name'>; readonly raw: RawName; readonly flags: number }[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken()
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > bytes.length) throw broken()
    found.push({
      entry: entryAt(view, at),
      raw: nameAt(bytes, view, at),
      flags: view.getUint16(at + 8, true),
    })
    at = next
  }
  const nameless = found.flatMap(({ raw: { text, bytes: name } }) => (text === undefined ? [name] : []))
  const unread = nameless.length > 0 ? old(nameless) : []
  const entries = new Map<string, Entry>()
  let next = 0
  for (const { entry, raw, flags } of found) {
    const named = { ...entry, name: raw.text ?? unread[next++] ?? '' }
    judge(named, flags, entries, { file, bounds })
    entries.set(named.name, named)
  }
  judgeTotal(entries, { file, bounds })
  return entries
}

/** From the back, past a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 65_557; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return -1
}

interface RawName {
  readonly bytes: Uint8Array
  /** undefined where they are no UTF-8. */
  readonly text: string | undefined
}

/** Whatever the flag says: many write UTF-8 without it, and what is UTF-8 by chance alone is rare. */
function nameAt(bytes: Uint8Array, view: DataView, at: number): RawName {
  const [name, extra] = [at + 46, at + 46 + view.getUint16(at + 28, true)]
  const raw = bytes.subarray(name, extra)
  return {
    bytes: raw,
    text: unicodePath(bytes, view, extra, extra + view.getUint16(at + 30, true)) ?? utf8(raw),
  }
}

/** Info-ZIP keeps a second name beside the old one, in UTF-8: block 0x7075, past its version and checksum. */
function unicodePath(bytes: Uint8Array, view: DataView, from: number, to: number): string | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 0x7075 && size > 5 && at + 4 + size <= to)
      return utf8(bytes.subarray(at + 9, at + 4 + size))
  }
  return undefined
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

function entryAt(view: DataView, at: number): Omit<Entry, 'name'> {
  return {
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}

interface Opening extends Judged {
  readonly old: OldNames
}

interface Judged {
  readonly file: string
  readonly bounds: ZipBounds
}

function judge(
  entry: Entry,
  flags: number,
  known: ReadonlyMap<string, Entry>,
  { file, bounds }: Judged,
): void {
  const { name, size, packed } = entry
  if (flags & 1) throw new Fault('file-encrypted', { name: file })
  const parts = name.split(/[/\\]/)
  const unsafe = name === '' || name.includes('\0') || name.includes('\\') || /^([/]|[a-z]:)/i.test(name)
  if (unsafe || parts.includes('..') || known.has(name))
    throw new Fault('archive-unsafe', { name: file, where: name.slice(0, 80) })
  const ratio = size > bounds.zipRatioFrom && size > packed * bounds.zipRatio
  // A picture may be as large as the file allows; what would be inflated past reason is a bomb.
  if (size > bounds.zipEntryBytes || ratio)
    throw new Fault('archive-too-large', { name: file, where: name.slice(0, 80) })
}

function judgeTotal(entries: ReadonlyMap<string, Entry>, { file, bounds }: Judged): void {
  let total = 0
  for (const entry of entries.values()) total += entry.size
  if (total > bounds.zipTotalBytes)
    throw new Fault('archive-too-large', { name: file, where: `${Math.round(total / 1048576)} MB` })
}
