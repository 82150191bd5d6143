/** A run of characters: where it begins in the strand, where in the source (-1: nowhere), and its length. */
interface Run {
  readonly at: number
  readonly source: number
  readonly length: number
}

const nowhere = -1

/**
 * A piece of text that knows where each of its characters stands in a source text.
 *
 * Readers join lines, drop page breaks and take marks out, and every value they report must still point to
 * its place. Offsets are UTF-16 units into the source, as in all `at` fields. Places are kept by runs, not by
 * character: a strand costs what it is joined of, not what it is long.
 */
export class Strand {
  readonly text: string
  readonly #runs: readonly Run[]

  private constructor(text: string, runs: readonly Run[]) {
    this.text = text
    this.#runs = runs
  }

  static readonly empty = new Strand('', [])

  /** The part `[start, end)` of a source text. */
  static of(source: string, start = 0, end = source.length): Strand {
    const text = source.slice(start, end)
    return text === '' ? Strand.empty : new Strand(text, [{ at: 0, source: start, length: text.length }])
  }

  /** Joins strands in the order given, with `separator` (placed nowhere in the source) between them. */
  static join(parts: readonly Strand[], separator = ''): Strand {
    const runs: Run[] = []
    const texts: string[] = []
    let at = 0
    for (const [index, part] of parts.entries()) {
      if (index > 0 && separator !== '') {
        append(runs, { at, source: nowhere, length: separator.length })
        at += separator.length
      }
      for (const run of part.#runs) append(runs, { ...run, at: at + run.at })
      at += part.length
      texts.push(part.text)
    }
    return new Strand(texts.join(separator), runs)
  }

  get length(): number {
    return this.text.length
  }

  slice(start: number, end = this.length): Strand {
    if (start <= 0 && end >= this.length) return this
    const runs: Run[] = []
    for (const run of this.#runs) {
      const from = Math.max(start, run.at)
      const to = Math.min(end, run.at + run.length)
      if (from >= to) continue
      const source = run.source < 0 ? nowhere : run.source + from - run.at
      runs.push({ at: from - start, source, length: to - from })
    }
    return new Strand(this.text.slice(start, end), runs)
  }

  /** Without white space at both ends. */
  trim(): Strand {
    const start = this.text.length - this.text.trimStart().length
    return this.slice(start, Math.max(start, this.text.trimEnd().length))
  }

  /** Every match of `pattern` (global) is taken out, or replaced by `by`, which stands nowhere in the source. */
  replace(pattern: RegExp, by = ''): Strand {
    const parts = this.split(pattern)
    return parts.length === 1 ? this : Strand.join(parts, by)
  }

  /** Runs of white space become one space that keeps the place of the first of them; both ends are trimmed. */
  tidy(): Strand {
    const trimmed = this.trim()
    if (!/\s\s|[^\S ]/.test(trimmed.text)) return trimmed
    const parts: Strand[] = []
    let from = 0
    for (const { 0: space, index } of trimmed.text.matchAll(/\s+/g)) {
      if (space === ' ') continue
      parts.push(trimmed.slice(from, index), new Strand(' ', trimmed.slice(index, index + 1).#runs))
      from = index + space.length
    }
    return Strand.join([...parts, trimmed.slice(from)])
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
    return this.#runs.find((run) => run.source >= 0)?.source ?? null
  }

  /** Where it stands: spans of the source in reading order, touching ones merged, end exclusive. */
  at(): [start: number, end: number][] {
    const spans: [number, number][] = []
    for (const { source, length } of this.#runs) {
      if (source < 0) continue
      const last = spans.at(-1)
      if (last && last[1] === source) last[1] = source + length
      else spans.push([source, source + length])
    }
    return spans
  }
}

/** Adds a run, made one with the last where it goes on in the source too. */
function append(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  const grows = last && (last.source < 0 ? run.source < 0 : run.source === last.source + last.length)
  if (grows) runs[runs.length - 1] = { ...last, length: last.length + run.length }
  else runs.push(run)
}
