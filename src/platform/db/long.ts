import { setImmediate as aside } from 'node:timers/promises'
import { sql, type RawBuilder } from 'kysely'
import type { Revision } from '../../domain/as-of.ts'
import type { Author } from '../../domain/author.ts'
import { Fault } from '../../domain/fault.ts'
import { closing, type Commit, type CommitOptions } from './commit.ts'
import { contentDigest, revisionDigest, type AuditedTable } from './digest.ts'
import type { Claim, Engine } from './engine.ts'
import { factWriter } from './fact-writer.ts'
import { horizonOf, startOf } from './horizon.ts'
import type { Db } from './tables.ts'

/** What one batch of a long commit is given; persons' values belong to ordinary commits. */
export type Batch = Omit<Commit, 'personal'>

/**
 * A commit too large for one transaction. Its rows carry its revision from the start, and nobody sees them
 * before `close`; other commits go on meanwhile.
 */
export interface LongCommit {
  readonly revision: Revision
  /** Writes one item after the other, in transactions of about 50 ms each, so that no other writer waits long. */
  each<I>(items: Iterable<I>, write: (batch: Batch, item: I) => Promise<void>): Promise<void>
  /** Shows everything written, at once. A commit that wrote nothing leaves no revision. */
  close(): Promise<void>
  /** Takes back everything written. */
  abandon(): Promise<void>
}

export interface LongPlan extends CommitOptions {
  readonly author: Author
  readonly reason: string
  readonly now: () => Date
  readonly tables: readonly AuditedTable[]
  /** What says that this process lives; let go with the record where a commit was left open. */
  readonly held: Set<Claim>
}

/** How long one transaction may last, in ms: the wait of every other writer. */
const slice = 50

export async function openLong(engine: Engine, plan: LongPlan): Promise<LongCommit> {
  const { author, tables } = plan
  const { revision, base, claim } = await engine.write(async (db) => {
    const { highest, horizon } = await startOf(db)
    const base = plan.basedOn === undefined ? horizon : await horizonOf(db, plan.basedOn)
    const revision = highest + 1
    const opened = plan.now().toISOString()
    await db
      .insertInto('revision')
      .values({ ...author, number: revision, reason: plan.reason, long: 1, opened })
      .execute()
    // Before anybody sees it open: what is open and held by nobody was left by a process that died.
    return { revision, base, claim: await engine.claim(`long-${revision}`) }
  })
  plan.held.add(claim)
  const letGo = () => {
    plan.held.delete(claim)
    return claim.release()
  }
  const batchOn = (db: Db): Batch => {
    const writing = { db, agency: author.agency, revision, base }
    return { revision, author, db, facts: (kind) => factWriter(writing, kind) }
  }
  return {
    revision,
    each: async (items, write) => {
      const rest = items[Symbol.iterator]()
      while (!(await engine.write((db) => fill(batchOn(db), rest, write)))) await aside()
    },
    close: async () => {
      const content = await engine.read((db) => contentDigest(db, tables, revision))
      if (content === undefined) await abandon(engine, tables, revision)
      else await engine.write((db) => close(db, revision, content, plan.now()))
      await letGo()
    },
    abandon: async () => {
      await abandon(engine, tables, revision)
      await letGo()
    },
  }
}

/** Writes items until the time of a transaction is used up; true when there are none left. */
async function fill<I>(
  batch: Batch,
  items: Iterator<I>,
  write: (batch: Batch, item: I) => Promise<void>,
): Promise<boolean> {
  const began = performance.now()
  do {
    const next = items.next()
    if (next.done) return true
    await write(batch, next.value)
  } while (performance.now() - began < slice)
  return false
}

async function close(db: Db, revision: Revision, content: string, now: Date): Promise<void> {
  const { previous, highest } = await startOf(db)
  const closed = { ...closing(previous, now), reach: highest }
  const row = await db
    .selectFrom('revision')
    .selectAll()
    .where('number', '=', revision)
    .executeTakeFirstOrThrow()
  const digest = revisionDigest({ ...row, ...closed }, content)
  await db
    .updateTable('revision')
    .set({ ...closed, digest })
    .where('number', '=', revision)
    .execute()
}

export async function openRevisions(db: Db): Promise<Revision[]> {
  const rows = await db.selectFrom('revision').select('number').where('closed', 'is', null).execute()
  return rows.map((row) => row.number)
}

/** Takes back an open revision that no living process writes; false where one does. */
export async function abandonLeft(
  engine: Engine,
  tables: readonly AuditedTable[],
  revision: Revision,
): Promise<boolean> {
  const claim = await engine.claim(`long-${revision}`).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'record-served') return null
    throw error
  })
  if (!claim) return false
  try {
    await abandon(engine, tables, revision)
  } finally {
    await claim.release()
  }
  return true
}

/** Rows of an open revision go, those it superseded are current again. Safe to repeat after a stop halfway. */
async function abandon(engine: Engine, tables: readonly AuditedTable[], revision: Revision): Promise<void> {
  const open = await engine.read((db) =>
    db
      .selectFrom('revision')
      .select('number')
      .where('number', '=', revision)
      .where('closed', 'is', null)
      .executeTakeFirst(),
  )
  if (!open) return
  for (const table of tables) {
    const [made = '', superseded] = table.marks
    const name = sql.table(table.name)
    await inParts(engine, table, made, revision, sql`delete from ${name}`)
    if (superseded)
      await inParts(
        engine,
        table,
        superseded,
        revision,
        sql`update ${name} set ${sql.ref(superseded)} = null`,
      )
  }
  await engine.write((db) => db.deleteFrom('revision').where('number', '=', revision).execute())
}

async function inParts(
  engine: Engine,
  table: AuditedTable,
  mark: string,
  revision: Revision,
  statement: RawBuilder<unknown>,
): Promise<void> {
  const key = sql.join(table.key.map((name) => sql.ref(name)))
  const part = sql`select ${key} from ${sql.table(table.name)} where ${sql.ref(mark)} = ${revision} limit 500`
  const once = async (db: Db) =>
    (await sql`${statement} where (${key}) in (${part})`.execute(db)).numAffectedRows
  while (((await engine.write(once)) ?? 0n) > 0n) await aside()
}
