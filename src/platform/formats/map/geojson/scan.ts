import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'

/** One value of the file: a feature, or a whole text or what stood around its list of features. */
interface JsonPart {
  readonly kind: 'element' | 'text'
  readonly text: string
  /** From 1; of its first byte. */
  readonly line: number
}

interface ScanBounds {
  /** Bytes of one feature, and of all that is no feature. */
  readonly partBytes: number
}

/** The file ended, or closed something that was never opened, at this line. */
export class CutOff extends Error {
  readonly line: number

  constructor(line: number) {
    super(`line ${line}`)
    this.line = line
  }
}

export class TooLarge extends CutOff {}

/** Bytes that are no UTF-8, beyond what was looked at to tell the encoding of the whole. */
export class NotUtf8 extends CutOff {}

const [quote, backslash, comma, colon, newline, separator] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a, 0x1e]
const [open, close, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d]

const chunkBytes = 1024 * 1024

/**
 * Cuts a GeoJSON text into its features without holding it: the elements of `features` come one by one, and at the
 * end what stands around them. Texts in a row (GeoJSONSeq) each come whole.
 */
export class JsonScan {
  private readonly path: string
  /** What is open at this place, outermost first: an element of `features` begins at depth 2. */
  private depth = 0
  private inString = false
  private escaped = false
  private inFeatures = false
  private key = ''
  private lastString = ''
  private line = 1
  private partLine = 1
  private textLine = 1
  private readonly element: Kept
  private readonly text: Kept

  constructor(path: string, bounds: ScanBounds) {
    this.path = path
    this.element = new Kept(bounds.partBytes)
    this.text = new Kept(bounds.partBytes)
  }

  *parts(): Generator<JsonPart> {
    const file = openSync(this.path, 'r')
    try {
      const chunk = Buffer.allocUnsafe(chunkBytes)
      for (let first = true; ; first = false) {
        const size = readSync(file, chunk, 0, chunkBytes, null)
        if (size === 0) break
        const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
        yield* this.chunk(chunk.subarray(marked ? 3 : 0, size))
      }
    } finally {
      closeSync(file)
    }
    if (this.depth > 0 || this.inString) throw new CutOff(this.line)
  }

  private *chunk(bytes: Buffer): Generator<JsonPart> {
    let from = 0
    let at = 0
    while (at < bytes.length) {
      if (this.inString) {
        at = this.pastString(bytes, at)
        continue
      }
      const byte = bytes[at]!
      at += 1
      // Digits, blanks and commas between positions are most of the file.
      if (byte !== quote && byte < 0x5b && byte !== colon && byte !== newline && this.depth > 2) continue
      if (byte === newline) this.line += 1
      else if (byte === quote) this.inString = true
      else if (byte === open || byte === openList) from = this.opened(bytes, from, at - 1)
      else if (byte === close || byte === closeList) {
        const part = this.closed(bytes, from, at)
        if (part) {
          from = at
          yield part
        }
      } else if (this.depth < 3) from = this.between(byte, bytes, from, at)
    }
    if (this.depth > 0) this.kept.add(bytes, from, bytes.length, this.line)
  }

  private get kept(): Kept {
    return this.inFeatures && this.depth > 2 ? this.element : this.text
  }

  private opened(bytes: Buffer, from: number, at: number): number {
    let start = from
    if (this.depth === 2 && this.inFeatures) {
      this.text.add(bytes, from, at, this.line)
      start = at
      this.partLine = this.line
    } else if (this.depth === 0) {
      // Between texts there is nothing to keep: blanks, and the separator of RFC 8142.
      start = at
      this.textLine = this.line
    }
    this.depth += 1
    if (bytes[at] === openList && this.depth === 2 && this.key === 'features') this.inFeatures = true
    return start
  }

  private closed(bytes: Buffer, from: number, to: number): JsonPart | undefined {
    this.depth -= 1
    if (this.depth < 0) throw new CutOff(this.line)
    if (this.inFeatures && this.depth === 2) {
      this.element.add(bytes, from, to, this.line)
      return { kind: 'element', text: this.element.take(this.partLine), line: this.partLine }
    }
    if (this.depth === 1) this.inFeatures = false
    if (this.depth > 0) return undefined
    this.text.add(bytes, from, to, this.line)
    return { kind: 'text', text: this.text.take(this.textLine), line: this.textLine }
  }

  /** Keys of the outermost object, commas between features, and what has no place outside of all braces. */
  private between(byte: number, bytes: Buffer, from: number, at: number): number {
    if (byte === colon && this.depth === 1) this.key = this.lastString
    if (byte === comma && this.inFeatures && this.depth === 2) {
      this.text.add(bytes, from, at - 1, this.line)
      return at
    }
    if (this.depth === 0 && byte > 32 && byte !== separator) throw new CutOff(this.line)
    return from
  }

  /** To the byte after the string's end, or to the end of what is there. */
  private pastString(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (this.escaped) this.escaped = false
      else if (byte === backslash) this.escaped = true
      else if (byte === quote) {
        this.inString = false
        // Only keys of the outermost object matter; of one that two chunks share the end is enough to differ.
        if (this.depth === 1) this.lastString = bytes.toString('latin1', from, Math.min(at, from + 64))
        return at + 1
      }
    }
    return bytes.length
  }
}

/** Bytes put aside until their value is whole. */
class Kept {
  private readonly most: number
  private parts: Buffer[] = []
  private size = 0

  constructor(most: number) {
    this.most = most
  }

  add(bytes: Buffer, from: number, to: number, line: number): void {
    if (to <= from) return
    this.size += to - from
    if (this.size > this.most) throw new TooLarge(line)
    this.parts.push(Buffer.from(bytes.subarray(from, to)))
  }

  take(line: number): string {
    const text = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts)
    this.parts = []
    this.size = 0
    if (!isUtf8(text)) throw new NotUtf8(line)
    return text.toString('utf8')
  }
}
