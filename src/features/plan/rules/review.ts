import {
  kinds,
  valueSchemas,
  type Candidate,
  type Item,
  type JournalEntry,
  type Kind,
  type Reviewed,
  type Step,
} from '../model/proposal.ts'
import { sameValue } from './items.ts'

/** The steps that still stand: each undo takes the last one back. */
export function standing(journal: readonly JournalEntry[]): Step[] {
  const steps: Step[] = []
  for (const { act } of journal) {
    if (act.kind === 'undo') steps.pop()
    else if (act.kind !== 'save' && act.kind !== 'unsave') steps.push(act)
  }
  return steps
}

/** The save that stands, or null where the proposal is still (or again) open. */
export function savedBy(journal: readonly JournalEntry[]): JournalEntry | null {
  const last = journal.findLast(({ act }) => act.kind === 'save' || act.kind === 'unsave')
  return last?.act.kind === 'save' ? last : null
}

/** True where the last word on saving took it back: only an officer saves it again. */
export function takenBack(journal: readonly JournalEntry[]): boolean {
  return journal.findLast(({ act }) => act.kind === 'save' || act.kind === 'unsave')?.act.kind === 'unsave'
}

/** Every candidate with its verdict; the later step decides. Steps on what is no longer proposed have no effect. */
export function reviewOf(candidates: readonly Candidate[], steps: readonly Step[]): Reviewed[] {
  const reviewed = new Map(candidates.map((candidate) => [candidate.id, untouched(candidate)]))
  for (const step of steps) {
    for (const id of step.kind === 'correct' ? [step.id] : step.ids) {
      const now = reviewed.get(id)
      if (now) reviewed.set(id, decided(now.candidate, step))
    }
  }
  return [...reviewed.values()]
}

function untouched(candidate: Candidate): Reviewed {
  const same = candidate.change === 'same'
  return {
    candidate,
    verdict: same ? 'unchanged' : 'proposed',
    result: same ? candidate.item : null,
    reason: null,
  }
}

function decided(candidate: Candidate, step: Step): Reviewed {
  switch (step.kind) {
    case 'accept':
      // Accepting that something is gone from a corrected document takes it out of the plan.
      return {
        candidate,
        verdict: 'accepted',
        result: candidate.change === 'removed' ? null : candidate.item,
        reason: null,
      }
    case 'correct':
      return {
        candidate,
        verdict: 'corrected',
        result: { ...candidate.item, value: step.value } as Item,
        reason: step.reason,
      }
    case 'refuse':
      // What the record holds stays where a change of it is refused.
      return { candidate, verdict: 'refused', result: candidate.before, reason: step.reason }
  }
}

export interface StepProblem {
  readonly field: 'ids' | 'reason' | 'value'
  /** Dotted path in the value, for `value`. */
  readonly path: string
  readonly code: 'unknown' | 'no-reason' | 'not-valid' | 'nothing-changed' | 'key-changed'
}

/** What is wrong with a step; empty where it can be taken. */
export function stepProblems(candidates: readonly Candidate[], step: Step): StepProblem[] {
  const known = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const named = step.kind === 'correct' ? [step.id] : step.ids
  if (named.some((id) => !known.has(id))) return [{ field: 'ids', path: '', code: 'unknown' }]
  const noReason: StepProblem[] =
    step.kind !== 'accept' && step.reason.trim() === ''
      ? [{ field: 'reason', path: '', code: 'no-reason' }]
      : []
  const candidate = step.kind === 'correct' ? known.get(step.id) : undefined
  return candidate && step.kind === 'correct'
    ? [...noReason, ...valueProblems(candidate, step.value)]
    : noReason
}

function valueProblems(candidate: Candidate, value: unknown): StepProblem[] {
  const parsed = valueSchemas[candidate.item.kind].safeParse(value)
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      field: 'value',
      path: issue.path.join('.'),
      code: 'not-valid',
    }))
  if (ownKey(candidate.item.kind, parsed.data) !== ownKey(candidate.item.kind, candidate.item.value))
    return [{ field: 'value', path: '', code: 'key-changed' }]
  if (sameValue(parsed.data, candidate.item.value))
    return [{ field: 'value', path: '', code: 'nothing-changed' }]
  return []
}

/** The number by which others point to it: a correction may not change whose it is. */
function ownKey(kind: Kind, value: object): unknown {
  if (kind === 'task' || kind === 'assignment' || kind === 'footnote') return 'no' in value && value.no
  return (kind === 'clause' || kind === 'target') && 'id' in value && value.id
}

export interface Tally {
  readonly kind: Kind
  readonly total: number
  readonly proposed: number
  readonly accepted: number
  readonly corrected: number
  readonly refused: number
  readonly unchanged: number
}

/** How far the review has come, by kind; kinds of which there are none are left out. */
export function tally(reviewed: readonly Reviewed[]): Tally[] {
  return kinds.flatMap((kind) => {
    const own = reviewed.filter(({ candidate }) => candidate.item.kind === kind)
    const count = (verdict: Reviewed['verdict']) => own.filter((one) => one.verdict === verdict).length
    if (own.length === 0) return []
    return [
      {
        kind,
        total: own.length,
        proposed: count('proposed'),
        accepted: count('accepted'),
        corrected: count('corrected'),
        refused: count('refused'),
        unchanged: count('unchanged'),
      },
    ]
  })
}

/** What still waits for an officer; nothing is saved before it is empty, since nothing is accepted by default. */
export function undecided(reviewed: readonly Reviewed[]): Reviewed[] {
  return reviewed.filter(({ verdict }) => verdict === 'proposed')
}
