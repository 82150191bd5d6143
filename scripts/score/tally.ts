/** What was there, what was read, and how much of it was the same. */
interface Count {
  expected: number
  found: number
  right: number
}

/** Counts by field, and what went wrong for whoever mends the reader. */
export class Tally {
  readonly fields = new Map<string, Count>()
  readonly misses: string[] = []
  #file = ''

  begin(file: string): void {
    this.#file = file
  }

  /** Items of a set, by value: "3 of 4 bodies". */
  items(field: string, expected: readonly string[], found: readonly string[]): void {
    const count = this.#count(field)
    const left = [...found]
    count.expected += expected.length
    count.found += found.length
    for (const item of expected) {
      const at = left.indexOf(item)
      if (at < 0) this.#miss(field, 'not read', item)
      else {
        left.splice(at, 1)
        count.right++
      }
    }
    for (const item of left) this.#miss(field, 'not there', item)
  }

  /** One value; null says that there is none. */
  value(field: string, expected: string | null, found: string | null): void {
    this.items(field, expected === null ? [] : [expected], found === null ? [] : [found])
  }

  /** What must be found, where more may be. */
  recall(field: string, expected: readonly string[], found: readonly string[]): void {
    this.items(
      field,
      expected,
      found.filter((item) => expected.includes(item)),
    )
  }

  #count(field: string): Count {
    const count = this.fields.get(field) ?? { expected: 0, found: 0, right: 0 }
    this.fields.set(field, count)
    return count
  }

  #miss(field: string, what: string, item: string): void {
    this.misses.push(`${this.#file} · ${field} · ${what}: ${item}`)
  }
}
