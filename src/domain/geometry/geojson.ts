import { Fault } from '../fault.ts'
import { turnsLeft } from './measure.ts'
import type { Geometry, GeometryType, Position, Ring } from './model.ts'
import { geometryTypes } from './model.ts'

/** How deep the arrays of each kind go: 0 is one position. */
const depths: Record<GeometryType, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

const isType = (value: unknown): value is GeometryType =>
  (geometryTypes as readonly unknown[]).includes(value)

/** A geometry from parsed GeoJSON; heights are left out. Anything else is refused with the place in it. */
export function geometryFromJson(value: unknown): Geometry {
  const { type, coordinates } = (value ?? {}) as { type?: unknown; coordinates?: unknown }
  if (!isType(type)) throw new Fault('geometry-kind', { kind: String(type) })
  return { type, coordinates: nested(coordinates, depths[type], 'coordinates') } as Geometry
}

function nested(value: unknown, depth: number, at: string): unknown {
  if (!Array.isArray(value)) throw new Fault('geometry-json', { at })
  if (depth > 0) return value.map((inner: unknown, i) => nested(inner, depth - 1, `${at}[${i}]`))
  const [x, y] = value as unknown[]
  if (typeof x !== 'number' || typeof y !== 'number') throw new Fault('geometry-json', { at })
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Fault('geometry-number', { at })
  return [x, y] satisfies Position
}

/** As RFC 7946 wants it: outer rings turn left, holes turn right. Positions stay as they are. */
export function rightHanded<T extends Geometry>(geometry: T): T
export function rightHanded(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: turned(geometry.coordinates) }
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map(turned) }
  return geometry
}

function turned(rings: readonly Ring[]): Ring[] {
  return rings.map((ring, i) => (turnsLeft(ring) === (i === 0) ? ring : ring.toReversed()))
}
