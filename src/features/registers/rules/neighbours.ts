import { runsOf, type Geometry, type Position } from '../../../domain/geometry/index.ts'

/** How far apart borders of neighbours may lie, m: half a centimetre is drawing, not a gap. */
const near = 0.005

/** True where two shapes share a vertex, or a vertex of one lies on the border of the other. */
export function touch(a: Geometry, b: Geometry): boolean {
  return lies(a, b) || lies(b, a)
}

function lies(a: Geometry, b: Geometry): boolean {
  const borders = runsOf(b)
  return runsOf(a).some((run) => run.some((vertex) => borders.some((border) => onLine(vertex, border))))
}

function onLine(vertex: Position, line: readonly Position[]): boolean {
  if (line.length === 1) return distance(vertex, line[0] as Position, line[0] as Position) <= near
  return line.some((end, i) => i > 0 && distance(vertex, line[i - 1] as Position, end) <= near)
}

/** From a point to a segment, in the unit of the plane. */
export function distance([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
