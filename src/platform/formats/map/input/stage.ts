import {
  chmodSync,
  closeSync,
  copyFileSync,
  createReadStream,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { Fault } from '../../../../domain/fault.ts'
import { Zip } from '../../zip.ts'
import type { MapBounds } from '../model.ts'
import { oldNames } from './entry-names.ts'
import { safePart } from './names.ts'
import type { Notes } from '../process/notes.ts'

/** A file of the input in our own folder, by its path below it, with `/`. */
export interface StagedFile {
  readonly path: string
  readonly head: Uint8Array
  readonly size: number
}

export interface Stage {
  readonly folder: string
  readonly name: string
  readonly bounds: MapBounds
  readonly notes: Notes
}

const headBytes = 8_192
const megabyte = 1_048_576

/**
 * Copies what was handed over into a folder of ours, unpacked, within bounds: what reads it then sees that folder
 * alone, and the input is never opened twice.
 */
export async function stage(input: string, stage: Stage): Promise<StagedFile[]> {
  mkdirSync(stage.folder, { recursive: true })
  const wanted = statSync(input)
  if (wanted.isDirectory()) copyFolder(input, stage, basename(input).endsWith('.gdb') ? basename(input) : '')
  else await copyFile(input, stage)
  return staged(stage)
}

async function copyFile(input: string, at: Stage): Promise<void> {
  const size = statSync(input).size
  if (size === 0) throw new Fault('file-empty', { name: at.name })
  bounded(size, at.bounds.fileBytes, at.name)
  const head = headOf(input)
  if (isZip(head)) return unpack(input, at)
  if (head[0] === 0x1f && head[1] === 0x8b) return gunzip(input, at)
  // The parts of a shapefile or MapInfo table lie beside the one that was named.
  const stem = basename(input)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
  const beside = /\.(shp|tab|mif)$/i.test(input) ? readdirSync(dirname(input)) : [basename(input)]
  for (const name of beside)
    if (name === basename(input) || isPart(name, stem)) copyPart(join(dirname(input), name), name, at)
}

const isPart = (name: string, stem: string) =>
  name.toLowerCase().startsWith(`${stem}.`) &&
  /\.(shp|shx|dbf|prj|cpg|tab|dat|map|id|ind|mif|mid)$/i.test(name)

function copyPart(from: string, name: string, at: Stage): void {
  const found = lstatSync(from)
  // A link could show any file of the machine to whoever sent it.
  if (!found.isFile()) return at.notes.add({ code: 'file-ignored', params: { entry: name } })
  bounded(found.size, at.bounds.fileBytes, at.name)
  const to = join(at.folder, lowerEnding(name))
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  chmodSync(to, 0o600)
}

function copyFolder(folder: string, at: Stage, prefix: string): void {
  let [entries, total] = [0, 0]
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      entries += 1
      if (entries > at.bounds.entries)
        throw new Fault('map-archive', { name: at.name, where: `> ${at.bounds.entries}` })
      if (entry.isDirectory()) walk(path)
      else {
        total += lstatSync(join(folder, path)).size
        bounded(total, at.bounds.unpackedBytes, at.name)
        const name = prefix === '' ? path : `${prefix}/${path}`
        copyPart(join(folder, path), name, at)
      }
    }
  }
  walk('')
}

function unpack(input: string, at: Stage): void {
  const { unpackedBytes, entries } = at.bounds
  const bounds = {
    zipEntries: entries,
    zipTotalBytes: unpackedBytes,
    zipEntryBytes: unpackedBytes,
    // The blanks of a .dbf shrink to a thousandth; the total is what stops a bomb.
    zipRatio: 1_100,
    zipRatioFrom: 64 * megabyte,
  }
  try {
    const zip = new Zip(readFileSync(input), at.name, bounds, (raw) => {
      const { names, encoding } = oldNames(raw)
      at.notes.add({ code: 'entry-names', params: { encoding, entry: names[0] ?? '' } })
      return names
    })
    // A workbook is a zip of its own and is read as one.
    if (zip.has('[Content_Types].xml')) return copyFileSync(input, join(at.folder, 'table.xlsx'))
    const inside = inGdb(zip.names, basename(at.name).replace(/(\.gdb)?\.zip$/i, ''))
    for (const name of zip.names) if (!name.endsWith('/')) pour(zip, name, inside(name), at)
  } catch (error) {
    const ours = error instanceof Fault && (error.code.startsWith('archive-') || error.code === 'file-broken')
    throw ours
      ? new Fault('map-archive', { name: at.name, where: error.params['where'] ?? 'zip' }, error)
      : error
  }
}

/** A FileGDB is told by its folder's name: files that were packed without it, or under another, get one. */
function inGdb(names: readonly string[], stem: string): (name: string) => string {
  const folderOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('/')))
  const tables = names.filter((name) => /\.gdbtable$/i.test(name)).map(folderOf)
  const bare = new Set(tables.filter((folder) => !/\.gdb$/i.test(folder)))
  return (name) => {
    const folder = folderOf(name)
    return bare.has(folder) ? `${folder || stem || 'map'}.gdb/${basename(name)}` : name
  }
}

function pour(zip: Zip, name: string, as: string, at: Stage): void {
  const path = join(at.folder, ...lowerEnding(as).split('/').map(safePart))
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'wx')
  try {
    zip.pour(name, (part) => writeSync(file, part))
  } finally {
    closeSync(file)
  }
}

/** `.SHP` beside `.dbf` is one shapefile on Windows, two files elsewhere. */
const lowerEnding = (name: string) =>
  isPart(name.toLowerCase(), name.toLowerCase().replace(/\.[^.]*$/, ''))
    ? name.replace(/[^.]*$/, (ending) => ending.toLowerCase())
    : name

async function gunzip(input: string, at: Stage): Promise<void> {
  const name = basename(at.name).replace(/\.gz$/i, '') || 'map'
  const file = openSync(join(at.folder, safePart(name)), 'wx')
  let total = 0
  try {
    for await (const part of createReadStream(input).pipe(createGunzip()) as AsyncIterable<Buffer>) {
      total += part.length
      if (total > at.bounds.unpackedBytes) throw new Fault('map-archive', { name: at.name, where: 'gzip' })
      writeSync(file, part)
    }
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('map-archive', { name: at.name, where: 'gzip' }, error)
  } finally {
    closeSync(file)
  }
}

function staged({ folder }: Stage): StagedFile[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = join(entry.parentPath, entry.name)
      const path = full.slice(folder.length + 1).replaceAll('\\', '/')
      return { path, head: headOf(full), size: statSync(full).size }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(headBytes)
    return head.subarray(0, readSync(file, head, 0, headBytes, 0))
  } finally {
    closeSync(file)
  }
}

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)

function bounded(size: number, limit: number, name: string): void {
  if (size > limit)
    throw new Fault('map-too-large', {
      name,
      size: Math.ceil(size / megabyte),
      limit: Math.floor(limit / megabyte),
    })
}
