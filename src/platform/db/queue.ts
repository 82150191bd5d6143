/** Runs one thing after the other, in the order asked. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => {})
    return next
  }
}

/** At most `size` things, made when first needed, each used by one at a time. */
export class Pool<C> {
  readonly #size: number
  readonly #make: () => Promise<C>
  readonly #all: Promise<C>[] = []
  readonly #free: C[] = []
  readonly #waiting: ((free: C) => void)[] = []

  constructor(size: number, make: () => Promise<C>) {
    this.#size = size
    this.#make = make
  }

  async use<T>(work: (one: C) => Promise<T>): Promise<T> {
    const one = this.#free.pop() ?? (await this.#another())
    try {
      return await work(one)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(one)
      else this.#free.push(one)
    }
  }

  /** Everything that was made, for its closing. */
  close(): Promise<C[]> {
    return Promise.all(this.#all)
  }

  #another(): Promise<C> {
    if (this.#all.length >= this.#size) return new Promise((resolve) => this.#waiting.push(resolve))
    const made = this.#make()
    this.#all.push(made)
    return made
  }
}
