import { boxHolds, boxesMeet } from './box.ts'
import type { Box, Geometry, Position } from './model.ts'
import { polygonsOf, ringsHold, runsOf } from './parts.ts'

/**
 * True where a shape, not only the box around it, shares at least a point with `box`; a box without width and height is
 * a point. Edges belong to the shape: a corner that lots share is in all of them. Signs are taken of differences of
 * positions, so that a slanted edge is where it is to about a millionth of a millimetre.
 */
export function shapeMeets(geometry: Geometry, box: Box): boolean {
  const runs = runsOf(geometry)
  if (geometry.type.endsWith('Point')) return runs.some((run) => run.some((at) => boxHolds(box, at)))
  if (runs.some((run) => runMeets(run, box))) return true
  // No edge meets it: it lies wholly within, or wholly outside.
  return polygonsOf(geometry).some((rings) => ringsHold(rings, [box[0], box[1]]))
}

const runMeets = (run: readonly Position[], box: Box) =>
  run.some((at, i) => boxHolds(box, at) || (i > 0 && pieceMeets(run[i - 1] as Position, at, box)))

/** Of a straight piece with both ends outside: it meets the box where corners of the box lie on either side of it. */
function pieceMeets([ax, ay]: Position, [bx, by]: Position, box: Box): boolean {
  const around: Box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  if (!boxesMeet(around, box)) return false
  const side = (x: number, y: number) => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  const [west, south, east, north] = box
  const sides = [side(west, south), side(east, south), side(east, north), side(west, north)]
  return Math.min(...sides) <= 0 && Math.max(...sides) >= 0
}

/** True where `inner` lies within `outer`, edges counted. */
export function boxWithin(inner: Box, outer: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}
