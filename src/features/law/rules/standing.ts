import type { Day } from '../../../domain/day.ts'
import type { Certainty } from '../model.ts'
import type { LawCheck } from '../model/check.ts'

/**
 * `verified`: somebody held the value against the gazette and it agrees; `differs`: it does not; `unverified`:
 * nobody has, or only from memory. A value is shown as unverified until one of the others is true.
 */
export type Standing = 'verified' | 'differs' | 'unverified'

export interface Checked {
  readonly certainty: Certainty
  readonly recorded: Day
  /** By whoever keeps the rule set, for everybody. */
  readonly checked: { readonly by: string; readonly on: Day } | null
}

/** What counts of a value for the reader: the office's own check before the rule set's. */
export function standingOf({ certainty, recorded, checked }: Checked, check: LawCheck | null): Standing {
  // A check was made of what stood then; the reading that took its place has not been looked at.
  if (check && check.recorded === recorded) return check.result === 'agrees' ? 'verified' : 'differs'
  return checked !== null && certainty === 'seen' ? 'verified' : 'unverified'
}
