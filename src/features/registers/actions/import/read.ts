import type { Day } from '../../../../domain/day.ts'
import { Fault } from '../../../../domain/fault.ts'
import { openMap } from '../../../../platform/formats/map/index.ts'
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
  proposeTables,
  tableIssues,
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
    const { format, profiles, tables, zones, asked } = await profile(path, file.options.mapping, context)
    const { mapping, issues } = await mappingFor(services, agency, file, { profiles, zones }, context)
    const total = profiles.reduce((sum, { features }) => sum + features, 0)
    const reader = new ImportReader(mapping, profiles, context)
    await using map = await openMap(path, { tables: { ...tables, ...tablesOf(mapping) } })
    let done = 0
    for await (const batch of map.batches()) {
      reader.add(batch.features)
      await progress((done += batch.features.length), total)
    }
    const reading = await checked(reader.finish(), mapping, context)
    const noted = issuesOfNotes([...map.notes, ...map.notesAtEnd()])
    const all = new Condenser().add(noted).add(asked).add(issues).add(reading.issues).finish()
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

interface Profiled extends Pick<ReturnType<typeof proposeTables>, 'tables' | 'zones'> {
  readonly format: string
  readonly profiles: LayerProfile[]
  /** How coordinate tables were read, and what of it was a choice. */
  readonly asked: readonly ImportIssue[]
}

/** Which columns of coordinate tables a mapping takes. */
const tablesOf = ({ layers }: Pick<Mapping, 'layers'>) =>
  Object.fromEntries(layers.flatMap(({ layer, table }) => (table ? [[layer, table] as const] : [])))

/** What a file holds. A table that allows several ways is opened once to ask, and again in the way that was chosen. */
async function profile(path: string, given: Mapping | undefined, context: ImportContext): Promise<Profiled> {
  const known = given ? tablesOf(given) : {}
  const first = await openMap(path, { tables: known })
  const proposed = proposeTables(first.layers, context)
  const open = Object.keys(proposed.tables)
  if (open.length > 0) await first.close()
  const tables = { ...proposed.tables, ...known }
  await using map = open.length > 0 ? await openMap(path, { tables }) : first
  const profilers = new Map(map.layers.map((layer) => [layer.name, new LayerProfiler(layer)]))
  for await (const { layer, features } of map.batches()) profilers.get(layer)?.add(features)
  const profiles = [...profilers.values()].map((profiler) => profiler.finish())
  const sure = map.layers.filter(({ name }) => !open.includes(name))
  const asked = given ? [] : [...proposed.issues, ...tableIssues(sure)]
  return { format: map.format, profiles, tables, zones: proposed.zones, asked }
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
  { profiles, zones }: Pick<Profiled, 'profiles' | 'zones'>,
  context: ImportContext,
): Promise<Chosen> {
  const { mapping, mappingName: name, crs } = options
  if (mapping) return { mapping, issues: [] }
  const proposed = propose(profiles, context, zones)
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
