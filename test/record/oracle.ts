type Line = readonly (number | undefined)[]

/**
 * The same facts kept in the simplest way there is: after every commit a picture of every day of every fact.
 * Slow, and too plain to be wrong; the record is compared with it. Every write brings a value never used
 * before, so that a version is a run of days with one value.
 */
export class Oracle {
  readonly #empty: Line
  #now = new Map<string, Line>()
  readonly #pictures: ReadonlyMap<string, Line>[] = [new Map()]

  constructor(days: number) {
    this.#empty = Array.from({ length: days }, () => undefined)
  }

  /** Every day of a fact as known after so many commits, or now. */
  line(id: string, commits?: number): Line {
    return (commits === undefined ? this.#now : this.#pictures[commits])?.get(id) ?? this.#empty
  }

  /** The days of the version that holds on a day. */
  version(id: string, day: number): { from: number; to: number } | undefined {
    const line = this.line(id)
    const value = line[day]
    if (value === undefined) return undefined
    let [from, to] = [day, day + 1]
    while (from > 0 && line[from - 1] === value) from--
    while (to < line.length && line[to] === value) to++
    return { from, to }
  }

  some(id: string, from: number, to: number): boolean {
    return this.line(id)
      .slice(from, to)
      .some((value) => value !== undefined)
  }

  fill(id: string, from: number, to: number, value?: number): void {
    this.#now.set(id, this.line(id).toSpliced(from, to - from, ...this.line(id).slice(from, to).fill(value)))
  }

  /** True where a commit after the first so many changed the fact. */
  changedSince(id: string, commits: number): boolean {
    return this.#pictures.some(
      (_, k) => k > commits && String(this.line(id, k)) !== String(this.line(id, k - 1)),
    )
  }

  commit(): void {
    this.#pictures.push(new Map(this.#now))
  }

  undo(): void {
    this.#now = new Map(this.#pictures.at(-1))
  }
}
