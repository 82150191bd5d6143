import { sql } from 'kysely'
import type { Db, TownRecord } from '../../../../platform/db/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { RecordPlane } from '../../model/plane.ts'
import { indexesOf, madeIndexes, type Extras } from './indexes.ts'
import { enterPlanes } from './reference.ts'
import { makeViews } from './views.ts'

/** Entries from which on a register has indexes of its own: fewer are read as quickly without. */
const many = 1000

/**
 * Makes what follows from the definitions and from what there is: indexes of large registers, and on PostgreSQL a view a
 * register for GIS programs. Nothing of it is part of the record or of its backup; it is made again from nothing at the
 * next start. To be called at the start and after many entries came in. Answers the views that could not be renewed.
 */
export async function makeFromDefinitions(
  record: TownRecord,
  definitions: readonly Definition[],
  ground: RecordPlane | null = null,
): Promise<readonly string[]> {
  const postgres = record.engine === 'postgres'
  const srid = postgres ? (ground?.plane.epsg ?? null) : null
  await makeIndexes(record, definitions, { trigrams: postgres && (await hasTrigrams(record)), srid })
  if (ground === null || srid === null) return []
  return record.transact(async (db) => {
    await enterPlanes(db, ground.planes, ground.operation)
    return makeViews(db, definitions, srid)
  })
}

async function makeIndexes(
  record: TownRecord,
  definitions: readonly Definition[],
  extras: Extras,
): Promise<void> {
  const { engine } = record
  const change = await record.read(async (db) => {
    const large = await registersOf(db, many)
    const wanted = definitions
      .filter(({ id }) => large.has(id))
      .flatMap((definition) => indexesOf(db, engine, definition, extras))
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
  if (change.make.length > 0) await analyzeEntries(record)
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
