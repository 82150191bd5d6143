import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { hasPostgres, postgresHint, startCluster, stopCluster } from '../../test/postgres.ts'

/** A PostgreSQL of our own that writes to the disk before it answers, with PostGIS in it. */
export interface Gis {
  readonly url: string
  readonly client: pg.Client
  /** Bytes of all tables of a schema with their indexes. */
  readonly size: (schema: string) => Promise<number>
  close(): Promise<void>
}

/** Null, with a word about it, where there is none on this machine. */
export async function openGis(): Promise<Gis | null> {
  if (!(await hasPostgres())) return without(postgresHint)
  const folder = await mkdtemp(join(tmpdir(), 'dothi-bench-gis-'))
  const drop = async () => {
    await stopCluster(folder)
    await rm(folder, { recursive: true, force: true })
  }
  const url = await startCluster(folder, 'on')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const close = async () => {
    await client.end()
    await drop()
  }
  try {
    await client.query('create extension postgis with schema public')
  } catch (error) {
    await close()
    return without(`PostGIS is not measured: ${String(error)} (Debian: apt install postgresql-15-postgis-3)`)
  }
  const size = async (schema: string) => {
    const { rows } = await client.query<{ bytes: string }>(
      `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind = 'r' and c.relname <> 'spatial_ref_sys'`,
      [schema],
    )
    return Number(rows[0]?.bytes)
  }
  return { url, client, size, close }
}

function without(why: string): null {
  process.stderr.write(`${why}\n`)
  return null
}
