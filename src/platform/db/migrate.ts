import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { Fault } from '../../domain/fault.ts'
import type { Engine, EngineName } from './engine.ts'
import type { Db } from './tables.ts'

export const migrationFolder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))

export interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly digest: string
}

const fileName = /^(\d{4})_(\w+?)(?:\.(sqlite|postgres))?\.sql$/

/** The migrations for one engine in their order; `NNNN_name.sqlite.sql` and `.postgres.sql` where they differ. */
export async function migrationsOf(engine: EngineName, folder = migrationFolder): Promise<Migration[]> {
  const found: Migration[] = []
  for (const file of (await readdir(folder)).sort()) {
    const [, number, name = '', only] = fileName.exec(file) ?? []
    if (!number || (only && only !== engine)) continue
    const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
    found.push({
      number: Number(number),
      name,
      text: engine === 'postgres' && !only ? forPostgres(text) : text,
      digest: createHash('sha256').update(text).digest('hex'),
    })
  }
  const twice = found.find((migration, i) => migration.number !== i + 1)
  if (twice) throw new Error(`Migrations are numbered 1, 2, 3 …: see ${twice.number} ${twice.name}`)
  return found
}

/** A migration for both engines is written as SQLite reads it; this is all that PostgreSQL wants otherwise. */
export function forPostgres(text: string): string {
  return text
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\)\s*strict\b/g, ')')
    .replaceAll(/\btext\b/g, 'text collate "C"')
    .replaceAll(/\binteger\b/g, 'bigint')
    .replaceAll(/\breal\b/g, 'double precision')
    .replaceAll(/\bblob\b/g, 'bytea')
}

/**
 * Brings the record to the newest schema, or to `upTo`. Safe to run twice and by two processes at once: each
 * file is one transaction that begins with the entry of its number.
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[],
  upTo = Infinity,
): Promise<void> {
  const known = await engine.read((db) => applied(engine, db))
  refuseStrange(known, migrations)
  if (known.length === migrations.length) return
  await engine.write((db) =>
    sql`create table if not exists migration (number integer primary key, name text not null, digest text not null)`.execute(
      db,
    ),
  )
  for (const migration of migrations.filter((one) => one.number <= upTo))
    await engine.write((db) => applyOnce(engine, db, migration))
  refuseStrange(await engine.read((db) => applied(engine, db)), migrations)
}

/** Refuses a record whose schema is not the one of these migrations: changed since by a newer dothi, or put back. */
export async function demandSchema(engine: Engine, migrations: readonly Migration[]): Promise<void> {
  const known = await engine.read((db) => applied(engine, db))
  refuseStrange(known, migrations)
  const missing = migrations.find(({ number }, i) => known[i]?.number !== number)
  if (missing) throw new Fault('record-strange', { migration: `${missing.number} ${missing.name}` })
}

async function applyOnce(engine: Engine, db: Db, { number, name, digest, text }: Migration): Promise<void> {
  const entered = await db
    .insertInto('migration')
    .values({ number, name, digest })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (entered.numInsertedOrUpdatedRows === 1n) await engine.script(db, text)
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly digest: string
}

async function applied(engine: Engine, db: Db): Promise<Applied[]> {
  const tables = await engine.tables(db)
  if (!tables.some((table) => table.name === 'migration')) return []
  return db.selectFrom('migration').selectAll().orderBy('number').execute()
}

export function refuseNewer(newest: number, migrations: readonly Migration[]): void {
  if (newest > migrations.length) throw new Fault('record-newer', { found: newest, known: migrations.length })
}

function refuseStrange(known: readonly Applied[], migrations: readonly Migration[]): void {
  refuseNewer(known.at(-1)?.number ?? 0, migrations)
  for (const one of known)
    if (migrations[one.number - 1]?.digest !== one.digest)
      throw new Fault('record-strange', { migration: `${one.number} ${one.name}` })
}
