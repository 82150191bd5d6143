/**
 * A piece of text that knows where each of its characters stands in a source text.
 *
 * Readers join lines, drop page breaks and take marks out, and every value they report must still point to
 * its place. Offsets are UTF-16 units into the source, as in all `at` fields; `-1` marks a character that the
 * reader added (the space between two joined lines).
 */
export class Strand {
  readonly text: string
  readonly #origin: Int32Array

  private constructor(text: string, origin: Int32Array) {
    this.text = text
    this.#origin = origin
  }

  static readonly empty = new Strand('', new Int32Array(0))

  /** The part `[start, end)` of a source text. */
  static of(source: string, start = 0, end = source.length): Strand {
    const text = source.slice(start, end)
    return new Strand(
      text,
      Int32Array.from({ length: text.length }, (_, i) => start + i),
    )
  }

  /** Joins strands in the order given, with `separator` (placed nowhere in the source) between them. */
  static join(parts: readonly Strand[], separator = ''): Strand {
    const text = parts.map((part) => part.text).join(separator)
    const origin = new Int32Array(text.length).fill(-1)
    let at = 0
    for (const part of parts) {
      origin.set(part.#origin, at)
      at += part.text.length + separator.length
    }
    return new Strand(text, origin)
  }

  get length(): number {
    return this.text.length
  }

  slice(start: number, end = this.length): Strand {
    return new Strand(this.text.slice(start, end), this.#origin.slice(start, end))
  }

  /** Without white space at both ends. */
  trim(): Strand {
    const start = this.text.length - this.text.trimStart().length
    return this.slice(start, Math.max(start, this.text.trimEnd().length))
  }

  /** Every match of `pattern` (global) is taken out, or replaced by `by`, which stands nowhere in the source. */
  replace(pattern: RegExp, by = ''): Strand {
    const parts: Strand[] = []
    let from = 0
    for (const match of this.text.matchAll(pattern)) {
      parts.push(this.slice(from, match.index))
      if (by !== '') parts.push(new Strand(by, new Int32Array(by.length).fill(-1)))
      from = match.index + match[0].length
    }
    return from === 0 && parts.length === 0 ? this : Strand.join([...parts, this.slice(from)])
  }

  /** Runs of white space become one space that keeps the place of the first of them; both ends are trimmed. */
  tidy(): Strand {
    const trimmed = this.trim()
    const keep: number[] = []
    let text = ''
    for (let i = 0; i < trimmed.length; i++) {
      const space = /\s/.test(trimmed.text[i] ?? '')
      if (space && text.endsWith(' ')) continue
      text += space ? ' ' : trimmed.text[i]
      keep.push(trimmed.#origin[i] ?? -1)
    }
    return new Strand(text, Int32Array.from(keep))
  }

  /** Parts between the matches of `pattern` (global), untrimmed, empty ones too. */
  split(pattern: RegExp): Strand[] {
    const parts: Strand[] = []
    let from = 0
    for (const match of this.text.matchAll(pattern)) {
      parts.push(this.slice(from, match.index))
      from = match.index + match[0].length
    }
    return [...parts, this.slice(from)]
  }

  /** First match as strands: the whole, then each group (undefined where it took no part). */
  match(pattern: RegExp): readonly (Strand | undefined)[] | null {
    const found = new RegExp(pattern.source, [...new Set(`${pattern.flags}d`)].join('')).exec(this.text)
    return found?.indices?.map((pair) => (pair ? this.slice(pair[0], pair[1]) : undefined)) ?? null
  }

  /** Place of the first character that stands in the source; null where none does. */
  get start(): number | null {
    return this.#origin.find((offset) => offset >= 0) ?? null
  }

  /** Where it stands: spans of the source in reading order, touching ones merged, end exclusive. */
  at(): [start: number, end: number][] {
    const spans: [number, number][] = []
    for (const offset of this.#origin) {
      if (offset < 0) continue
      const last = spans.at(-1)
      if (last && last[1] === offset) last[1] = offset + 1
      else spans.push([offset, offset + 1])
    }
    return spans
  }
}
