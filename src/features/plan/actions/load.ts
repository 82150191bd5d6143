import { Fault } from '../../../domain/fault.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { AcceptedPlan } from '../model/accepted.ts'
import type { PlanFact } from '../model/facts.ts'
import type { Candidate, Reviewed } from '../model/proposal.ts'
import { candidatesOf, idOf } from '../rules/items.ts'
import { reviewOf, standing } from '../rules/review.ts'
import { acceptedPlan } from '../rules/save.ts'
import { currentPlan, type PlanFacts } from '../store/plans.ts'
import { findProposal, type Proposal } from '../store/proposals.ts'

/** A proposal with everything that its review stands on. */
export interface Loaded {
  readonly proposal: Proposal
  /** The plan in the record that it would change; null where it is a new one. */
  readonly before: PlanFacts | null
  readonly candidates: readonly Candidate[]
  readonly reviewed: readonly Reviewed[]
}

/** Loads a proposal of the agency; what is not the agency's is not there. */
export async function load(db: Db, agency: string, sha256: string): Promise<Loaded> {
  const proposal = await findProposal(db, agency, sha256)
  if (!proposal) throw new Fault('not-found', { what: 'đề xuất này' })
  const found = await currentPlan(db, agency, proposal.plan)
  // What this very proposal has saved is not a difference to itself.
  const before = found?.head.value.source.sha256 === sha256 ? null : found
  const candidates = candidatesOf(proposal.reading, before && partsOf(agency, before))
  return { proposal, before, candidates, reviewed: reviewOf(candidates, standing(proposal.journal)) }
}

export function partsOf(agency: string, { head, items }: PlanFacts): AcceptedPlan {
  return acceptedPlan(
    agency,
    head.valid.from,
    head.value,
    items.map(({ value }) => value),
  )
}

export function factsById({ items }: PlanFacts): ReadonlyMap<string, PlanFact> {
  return new Map(items.map(({ value }) => [idOf(value.item), value]))
}

/** The number of the last step: what an officer must have seen to add the next. */
export function versionOf({ journal }: Proposal): number {
  return journal.at(-1)?.seq ?? 0
}
