import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { GeometryEngine, type SharedAreas } from '../src/platform/geometry/index.ts'
import { hasPostgres, postgresHint, startCluster, stopCluster } from '../test/postgres.ts'
import { generateTown, type GeneratedTown } from '../test/town.ts'
import type { Row } from './row.ts'

const times = 3
/** Thirty lots of the town, so that threads and GEOS stand before anything is measured. */
const few = 30

const row = (name: string, value: number, against?: readonly [string, number]): Row => ({
  name: `overlay: ${name}`,
  value,
  unit: 'ms',
  against: against?.[0] ?? null,
  // How fast ours is beside theirs: 1 is as fast, 2 twice as fast.
  ratio: against ? against[1] / value : null,
})

/**
 * Lots × zones with their areas, in one and two threads, beside PostGIS on the same; the whole town as a coverage and as
 * one area. Where our areas are not those of PostGIS the bench fails.
 */
export async function run(): Promise<readonly Row[]> {
  const town = generateTown()
  const theirs = await postgis(town)
  const native = theirs ? (['best PostGIS query', theirs.best] as const) : undefined
  const one = await overlay(town, 1)
  const two = await overlay(town, 2)
  if (theirs) sameAnswer(one.found, theirs)
  const whole = await asWhole(town)
  return [
    ...(theirs ? theirs.rows : []),
    row('60,000 lots × 1,000 zones, one thread', one.ms, native),
    row('60,000 lots × 1,000 zones, two threads', two.ms, native),
    row('coverage check of 60,000 lots', whole.faults.ms),
    row('60,000 lots as one area', whole.union.ms),
    ...(process.env.DOTHI_LONG === '1' ? await tenTimes(two, whole) : []),
  ]
}

/** Ten towns take minutes: `DOTHI_LONG=1` only. */
async function tenTimes(
  two: Measured<SharedAreas>,
  whole: Awaited<ReturnType<typeof asWhole>>,
): Promise<Row[]> {
  const tenfold = generateTown({ parcels: 600_000, zones: 10_000 })
  const large = await overlay(tenfold, 2, 1)
  const largeWhole = await asWhole(tenfold)
  const goal = (ms: number) => ['12 × the town', ms * 12] as const
  return [
    row('10-fold, two threads', large.ms, goal(two.ms)),
    // Beside others on a machine the time of day tells little; the work done is what it is.
    row('10-fold, time of the processors', large.cpu, goal(two.cpu)),
    row('coverage check, 10-fold', largeWhole.faults.ms, goal(whole.faults.ms)),
    row('lots as one area, 10-fold', largeWhole.union.ms, goal(whole.union.ms)),
    // The town itself and what the bench holds of it stand in both.
    { ...row('memory of the process at most, 10-fold', largeWhole.peak / 1e6), unit: 'MB' },
    { ...row('of it the town itself', largeWhole.before / 1e6), unit: 'MB' },
  ]
}

interface Measured<T> {
  readonly ms: number
  /** Time of the processors, all threads. */
  readonly cpu: number
  readonly found: T
}

async function best<T>(runs: number, work: () => Promise<T>): Promise<Measured<T>> {
  let fastest: Measured<T> | undefined
  for (let i = 0; i < runs; i++) {
    const [began, used] = [performance.now(), process.cpuUsage()]
    const found = await work()
    const ms = performance.now() - began
    const { user, system } = process.cpuUsage(used)
    if (!fastest || ms < fastest.ms) fastest = { ms, cpu: (user + system) / 1000, found }
  }
  return fastest as Measured<T>
}

async function overlay({ parcels, zones }: GeneratedTown, threads: number, runs = times) {
  await using engine = new GeometryEngine(threads)
  const warm = Array.from({ length: threads }, () => engine.sharedAreas(parcels.slice(0, few), zones))
  await Promise.all(warm)
  // Awaited here: the threads end with this function.
  return await best(runs, () => engine.sharedAreas(parcels, zones))
}

/** The lots checked against each other, and as one area; with the memory of the process meanwhile. */
async function asWhole({ parcels }: GeneratedTown) {
  await using engine = new GeometryEngine(2)
  await Promise.all([engine.union(parcels.slice(0, few)), engine.union(parcels.slice(0, few))])
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
  try {
    const faults = await best(1, () => engine.coverageFaults(parcels, 0.1))
    const union = await best(1, () => engine.union(parcels))
    return { faults, union, before, peak }
  } finally {
    clearInterval(watch)
  }
}

/** The forms of the question that PostGIS users write; the fastest is what we are measured against. */
const queries = {
  'areas of intersections': `
    select count(*), sum(area) from (
      select l.id, z.id as zone, ST_Area(ST_Intersection(l.geom, z.geom)) as area
      from lots l join zones z on ST_Intersects(z.geom, l.geom)) pairs where area > 0`,
  'whole lots measured, not cut': `
    select count(*), sum(area) from (
      select l.id, z.id as zone,
        case when ST_Covers(z.geom, l.geom) then ST_Area(l.geom) else ST_Area(ST_Intersection(l.geom, z.geom)) end as area
      from lots l join zones z on ST_Intersects(z.geom, l.geom)) pairs where area > 0`,
  'the same, boxes only before': `
    select count(*), sum(area) from (
      select l.id, z.id as zone,
        case when ST_Covers(z.geom, l.geom) then ST_Area(l.geom) else ST_Area(ST_Intersection(l.geom, z.geom)) end as area
      from zones z join lots l on z.geom && l.geom) pairs where area > 0`,
  'the same, zone by zone': `
    select count(*), sum(area) from zones z cross join lateral (
      select l.id,
        case when ST_Covers(z.geom, l.geom) then ST_Area(l.geom) else ST_Area(ST_Intersection(l.geom, z.geom)) end as area
      from lots l where l.geom && z.geom and ST_Intersects(z.geom, l.geom)) pairs where area > 0`,
}

interface Native {
  readonly rows: readonly Row[]
  readonly best: number
  readonly pairs: number
  readonly area: number
}

async function postgis(town: GeneratedTown): Promise<Native | null> {
  if (!(await hasPostgres())) return skipped(postgresHint)
  const folder = await mkdtemp(join(tmpdir(), 'dothi-bench-gis-'))
  try {
    const client = new pg.Client({ connectionString: await startCluster(folder, 'off') })
    await client.connect()
    try {
      return await measured(client, town)
    } finally {
      await client.end()
    }
  } catch (error) {
    return skipped(`PostGIS is not compared: ${String(error)} (Debian: apt install postgresql-15-postgis-3)`)
  } finally {
    await stopCluster(folder)
    await rm(folder, { recursive: true, force: true })
  }
}

function skipped(why: string): null {
  process.stderr.write(`${why}\n`)
  return null
}

async function measured(client: pg.Client, town: GeneratedTown): Promise<Native> {
  await client.query('create extension postgis')
  await load(client, 'lots', town.parcels)
  await load(client, 'zones', town.zones)
  await client.query(`set jit = off; set work_mem = '256MB'`)
  // One core against our one thread.
  await client.query('set max_parallel_workers_per_gather = 0')
  const rows: Row[] = []
  let fastest: Omit<Native, 'rows'> = { best: Infinity, pairs: 0, area: 0 }
  let winner = ''
  for (const [name, query] of Object.entries(queries)) {
    const { ms, found } = await best(times, () => client.query<{ count: string; sum: number }>(query))
    rows.push(row(`PostGIS, one process: ${name}`, ms))
    if (ms >= fastest.best) continue
    winner = query
    fastest = { best: ms, pairs: Number(found.rows[0]?.count), area: Number(found.rows[0]?.sum) }
  }
  await client.query('set max_parallel_workers_per_gather = 2; set parallel_setup_cost = 0')
  await client.query('set parallel_tuple_cost = 0; set min_parallel_table_scan_size = 0')
  rows.push(
    row(
      'PostGIS, the fastest of these allowed both cores',
      (await best(times, () => client.query(winner))).ms,
    ),
  )
  return { rows, ...fastest }
}

async function load(client: pg.Client, table: string, shapes: readonly Uint8Array[]): Promise<void> {
  await client.query(`create table ${table} (id integer primary key, geom geometry(Polygon))`)
  for (let from = 0; from < shapes.length; from += 5_000)
    await client.query(
      `insert into ${table} select $2 + n, ST_GeomFromWKB(w) from unnest($1::bytea[]) with ordinality as s(w, n)`,
      [shapes.slice(from, from + 5_000).map((wkb) => Buffer.from(wkb)), from],
    )
  await client.query(`create index on ${table} using gist (geom)`)
  await client.query(`vacuum analyze ${table}`)
}

/** A race is worth nothing where the answers differ. */
function sameAnswer({ area }: SharedAreas, theirs: Native): void {
  const sum = area.reduce((total, one) => total + one, 0)
  // Square metres of 3,000 hectares: what the order of a sum does to its last digits.
  if (Math.abs(sum - theirs.area) <= 0.01 && area.length === theirs.pairs) return
  throw new Error(
    `Ours: ${area.length} pairs, ${sum} m²; PostGIS: ${theirs.pairs} pairs, ${theirs.area} m². They have to be the same.`,
  )
}
