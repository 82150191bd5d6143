import { join } from 'node:path'
import type { Day } from '../../../../domain/day.ts'
import { Fault } from '../../../../domain/fault.ts'
import type { MapFile } from '../../../../platform/formats/map/index.ts'
import { sha256 } from '../../../../platform/files/index.ts'
import type { Candidate, Sums } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import {
  Condenser,
  fingerprintOf,
  ImportReader,
  issuesOfNotes,
  propose,
  townOf,
  type EntryBody,
  type ImportContext,
} from '../../read/import/index.ts'
import type { ImportFile } from '../../store/imports/files.ts'
import { findMapping, mappingOfShape } from '../../store/imports/mappings.ts'
import { built, checker } from './check.ts'
import { withCrs } from './crs.ts'
import { asideIn, keepReading, layAside, type ReadPart } from './kept.ts'
import { laidOut } from './lay-out.ts'
import { openProfiled, type Profiled } from './profile.ts'
import type { ImportServices } from './services.ts'

/** A file as it was read: where its entries are kept, and how they were come by. */
export interface FileReading {
  readonly format: string
  readonly mapping: Mapping
  /** SHA-256 of its entries, lines and labels in the store of files. */
  readonly reading: string
  readonly sums: Sums
  readonly issues: readonly ImportIssue[]
  /** Some entries, spread over the file: they tell its source. */
  readonly sample: readonly Candidate[]
}

/** Told how many features are read. */
export type Progress = (done: number, total: number | null) => Promise<void>

/**
 * Reads a kept file into entries of a register, its bytes in a process of their own. Twice: first what it holds is
 * counted, for a mapping to be proposed; then it is read by that mapping. Entries are in memory a block at a time, and
 * of those that went before no more than what tells doubles: keys and digests.
 */
export async function readMap(
  services: ImportServices,
  agency: string,
  file: ImportFile,
  on: Day,
  progress: Progress,
): Promise<FileReading> {
  return laidOut(services.files, file.files, async (path, folder) => {
    const context = await contextOf(services, file, on)
    await using opened = await openProfiled({ path, bounds: services.bounds }, file.options, context)
    const { profiles, zones, ways, asked } = opened
    const { mapping, issues } = await mappingFor(services, agency, file, { profiles, zones, ways }, context)
    const total = profiles.reduce((sum, { features }) => sum + features, 0)
    const reader = new ImportReader(mapping, profiles, context)
    const map = await opened.by(mapping)
    const aside = join(folder, 'entries.aside')
    await layAside(
      aside,
      bodiesOf(map, reader, (done) => progress(done, total)),
    )
    const noted = issuesOfNotes([...map.notes, ...map.notesAtEnd()])
    await opened[Symbol.asyncDispose]()
    const list = new Condenser().add(noted).add(asked).add(issues)
    const kept = await keep(services, { aside, reader, mapping, context, list })
    return { format: map.format, mapping, ...kept, issues: list.finish() }
  })
}

async function* bodiesOf(
  map: Pick<MapFile, 'batches'>,
  reader: ImportReader,
  progress: (done: number) => Promise<void>,
): AsyncGenerator<EntryBody[]> {
  let done = 0
  for await (const { features } of map.batches()) {
    reader.add(features)
    yield reader.drain()
    await progress((done += features.length))
  }
}

interface Keeping {
  readonly aside: string
  readonly reader: ImportReader
  readonly mapping: Mapping
  readonly context: ImportContext
  readonly list: Condenser
}

/** How many entries are asked for their source: spread over the file, they tell it as surely as all of them. */
const sampled = 400

/** Gives the entries that were laid aside their keys, looks at each block, and keeps all of it. */
async function keep(
  { files, geometry }: ImportServices,
  { aside, reader, mapping, context, list }: Keeping,
): Promise<Pick<FileReading, 'reading' | 'sums' | 'sample'>> {
  const finished = reader.close()
  const { lines, labels, issues, sums } = finished
  list.add(issues)
  const made = await built(finished, aside, mapping, context, geometry)
  list.add(made.issues)
  const check = checker(context, geometry)
  const step = Math.max(1, Math.floor((sums.entries + made.candidates.length) / sampled))
  const sample: Candidate[] = []
  let number = 0
  const looked = async (candidates: readonly Candidate[]): Promise<ReadPart[]> => {
    list.add(await check(candidates))
    for (const one of candidates) if (number++ % step === 0) sample.push(one)
    return candidates.map((part) => ({ kind: 'entry', part }))
  }
  const parts = async function* (): AsyncGenerator<readonly ReadPart[]> {
    for await (const { first, bodies } of asideIn(aside))
      yield looked(bodies.map((body, i) => finished.candidate(body, first + i)))
    yield looked(made.candidates)
    yield lines.map((part) => ({ kind: 'line', part }))
    yield labels.map((part) => ({ kind: 'label', part }))
  }
  const reading = await keepReading(files, parts())
  return { reading, sample, sums: { ...sums, built: made.candidates.length } }
}

async function contextOf(
  { place, catalogue }: ImportServices,
  { register, name }: ImportFile,
  on: Day,
): Promise<ImportContext> {
  const definition = catalogue.find(register, on)
  const { law } = catalogue
  return { ...townOf(await place(on)), register: definition, law, on, fileName: name, digest: sha256 }
}

interface Chosen {
  readonly mapping: Mapping
  readonly issues: readonly ImportIssue[]
}

/** The mapping that a person gave or named; else the one saved for files of this shape; else what is proposed. */
async function mappingFor(
  { record }: ImportServices,
  agency: string,
  { register, options }: ImportFile,
  { profiles, ...found }: Pick<Profiled, 'profiles' | 'zones' | 'ways'>,
  context: ImportContext,
): Promise<Chosen> {
  const { mapping, mappingName: name, crs, tables } = options
  if (mapping) return { mapping, issues: [] }
  const proposed = propose(profiles, context, found)
  // Of a saved mapping the table is read as it was then.
  if (tables) return proposed
  const layers = profiles.map(({ layer }) => layer)
  const saved = await record.read((db) =>
    name === undefined
      ? mappingOfShape(db, agency, register, fingerprintOf(layers, context))
      : findMapping(db, agency, register, name),
  )
  if (name !== undefined && !saved) throw new Fault('not-found', { what: `ánh xạ "${name}"` })
  const chosen: Chosen = saved ? { mapping: saved, issues: [] } : proposed
  return crs === undefined ? chosen : withCrs(chosen.mapping, crs, chosen.issues, context)
}
