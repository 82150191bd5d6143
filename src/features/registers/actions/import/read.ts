import type { Day } from '../../../../domain/day.ts'
import { Fault } from '../../../../domain/fault.ts'
import { openMap, type MapLayer } from '../../../../platform/formats/map/index.ts'
import { sha256 } from '../../../../platform/files/index.ts'
import type { ImportReading } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import {
  Condenser,
  fingerprintOf,
  ImportReader,
  issuesOfNotes,
  LayerProfiler,
  propose,
  townOf,
  type ImportContext,
  type LayerProfile,
} from '../../read/import/index.ts'
import type { ImportFile } from '../../store/imports/files.ts'
import { findMapping, mappingOfShape } from '../../store/imports/mappings.ts'
import { checked } from './check.ts'
import { withCrs } from './crs.ts'
import { laidOut } from './lay-out.ts'
import type { ImportServices } from './services.ts'

/** A file as it was read: its entries, and how they were come by. */
export interface FileReading {
  readonly format: string
  readonly mapping: Mapping
  readonly reading: ImportReading
}

/** Told how many features are read. */
export type Progress = (done: number, total: number | null) => Promise<void>

/**
 * Reads a kept file into entries of a register, its bytes in a process of their own. Twice: first what it holds is
 * counted, for a mapping to be proposed; then it is read by that mapping. Neither keeps more than a batch.
 */
export async function readMap(
  services: ImportServices,
  agency: string,
  file: ImportFile,
  on: Day,
  progress: Progress,
): Promise<FileReading> {
  return laidOut(services.files, file.files, async (path) => {
    const context = await contextOf(services, file, on)
    const { format, profiles } = await profile(path)
    const { mapping, issues } = await mappingFor(services, agency, file, profiles, context)
    const total = profiles.reduce((sum, { features }) => sum + features, 0)
    const reader = new ImportReader(mapping, profiles, context)
    await using map = await openMap(path)
    let done = 0
    for await (const batch of map.batches()) {
      reader.add(batch.features)
      await progress((done += batch.features.length), total)
    }
    const reading = await checked(reader.finish(), mapping, context)
    const noted = issuesOfNotes([...map.notes, ...map.notesAtEnd()])
    const all = new Condenser().add(noted).add(issues).add(reading.issues).finish()
    return { format, mapping, reading: { ...reading, issues: all } }
  })
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

async function profile(path: string): Promise<{ format: string; profiles: LayerProfile[] }> {
  await using map = await openMap(path)
  const profilers = new Map<string, LayerProfiler>()
  const of = (layer: MapLayer) => {
    const profiler = new LayerProfiler(layer)
    profilers.set(layer.name, profiler)
    return profiler
  }
  map.layers.forEach(of)
  for await (const { layer, features } of map.batches()) profilers.get(layer)?.add(features)
  return { format: map.format, profiles: [...profilers.values()].map((profiler) => profiler.finish()) }
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
  profiles: readonly LayerProfile[],
  context: ImportContext,
): Promise<Chosen> {
  const { mapping, mappingName: name, crs } = options
  if (mapping) return { mapping, issues: [] }
  const proposed = propose(profiles, context)
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
