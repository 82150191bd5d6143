import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Law, LawAt, Parameter, Use } from '../model.ts'
import { numberAt, parameterOf } from './at.ts'

/** `unknown`: the norm is in force but we do not hold its value; `none`: no such norm is in force. */
export type Verdict = 'meets' | 'fails' | 'unknown' | 'none'

export interface NormCheck {
  readonly verdict: Verdict
  readonly limit: number | null
  readonly bound: NonNullable<Parameter['bound']>
  readonly unit: string | null
  readonly measured: number
  readonly use: Use
}

/** Whether what was measured (in the parameter's unit) keeps to a norm. */
export function checkNorm(law: Law, id: string, measured: number, at: LawAt): NormCheck {
  const { bound, unit } = parameterOf(law, id)
  if (bound === null || !Number.isFinite(measured)) throw new Fault('law-no-norm', { parameter: id })
  const found = numberAt(law, id, at)
  const checked = { bound, unit, measured, use: found.use }
  if (found.state === 'value')
    return {
      ...checked,
      verdict: keeps(bound, measured, found.value) ? 'meets' : 'fails',
      limit: found.value,
    }
  return { ...checked, verdict: found.state === 'unknown' ? 'unknown' : 'none', limit: null }
}

function keeps(bound: NormCheck['bound'], measured: number, limit: number): boolean {
  switch (bound) {
    case 'at-most':
      return measured <= limit
    case 'at-least':
      return measured >= limit
    case 'more-than':
      return measured > limit
  }
}

/** Days of a plan that decide which planning standard it is held against. */
export interface PlanDays {
  readonly appraised?: Day | undefined
  readonly approved?: Day | undefined
  /** Of the adjustment that is being judged. */
  readonly adjusted?: Day | undefined
  /** The day of the question. */
  readonly on: Day
}

export interface NormsDay {
  /** The day to ask the norms by. */
  readonly on: Day
  readonly because: 'adjusted' | 'appraised' | 'approved' | 'not-appraised'
}

/**
 * The day by which QCVN 01 is asked for a plan, QCVN 01:2026 §5.4: what was appraised or approved stays on the
 * standard of that day; an adjustment goes by its own day; what is not appraised yet goes by the day of asking.
 */
export function normsDayOf({ appraised, approved, adjusted, on }: PlanDays): NormsDay {
  if (adjusted !== undefined) return { on: adjusted, because: 'adjusted' }
  if (appraised !== undefined && (approved === undefined || appraised <= approved))
    return { on: appraised, because: 'appraised' }
  if (approved !== undefined) return { on: approved, because: 'approved' }
  return { on, because: 'not-appraised' }
}
