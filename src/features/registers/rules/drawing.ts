import {
  dimensionOf,
  polygonsOf,
  runsOf,
  type Geometry,
  type Position,
} from '../../../domain/geometry/index.ts'
import { distance } from './neighbours.ts'
import type { Projection } from './drawn.ts'

/** A piece that can be drawn by hand: one point, one line, or one ring; which part of the whole it is. */
export interface Piece {
  readonly type: 'Point' | 'LineString' | 'Polygon'
  /** Longitude and latitude; a ring is closed. */
  readonly positions: readonly Position[]
  /** Null for what was drawn anew: a part of its own. */
  readonly part: number | null
  /** 0 is the outer ring, the others are holes. */
  readonly ring: number
}

/** A geometry taken apart for drawing, in longitude and latitude. */
export function piecesOf(geometry: Geometry, { out }: Pick<Projection, 'out'>): Piece[] {
  const seen = (run: readonly Position[]) => run.map(out)
  if (dimensionOf(geometry.type) === 2)
    return polygonsOf(geometry).flatMap((rings, part) =>
      rings.map((run, ring): Piece => ({ type: 'Polygon', positions: seen(run), part, ring })),
    )
  const type = dimensionOf(geometry.type) === 1 ? 'LineString' : 'Point'
  const runs = geometry.type === 'MultiPoint' ? geometry.coordinates.map((one) => [one]) : runsOf(geometry)
  return runs.map((run, part): Piece => ({ type, positions: seen(run), part, ring: 0 }))
}

/** Nine decimals of a degree, a tenth of a millimetre: what the drawing tool keeps of a position. */
const key = ([x, y]: Position) => `${x.toFixed(9)} ${y.toFixed(9)}`

/** The plane's own numbers of every vertex that the drawing began with, its neighbours' too, by where they are seen. */
export function originalsOf(
  geometries: readonly Geometry[],
  { out }: Pick<Projection, 'out'>,
): ReadonlyMap<string, Position> {
  const vertices = geometries.flatMap(runsOf).flat()
  return new Map(vertices.map((position) => [key(out(position)), position]))
}

/**
 * The geometry of pieces, in the plane. A vertex that was not touched, or lies on one of a neighbour, keeps the
 * numbers that the record has, to the bit; a new one is rounded to the millimetre, which nobody draws better than.
 */
export function geometryOf(
  pieces: readonly Piece[],
  originals: ReadonlyMap<string, Position>,
  projection: Pick<Projection, 'in'>,
): Geometry | null {
  const [first] = pieces
  if (!first) return null
  const place = (position: Position): Position => {
    const [x, y] = projection.in(position)
    return originals.get(key(position)) ?? [millimetres(x), millimetres(y)]
  }
  const same = pieces.filter(({ type }) => type === first.type)
  if (first.type === 'Polygon') return area(same, place)
  const runs = same.map(({ positions }) => positions.map(place))
  if (first.type === 'Point')
    return whole(
      'Point',
      runs.map(([position]) => position),
    )
  return whole('LineString', runs)
}

const millimetres = (metres: number) => Math.round(metres * 1000) / 1000

function whole(type: 'Point' | 'LineString' | 'Polygon', parts: readonly unknown[]): Geometry {
  return (
    parts.length === 1 ? { type, coordinates: parts[0] } : { type: `Multi${type}`, coordinates: parts }
  ) as Geometry
}

function area(pieces: readonly Piece[], place: (position: Position) => Position): Geometry {
  const parts = Map.groupBy(pieces, (piece) => piece.part ?? piece)
  const rings = (list: readonly Piece[]) =>
    list.toSorted((a, b) => a.ring - b.ring).map(({ positions }) => positions.map(place))
  return whole('Polygon', [...parts.values()].map(rings))
}

/** What a drawn position is pulled to: the nearest vertex of the lines, else the nearest place on them; in one unit. */
export function snapped(
  at: Position,
  lines: readonly (readonly Position[])[],
  reach: number,
): Position | null {
  const vertex = nearest(lines.flat(), (one) => Math.hypot(one[0] - at[0], one[1] - at[1]), reach)
  if (vertex) return vertex
  const segments = lines.flatMap((line) =>
    line.slice(1).map((end, i): readonly [Position, Position] => [line[i] as Position, end]),
  )
  const segment = nearest(segments, ([from, to]) => distance(at, from, to), reach)
  return segment && foot(at, ...segment)
}

function nearest<T>(list: readonly T[], far: (one: T) => number, reach: number): T | null {
  let [found, least]: [T | null, number] = [null, reach]
  for (const one of list) {
    const away = far(one)
    if (away <= least) [found, least] = [one, away]
  }
  return found
}

function foot([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): Position {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return [ax + along * dx, ay + along * dy]
}
