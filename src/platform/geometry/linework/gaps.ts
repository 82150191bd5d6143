import Flatbush from 'flatbush'
import type { Position } from '../../../domain/geometry/index.ts'
import { targetOf, type Segment, type Target } from './target.ts'

/** A change under the tolerance, to be listed and drawn. */
export interface Closing {
  /** `gap`: a line was added; `tail`: a line's end that overshot another was left out. */
  readonly kind: 'gap' | 'tail'
  readonly from: Position
  readonly to: Position
  /** Metres. */
  readonly length: number
}

export type Run = readonly Position[]

const key = ([x, y]: Position) => `${x} ${y}`
export const lengthOf = (run: Run): number => {
  let sum = 0
  for (let i = 1; i < run.length; i++) sum += distance(run[i - 1] as Position, run[i] as Position)
  return sum
}
const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Lines cut at their crossings → the same with short tails left out and loose ends joined, and what was done. */
export function closeGaps(runs: readonly Run[], tolerance: number): { runs: Run[]; closings: Closing[] } {
  const { kept, tails } = withoutTails(runs, tolerance)
  const looseEnds = looseEndsOf(kept)
  if (looseEnds.length === 0) return { runs: kept, closings: tails }
  const { index, segments } = segmentsOf(kept)
  const inserts = new Map<number, Insert[]>()
  const gaps = new Map<string, Closing>()
  for (const end of looseEnds) {
    const { at } = end
    const near = index.search(at[0] - tolerance, at[1] - tolerance, at[0] + tolerance, at[1] + tolerance)
    const around = near.sort((a, b) => a - b).map((i) => segments[i] as Segment)
    const target = targetOf(end, around, tolerance)
    if (!target) continue
    const ends = [key(at), key(target.at)].sort().join(' ')
    if (!gaps.has(ends)) gaps.set(ends, { kind: 'gap', from: at, to: target.at, length: target.distance })
    if (target.within) addTo(inserts, target)
  }
  const added = [...gaps.values()].map(({ from, to }): Run => [from, to])
  return { runs: [...inserted(kept, inserts), ...added], closings: [...tails, ...gaps.values()] }
}

/** Ends of lines by the place they share. */
function endsOf(runs: readonly Run[]): Map<string, number> {
  const ends = new Map<string, number>()
  for (const run of runs)
    for (const end of [run[0] as Position, run.at(-1) as Position])
      ends.set(key(end), (ends.get(key(end)) ?? 0) + 1)
  return ends
}

function withoutTails(runs: readonly Run[], tolerance: number): { kept: Run[]; tails: Closing[] } {
  const ends = endsOf(runs)
  const kept: Run[] = []
  const tails: Closing[] = []
  for (const run of runs) {
    const [from, to] = [run[0] as Position, run.at(-1) as Position]
    const [atFrom, atTo] = [ends.get(key(from)) ?? 0, ends.get(key(to)) ?? 0]
    const length = lengthOf(run)
    if (length > tolerance || Math.min(atFrom, atTo) !== 1 || Math.max(atFrom, atTo) < 3) kept.push(run)
    else tails.push({ kind: 'tail', from: atFrom === 1 ? to : from, to: atFrom === 1 ? from : to, length })
  }
  return { kept, tails }
}

/** The end of a line that no other line shares. */
export interface LooseEnd {
  readonly at: Position
  readonly run: number
  /** Of its line, m. */
  readonly length: number
  /** Where the line comes from, to be gone on in the same direction. */
  readonly before: Position
  readonly first: boolean
}

function looseEndsOf(runs: readonly Run[]): LooseEnd[] {
  const ends = endsOf(runs)
  return runs.flatMap((run, i) => {
    const length = lengthOf(run)
    const end = (at: Position, before: Position, first: boolean): LooseEnd[] =>
      ends.get(key(at)) === 1 ? [{ at, run: i, length, before, first }] : []
    return [
      ...end(run[0] as Position, run[1] as Position, true),
      ...end(run.at(-1) as Position, run.at(-2) as Position, false),
    ]
  })
}

function segmentsOf(runs: readonly Run[]): { index: Flatbush; segments: Segment[] } {
  const segments: Segment[] = []
  for (const [run, positions] of runs.entries()) {
    let along = 0
    for (let i = 1; i < positions.length; i++) {
      const [a, b] = [positions[i - 1] as Position, positions[i] as Position]
      segments.push({ run, i, a, b, along })
      along += distance(a, b)
    }
  }
  const index = new Flatbush(segments.length)
  for (const { a, b } of segments)
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
  index.finish()
  return { index, segments }
}

interface Insert {
  /** Index of the position before which it comes. */
  readonly i: number
  readonly at: Position
  readonly from: number
}

function addTo(inserts: Map<number, Insert[]>, { at, within }: Target): void {
  if (!within) return
  const list = inserts.get(within.run) ?? []
  list.push({ i: within.i, at, from: distance(within.a, at) })
  inserts.set(within.run, list)
}

/** Joined lines share a position, so that they are cut there exactly. */
function inserted(runs: readonly Run[], inserts: ReadonlyMap<number, readonly Insert[]>): Run[] {
  return runs.map((run, r) => {
    const list = inserts.get(r)?.toSorted((a, b) => a.i - b.i || a.from - b.from)
    if (!list) return run
    return run.flatMap((position, i) => [...list.filter((one) => one.i === i).map(({ at }) => at), position])
  })
}
