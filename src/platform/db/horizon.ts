import type { Selectable } from 'kysely'
import { sql, type RawBuilder } from 'kysely'
import type { Revision } from '../../domain/as-of.ts'
import type { Day } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import type { Db, RevisionTable } from './tables.ts'

/**
 * Which revisions are seen. All that closed up to a place in the order of closing; since a long job takes its
 * number when it opens and is seen when it closes, that is every number up to `reach` without a few.
 */
export interface Horizon {
  readonly reach: Revision
  readonly without: readonly Revision[]
}

export type ClosedRevision = Selectable<RevisionTable> & {
  readonly instant: string
  readonly closed: number
  readonly reach: number
  readonly digest: string
}

/** The revision closed last, or undefined in a new record. */
export async function head(db: Db): Promise<ClosedRevision | undefined> {
  return last(db, null)
}

export interface Start {
  readonly previous: ClosedRevision | undefined
  /** The highest number given out so far, to closed and to open revisions. */
  readonly highest: Revision
  /** Everything closed. */
  readonly horizon: Horizon
}

/** All that a commit must know before it writes, in one question. */
export async function startOf(db: Db): Promise<Start> {
  const rows = await db
    .selectFrom('revision')
    .selectAll()
    .select((one) => [
      one
        .selectFrom('revision')
        .select((r) => r.fn.max('number').as('n'))
        .as('highest'),
      one
        .selectFrom('revision')
        .select((r) => r.fn.countAll<number>().as('n'))
        .where('long', '=', 1)
        .where('closed', 'is', null)
        .as('open'),
    ])
    .where('closed', 'is not', null)
    .orderBy('closed', 'desc')
    .limit(1)
    .execute()
  const [row] = rows
  if (!row) return { previous: undefined, highest: await highestNumber(db), horizon: nothing }
  const previous = row as ClosedRevision
  const horizon = row.open === 0 ? { reach: previous.reach, without: [] } : await horizonAt(db, previous)
  return { previous, highest: row.highest ?? 0, horizon }
}

async function highestNumber(db: Db): Promise<Revision> {
  const found = await db
    .selectFrom('revision')
    .select((one) => one.fn.max('number').as('number'))
    .executeTakeFirst()
  return found?.number ?? 0
}

const nothing: Horizon = { reach: 0, without: [] }

/** What is seen at `known`: a revision, the end of a day in Việt Nam, or everything closed by now. */
export async function horizonOf(db: Db, known?: Revision | Day): Promise<Horizon> {
  // Before the first commit nothing is known; a writer may well have read that.
  if (known === 0) return nothing
  const at =
    typeof known === 'number' ? await closedRevision(db, known) : await last(db, known ? endOf(known) : null)
  return at ? horizonAt(db, at) : nothing
}

async function horizonAt(db: Db, at: ClosedRevision): Promise<Horizon> {
  const late = await db
    .selectFrom('revision')
    .select('number')
    .where('long', '=', 1)
    .where('number', '<=', at.reach)
    .where((or) => or.or([or('closed', 'is', null), or('closed', '>', at.closed)]))
    .execute()
  return { reach: at.reach, without: late.map((row) => row.number) }
}

async function closedRevision(db: Db, number: Revision): Promise<ClosedRevision> {
  const found = await db.selectFrom('revision').selectAll().where('number', '=', number).executeTakeFirst()
  if (found?.closed === null || !found) throw new Fault('revision-unknown', { revision: number })
  return found as ClosedRevision
}

async function last(db: Db, before: string | null): Promise<ClosedRevision | undefined> {
  let query = db.selectFrom('revision').selectAll().where('closed', 'is not', null)
  if (before !== null) query = query.where('instant', '<', before)
  return (await query.orderBy('closed', 'desc').limit(1).executeTakeFirst()) as ClosedRevision | undefined
}

/** The instant at which a day ends in Việt Nam (UTC+7). */
const endOf = (day: Day) => `${day}T17:00:00.000Z`

export const sees = ({ reach, without }: Horizon, revision: Revision | null): boolean =>
  revision !== null && revision <= reach && !without.includes(revision)

/**
 * The same as a condition: the revision in `column` is seen. Nearly all are: `+` keeps either engine from finding rows
 * by it, when what else is asked of them is worth an index.
 */
export function seen({ reach, without }: Horizon, column: string): RawBuilder<boolean> {
  const hidden = without.length > 0 ? sql`and ${sql.ref(column)} not in (${sql.join(without)})` : sql``
  return sql<boolean>`(+${sql.ref(column)} <= ${reach} ${hidden})`
}

/** The versions that a reader knows, of all days, as a condition on the table of versions that a query calls `alias`. */
export function heldKnown(horizon: Horizon, alias: string): RawBuilder<boolean> {
  const [from, to] = [`${alias}.revision_from`, `${alias}.revision_to`]
  return sql<boolean>`(${seen(horizon, from)} and (${sql.ref(to)} is null or not ${seen(horizon, to)}))`
}

/** The same of those that hold on a day. */
export function heldOn(on: Day, horizon: Horizon, alias: string): RawBuilder<boolean> {
  const [from, to] = [sql.ref(`${alias}.valid_from`), sql.ref(`${alias}.valid_to`)]
  return sql<boolean>`(${heldKnown(horizon, alias)} and ${from} <= ${on} and (${to} is null or ${to} > ${on}))`
}
