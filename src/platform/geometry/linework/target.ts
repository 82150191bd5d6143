import type { Position } from '../../../domain/geometry/index.ts'
import type { LooseEnd } from './gaps.ts'

/** A straight piece of a line. */
export interface Segment {
  readonly run: number
  /** Index of its second position. */
  readonly i: number
  readonly a: Position
  readonly b: Position
  /** From the line's beginning to `a`, m. */
  readonly along: number
}

/** Where a loose end is joined. */
export interface Target {
  readonly at: Position
  readonly distance: number
  /** The piece that it divides; absent where it is a corner or an end. */
  readonly within?: Segment
}

/**
 * What a loose end was meant to reach: going straight on until it meets a line, or the nearest corner, whichever is
 * nearer; else the nearest place of a line. Nothing of its own line but what lies far along it.
 */
export function targetOf(end: LooseEnd, around: readonly Segment[], tolerance: number): Target | null {
  // A line hardly longer than its gap says nothing about where it was meant to go.
  const reach = Math.min(tolerance, end.length / 2)
  const targets = around.flatMap((segment) =>
    targetsOn(end, segment).filter((t) => allowed(end, segment, t, reach)),
  )
  const best = (kinds: readonly Found['kind'][]) =>
    targets
      .filter(({ kind }) => kinds.includes(kind))
      // A corner that the straight line meets too is taken as the corner.
      .toSorted(
        (a, b) =>
          a.distance - (a.kind === 'corner' ? nearly : 0) - (b.distance - (b.kind === 'corner' ? nearly : 0)),
      )[0]
  return best(['corner', 'ahead']) ?? best(['beside']) ?? null
}

/** Metres: what drawing programs round to. */
const nearly = 0.001

interface Found extends Target {
  readonly kind: 'corner' | 'ahead' | 'beside'
}

function allowed(end: LooseEnd, segment: Segment, found: Found, reach: number): boolean {
  if (found.distance > reach || found.distance === 0) return false
  if (segment.run !== end.run) return true
  const along = segment.along + distance(segment.a, found.at)
  return (end.first ? along : end.length - along) > 3 * found.distance
}

const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1])

function targetsOn(end: LooseEnd, segment: Segment): Found[] {
  const { a, b } = segment
  const corner = (at: Position): Found => ({ kind: 'corner', at, distance: distance(end.at, at) })
  const ahead = meeting(end, segment)
  const beside = foot(end.at, segment)
  return [
    corner(a),
    corner(b),
    ...(ahead
      ? [{ kind: 'ahead' as const, at: ahead, distance: distance(end.at, ahead), within: segment }]
      : []),
    ...(beside
      ? [{ kind: 'beside' as const, at: beside, distance: distance(end.at, beside), within: segment }]
      : []),
  ]
}

/** Where the line, going straight on, meets the piece between its ends. */
function meeting({ at, before }: LooseEnd, { a, b }: Segment): Position | null {
  const [ux, uy] = [at[0] - before[0], at[1] - before[1]]
  const [vx, vy] = [b[0] - a[0], b[1] - a[1]]
  const cross = ux * vy - uy * vx
  if (cross === 0) return null
  const [wx, wy] = [a[0] - at[0], a[1] - at[1]]
  const t = (wx * vy - wy * vx) / cross
  const s = (wx * uy - wy * ux) / cross
  return t > 0 && s > 0 && s < 1 ? [at[0] + t * ux, at[1] + t * uy] : null
}

/** The nearest place of the piece, where that lies between its ends. */
function foot([x, y]: Position, { a, b }: Segment): Position | null {
  const [vx, vy] = [b[0] - a[0], b[1] - a[1]]
  const s = ((x - a[0]) * vx + (y - a[1]) * vy) / (vx * vx + vy * vy)
  return s > 0 && s < 1 ? [a[0] + s * vx, a[1] + s * vy] : null
}
