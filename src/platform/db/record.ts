import type { Author } from '../../domain/author.ts'
import { commitWithin, type Commit, type CommitOptions, type Committed } from './commit.ts'
import { auditedTables } from './digest.ts'
import type { Claim, Engine, EngineName } from './engine.ts'
import { migrate, migrationsOf } from './migrate.ts'
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
  /** Makes this process the one server of the record, until `release` or its end. The command line needs none. */
  claimServer(): Promise<Claim>
  close(): Promise<void>
}

/** Opens a record, making it or bringing it to the newest schema where needed. */
export async function openRecord(
  place: RecordPlace,
  now: () => Date = () => new Date(),
): Promise<TownRecord> {
  const engine = await openEngine(place)
  try {
    await migrate(engine, await migrationsOf(engine.name))
    return await recordOn(engine, now)
  } catch (error) {
    await engine.close()
    throw error
  }
}

export function openEngine(place: RecordPlace): Promise<Engine> {
  return place.kind === 'sqlite' ? openSqlite(place.file) : openPostgres(place.url, place.schema)
}

async function recordOn(engine: Engine, now: () => Date): Promise<TownRecord> {
  const tables = auditedTables(await engine.read((db) => engine.tables(db)))
  return {
    engine: engine.name,
    read: (work) => engine.read(work),
    commit: (author, reason, work, options = {}) =>
      engine.write((db) => commitWithin(db, { ...options, author, reason, now: now(), tables, work })),
    claimServer: () => engine.claimServer(),
    close: () => engine.close(),
  }
}
