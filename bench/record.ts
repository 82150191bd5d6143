import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import type { Day } from '../src/domain/day.ts'
import { facts, jsonFact, openRecord, type RecordPlace, type TownRecord } from '../src/platform/db/index.ts'
import { hasPostgres, postgresHint, startCluster, stopCluster } from '../test/postgres.ts'
import type { Row } from './row.ts'

/** How long each thing is measured, in ms. */
const span = 2000
const author = { agency: 'thi-xa', post: 'chuyen-vien', person: 'p' }
const target = jsonFact<{ indicator: string; value: string }>('target')
const value = { indicator: 'Tỷ lệ đô thị hóa', value: '60.00' }
const day = (text: string) => text as Day

async function perSecond(once: (i: number) => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 20; i++) await once(-1 - i)
  const began = performance.now()
  let count = 0
  while (performance.now() - began < span) await once(count++)
  return (count * 1000) / (performance.now() - began)
}

/** Commits and histories of a record beside the bare insert of its engine, and that beside the bare disk. */
export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-bench-'))
  try {
    const disk = await fsyncs(join(folder, 'fsync'))
    return [
      row('fsync of 4 KB', disk, 'fsyncs/s'),
      ...(await sqlite(folder, disk)),
      ...((await hasPostgres()) ? await postgres(disk) : skipped()),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function skipped(): Row[] {
  process.stderr.write(`${postgresHint}\n`)
  return []
}

const row = (name: string, value: number, unit: string, against?: readonly [string, number]): Row => ({
  name: `record: ${name}`,
  value,
  unit,
  against: against?.[0] ?? null,
  ratio: against ? value / against[1] : null,
})

async function fsyncs(path: string): Promise<number> {
  const file = await open(path, 'w')
  const block = Buffer.alloc(4096, 'x')
  try {
    return await perSecond(async () => {
      await file.write(block, 0, block.length, 0)
      await file.sync()
    })
  } finally {
    await file.close()
  }
}

async function sqlite(folder: string, disk: number): Promise<Row[]> {
  const raw = new DatabaseSync(join(folder, 'bare.sqlite'))
  raw.exec(
    'pragma journal_mode = wal; pragma synchronous = full; create table t (id integer primary key, body text)',
  )
  const insert = raw.prepare('insert into t (body) values (?)')
  const bare = await perSecond(async () => insert.run(JSON.stringify(value)))
  raw.close()
  return ours('SQLite', bare, disk, { kind: 'sqlite', file: join(folder, 'record.sqlite') })
}

async function postgres(disk: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-bench-pg-'))
  try {
    const url = process.env.DATABASE_URL ?? (await startCluster(folder, 'on'))
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('drop table if exists dothi_bench; create table dothi_bench (body text)')
    const bare = await perSecond(() =>
      client.query('insert into dothi_bench values ($1)', [JSON.stringify(value)]),
    )
    const schema = `bench_${process.pid}`
    const rows = await ours('PostgreSQL', bare, disk, { kind: 'postgres', url, schema })
    await client.query(`drop table dothi_bench; drop schema ${schema} cascade`)
    await client.end()
    return rows
  } finally {
    await stopCluster(folder)
  }
}

async function ours(name: string, bare: number, disk: number, place: RecordPlace): Promise<Row[]> {
  const record = await openRecord(place)
  const insert = (id: string) =>
    record.commit(author, 'one fact', (c) => c.facts(target).insert({ id, from: day('2021-01-01'), value }))
  const commits = await perSecond((i) => insert(`commit ${i}`))
  const histories = await perSecond((i) => history(record, `history ${i}`))
  await record.close()
  return [
    row(`${name}, bare insert`, bare, 'transactions/s', ['fsync', disk]),
    row(`${name}, commit of one fact`, commits, 'commits/s', ['bare insert', bare]),
    row(`${name}, history of 4 commits and 2 reads`, histories, 'histories/s', ['4 bare inserts', bare / 4]),
  ]
}

/** What happens to a target in its life, read back now and as first known. */
async function history(record: TownRecord, id: string): Promise<void> {
  const write = (work: Parameters<TownRecord['commit']>[2]) => record.commit(author, 'history', work)
  const { revision } = await write((c) => c.facts(target).insert({ id, from: day('2021-01-01'), value }))
  await write((c) => c.facts(target).changeFrom(id, day('2025-01-01'), { ...value, value: '62.00' }))
  await write((c) => c.facts(target).correct(id, { on: day('2022-01-01') }, { ...value, value: '60.10' }))
  await write((c) => c.facts(target).end(id, day('2030-01-01')))
  await record.read(async (db) => {
    const read = facts(db, author.agency, target)
    await read.find(id, { on: day('2026-01-01') })
    await read.find(id, { on: day('2026-01-01'), known: revision })
  })
}
