import {
  dimensionOf,
  polygonsOf,
  ringsHold,
  runsOf,
  type Dimension,
  type Geometry,
  type Position,
} from '../../../domain/geometry/index.ts'
import type { Definition } from '../model/definition.ts'
import type { Projection } from './drawn.ts'

const dimensions = { point: 0, line: 1, area: 2 } as const

/** Points, lines or areas: what the register takes, else what the entry is. */
export function dimensionIn({ geometry }: Pick<Definition, 'geometry'>, shape: Geometry | null): Dimension {
  if (geometry !== 'any') return dimensions[geometry]
  return shape ? dimensionOf(shape.type) : 2
}

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

/**
 * The pieces with the one that was just drawn as a hole of the part around it; null where no part is. A hole is named
 * by its first vertex: whether all of it lies within is looked at when it is saved, as of every shape.
 */
export function withHole(pieces: readonly Piece[]): readonly Piece[] | null {
  const drawn = pieces.findLast(({ type, part }) => type === 'Polygon' && part === null)
  const [vertex] = drawn?.positions ?? []
  if (!drawn || !vertex) return null
  const rest = pieces.filter((piece) => piece !== drawn)
  const around = rest.find(({ ring, positions }) => ring === 0 && ringsHold([positions], vertex))
  if (!around) return null
  // A part that was drawn anew, too, has no number yet.
  const part = around.part ?? Math.max(-1, ...rest.map((piece) => piece.part ?? -1)) + 1
  const own = rest.map((piece) => (piece === around ? { ...piece, part } : piece))
  const ring = Math.max(...own.filter((piece) => piece.part === part).map((piece) => piece.ring)) + 1
  return [...own, { ...drawn, part, ring }]
}

/** Nine decimals of a degree, a tenth of a millimetre: what the drawing tool keeps of a position. */
export const seenKey = ([x, y]: Position) => `${x.toFixed(9)} ${y.toFixed(9)}`

/** The plane's own numbers of every vertex that the drawing began with, its neighbours' too, by where they are seen. */
export function originalsOf(
  geometries: readonly Geometry[],
  { out }: Pick<Projection, 'out'>,
): ReadonlyMap<string, Position> {
  const vertices = geometries.flatMap(runsOf).flat()
  return new Map(vertices.map((position) => [seenKey(out(position)), position]))
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
    return originals.get(seenKey(position)) ?? [millimetres(x), millimetres(y)]
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
