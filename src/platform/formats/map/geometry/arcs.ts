import type { Position } from '../../../../domain/geometry/index.ts'

/** How far a chord may lie from its arc: 1 mm in a plane, about the same in degrees. */
export const arcTolerance = { metres: 0.001, degrees: 1e-8 } as const

const mostChords = 4_096

/** The positions of a circular string (three by three, sharing ends) with its arcs as chords. */
export function chordsOf(positions: readonly Position[], tolerance: number): Position[] {
  const [first] = positions
  if (!first) return []
  const out: Position[] = [first]
  for (let i = 0; i + 2 < positions.length; i += 2) {
    const [a, b, c] = [positions[i]!, positions[i + 1]!, positions[i + 2]!]
    out.push(...chordsOfArc(a, b, c, tolerance), c)
  }
  return out
}

/** What lies between the ends of the arc from `a` over `b` to `c`. */
function chordsOfArc(a: Position, b: Position, c: Position, tolerance: number): Position[] {
  const centre = centreOf(a, b, c)
  if (!centre) return [b]
  const [cx, cy] = centre
  const radius = Math.hypot(a[0] - cx, a[1] - cy)
  const [from, sweep] = turn(a, b, c, centre)
  const step = 2 * Math.acos(Math.max(-1, 1 - tolerance / radius))
  const count = Math.min(mostChords, Math.max(2, Math.ceil(Math.abs(sweep) / step)))
  return Array.from({ length: count - 1 }, (_, i): Position => {
    const angle = from + (sweep * (i + 1)) / count
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
  })
}

/** Start angle and signed sweep. Ends that meet make a full circle, whose middle point lies across (SQL/MM). */
function turn(a: Position, b: Position, c: Position, [cx, cy]: Position): [number, number] {
  const at = ([x, y]: Position) => Math.atan2(y - cy, x - cx)
  const from = at(a)
  if (a[0] === c[0] && a[1] === c[1]) return [from, 2 * Math.PI]
  const left = (angle: number) => (angle - from + 4 * Math.PI) % (2 * Math.PI)
  const [toB, toC] = [left(at(b)), left(at(c))]
  return [from, toB <= toC ? toC : toC - 2 * Math.PI]
}

/** The centre of the circle through three positions; undefined where they lie on a line. */
function centreOf(a: Position, b: Position, c: Position): Position | undefined {
  if (a[0] === c[0] && a[1] === c[1]) return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  // Relative to `a`, since coordinates of a plane have seven digits before the point.
  const [bx, by, cx, cy] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]]
  const cross = 2 * (bx * cy - by * cx)
  const scale = Math.hypot(bx, by) * Math.hypot(cx, cy)
  if (Math.abs(cross) <= 1e-12 * scale) return undefined
  const [bb, cc] = [bx * bx + by * by, cx * cx + cy * cy]
  return [a[0] + (cy * bb - by * cc) / cross, a[1] + (bx * cc - cx * bb) / cross]
}
