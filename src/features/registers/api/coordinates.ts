import { Fault } from '../../../domain/fault.ts'
import {
  boxAround,
  mapPositions,
  runsOf,
  type Box,
  type Geometry,
  type Position,
} from '../../../domain/geometry/index.ts'
import { between, crs84, type Crs } from '../../../domain/plane.ts'
import type { RecordPlane } from '../model/plane.ts'

/** How an answer tells in what its numbers are: never to be guessed from their size. */
export interface ToldCoordinates {
  readonly id: string
  readonly name: { readonly vi: string; readonly en: string }
  /** In this order in every position, `bbox` and `point`. Tables of certificates have X north first; no answer has. */
  readonly axes: readonly ['longitude', 'latitude'] | readonly ['east', 'north']
  readonly unit: 'degree' | 'metre'
  /** The named way between VN-2000 and WGS 84; null where nothing was shifted. */
  readonly operation: {
    readonly id: string
    readonly name: { readonly vi: string; readonly en: string }
  } | null
}

/** The way between the record's plane and the coordinates of a question and its answer. */
export interface Coordinates {
  readonly told: ToldCoordinates
  readonly out: (geometry: Geometry) => Geometry
  readonly boxOut: (box: Box) => Box
  readonly in: (geometry: Geometry) => Geometry
  readonly boxIn: (box: Box) => Box
}

/** Of longitude and latitude, longitude first, as GeoJSON has it; the name in full is understood as well. */
const crs84Names: readonly string[] = ['CRS84', 'http://www.opengis.net/def/crs/OGC/1.3/CRS84']

/**
 * `CRS84`, or a VN-2000 plane by its id. Codes of the EPSG register are not taken: some of them put north first, and
 * programs differ on whether they heed it.
 */
export function coordinatesOf({ plane, planes, operation }: RecordPlane, asked = 'CRS84'): Coordinates {
  const crs = crs84Names.includes(asked) ? crs84 : planes.find(({ id }) => id === asked)
  if (!crs) throw new Fault('api-crs', { found: asked, known: planes.map(({ id }) => id).join(', ') })
  const [way, back] = [between(plane, crs, operation), between(crs, plane, operation)]
  const applied = (position: Position) => back.apply(checked(crs, position))
  return {
    told: {
      id: crs === crs84 ? 'CRS84' : crs.id,
      name: crs.name,
      axes: crs.grid ? ['east', 'north'] : ['longitude', 'latitude'],
      unit: crs.grid ? 'metre' : 'degree',
      operation: way.operation && { id: way.operation.id, name: way.operation.name },
    },
    out: (geometry) => (crs.id === plane.id ? geometry : mapPositions(geometry, way.apply)),
    in: (geometry) => mapPositions(geometry, applied),
    boxOut: (box) => turned(box, way.apply),
    boxIn: (box) => turned(box, applied),
  }
}

/** Metres given for degrees would lie nowhere on the earth: better told than kept. */
function checked({ grid }: Crs, position: Position): Position {
  const [x, y] = position
  if (grid || (Math.abs(x) <= 180 && Math.abs(y) <= 90)) return position
  throw new Fault('api-degrees', { found: `${x}, ${y}` })
}

/** The smallest box around a box in other coordinates, by its corners and what lies between: its sides are bent there. */
function turned([west, south, east, north]: Box, apply: (position: Position) => Position): Box {
  const steps = [0, 0.25, 0.5, 0.75, 1]
  const edge = steps.flatMap((s): Position[] => {
    const [x, y] = [west + s * (east - west), south + s * (north - south)]
    return [
      [x, south],
      [x, north],
      [west, y],
      [east, y],
    ]
  })
  const around = boxAround(runsOf({ type: 'MultiPoint', coordinates: edge.map(apply) }))
  return around ?? [west, south, east, north]
}
