import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { openRecord, type EngineName, type RecordPlace, type TownRecord } from '../src/platform/db/index.ts'
import { lackOfPostgres, postgresUrl } from './postgres.ts'

/** Opens a new, empty record of its own (or the one at `at`); closed and taken away after the test. */
export type Open = (now?: () => Date, at?: RecordPlace) => Promise<TownRecord>

/** Where a new record can be made, for tests that open it twice or go past the door. */
export type Place = (on?: EngineName) => Promise<RecordPlace>

/** The tests that `define` makes run on SQLite and on PostgreSQL. */
export function eachEngine(define: (open: Open, engine: EngineName, place: Place) => void): void {
  for (const engine of ['sqlite', 'postgres'] as const) {
    describe.skipIf(engine === 'postgres' && lack !== undefined)(engine, () => {
      const { open, place, cleanUp } = workshop(engine)
      afterEach(cleanUp)
      define(open, engine, place)
    })
  }
  if (lack && process.env.CI === 'true') test('PostgreSQL specs run', () => expect.unreachable(lack))
}

const lack = await lackOfPostgres()
if (lack) process.stderr.write(`${lack}\n`)

/** Where a record of one engine can be made; `undo` is given what takes it away again. */
async function newPlace(
  engine: EngineName,
  undo: (step: () => Promise<unknown>) => void,
): Promise<RecordPlace> {
  if (engine === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'dothi-record-'))
    // A process that was killed lets go of its files a moment later on Windows.
    undo(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    return { kind: 'sqlite', file: join(folder, 'record.sqlite') }
  }
  const url = await postgresUrl()
  const schema = `test_${randomUUID().replaceAll('-', '')}`
  undo(() => dropSchema(url, schema))
  return { kind: 'postgres', url, schema }
}

export function workshop(engine: EngineName) {
  const undo: (() => Promise<unknown>)[] = []
  const place: Place = (on = engine) => newPlace(on, (step) => undo.push(step))
  const open: Open = async (now, at) => {
    const record = await openRecord(at ?? (await place()), now)
    undo.push(() => record.close())
    return record
  }
  const cleanUp = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  return { open, place, cleanUp }
}

/** Runs statements past the door, as an intruder or another program would. */
export async function rawSql(place: RecordPlace, ...statements: readonly string[]): Promise<void> {
  await using raw = await openRaw(place)
  for (const statement of statements) await raw.run(statement)
}

export interface Raw extends AsyncDisposable {
  run(statement: string): Promise<void>
}

/** A way past the door that stays open, for many statements. */
export async function openRaw(place: RecordPlace): Promise<Raw> {
  if (place.kind === 'sqlite') {
    const raw = new DatabaseSync(place.file)
    return {
      run: async (statement) => raw.exec(statement),
      [Symbol.asyncDispose]: async () => raw.close(),
    }
  }
  const client = new pg.Client({
    connectionString: place.url,
    options: `-c search_path=${place.schema},public`,
  })
  await client.connect()
  return {
    run: async (statement) => void (await client.query(statement)),
    [Symbol.asyncDispose]: () => client.end(),
  }
}

async function dropSchema(url: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop schema if exists ${schema} cascade`)
  await client.end()
}
