import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { afterAll, beforeAll } from 'vitest'
import {
  openMap,
  type MapFeature,
  type MapFile,
  type MapInput,
  type MapNote,
  type MapOptions,
} from '../../src/platform/formats/map/index.ts'

/** A folder with a map of two parcels in every format, made anew and removed afterwards. */
export function madeMaps(): () => string {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dothi-maps-'))
    const script = fileURLToPath(new URL('make.process.ts', import.meta.url))
    const flags = ['--disable-warning=ExperimentalWarning', script, JSON.stringify(folder)]
    const made = spawnSync(process.execPath, flags, { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(made.stderr)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => folder
}

export interface ReadMap {
  readonly file: MapFile
  readonly features: readonly MapFeature[]
  readonly notes: readonly MapNote[]
}

/** Reads a map whole. */
export async function readMap(input: MapInput, options?: MapOptions): Promise<ReadMap> {
  await using file = await openMap(input, options)
  const features: MapFeature[] = []
  for await (const batch of file.batches()) features.push(...batch.features)
  return { file, features, notes: [...file.notes, ...file.notesAtEnd()] }
}

/** All files of a folder as a zip, below its name where one is given. */
export function zipped(folder: string, below = '', keep: (name: string) => boolean = () => true): Uint8Array {
  const names = readdirSync(folder).filter((name) => keep(name))
  return zipSync(Object.fromEntries(names.map((name) => [below + name, readFileSync(join(folder, name))])))
}

export const codesOf = (notes: readonly MapNote[]): string[] => notes.map(({ code }) => code)
