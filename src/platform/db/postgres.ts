import { hostname } from 'node:os'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { Fault } from '../../domain/fault.ts'
import type { Claim, Engine } from './engine.ts'
import { Queue } from './queue.ts'
import { patience } from './retry.ts'
import { postgresSchema, postgresTables } from './shape.ts'
import type { Db } from './tables.ts'
import { WriterDialect } from './writer.ts'

/** The record in a schema of a PostgreSQL database. */
export async function openPostgres(url: string, schema = 'dothi'): Promise<Engine> {
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new Fault('usage', { what: `schema ${schema}` })
  const config: pg.PoolConfig = {
    connectionString: url,
    max: 10,
    types: { getTypeParser },
    // Extensions live in public.
    options: `-c search_path=${schema},public -c timezone=UTC -c lock_timeout=${patience}`,
  }
  const pool = new pg.Pool(config)
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const lockName = `dothi ${schema}`
  const writer: Db = new Kysely({ dialect: new WriterDialect(pool, lockName) })
  // Waiting for the lock here and not in the server keeps the other connections free for readers.
  const writing = new Queue()
  await prepare(db, schema).catch(async (error: unknown) => {
    await db.destroy()
    throw error instanceof Fault ? error : unreachable(url, error)
  })
  return {
    name: 'postgres',
    read: (work) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    // One writer at a time, so that revisions close in the order of their numbers.
    write: (work) => writing.run(() => writer.transaction().execute(work)),
    script: async (inside, text) => void (await sql.raw(text).execute(inside)),
    tables: (inside) => postgresTables(inside, schema),
    schema: (inside) => postgresSchema(inside, schema),
    claim: (what) => claim(config, `${lockName} ${what}`, schema),
    close: () => db.destroy(),
  }
}

/** What PostgreSQL or the way to it says; never the address as given, which may hold a password. */
function unreachable(url: string, error: unknown): Fault {
  const record = /@([^?]*)/.exec(url)?.[1] ?? 'PostgreSQL'
  const inner = error instanceof AggregateError ? error.errors.map(String).join('; ') : String(error)
  return new Fault('record-unreachable', { record, reason: inner }, error)
}

/** PostgreSQL's own number of its type `bigint`. */
const int8 = 20

/** Numbers of 64 bits as numbers: revisions, counts and sizes stay far below 2^53. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === int8 ? Number : pg.types.getTypeParser(oid, format)
}

/** Schema and extension are made under a lock of the whole database: "if not exists" alone can still race. */
async function prepare(db: Db, schema: string): Promise<void> {
  await db.transaction().execute(async (inside) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('dothi prepare', 0))`.execute(inside)
    const found = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(inside)
    if (found.rows.length === 0) await sql`create schema ${sql.id(schema)}`.execute(inside)
    for (const name of ['btree_gist', 'postgis']) await extension(inside, name)
  })
}

async function extension(db: Db, name: string): Promise<void> {
  const found = await sql`select 1 from pg_extension where extname = ${name}`.execute(db)
  if (found.rows.length > 0) return
  const known = await sql`select 1 from pg_available_extensions where name = ${name}`.execute(db)
  if (known.rows.length === 0) throw new Fault('extension-missing', { extension: name })
  await sql`create extension ${sql.id(name)} with schema public`.execute(db)
}

/** Milliseconds that a new server waits for the lock of one that has just ended, and of one whose process lives. */
const handover = { ended: 3000, living: 200 }

async function claim(config: pg.PoolConfig, lockName: string, schema: string): Promise<Claim> {
  const client = new pg.Client({ ...config, application_name: holderName(process.pid) })
  const lost = new AbortController()
  client.on('error', () => lost.abort())
  await client.connect()
  try {
    // A killed server's lock goes when PostgreSQL notices that its socket is gone: a moment later, under load more.
    const patient = (await heldHere(client, lockName)) ? handover.living : handover.ended
    await client.query(`set lock_timeout = ${patient}`)
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [lockName])
  } catch (error) {
    await client.end()
    if (!(error instanceof pg.DatabaseError) || error.code !== '55P03') throw error
    throw new Fault('record-served', { record: `PostgreSQL, schema ${schema}` }, error)
  }
  return { release: () => client.end(), lost: lost.signal }
}

/** Who holds a place, as PostgreSQL shows it; it keeps no more than 63 letters of a name. */
const holderName = (pid: number) => `dothi ${pid}@${hostname()}`.slice(0, 63)

/** Whether a process of this machine that lives has the lock. */
async function heldHere(client: pg.Client, lockName: string): Promise<boolean> {
  const held = await client.query<{ application_name: string }>(
    `select application_name from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and objsubid = 1 and granted
      and database = (select oid from pg_database where datname = current_database())
      and (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0)`,
    [lockName],
  )
  const name = held.rows[0]?.application_name ?? ''
  const pid = Number(/^dothi (\d+)@/.exec(name)?.[1])
  if (!pid || name !== holderName(pid)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It lives as somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
