import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Day } from '../src/domain/day.ts'
import { entryPage } from '../src/features/registers/index.ts'
import { openRecord, type RecordPlace } from '../src/platform/db/index.ts'
import { root } from '../scripts/process.ts'
import { generateTown } from '../test/town.ts'
import type { Entered } from './town.process.ts'
import { ask, askedRows, windows, type Asked, type Window } from './town/ask.ts'
import { author, boxAround, type RegisterName } from './town/entries.ts'
import { openGis, type Gis } from './town/gis.ts'
import { loadPostgis, loadSqlite } from './town/peers.ts'
import { writeShapes } from './town/town-file.ts'
import type { Row } from './row.ts'

const gigabyte = 1e9
/** A smaller town shows that the bench runs to its end; its numbers say nothing. */
const size = Number(process.env.DOTHI_BENCH_PARCELS ?? 60_000)
const lots = (fold: number) => `${(size * fold).toLocaleString('en')} lots`
/** Metres: a screen of a town at street level, some 80 lots. */
const screen = 200
const questions = 1000

interface TownFiles {
  readonly parcels: string
  readonly zones: string
  readonly window: Window
}

/** An engine of the record, with the plain tables of a GIS desk on the same. */
interface Desk {
  readonly name: string
  readonly place: (name: string) => RecordPlace
  readonly size: (name: string) => Promise<number>
  readonly plain: { readonly name: string; readonly perSecond: number; readonly size: number }
}

/**
 * A town of 60,000 lots and 1,000 zones in the registers of either engine: entering, memory, size, and what lies in a
 * box or at a point, beside plain tables without history. `DOTHI_LONG=1` does ten times the town as well.
 */
export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-bench-town-'))
  const gis = await openGis()
  try {
    const town = await townFiles(folder, 1)
    const desks = [await sqliteDesk(folder, town), ...(gis ? [await postgresDesk(gis, town)] : [])]
    const rows: Row[] = []
    const entered = new Map<Desk, Entered>()
    for (const desk of desks) {
      const found = await enter(desk.place('town'), 'parcels', town.parcels)
      await enter(desk.place('town'), 'planning-zones', town.zones)
      entered.set(desk, found)
      rows.push(...enteredRows(desk, found, await desk.size('town')))
    }
    for (const desk of desks) rows.push(...(await asked(desk, town, gis)))
    if (process.env.DOTHI_LONG === '1') {
      const tenfold = await townFiles(folder, 10)
      for (const desk of desks) rows.push(...(await tenTimes(desk, tenfold, entered.get(desk))))
    }
    return rows
  } finally {
    await gis?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Shapes are made here and read there a block at a time: what the making holds is not the record's. */
async function townFiles(folder: string, fold: number): Promise<TownFiles> {
  const { parcels, zones } = generateTown({
    parcels: size * fold,
    zones: Math.round(size / 60) * fold,
  })
  const [lots, plan] = [join(folder, `parcels-${fold}`), join(folder, `zones-${fold}`)]
  await writeShapes(lots, parcels)
  await writeShapes(plan, zones)
  const boxes = zones.map(boxAround)
  const edge = (at: 0 | 1 | 2 | 3, most: (...values: number[]) => number) =>
    boxes.reduce((so, box) => most(so, box[at]), boxes[0]?.[at] ?? 0)
  const window = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)] as const
  return { parcels: lots, zones: plan, window }
}

async function sqliteDesk(folder: string, { parcels }: TownFiles): Promise<Desk> {
  const bare = join(folder, 'bare.sqlite')
  const file = (name: string) => join(folder, `${name}.sqlite`)
  const perSecond = await loadSqlite(bare, parcels)
  return {
    name: 'SQLite',
    place: (name) => ({ kind: 'sqlite', file: file(name) }),
    size: async (name) => (await stat(file(name))).size,
    plain: { name: 'bare table with R*Tree', perSecond, size: (await stat(bare)).size },
  }
}

async function postgresDesk({ url, client, size }: Gis, { parcels, zones }: TownFiles): Promise<Desk> {
  const perSecond = await loadPostgis(client, 'parcels', parcels)
  const plain = { name: 'plain PostGIS table', perSecond, size: await size('public') }
  await loadPostgis(client, 'planning-zones', zones)
  return { name: 'PostgreSQL', place: (schema) => ({ kind: 'postgres', url, schema }), size, plain }
}

async function enter(place: RecordPlace, register: RegisterName, file: string): Promise<Entered> {
  const program = join(root, 'bench', 'town.process.ts')
  const args = ['--disable-warning=ExperimentalWarning', program, JSON.stringify(place), register, file]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as Entered
}

const perSecondOf = ({ entries, ms }: Entered) => (entries * 1000) / ms

function enteredRows({ name, plain }: Desk, entered: Entered, size: number): Row[] {
  const perSecond = perSecondOf(entered)
  return [
    {
      name: `town: ${name}, entering and indexing ${lots(1)}`,
      value: perSecond,
      unit: 'entries/s',
      against: `${plain.name}: ${Math.round(plain.perSecond)}/s`,
      ratio: perSecond / plain.perSecond,
    },
    memoryRow(`town: ${name}, memory of that`, entered, gigabyte),
    {
      name: `town: ${name}, record of lots and zones`,
      value: size / 1e6,
      unit: 'MB',
      against: `${plain.name}, lots: ${(plain.size / 1e6).toFixed(0)} MB`,
      ratio: size / plain.size,
    },
  ]
}

function memoryRow(name: string, { memory }: Entered, limit: number): Row {
  const against = `limit ${limit / 1e6} MB`
  return { name, value: memory / 1e6, unit: 'MB', against, ratio: memory / limit }
}

async function asked({ name, place }: Desk, { window }: TownFiles, gis: Gis | null): Promise<Row[]> {
  const record = await openRecord(place('town'))
  const look = (register: RegisterName) => ({
    agency: author.agency,
    register,
    at: { on: '2025-01-01' as Day },
    sees: ['public', 'internal'] as const,
  })
  const ours = (register: RegisterName) => async (box: Window) => {
    const page = await record.read((db) => entryPage(db, record.engine, look(register), { box, limit: 1000 }))
    return page.entries.length
  }
  const theirs = (table: string) => async (box: Window) => {
    // A box without width is no polygon to PostGIS, and a point is asked for as one.
    const [west, south, east, north] = [1, 2, 3, 4].map((n) => `$${n}::float8`)
    const point = `ST_MakePoint(${west}, ${south})`
    const place = `(case when ${west} = ${east} then ${point} else ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}) end)`
    const text = `select id, properties, ST_AsBinary(geom) from ${table} where ST_Intersects(geom, ${place}) order by id limit 1001`
    return (await gis?.client.query({ name: table, text, values: [...box] }))?.rowCount ?? 0
  }
  const beside = async (what: string, size: number, register: RegisterName): Promise<Row[]> => {
    const places = windows(window, size, questions)
    const peer: Asked | null = gis && (await ask(places, theirs(register.replaceAll('-', '_'))))
    return askedRows(`town: ${name}, ${what}`, await ask(places, ours(register)), peer, 'plain PostGIS')
  }
  try {
    return [
      ...(await beside(`lots in a box of ${screen} m`, screen, 'parcels')),
      ...(await beside('lots at a point', 0, 'parcels')),
      ...(await beside('zones at a point', 0, 'planning-zones')),
    ]
  } finally {
    await record.close()
  }
}

async function tenTimes(desk: Desk, town: TownFiles, once: Entered | undefined): Promise<Row[]> {
  const found = await enter(desk.place('tenfold'), 'parcels', town.parcels)
  const name = `town: ${desk.name}, ${lots(10)}`
  return [
    {
      name,
      value: found.ms / 1000,
      unit: 's',
      against: `12 × the time of ${lots(1)}`,
      ratio: once ? found.ms / (12 * once.ms) : null,
    },
    memoryRow(`${name}, memory`, found, 1.5 * gigabyte),
  ]
}
