import type { Collection, Edition, Editions } from '../../features/editions/index.ts'
import type { Clock } from '../../platform/clock/index.ts'

/** Milliseconds for which the list of editions in force is not read again. */
const trusted = 500

/** The edition in force, without reading its manifest for every request; also when another process publishes. */
export class CurrentEdition {
  readonly #editions: Editions
  readonly #collection: Collection
  readonly #clock: Clock
  #last: { readonly at: number; readonly edition: Promise<Edition | null> } | null = null

  constructor(editions: Editions, collection: Collection, clock: Clock) {
    this.#editions = editions
    this.#collection = collection
    this.#clock = clock
  }

  get(): Promise<Edition | null> {
    const at = this.#clock.now().getTime()
    if (this.#last && at - this.#last.at < trusted) return this.#last.edition
    const edition = this.#editions.current(this.#collection)
    this.#last = { at, edition }
    // A failure is told to those who asked now, not kept for those who ask next.
    edition.catch(() => (this.#last = null))
    return edition
  }
}
