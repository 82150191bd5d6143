import proj4 from 'proj4'
import { Fault } from '../fault.ts'
import type { Position } from '../geometry/index.ts'
import { crs84, vn2000LonLat, webMercator, wgs84Planes } from './model.ts'
import type { CoordinateSystems, Crs, Operation, Plane } from './model.ts'

/** A way from one reference system to another; shown with the name of its operation wherever its results are. */
export interface Transform {
  readonly from: Crs
  readonly to: Crs
  /** Null where both hang on the same datum: nothing was to be chosen. */
  readonly operation: Operation | null
  readonly apply: (position: Position) => Position
}

/** The plane of a record, by the name in `town.yaml`. */
export function planeOf(systems: CoordinateSystems, id: string): Plane {
  const plane = systems.planes.find((plane) => plane.id === id)
  if (!plane)
    throw new Fault('plane-unknown', { id, known: systems.planes.map((plane) => plane.id).join(', ') })
  return plane
}

export function operationOf(systems: CoordinateSystems, id: string): Operation {
  const operation = systems.operations.find((operation) => operation.id === id)
  const known = systems.operations.map((operation) => operation.id).join(', ')
  if (!operation) throw new Fault('operation-unknown', { id, known })
  return operation
}

/** Every reference system that data of a town is looked for in. */
export function knownCrs(systems: CoordinateSystems): readonly Crs[] {
  return [...systems.planes, crs84, vn2000LonLat, ...wgs84Planes, webMercator]
}

/** From one system to another; the same system leaves every number as it is. */
export function between(from: Crs, to: Crs, operation: Operation): Transform {
  const used = from.datum === to.datum ? null : operation
  if (from.id === to.id) return { from, to, operation: used, apply: (position) => position }
  // By way of longitude and latitude: PROJ's definition of it would leave out the shift to another datum.
  if (from.webMercator || to.webMercator) {
    const [out, on] = [from.webMercator ? crs84 : from, to.webMercator ? crs84 : to]
    const { apply } = between(out, on, operation)
    const taken = (position: Position) => apply(from.webMercator ? fromWeb(position) : position)
    return {
      from,
      to,
      operation: used,
      apply: (position) => (to.webMercator ? toWeb(taken(position)) : taken(position)),
    }
  }
  const path = proj4(definition(from, used), definition(to, used))
  const apply = ([x, y]: Position): Position => {
    const [east, north] = path.forward([x, y]) as [number, number]
    return [east, north]
  }
  return { from, to, operation: used, apply }
}

/** Web maps take the earth for a sphere of this radius, m. */
const webRadius = 6_378_137
const degree = Math.PI / 180

const fromWeb = ([x, y]: Position): Position => [
  x / webRadius / degree,
  Math.atan(Math.sinh(y / webRadius)) / degree,
]
const toWeb = ([lon, lat]: Position): Position => [
  webRadius * lon * degree,
  webRadius * Math.asinh(Math.tan(lat * degree)),
]

/** From a plane to WGS 84 longitude and latitude, on the way out. */
export const toLonLat = (crs: Crs, operation: Operation): Transform => between(crs, crs84, operation)

/** From WGS 84 longitude and latitude to a plane, on the way in. */
export const toPlane = (plane: Plane, operation: Operation): Transform => between(crs84, plane, operation)

/** In PROJ's own words; where nothing is to be shifted, no shift is written, else it would be done and undone. */
function definition({ datum, grid }: Crs, operation: Operation | null): string {
  const projection = grid
    ? `+proj=tmerc +lat_0=0 +lon_0=${grid.meridian} +k=${grid.scale} +x_0=${grid.falseEasting} +y_0=${grid.falseNorthing} +units=m`
    : '+proj=longlat'
  const shifted = operation !== null && datum === 'vn2000'
  return `${projection} ${shifted ? `+ellps=WGS84 +towgs84=${towgs84(operation).join(',')}` : '+datum=WGS84'} +no_defs`
}

/** PROJ turns the vector: rotations of the frame change their sign. Leaving that out is a mistake of up to 1.35 m. */
export function towgs84({ translation, rotation, scale, convention }: Operation): readonly number[] {
  const sign = convention === 'position-vector' ? 1 : -1
  // `0 -` rather than `-`: minus nought would be written "-0".
  return [...translation, ...rotation.map((angle) => (sign === 1 ? angle : 0 - angle)), scale]
}
