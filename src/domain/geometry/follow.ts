import { placeKey } from './corners.ts'
import type { Geometry, Position } from './model.ts'
import { mapRuns, runsOf } from './parts.ts'

/** What an edit did to the borders of a shape. */
interface Edit {
  /** Corners that were moved, one for one. */
  readonly moved: ReadonlyMap<string, Position>
  /** Stretches with another number of corners than before, with the unmoved corners at both ends. */
  readonly redrawn: readonly Redrawn[]
}

interface Redrawn {
  readonly before: readonly Position[]
  readonly after: readonly Position[]
}

/** Neighbours whose border goes along with an edit, and corners that could not. */
export interface Following {
  readonly changed: readonly { readonly index: number; readonly geometry: Geometry }[]
  /** Corners of a neighbour that the edited shape no longer has, as where a third border begins: to be shown. */
  readonly left: readonly { readonly index: number; readonly at: Position }[]
}

/**
 * Takes neighbours along with an edit: a corner they share moves with it, one put between two shared corners is put
 * there in the neighbour too, one taken away goes where no third border needs it.
 */
export function follow(before: Geometry, after: Geometry, neighbours: readonly Geometry[]): Following {
  const edit = editOf(before, after)
  const gone = goneFrom(before, after, edit)
  const changed: { index: number; geometry: Geometry }[] = []
  const left: { index: number; at: Position }[] = []
  for (const [index, geometry] of neighbours.entries()) {
    const { result, touched } = followed(geometry, edit)
    if (touched) changed.push({ index, geometry: result })
    const places = new Map(runsOf(result).flatMap((run) => run.map((at) => [placeKey(at), at] as const)))
    for (const key of gone) {
      const at = places.get(key)
      if (at) left.push({ index, at })
    }
  }
  return { changed, left }
}

function goneFrom(before: Geometry, after: Geometry, { moved }: Edit): string[] {
  const now = new Set(runsOf(after).flatMap((run) => run.map(placeKey)))
  const then = new Set(runsOf(before).flatMap((run) => run.map(placeKey)))
  return [...then].filter((key) => !now.has(key) && !moved.has(key))
}

function editOf(before: Geometry, after: Geometry): Edit {
  const then = runsOf(before)
  const now = runsOf(after)
  const moved = new Map<string, Position>()
  const redrawn: Redrawn[] = []
  // Rings are told apart by their order, which an editor keeps; another number of rings is no edit to go along with.
  if (then.length === now.length)
    for (const [r, run] of then.entries())
      for (const stretch of stretchesOf(run.slice(0, -1), (now[r] as readonly Position[]).slice(0, -1)))
        if (stretch.before.length !== stretch.after.length) redrawn.push(stretch)
        else
          for (const [i, at] of stretch.before.entries()) {
            const to = stretch.after[i] as Position
            if (placeKey(at) !== placeKey(to)) moved.set(placeKey(at), to)
          }
  return { moved, redrawn }
}

/** Corners before and after, from one unmoved corner to the next, both with it. */
function stretchesOf(before: readonly Position[], after: readonly Position[]): Redrawn[] {
  const now = new Set(after.map(placeKey))
  const kept = before.filter((at) => now.has(placeKey(at)))
  const first = kept[0]
  if (!first) return before.length === after.length ? [{ before, after }] : []
  const then = fromCorner(before, first)
  return (
    [after, after.toReversed()]
      .map((ring) => pairUp(then, fromCorner(ring, first), new Set(kept.map(placeKey))))
      .find((stretches) => stretches !== null) ?? []
  )
}

const fromCorner = (ring: readonly Position[], corner: Position): Position[] => {
  const at = ring.findIndex((position) => placeKey(position) === placeKey(corner))
  return [...ring.slice(at), ...ring.slice(0, at), corner]
}

function pairUp(
  before: readonly Position[],
  after: readonly Position[],
  kept: ReadonlySet<string>,
): Redrawn[] | null {
  const [then, now] = [cutAt(before, kept), cutAt(after, kept)]
  const same = then.every((run, i) => placeKey(run[0] as Position) === placeKey(now[i]?.[0] ?? [NaN, NaN]))
  if (then.length !== now.length || !same) return null
  return then.map((run, i) => ({ before: run, after: now[i] as Position[] }))
}

function cutAt(run: readonly Position[], kept: ReadonlySet<string>): Position[][] {
  const cuts = [...run.keys()].filter((i) => kept.has(placeKey(run[i] as Position)))
  return cuts.slice(1).map((to, n) => run.slice(cuts[n], to + 1))
}

function followed(geometry: Geometry, { moved, redrawn }: Edit): { result: Geometry; touched: boolean } {
  let touched = false
  if (!geometry.type.endsWith('Polygon')) return { result: geometry, touched }
  const result = mapRuns(geometry, (run) => {
    let open: readonly Position[] = run.slice(0, -1)
    for (const stretch of redrawn) open = replaced(open, stretch) ?? open
    const there = open.map((at) => moved.get(placeKey(at)) ?? at)
    const same = there.length === run.length - 1 && there.every((at, i) => at === run[i])
    if (same) return run
    touched = true
    return [...there, there[0] as Position]
  })
  return { result, touched }
}

/** The ring with a stretch redrawn, whichever way round it has it; null where it does not have all of it. */
function replaced(ring: readonly Position[], { before, after }: Redrawn): readonly Position[] | null {
  for (const [then, now] of [
    [before, after],
    [before.toReversed(), after.toReversed()],
  ] as const) {
    const start = ring.findIndex((at) => placeKey(at) === placeKey(then[0] as Position))
    if (start < 0) return null
    const turned = [...ring.slice(start), ...ring.slice(0, start)]
    // A stretch that comes back to where it began is the whole ring.
    const around = [...turned, turned[0] as Position]
    if (then.every((at, i) => placeKey(at) === placeKey(around[i] ?? [NaN, NaN])))
      return [...now.slice(0, -1), ...around.slice(then.length - 1, -1)]
  }
  return null
}
