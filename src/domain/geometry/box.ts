import type { Box, Geometry, Position } from './model.ts'
import { runsOf } from './parts.ts'

/** The smallest box around a geometry; null where it has no position. */
export function boxOf(geometry: Geometry): Box | null {
  return boxAround(runsOf(geometry))
}

export function boxAround(runs: readonly (readonly Position[])[]): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const run of runs)
    for (const [x, y] of run) {
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
  return west <= east && south <= north ? [west, south, east, north] : null
}

/** True where they share at least a point, on the edge or inside. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

export function boxHolds(box: Box, [x, y]: Position): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
}

export function unionBox(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The box made larger by `by` on all sides, in its own unit. */
export function growBox([west, south, east, north]: Box, by: number): Box {
  return [west - by, south - by, east + by, north + by]
}
