import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '../src/domain/day.ts'
import { boxOf, decodeWkb, type Box } from '../src/domain/geometry/index.ts'
import {
  analyzeEntries,
  entryExtent,
  entryId,
  entryPage,
  Extents,
  insertEntries,
  makeFromDefinitions,
  type Look,
  type NewEntry,
  type PageQuery,
} from '../src/features/registers/index.ts'
import { openLaw } from '../src/app/law.ts'
import { openRegisters } from '../src/app/registers.ts'
import { openRecord, type RecordPlace, type TownRecord } from '../src/platform/db/index.ts'
import { root } from '../scripts/process.ts'
import { hasPostgres, postgresHint, startCluster, stopCluster } from '../test/postgres.ts'
import { generateTown, random, type GeneratedTown } from '../test/town.ts'
import type { Row } from './row.ts'

const author = { agency: 'thi-xa', post: 'can-bo', person: 'p' }
const on = '2026-01-01' as Day
const size = Number(process.env.DOTHI_BENCH_PARCELS ?? 60_000)
/** What an officer's table waits for at most, ms: the next frame but a few. */
const goal = 50

/** A town's parcels and zones in the record, then what pages and maps ask for, on both engines. */
export async function run(): Promise<readonly Row[]> {
  const town = generateTown({ parcels: size, zones: Math.round(size / 60) })
  const folder = await mkdtemp(join(tmpdir(), 'dothi-bench-'))
  try {
    const rows = await measured('SQLite', { kind: 'sqlite', file: join(folder, 'record.sqlite') }, town)
    return [...rows, ...(await postgres(town))]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function postgres(town: GeneratedTown): Promise<readonly Row[]> {
  if (!(await hasPostgres())) {
    process.stderr.write(`${postgresHint}\n`)
    return []
  }
  const folder = await mkdtemp(join(tmpdir(), 'dothi-bench-pg-'))
  try {
    return await measured('PostgreSQL', { kind: 'postgres', url: await startCluster(folder, 'on') }, town)
  } finally {
    await stopCluster(folder)
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(engine: string, place: RecordPlace, town: GeneratedTown): Promise<readonly Row[]> {
  const record = await openRecord(place)
  try {
    const row = (name: string, value: number): Row => ({
      name: `registers: ${engine}, ${name}`,
      value,
      unit: 'ms',
      against: `${goal} ms`,
      ratio: value / goal,
    })
    const began = performance.now()
    const parcels = town.parcels.map(parcel)
    await entered(record, 'parcels', parcels)
    await entered(record, 'planning-zones', town.zones.map(zone))
    const seconds = (performance.now() - began) / 1000
    const indexing = performance.now()
    await makeFromDefinitions(record, await definitions())
    await analyzeEntries(record)
    const indexed = performance.now() - indexing
    const rows: Row[] = [
      {
        name: `registers: ${engine}, entered`,
        value: (town.parcels.length + town.zones.length) / seconds,
        unit: 'entries/s',
        against: null,
        ratio: null,
      },
    ]
    rows.push(row('indexes made', indexed))
    for (const [name, ask] of Object.entries(questions(record, parcels))) {
      rows.push(row(name, await median(ask)))
    }
    return rows
  } finally {
    await record.close()
  }
}

async function definitions() {
  return (await openRegisters(root, await openLaw(root))).on(on)
}

async function entered(record: TownRecord, register: string, entries: readonly NewEntry[]): Promise<void> {
  const long = await record.long(author, 'bench')
  const blocks = Array.from({ length: Math.ceil(entries.length / 200) }, (_, i) =>
    entries.slice(i * 200, i * 200 + 200),
  )
  await long.each(blocks, (batch, block) => insertEntries(batch, register, block))
  await long.close()
}

const chance = random(7)
const value = {
  disclosure: 'internal',
  releasedBy: null,
  status: null,
  accuracy: 0.3,
  source: { made: 'file', name: 'Thị xã sinh ngẫu nhiên' },
} as const

function parcel(geometry: Uint8Array, i: number): NewEntry {
  const [sheet, number] = [Math.floor(i / 300) + 1, (i % 300) + 1]
  const landUse = ['ODT', 'ONT', 'CLN', 'LUC', 'HNK'][Math.floor(chance() * 5)] ?? ''
  return {
    id: entryId('parcels', 'bench', String(i)),
    source: 'bench',
    sourceKey: String(i),
    from: on,
    value: {
      ...value,
      stage: 'existing',
      label: `Tờ ${sheet}, thửa ${number}`,
      geometry,
      properties: { sheet, number, landUse, unit: `Xã ${(sheet % 15) + 1}`, address: `Tổ dân phố ${i % 97}` },
    },
  }
}

function zone(geometry: Uint8Array, i: number): NewEntry {
  return {
    id: entryId('planning-zones', 'bench', String(i)),
    source: 'bench',
    sourceKey: String(i),
    from: on,
    value: {
      ...value,
      stage: 'planned',
      label: `Ô quy hoạch ${i}`,
      geometry,
      properties: { code: `O${i}`, landUse: i % 3 === 0 ? 'DGT' : 'ODT' },
    },
  }
}

function questions(record: TownRecord, parcels: readonly NewEntry[]): Record<string, () => Promise<unknown>> {
  const extents = new Extents()
  const look: Look = { agency: author.agency, register: 'parcels', at: { on }, sees: ['public', 'internal'] }
  const page = (query: Omit<PageQuery, 'limit'>) => () =>
    record.read((db) => entryPage(db, record.engine, look, { limit: 200, geometry: false, ...query }))
  const extent = (query: Omit<PageQuery, 'limit'>) => () =>
    record.read((db) => entryExtent(db, record.engine, look, query))
  const within = (metres: number) => () => page({ box: around(parcels, metres), geometry: true })()
  const sheet = { key: 'sheet', holds: 'number' } as const
  const landUse = { key: 'landUse', holds: 'text' } as const
  const sort = (by: typeof sheet | 'label', descending = false) => ({ sort: { by, descending } })
  return {
    'at a point': within(0),
    'in a box of 200 m': within(200),
    'in a box of 1 km': within(1000),
    'first page': page({}),
    'by label': page(sort('label')),
    'by label, downwards': page(sort('label', true)),
    'by a field': page(sort(sheet)),
    'by a field, from its middle': page({ ...sort(sheet), after: { value: 100, id: '8' } }),
    'by a field, downwards': page(sort(sheet, true)),
    'one sheet': page({ where: [{ field: sheet, compare: '=', value: 77 }] }),
    'one land use, by label': page({
      where: [{ field: landUse, compare: '=', value: 'LUC' }],
      ...sort('label'),
    }),
    'search of a few': page({ text: 'to 77 thua 123' }),
    'search of none': page({ text: 'khong co dau' }),
    'how many and where, all': extent({}),
    'how many and where, all, until the next commit': () =>
      record.read((db) => extents.of(db, record.engine, look)),
    'how many and where, one sheet': extent({ where: [{ field: sheet, compare: '=', value: 77 }] }),
    'how many and where, found by words': extent({ text: 'to 77 thua 123' }),
  }
}

function around(parcels: readonly NewEntry[], metres: number): Box {
  const geometry = parcels[Math.floor(chance() * parcels.length)]?.value.geometry
  const box = geometry && boxOf(decodeWkb(geometry))
  const [x, y] = box ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : [0, 0]
  return [x - metres / 2, y - metres / 2, x + metres / 2, y + metres / 2]
}

async function median(ask: () => Promise<unknown>): Promise<number> {
  await ask()
  const times: number[] = []
  for (let i = 0; i < 15; i++) {
    const began = performance.now()
    await ask()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[7] ?? 0
}
