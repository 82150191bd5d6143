import { boxAround, boxHolds, growBox } from './box.ts'
import type { Geometry, Position } from './model.ts'
import { mapRuns, runsOf } from './parts.ts'

/** A place by its exact numbers: borders are shared where these are the same, not where they lie near. */
export const placeKey = ([x, y]: Position): string => `${x} ${y}`

export const distanceOf = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** The nearest place of a straight piece, where that lies between its ends. */
export function footOn([x, y]: Position, a: Position, b: Position): Position | null {
  const [vx, vy] = [b[0] - a[0], b[1] - a[1]]
  const s = ((x - a[0]) * vx + (y - a[1]) * vy) / (vx * vx + vy * vy)
  return s > 0 && s < 1 ? [a[0] + s * vx, a[1] + s * vy] : null
}

interface Insert {
  readonly run: number
  /** Index of the position before which it comes. */
  readonly before: number
  readonly at: Position
  /** From the piece's beginning: of two on one piece the nearer comes first. */
  readonly along: number
}

/**
 * The shape with those corners that lie on its border, or within `tolerance` metres of it, as corners of its own, each
 * in the nearest piece. Where neighbours share a border, a corner of one has to be a corner of the other, to the bit.
 */
export function withCorners(
  geometry: Geometry,
  corners: readonly Position[],
  tolerance: number,
): { readonly geometry: Geometry; readonly added: readonly Position[] } {
  const runs = runsOf(geometry)
  const box = boxAround(runs)
  if (!box || geometry.type.endsWith('Point')) return { geometry, added: [] }
  const around = growBox(box, tolerance)
  const known = new Set(runs.flat().map(placeKey))
  const inserts = corners.flatMap((at) => {
    const insert = !known.has(placeKey(at)) && boxHolds(around, at) && insertOf(runs, at, tolerance)
    known.add(placeKey(at))
    return insert ? [insert] : []
  })
  if (inserts.length === 0) return { geometry, added: [] }
  const inserted = mapRuns(geometry, (run, r) =>
    withInserts(
      run,
      inserts.filter((one) => one.run === r),
    ),
  )
  return { geometry: inserted, added: inserts.map(({ at }) => at) }
}

function insertOf(runs: readonly (readonly Position[])[], at: Position, tolerance: number): Insert | null {
  let best: Insert | null = null
  let nearest = tolerance
  for (const [r, run] of runs.entries())
    for (let i = 1; i < run.length; i++) {
      const a = run[i - 1] as Position
      const foot = footOn(at, a, run[i] as Position)
      const distance = foot ? distanceOf(at, foot) : Infinity
      if (distance > nearest) continue
      nearest = distance
      best = { run: r, before: i, at, along: distanceOf(a, at) }
    }
  return best
}

function withInserts(run: readonly Position[], inserts: readonly Insert[]): readonly Position[] {
  if (inserts.length === 0) return run
  const sorted = inserts.toSorted((a, b) => a.along - b.along)
  return run.flatMap((position, i) => [
    ...sorted.filter(({ before }) => before === i).map(({ at }) => at),
    position,
  ])
}
