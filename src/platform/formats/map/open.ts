import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { Fault } from '../../../domain/fault.ts'
import { safePart } from './input/names.ts'
import { mapBounds } from './limits.ts'
import type { MapBatch, MapFile, MapInput, MapOptions, NamedBytes } from './model.ts'
import type { MapNote } from './notes.ts'
import { ReaderProcess, type ReadEnd } from './process/reader.ts'

/**
 * Opens a map, CAD or coordinate file in a process of its own, bounded in size, memory and time. Whatever the file does
 * to that process, the caller gets a `Fault` with a sentence.
 */
export async function openMap(input: MapInput, options: MapOptions = {}): Promise<MapFile> {
  const bounds = { ...mapBounds, ...options.bounds }
  options.signal?.throwIfAborted()
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dothi-map-')))
  let reader: ReaderProcess | undefined
  try {
    const { path, name } = await placed(input, folder, bounds.fileBytes)
    reader = new ReaderProcess({ name, folder, input: path, bounds, signal: options.signal })
    const opened = await reader.open({
      kind: 'open',
      input: path,
      name,
      folder,
      bounds,
      encoding: options.encoding,
      tables: options.tables ?? {},
    })
    return new OpenMap(reader, folder, opened)
  } catch (error) {
    await reader?.end()
    await removeFolder(folder)
    throw error
  }
}

/** What came over HTTP is laid into our folder; a path is read where it is. */
async function placed(
  input: MapInput,
  folder: string,
  limit: number,
): Promise<{ path: string; name: string }> {
  if (typeof input === 'string') {
    const path = resolve(input)
    await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new Fault('file-access', { path, code: error.code ?? '' }, error)
    })
    return { path, name: basename(path) }
  }
  const files: readonly NamedBytes[] = 'bytes' in input ? [input] : input
  const [first] = files
  if (!first) throw new Fault('map-unknown', { name: '', found: '0' })
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size > limit)
    throw new Fault('map-too-large', {
      name: first.name,
      size: Math.ceil(size / 1048576),
      limit: Math.floor(limit / 1048576),
    })
  const given = join(folder, 'given')
  await mkdir(given)
  for (const { name, bytes } of files) await writeFile(join(given, fileName(name)), bytes)
  return { path: files.length === 1 ? join(given, fileName(first.name)) : given, name: first.name }
}

/** The last part of a name from outside, fit for any system; the whole of it where nothing is left. */
function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = safePart(last).replace(/^\.+/, '').slice(-120)
  return clean === '' ? createHash('sha256').update(name).digest('hex').slice(0, 16) : clean
}

type Opened = Awaited<ReturnType<ReaderProcess['open']>>

class OpenMap implements MapFile {
  readonly format: MapFile['format']
  readonly layers: MapFile['layers']
  readonly encoding: MapFile['encoding']
  readonly notes: readonly MapNote[]
  private readonly reader: ReaderProcess
  private readonly folder: string
  private end: ReadEnd | undefined

  constructor(reader: ReaderProcess, folder: string, opened: Opened) {
    this.reader = reader
    this.folder = folder
    this.format = opened.format
    this.layers = opened.layers
    this.encoding = opened.encoding
    this.notes = opened.notes
  }

  async *batches(layers?: readonly string[]): AsyncGenerator<MapBatch, void, undefined> {
    let whole = false
    try {
      const { notes, peakMb } = yield* this.reader.read(layers ?? null)
      this.end = { kind: 'end', notes: [...this.notesAtEnd(), ...notes], peakMb }
      whole = true
    } finally {
      // Left in the middle, it waits for a word that nobody will say.
      if (!whole) await this.close()
    }
  }

  notesAtEnd(): readonly MapNote[] {
    return this.end?.notes ?? []
  }

  peakMb(): number | null {
    return this.end?.peakMb ?? null
  }

  async close(): Promise<void> {
    await this.reader.end()
    await removeFolder(this.folder)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/** On Windows the files of a process that has ended are free a moment later. */
const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 })
