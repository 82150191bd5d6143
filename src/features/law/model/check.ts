import type { Day } from '../../../domain/day.ts'

export const checkResults = ['agrees', 'differs'] as const
export type CheckResult = (typeof checkResults)[number]

/** What an officer found who held a value against the gazette; a fact of the office's own record. */
export interface LawCheck {
  readonly parameter: string
  /** Day of effect of the value that was looked at. */
  readonly from: Day
  /** Which reading of that day: a later one has to be checked again. */
  readonly recorded: Day
  readonly result: CheckResult
  /** Where in the gazette: `Công báo số 815+816 ngày 25/7/2026`. */
  readonly gazette: string
  readonly note: string
  readonly post: string
  /** The day of the check. */
  readonly on: Day
}

/** What a form or a program says of a check. */
export interface NewCheck {
  readonly parameter: string
  readonly from: string
  readonly result: string
  readonly gazette: string
  readonly note: string
}

export const checkId = (parameter: string, from: string) => `${parameter}@${from}`
