import type { Geometry, Position, Ring } from './model.ts'

/** All runs of positions of a geometry: a point's one position, lines, rings. */
export function runsOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
  }
}

/** The polygons of a geometry as lists of rings; none for points and lines. */
export function polygonsOf(geometry: Geometry): readonly (readonly Ring[])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

export function isEmpty(geometry: Geometry): boolean {
  return runsOf(geometry).every((run) => run.length === 0)
}

/** How many positions it has, a ring's closing one counted. */
export function positionCount(geometry: Geometry): number {
  return runsOf(geometry).reduce((sum, run) => sum + run.length, 0)
}

/** The same shape with every position moved by `to`. */
export function mapPositions(geometry: Geometry, to: (position: Position) => Position): Geometry {
  const run = (positions: readonly Position[]) => positions.map(to)
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: to(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: run(geometry.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(run) }
    case 'MultiPolygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((rings) => rings.map(run)) }
  }
}
