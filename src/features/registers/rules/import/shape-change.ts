import {
  dimensionOf,
  planarArea,
  runsOf,
  type Geometry,
  type Position,
} from '../../../../domain/geometry/index.ts'

export interface ShapeChange {
  /** Metres that positions moved at most; null where there are too many to say, or one side has no place. */
  readonly moved: number | null
  /** m² in the record's plane, of areas. */
  readonly areaBefore: number | null
  readonly areaAfter: number | null
}

/** Pairs of positions that are compared while a page waits. */
const mostPairs = 1_000_000

/** What a newer file does to a shape, in figures. */
export function geometryChange(
  before: Geometry | null | undefined,
  after: Geometry | null | undefined,
): ShapeChange {
  const area = (shape: Geometry | null | undefined) =>
    shape && dimensionOf(shape.type) === 2 ? planarArea(shape) : null
  return {
    moved: before && after ? farthest(runsOf(before).flat(), runsOf(after).flat()) : null,
    areaBefore: area(before),
    areaAfter: area(after),
  }
}

/** From any position of either to the nearest of the other. */
function farthest(a: readonly Position[], b: readonly Position[]): number | null {
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostPairs) return null
  const nearest = ([x, y]: Position, others: readonly Position[]) =>
    others.reduce((least, [ox, oy]) => Math.min(least, Math.hypot(x - ox, y - oy)), Infinity)
  const one = a.reduce((most, position) => Math.max(most, nearest(position, b)), 0)
  return b.reduce((most, position) => Math.max(most, nearest(position, a)), one)
}
