import { horizonOf, type Db, type EngineName } from '../../../platform/db/index.ts'
import type { Look, Selection } from './query.ts'
import { entryExtent, type Extent } from './read.ts'

/** Registers times readers times days: more than an office asks for between two commits. */
const most = 1_000

/**
 * How many entries registers have and where, counted once for each state of the record: a count walks over every entry,
 * and between two commits its answer cannot change.
 */
export class Extents {
  readonly #counted = new Map<string, Extent>()

  async of(db: Db, engine: EngineName, look: Look, selection: Selection = {}): Promise<Extent> {
    const { box, text = '', where = [] } = selection
    // While a long commit is open its rows come and go without a new state to tell by.
    if (box || text.trim() !== '' || where.length > 0 || (await isOpen(db)))
      return entryExtent(db, engine, look, selection)
    const horizon = await horizonOf(db, look.at.known)
    // What is restricted now is hidden in readings of earlier states too.
    const now = look.at.known === undefined ? horizon : await horizonOf(db)
    const key = JSON.stringify([look.agency, look.register, look.at.on, look.sees, horizon, now])
    const known = this.#counted.get(key)
    if (known) return known
    const counted = await entryExtent(db, engine, look, selection)
    if (this.#counted.size >= most) this.#counted.clear()
    this.#counted.set(key, counted)
    return counted
  }
}

async function isOpen(db: Db): Promise<boolean> {
  const open = db.selectFrom('revision').select('number').where('long', '=', 1).where('closed', 'is', null)
  return (await open.limit(1).executeTakeFirst()) !== undefined
}
