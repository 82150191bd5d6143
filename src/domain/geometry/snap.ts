import { boxAround, boxesMeet, boxHolds, growBox } from './box.ts'
import { distanceOf, footOn, placeKey, withCorners } from './corners.ts'
import type { Box, Geometry, Position } from './model.ts'
import { mapRuns, runsOf } from './parts.ts'

/** Where a drawn position goes, and what drew it there. */
export interface Snap {
  readonly at: Position
  readonly to: 'corner' | 'edge' | 'nothing'
  /** Of the neighbour; -1 where there was none. */
  readonly index: number
}

/**
 * Where a drawn position goes: to the nearest corner of a neighbour within `tolerance` metres, else to the nearest
 * place of its border, else nowhere. Corners come first, for a place on the border next to a corner is never meant.
 */
export function snapPosition(at: Position, neighbours: readonly Geometry[], tolerance: number): Snap {
  return snapper(neighbours, tolerance)(at)
}

function snapper(neighbours: readonly Geometry[], tolerance: number): (at: Position) => Snap {
  const near = neighbours.map((geometry) => ({ runs: runsOf(geometry), box: boxAround(runsOf(geometry)) }))
  return (at) => {
    const around = near.map(({ runs, box }) => (box && boxHolds(growBox(box, tolerance), at) ? runs : []))
    return (
      nearest(around, tolerance, 'corner', (_, b) => b, at) ??
      nearest(around, tolerance, 'edge', (a, b) => a && footOn(at, a, b), at) ?? {
        at,
        to: 'nothing',
        index: -1,
      }
    )
  }
}

type Runs = readonly (readonly Position[])[]

function nearest(
  neighbours: readonly Runs[],
  tolerance: number,
  to: Snap['to'],
  placeOn: (a: Position | undefined, b: Position) => Position | null | undefined,
  at: Position,
): Snap | null {
  let [best, reach]: [Snap | null, number] = [null, tolerance]
  for (const [index, runs] of neighbours.entries())
    for (const run of runs)
      for (const [i, b] of run.entries()) {
        const place = placeOn(run[i - 1], b)
        const distance = place ? distanceOf(at, place) : Infinity
        if (!place || distance > reach || (distance === reach && best)) continue
        best = { at: place, to, index }
        reach = distance
      }
  return best
}

/**
 * A drawn shape with its corners on those of its neighbours or on their borders, and with the neighbours' corners that
 * its own border passes within `tolerance` metres: what was meant as one border becomes one. A ring that would
 * shrink to nothing stays as drawn. The neighbours take the new corners by `withCorners`.
 */
export function snapTo(drawn: Geometry, neighbours: readonly Geometry[], tolerance: number): Geometry {
  const box = boxAround(runsOf(drawn))
  if (!box || tolerance <= 0) return drawn
  const around = growBox(box, tolerance)
  const near = neighbours.filter((geometry) => meets(geometry, around))
  const snap = snapper(near, tolerance)
  const closed = drawn.type.endsWith('Polygon')
  const moved = mapRuns(drawn, (run) => {
    const there = withoutRepeats(run.map((position) => snap(position).at))
    return closed && there.length < 4 ? run : there
  })
  const corners = near.flatMap((geometry) => runsOf(geometry).flat())
  return withCorners(moved, corners, tolerance).geometry
}

function meets(geometry: Geometry, box: Box): boolean {
  const own = boxAround(runsOf(geometry))
  return own !== null && boxesMeet(own, box)
}

function withoutRepeats(run: readonly Position[]): readonly Position[] {
  return run.filter((position, i) => i === 0 || placeKey(position) !== placeKey(run[i - 1] as Position))
}
