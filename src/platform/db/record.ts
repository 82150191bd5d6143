import { AsyncLocalStorage } from 'node:async_hooks'
import type { Revision } from '../../domain/as-of.ts'
import type { Author } from '../../domain/author.ts'
import { commitWithin, type Commit, type CommitOptions, type Committed } from './commit.ts'
import { auditedTables } from './digest.ts'
import type { Claim, Engine, EngineName, TableShape } from './engine.ts'
import { abandonLeft, openLong, openRevisions, type LongCommit } from './long.ts'
import { demandSchema, migrate, migrationsOf, type Migration } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'
import type { Db } from './tables.ts'

export type RecordPlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema?: string | undefined }

/** The record of a town: everything it knows and ever knew. */
export interface TownRecord {
  readonly engine: EngineName
  /** Reads on one consistent snapshot; other writers are neither seen nor held up. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>
  /**
   * One commit, one revision: everything that `work` writes, or nothing. Only one runs at a time, so `work`
   * comes with its decisions made and does not wait for anything but this record.
   */
  commit<T>(
    author: Author,
    reason: string,
    work: (commit: Commit) => Promise<T>,
    options?: CommitOptions,
  ): Promise<Committed<T>>
  /** Opens a revision that is written in several transactions and seen when it closes. */
  long(author: Author, reason: string, options?: CommitOptions): Promise<LongCommit>
  /** Writes what the audit does not hold (jobs), without a revision. */
  transact<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Revisions of long commits that have not closed. */
  openRevisions(): Promise<Revision[]>
  /** Undoes an open revision whose process is gone; false where the process lives, and nothing is done. */
  abandonLeft(revision: Revision): Promise<boolean>
  /** Refuses where the schema is no longer the one that this program knows: a newer dothi may have come by. */
  demandSchema(): Promise<void>
  /** Every table, in the order of making; for audit and backup. */
  readonly tables: readonly TableShape[]
  /** Makes this process the one server of the record, until `release` or its end. The command line needs none. */
  claimServer(): Promise<Claim>
  /** Makes this process the one that works off the queue of jobs. */
  claimWorker(): Promise<Claim>
  /** The clock of its revisions. */
  now(): Date
  close(): Promise<void>
}

/** Opens a record, making it or bringing it to the newest schema where needed. */
export async function openRecord(
  place: RecordPlace,
  now: () => Date = () => new Date(),
): Promise<TownRecord> {
  const engine = await openEngine(place)
  try {
    const migrations = await migrationsOf(engine.name)
    await migrate(engine, migrations)
    return await recordOn(engine, now, migrations)
  } catch (error) {
    await engine.close()
    throw error
  }
}

export function openEngine(place: RecordPlace): Promise<Engine> {
  return place.kind === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url, place.schema)
}

/** A commit asked for inside a commit would wait for itself for ever: that is said at once instead. */
function alone(engine: Engine): Engine['write'] {
  const inside = new AsyncLocalStorage<{ writing: boolean }>()
  return (work) => {
    if (inside.getStore()?.writing)
      throw new Error('A commit inside a commit: use the db and facts it was given')
    const turn = { writing: true }
    return inside.run(turn, () => engine.write(work)).finally(() => (turn.writing = false))
  }
}

async function recordOn(
  engine: Engine,
  now: () => Date,
  migrations: readonly Migration[],
): Promise<TownRecord> {
  const all = await engine.read((db) => engine.tables(db))
  const tables = auditedTables(all)
  const write = alone(engine)
  const held = new Set<Claim>()
  return {
    engine: engine.name,
    tables: all,
    read: (work) => engine.read(work),
    commit: (author, reason, work, options = {}) =>
      write((db) => commitWithin(db, { ...options, author, reason, now: now(), tables, work })),
    long: (author, reason, options = {}) =>
      openLong(engine, { ...options, author, reason, now, tables, held }),
    abandonLeft: (revision) => abandonLeft(engine, tables, revision),
    claimServer: () => engine.claim('server'),
    claimWorker: () => engine.claim('worker'),
    transact: write,
    demandSchema: () => demandSchema(engine, migrations),
    openRevisions: () => engine.read(openRevisions),
    now,
    close: async () => {
      for (const claim of held) await claim.release()
      await engine.close()
    },
  }
}
