import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setImmediate as aside } from 'node:timers/promises'
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely'
import { Fault } from '../../domain/fault.ts'
import { makeFolder } from '../files/index.ts'
import type { Claim, ClaimedPlace, Engine } from './engine.ts'
import { Pool, Queue } from './queue.ts'
import { untilFree } from './retry.ts'
import { sqliteSchema, sqliteTables } from './shape.ts'
import type { Db } from './tables.ts'

interface Connection {
  readonly raw: DatabaseSync
  readonly db: Db
}

/** Readers of one process that each hold a snapshot of their own. */
const readers = 8

/** The record in one file: one connection that writes, a few that read, write-ahead log, fsync on commit. */
export async function openSqlite(file: string): Promise<Engine> {
  await makeFolder(dirname(file))
  const writer = await connect(file, false)
  const writing = new Queue()
  const reading = new Pool(readers, () => connect(file, true))
  return {
    name: 'sqlite',
    read: (work) => fair(reading.use((connection) => snapshot(connection, work))),
    write: (work) => fair(writing.run(() => transaction(writer, work))),
    script: async (_, text) => writer.raw.exec(text),
    tables: sqliteTables,
    schema: sqliteSchema,
    claim: (what) => claim(file, what),
    close: async () => {
      await writing.run(async () => {})
      for (const { raw } of [...(await reading.close()), writer]) if (raw.isOpen) raw.close()
    },
  }
}

/** Every answer of SQLite is there at once: without a pause, a loop of reads or commits would stop the server. */
async function fair<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } finally {
    await aside()
  }
}

async function connect(file: string, readOnly: boolean): Promise<Connection> {
  const raw = openFile(file)
  const last = readOnly ? 'pragma query_only = on' : 'pragma foreign_keys = on'
  try {
    await untilFree(() => raw.exec(`pragma journal_mode = wal; pragma synchronous = full; ${last}`), isBusy)
  } catch (error) {
    raw.close()
    throw error instanceof Fault ? error : unreachable(file, error)
  }
  return { raw, db: new Kysely({ dialect: new SqliteDialect({ database: shim(raw) }) }) }
}

function openFile(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 })
  } catch (error) {
    throw unreachable(file, error)
  }
}

const unreachable = (file: string, error: unknown) =>
  new Fault(
    'record-unreachable',
    { record: file, reason: error instanceof Error ? error.message : '' },
    error,
  )

/** The five lines that Kysely's dialect wants, with statements prepared once. */
function shim(raw: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>()
  const prepare = (text: string) => {
    const known = prepared.get(text)
    if (known) return known
    // Lists of values make ever new texts; the cache is emptied rather than grown.
    if (prepared.size >= 500) prepared.clear()
    const statement = raw.prepare(text)
    prepared.set(text, statement)
    return statement
  }
  return {
    close: () => raw.close(),
    prepare: (text) => {
      const statement = prepare(text)
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as SQLInputValue[])),
        run: (values) => statement.run(...(values as SQLInputValue[])),
        iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
      }
    },
  }
}

async function snapshot<T>({ raw, db }: Connection, work: (db: Db) => Promise<T>): Promise<T> {
  // The snapshot begins with the first read, not with BEGIN.
  try {
    await untilFree(() => {
      if (!raw.isTransaction) raw.exec('begin')
      raw.exec('select 1 from sqlite_schema limit 1')
    }, isBusy)
    return await work(db)
  } finally {
    if (raw.isOpen && raw.isTransaction) raw.exec('rollback')
  }
}

async function transaction<T>({ raw, db }: Connection, work: (db: Db) => Promise<T>): Promise<T> {
  await untilFree(() => raw.exec('begin immediate'), isBusy)
  try {
    const value = await work(db)
    await untilFree(() => raw.exec('commit'), isBusy)
    return value
  } finally {
    if (raw.isOpen && raw.isTransaction) raw.exec('rollback')
  }
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === 5 || code === 6
}

/** A lock of the operating system on a side file: it falls with the process, also under kill -9. */
async function claim(file: string, what: ClaimedPlace): Promise<Claim> {
  const lock = new DatabaseSync(`${file}.${what}`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw isBusy(error) ? new Fault('record-served', { record: file }, error) : error
  }
  const release = async () => {
    if (lock.isOpen) lock.close()
    // Each long revision has a side file of its own: they would pile up.
    if (what.startsWith('long-')) await rm(`${file}.${what}`, { force: true })
  }
  return { release, lost: new AbortController().signal }
}
