import type { z } from '@hono/zod-openapi'
import type { Version } from '../../../domain/as-of.ts'
import { Fault } from '../../../domain/fault.ts'
import { decodeWkb, encodeWkb, geometryTypes, type Geometry } from '../../../domain/geometry/index.ts'
import type { RecordPlane } from '../model/plane.ts'
import type { Entry, EntryValue } from '../model/entry.ts'
import { isWhole, type EntryDraft } from '../rules/entry.ts'
import type { draftSchema } from './contract.ts'
import { coordinatesOf, type Coordinates } from './coordinates.ts'

/** An entry as an officer sends it, its place brought into the record's plane. */
export function draftOf(
  { source, geometry, crs, ...rest }: z.infer<typeof draftSchema>,
  ground: RecordPlane,
): EntryDraft {
  const into = coordinatesOf(ground, crs)
  const shape = geometry && into.in(geometryOf(geometry))
  return {
    ...rest,
    source: {
      made: 'hand',
      name: source,
      ...(shape && into.told.operation && { operation: into.told.operation.id }),
    },
    geometry: shape && encodeWkb(shape),
  }
}

/** GeoJSON's kinds but collections; what only looks like one is refused before anything is made of it. */
function geometryOf(given: { type: string; coordinates: unknown }): Geometry {
  const fault = new Fault('bad-request', { where: 'geometry', found: given.type })
  const type = geometryTypes.find((one) => one === given.type)
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }
  if (!type || !nested(given.coordinates, depth[type])) throw fault
  const geometry = { type, coordinates: given.coordinates } as Geometry
  if (!isWhole(geometry)) throw fault
  return geometry
}

function nested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth > 0) return value.every((one) => nested(one, depth - 1))
  return value.length === 2 && value.every((one) => Number.isFinite(one))
}

function valueOf(value: EntryValue, { out }: Coordinates) {
  const shape = value.geometry && out(decodeWkb(value.geometry))
  const { disclosure, stage, status, accuracy, label } = value
  return {
    disclosure,
    stage,
    status,
    accuracy,
    label,
    releasedBy: value.releasedBy && { ...value.releasedBy },
    source: { ...value.source },
    properties: { ...value.properties },
    geometry: shape && { type: shape.type, coordinates: [...shape.coordinates] },
  }
}

export const versionOf = ({ value, ...version }: Version<EntryValue>, coordinates: Coordinates) => ({
  ...version,
  ...valueOf(value, coordinates),
})

export function itemOf(entry: Entry, coordinates: Coordinates) {
  const { id, valid, recorded, box } = entry
  return { id, valid, recorded, box: box && [...coordinates.boxOut(box)], ...valueOf(entry, coordinates) }
}

/** As an answer tells it. */
export const toldOf = ({ told }: Coordinates) => ({ ...told, axes: [...told.axes] })
