import { createHash } from 'node:crypto'
import { canonical } from '../../../../domain/canonical.ts'
import type { Day } from '../../../../domain/day.ts'
import { Fault } from '../../../../domain/fault.ts'
import { openMap, type MapFeature, type MapLayer } from '../../../../platform/formats/map/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { ImportReading } from '../../model/import/candidate.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { TownPlace } from '../../model/import/place.ts'
import { namedCrs, plainReading } from '../../read/import/plain.ts'
import type { ImportFile } from '../../store/imports/files.ts'
import { laidOut } from './lay-out.ts'
import type { ImportServices } from './services.ts'

/** A file as it was read: its entries, and how they were come by. */
export interface FileReading {
  readonly format: string
  readonly fingerprint: string
  readonly mapping: Mapping | null
  readonly crs: string | null
  readonly operation: string | null
  readonly stage: 'existing' | 'planned'
  readonly reading: ImportReading
}

/** Told how many features are read. */
export type Progress = (done: number, total: number | null) => Promise<void>

/** Reads a kept file into entries of a register, its bytes in a process of their own. */
export async function readMap(
  services: ImportServices,
  file: ImportFile,
  on: Day,
  progress: Progress,
): Promise<FileReading> {
  return laidOut(services.files, file.files, async (path) => {
    await using map = await openMap(path)
    const features: MapFeature[] = []
    const total = map.layers.reduce<number | null>(
      (sum, { count }) => (sum === null || count === null ? null : sum + count),
      0,
    )
    for await (const batch of map.batches()) {
      features.push(...batch.features)
      await progress(features.length, total)
    }
    const definition = services.catalogue.find(file.register, on)
    return {
      format: map.format,
      ...entriesOf(services, await services.place(on), file, definition, on, map.layers, features),
    }
  })
}

function entriesOf(
  { catalogue }: ImportServices,
  place: TownPlace,
  { options, name }: ImportFile,
  definition: Definition,
  on: Day,
  layers: readonly MapLayer[],
  features: readonly MapFeature[],
): Omit<FileReading, 'format'> {
  const [layer] = layers
  const written = layer?.crs.kind === 'known' ? (layer.crs.wkt ?? `EPSG:${layer.crs.epsg}`) : null
  const asked = options.crs ?? written
  const crs = asked === null ? place.plane : namedCrs(asked, place)
  if (!crs) throw new Fault('plane-unknown', { id: asked ?? name, known: place.plane.id })
  const issues: ImportIssue[] =
    asked === null
      ? [{ code: 'crs-missing', at: { layer: layer?.name }, params: { crs: crs.id }, count: 1 }]
      : []
  const reading = plainReading(features, { definition, law: catalogue.law, on, place, crs })
  const shape = layers.map(({ name: layerName, fields }) => [layerName, fields.map((field) => field.name)])
  return {
    fingerprint: createHash('sha256').update(canonical(shape)).digest('hex').slice(0, 16),
    mapping: null,
    crs: crs.id,
    operation: crs.datum === place.plane.datum ? null : place.operation.id,
    stage: definition.stages[0] ?? 'existing',
    reading: { ...reading, issues: [...issues, ...reading.issues] },
  }
}
