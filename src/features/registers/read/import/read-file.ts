import { runsOf } from '../../../../domain/geometry/index.ts'
import type { Crs } from '../../../../domain/plane.ts'
import type { GeometryEngine } from '../../../../platform/geometry/index.ts'
import type { MapFeature, MapLayer } from '../../../../platform/formats/map/index.ts'
import type { Candidate, ImportReading } from '../../model/import/candidate.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import type { TownPlace } from '../../model/import/place.ts'
import { checkCandidates, validityIssues } from './checks/index.ts'
import type { ImportContext } from './context.ts'
import { buildAreas, type LineGeos } from './linework.ts'
import { LayerProfiler, type LayerProfile } from './profile.ts'
import { propose } from './propose.ts'
import { ImportReader } from './reader.ts'

/** What of GEOS an import asks; handed in. */
export type ImportGeos = LineGeos & Pick<GeometryEngine, 'validity' | 'makeValid'>

export interface FileToRead {
  readonly layers: readonly MapLayer[]
  /** In any order, all in memory: a town's largest map is some hundred megabytes. */
  readonly features: readonly MapFeature[]
  /** A mapping that was saved or given; without one the proposals apply and are listed. */
  readonly mapping?: Mapping | undefined
  /** What a person said of the coordinates. */
  readonly crs?: Crs | undefined
}

export interface FileRead {
  readonly mapping: Mapping
  readonly reading: ImportReading
}

/** The town as a context wants it. */
export function townOf({
  plane,
  systems,
  operation,
  areas,
}: TownPlace): Pick<ImportContext, 'plane' | 'systems' | 'operation' | 'town'> {
  return { plane, systems, operation, town: areas.flatMap(runsOf) }
}

/** A whole file: mapping, entries, areas of its line work, and everything found wrong. */
export async function readImport(
  file: FileToRead,
  context: ImportContext,
  geos: ImportGeos,
): Promise<FileRead> {
  const profiles = profilesOf(file)
  const proposal = propose(profiles, context)
  const mapping = withCrs(file.mapping ?? proposal.mapping, file.crs, context)
  // What a person said or saved of the coordinates is no question any more.
  const said = file.mapping !== undefined || file.crs !== undefined
  const reader = new ImportReader(mapping, profiles, context)
  reader.add(file.features)
  const reading = reader.finish()
  const built = await buildAreas(reading, mapping, context, geos)
  const candidates = [...reading.candidates, ...built.candidates]
  const issues = [
    ...(said ? [] : proposal.issues),
    ...reading.issues,
    ...built.issues,
    ...checkCandidates(candidates, context),
    ...(await validityOf(candidates, geos)),
  ]
  const sums = { ...reading.sums, built: built.candidates.length }
  return { mapping, reading: { ...reading, candidates, issues, sums } }
}

function profilesOf({ layers, features }: FileToRead): LayerProfile[] {
  const profilers = new Map(layers.map((layer) => [layer.name, new LayerProfiler(layer)]))
  for (const [layer, part] of Map.groupBy(features, (feature) => feature.layer))
    profilers.get(layer)?.add(part)
  return [...profilers.values()].map((profiler) => profiler.finish())
}

function withCrs(mapping: Mapping, crs: Crs | undefined, { plane, operation }: ImportContext): Mapping {
  if (!crs) return mapping
  const given = {
    id: crs.id,
    axes: 'xy' as const,
    prefix: 0,
    operation: crs.datum === plane.datum ? null : operation.id,
    sureness: 'given' as const,
    reason: { vi: 'người nhập chọn', en: 'chosen by the person who imports' },
    choices: [],
  }
  return { ...mapping, layers: mapping.layers.map((layer) => ({ ...layer, crs: given })) }
}

/** What GEOS says of each geometry, and what a mend of the invalid ones would change. */
async function validityOf(candidates: readonly Candidate[], geos: ImportGeos): Promise<ImportIssue[]> {
  const shapes = candidates.flatMap(({ geometry }) => (geometry ? [geometry] : []))
  const found = await geos.validity(shapes)
  let next = 0
  const validity = candidates.map(({ geometry }) => (geometry ? (found[next++] ?? null) : null))
  const invalid = [...candidates.keys()].filter((i) => validity[i]?.valid === false)
  const mends = await geos.makeValid(invalid.map((i) => candidates[i]!.geometry!))
  return validityIssues(candidates, validity, new Map(invalid.map((i, n) => [i, mends[n]!])))
}
