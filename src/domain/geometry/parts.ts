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

/** The same shape with each of its runs worked on by itself, in the order of `runsOf`. */
export function mapRuns(
  geometry: Geometry,
  to: (run: readonly Position[], index: number) => readonly Position[],
): Geometry {
  let index = 0
  const run = (positions: readonly Position[]) => to(positions, index++)
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: run([geometry.coordinates])[0] ?? geometry.coordinates }
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

/** The same shape with every position moved by `to`. */
export function mapPositions(geometry: Geometry, to: (position: Position) => Position): Geometry {
  return mapRuns(geometry, (run) => run.map(to))
}

/** True where a place lies within rings, outer ones and holes alike: an odd number of them is around it. */
export function ringsHold(rings: readonly Ring[], [x, y]: Position): boolean {
  let inside = false
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] as Position, ring[i] as Position]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  return inside
}
