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
  readonly #running = new Set<Promise<unknown>>()
  readonly #waiting: ((free: C) => void)[] = []

  constructor(size: number, make: () => Promise<C>) {
    this.#size = size
    this.#make = make
  }

  use<T>(work: (one: C) => Promise<T>): Promise<T> {
    const running = this.#turn(work)
    this.#running.add(running)
    const done = () => void this.#running.delete(running)
    running.then(done, done)
    return running
  }

  async #turn<T>(work: (one: C) => Promise<T>): Promise<T> {
    const one = this.#free.pop() ?? (await this.#another())
    try {
      return await work(one)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(one)
      else this.#free.push(one)
    }
  }

  /** Everything that was made, once nobody uses it any more, for its closing. */
  async close(): Promise<C[]> {
    await Promise.allSettled(this.#running)
    return Promise.all(this.#all)
  }

  #another(): Promise<C> {
    if (this.#all.length >= this.#size) return new Promise((resolve) => this.#waiting.push(resolve))
    const made = this.#make()
    this.#all.push(made)
    return made
  }
}
