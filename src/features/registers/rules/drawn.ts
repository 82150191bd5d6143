import {
  centroidOf,
  mapPositions,
  runsOf,
  type Box,
  type Geometry,
  type Position,
} from '../../../domain/geometry/index.ts'
import { toLonLat, toPlane } from '../../../domain/plane.ts'
import type { Ground } from '../model/ground.ts'

/** The way from the record's plane to the screen and back, by the one operation that the map names. */
export interface Projection {
  readonly out: (position: Position) => Position
  readonly in: (position: Position) => Position
}

export function projectionOf({ plane, operation }: Pick<Ground, 'plane' | 'operation'>): Projection {
  return { out: toLonLat(plane, operation).apply, in: toPlane(plane, operation).apply }
}

/** The box around another one's corners, seen through a projection. */
export function boxThrough([west, south, east, north]: Box, way: (position: Position) => Position): Box {
  const corners = [way([west, south]), way([west, north]), way([east, south]), way([east, north])]
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

interface Drawn {
  readonly id: string
  readonly label: string
  readonly code: string
  readonly geometry: Geometry
  readonly fault?: { readonly at: Position | null } | undefined
}

interface MapFeature {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, string>>
  readonly geometry: GeoJSON.Geometry
}

const feature = (geometry: Geometry, properties: Record<string, string>): MapFeature => ({
  type: 'Feature',
  properties,
  geometry: geometry as unknown as GeoJSON.Geometry,
})

/** Entries as the sources of a map: shapes, a sign for each up to so many, and where something is wrong. */
export function featuresOf(drawn: readonly Drawn[], { out }: Projection, mostLabels = Infinity) {
  const labelled = drawn.length > mostLabels ? [] : drawn
  const point = (position: Position, properties: Record<string, string>) =>
    feature({ type: 'Point', coordinates: out(position) }, properties)
  return {
    shapes: drawn.map(({ id, code, geometry }) => feature(mapPositions(geometry, out), { id, code })),
    // Marks of Vietnamese letters are drawn where they belong only when each is one character.
    labels: labelled.flatMap(({ id, label, code, geometry }) => {
      const at = centroidOf(geometry)
      return at ? [point(at, { id, sign: (code === '' ? label : code).normalize('NFC') })] : []
    }),
    faults: drawn.flatMap(({ id, geometry, fault }) => {
      const at = fault && (fault.at ?? runsOf(geometry)[0]?.[0])
      return at ? [point(at, { id })] : []
    }),
  }
}

/** The units of the ground and their names, in longitude and latitude as they are kept. */
export function groundFeatures({ units }: Ground) {
  return {
    units: units.map(({ id, geometry }) => feature(geometry, { id })),
    names: units.flatMap(({ id, name, geometry }) => {
      const at = centroidOf(geometry)
      return at ? [feature({ type: 'Point', coordinates: at }, { id, name: name.normalize('NFC') })] : []
    }),
  }
}
