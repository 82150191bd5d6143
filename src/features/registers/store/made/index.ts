import { sql } from 'kysely'
import type { Db, TownRecord } from '../../../../platform/db/index.ts'
import type { Definition } from '../../model/definition.ts'
import { indexesOf, madeIndexes } from './indexes.ts'

/** Entries from which on a register has indexes of its own: fewer are read as quickly without. */
const many = 1000

/**
 * Makes what follows from the definitions and from what there is: indexes. Nothing of it is part of the record or of
 * its backup; it is made again from nothing at the next start. To be called at the start and after many entries came in.
 */
export async function makeFromDefinitions(
  record: TownRecord,
  definitions: readonly Definition[],
): Promise<void> {
  const { engine } = record
  const trigrams = engine === 'postgres' && (await hasTrigrams(record))
  const change = await record.read(async (db) => {
    const large = await registersOf(db, many)
    const wanted = definitions
      .filter(({ id }) => large.has(id))
      .flatMap((definition) => indexesOf(db, engine, definition, trigrams))
    const standing = await madeIndexes(db, engine)
    const names = new Set(wanted.map(({ name }) => name))
    return {
      drop: [...standing].filter((name) => !names.has(name)),
      make: wanted.filter(({ name }) => !standing.has(name)),
    }
  })
  // One by one: no other writer waits for more than one of them.
  for (const { create } of change.make) await record.transact((db) => create.execute(db))
  for (const name of change.drop)
    await record.transact((db) => sql`drop index if exists ${sql.id(name)}`.execute(db))
}

/** What the engine knows of how many there are of what: without it, it guesses its way to them. */
export async function analyzeEntries(record: TownRecord): Promise<void> {
  for (const table of ['entry', 'entry_version'])
    await record.transact((db) => sql`analyze ${sql.table(table)}`.execute(db))
}

/** Registers with at least so many entries. */
async function registersOf(db: Db, least: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('entry')
    .select('kind')
    .groupBy('kind')
    .having((one) => one.fn.countAll(), '>=', least)
    .execute()
  return new Set(rows.map(({ kind }) => kind))
}

/** Words are found without it, more slowly: whoever may not add extensions does without. */
async function hasTrigrams(record: TownRecord): Promise<boolean> {
  const there = () =>
    record.read(async (db) => {
      const { rows } = await sql`select 1 from pg_extension where extname = 'pg_trgm'`.execute(db)
      return rows.length > 0
    })
  if (await there()) return true
  await record
    .transact((db) => sql`create extension if not exists pg_trgm with schema public`.execute(db))
    .catch(() => undefined)
  return there()
}
