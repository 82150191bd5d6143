import type { Day } from './day.ts'

/** Valid time: calendar days, `to` exclusive; null means that no end is known. */
export interface Period {
  readonly from: Day
  readonly to: Day | null
}

/** Recorded time: the number of a commit. */
export type Revision = number

/** What is asked of a fact: on a day in the world, as the office knew it (a revision, or the end of a day). */
export interface AsOf {
  readonly on: Day
  readonly known?: Revision | Day | undefined
}

/** One version of a fact: what held in `valid`, known from revision `from` until superseded by revision `to`. */
export interface Version<V> {
  readonly id: string
  readonly valid: Period
  readonly recorded: { readonly from: Revision; readonly to: Revision | null }
  readonly value: V
}

export const isPeriod = ({ from, to }: Period): boolean => to === null || from < to

export const covers = ({ from, to }: Period, day: Day): boolean => from <= day && (to === null || day < to)

export const overlaps = (a: Period, b: Period): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to)

/** What is left of `whole` where `taken` is cut out: nothing, the part before, the part after, or both. */
export function without(whole: Period, taken: Period): Period[] {
  if (!overlaps(whole, taken)) return [whole]
  const rest: Period[] = []
  if (whole.from < taken.from) rest.push({ from: whole.from, to: taken.from })
  if (taken.to !== null && (whole.to === null || taken.to < whole.to))
    rest.push({ from: taken.to, to: whole.to })
  return rest
}
