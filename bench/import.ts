<<<<<<< HEAD
import { createWriteStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { decodeWkb, type Position } from '../src/domain/geometry/index.ts'
import { dataFolder, dothi } from '../test/server.ts'
import { generateTown } from '../test/town.ts'
import type { Row } from './row.ts'

const gigabyte = 1e9

/**
 * `npx dothi import` of a town's lots from GeoJSON into a record that stands: time from the command to its answer, and
 * the most memory that it and the process which reads the map held together. `DOTHI_LONG=1` does ten times the town.
 */
export async function run(): Promise<readonly Row[]> {
  const town = await imported(60_000)
  const rows = [timeRow(60_000, town, null), memoryRow(60_000, town, gigabyte)]
  if (process.env.DOTHI_LONG !== '1') return rows
  const tenfold = await imported(600_000)
  return [...rows, timeRow(600_000, tenfold, town), memoryRow(600_000, tenfold, 1.5 * gigabyte)]
}

interface Imported {
  readonly ms: number
  readonly memory: number
}

async function imported(parcels: number): Promise<Imported> {
  const folder = await dataFolder()
  try {
    const file = join(folder.data, 'thua.geojson')
    await dothi(['audit', 'verify'], folder.data).ended
    await writeLots(file, parcels)
    const began = performance.now()
    const command = dothi(['import', file, '--register', 'parcels', '--json'], folder.data)
    const watch = watchMemory(command.child.pid ?? 0)
    const { code, out, err } = await command.ended
    const ms = performance.now() - began
    const memory = await watch.stop()
    const { entries } = JSON.parse(out || '{}') as { entries?: number }
    if (code !== 0 || entries !== parcels) throw new Error(`import of ${parcels}: ${entries}\n${err}`)
    return { ms, memory }
  } finally {
    await folder.remove()
  }
}

async function writeLots(path: string, parcels: number): Promise<void> {
  const town = generateTown({ parcels, zones: 100 })
  const file = createWriteStream(path)
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::5898' } }
  file.write(`{"type":"FeatureCollection","crs":${JSON.stringify(crs)},"features":[\n`)
  for (const [i, wkb] of town.parcels.entries()) {
    const properties = { sheet: i % 99, number: i, landUse: 'ODT', area: 431.7 }
    const feature = { type: 'Feature', properties, geometry: inMillimetres(wkb) }
    if (!file.write(`${i > 0 ? ',\n' : ''}${JSON.stringify(feature)}`)) await once(file, 'drain')
  }
  file.end('\n]}\n')
  await once(file, 'finish')
}

function inMillimetres(wkb: Uint8Array) {
  const shape = decodeWkb(wkb)
  const mm = (value: number) => Math.round(value * 1000) / 1000
  if (shape.type !== 'Polygon') return shape
  return {
    type: shape.type,
    coordinates: shape.coordinates.map((ring) => ring.map(([x, y]): Position => [mm(x), mm(y)])),
  }
}

/** The most that a process and those it started held together, in bytes; 0 where the system does not tell (not Linux). */
function watchMemory(pid: number) {
  let most = 0
  let looking = Promise.resolve()
  const timer = setInterval(() => {
    looking = looking.then(async () => {
      most = Math.max(most, await heldBy(pid))
    })
  }, 200)
  return {
    stop: async () => {
      clearInterval(timer)
      await looking
      return most
    },
  }
}

async function heldBy(pid: number): Promise<number> {
  const names = await readdir('/proc').catch(() => [])
  const all = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(processOf))
  const found = new Set([pid])
  // Children come after their parents but for numbers that went round.
  for (const { pid: id, parent } of all) if (found.has(parent)) found.add(id)
  return all.filter(({ pid: id }) => found.has(id)).reduce((sum, { bytes }) => sum + bytes, 0)
}

async function processOf(name: string) {
  const text = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '')
  const value = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
  return { pid: Number(name), parent: value('PPid'), bytes: value('VmRSS') * 1024 }
}

function timeRow(parcels: number, { ms }: Imported, before: Imported | null): Row {
  return {
    name: `import: ${parcels.toLocaleString('en')} lots, from the command to its answer`,
    value: ms / 1000,
    unit: 's',
    against: before && '12 × the time of a tenth',
    ratio: before && ms / (12 * before.ms),
  }
}

function memoryRow(parcels: number, { memory }: Imported, limit: number): Row {
  return {
    name: `import: ${parcels.toLocaleString('en')} lots, memory of all its processes`,
    value: memory / 1e6,
    unit: 'MB',
    against: `limit ${limit / 1e6} MB`,
    ratio: memory / limit,
  }
=======
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../scripts/process.ts'
import type { Row } from './row.ts'

const parcels = Number(process.env['DOTHI_PARCELS'] ?? 60_000)

/** A town's parcels come in beside a running server: how long it takes, and what others wait meanwhile. */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dothi-bench-import-'))
  const file = join(folder, 'parcels.geojson')
  writeFileSync(file, town())
  const server = start(['serve', '--json'], folder)
  try {
    const lines = createInterface({ input: server.stdout! })[Symbol.asyncIterator]()
    const { value } = (await lines.next()) as { value: string }
    const { public: address } = JSON.parse(value) as { public: string }
    const pages = [
      new URL('/', address),
      new URL('/health/ready', address),
      new URL('/openapi.json', address),
    ]
    const began = performance.now()
    const waits: number[] = []
    const state = { done: false, memory: 0 }
    const command = start(['import', file, '--register', 'parcels', '--json'], folder)
    const answer = text(command).finally(() => (state.done = true))
    while (!state.done) {
      const asked = performance.now()
      await (await fetch(pages[waits.length % pages.length]!)).arrayBuffer()
      waits.push(performance.now() - asked)
      state.memory = Math.max(state.memory, peak(server.pid!))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { entries } = JSON.parse(await answer) as { entries: number }
    if (entries !== parcels) throw new Error(`${entries} entries`)
    const seconds = (performance.now() - began) / 1000
    const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
    const what = `${parcels} parcels of 14 points`
    return [
      { name: `import of ${what}`, value: seconds, unit: 's', against: null, ratio: null },
      row(`others wait meanwhile (p99 of ${waits.length} requests)`, p99, 'ms', 100),
      row('memory of the worker and its reader, most', state.memory, 'MB', parcels > 100_000 ? 1536 : 1024),
    ]
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}

const row = (name: string, value: number, unit: string, goal: number): Row => ({
  name,
  value,
  unit,
  against: `${goal} ${unit}`,
  ratio: value / goal,
})

function start(args: readonly string[], data: string): ChildProcess {
  const env = {
    ...process.env,
    DOTHI_DATA: join(data, 'data'),
    DOTHI_PORT: '0',
    DATABASE_URL: '',
    DOTHI_LOG: 'silent',
  }
  const main = join(root, 'src', 'app', 'main.ts')
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

async function text({ stdout }: ChildProcess): Promise<string> {
  let all = ''
  for await (const part of stdout!) all += String(part)
  return all
}

/** Resident memory of everything below a process at this moment, MB; Linux says so, elsewhere 0. */
function peak(pid: number): number {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    const parents = new Map(all.flatMap((name) => parentOf(name)))
    const below = (child: number): boolean => {
      const parent = parents.get(child)
      return parent !== undefined && (parent === pid || below(parent))
    }
    return [...parents.keys()].filter(below).reduce((sum, child) => sum + resident(child), 0)
  } catch {
    return 0
  }
}

function parentOf(name: string): [number, number][] {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return [[Number(name), Number(fields[1])]]
  } catch {
    return []
  }
}

function resident(pid: number): number {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(found?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Parcels that share their borders: a grid whose corners and edges are bent, 14 points around each. */
function town(): string {
  const across = 250
  const bend = (i: number, j: number) => ((i * 73 + j * 179) % 97) / 97 - 0.5
  const corner = (i: number, j: number): [number, number] => [
    Math.round((108.9 + i * 0.0004 + bend(i, j) * 0.0001) * 1e7) / 1e7,
    Math.round((14.7 + j * 0.0004 + bend(j, i) * 0.0001) * 1e7) / 1e7,
  ]
  const edge = (a: [number, number], b: [number, number], cuts: number) =>
    Array.from({ length: cuts }, (_, k) => [
      a[0] + ((b[0] - a[0]) * k) / cuts,
      a[1] + ((b[1] - a[1]) * k) / cuts,
    ])
  const features = Array.from({ length: parcels }, (_, n) => {
    const [i, j] = [n % across, Math.floor(n / across)]
    const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)]
    const open = [...edge(a, b, 3), ...edge(b, c, 4), ...edge(c, d, 3), ...edge(d, a, 3)]
    const properties = { sheet: Math.floor(n / 100) + 1, number: (n % 100) + 1, landUse: 'ODT' }
    return JSON.stringify({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [[...open, open[0]]] },
    })
  })
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`
>>>>>>> bd3645b (How a map comes in, for an officer; bad maps are refused or listed in words, each with a test; a bench brings a town's parcels in beside a running server and tells what others wait)
}
