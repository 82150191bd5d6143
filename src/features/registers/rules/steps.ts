/** What was done one after the other, to go back and on again. */
export interface Steps<T> {
  readonly past: readonly T[]
  readonly now: T
  readonly next: readonly T[]
}

/** As many are kept: enough for an hour of drawing. */
const most = 200

export const firstStep = <T>(now: T): Steps<T> => ({ past: [], now, next: [] })

/** One step more; what had been gone back from is gone. The same again is no step. */
export function step<T>(steps: Steps<T>, now: T): Steps<T> {
  return now === steps.now ? steps : { past: [...steps.past, steps.now].slice(-most), now, next: [] }
}

export function back<T>({ past, now, next }: Steps<T>): Steps<T> {
  const before = past.at(-1)
  return before === undefined
    ? { past, now, next }
    : { past: past.slice(0, -1), now: before, next: [now, ...next] }
}

export function forth<T>({ past, now, next }: Steps<T>): Steps<T> {
  const [after, ...rest] = next
  return after === undefined ? { past, now, next } : { past: [...past, now], now: after, next: rest }
}
