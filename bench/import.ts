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
}
