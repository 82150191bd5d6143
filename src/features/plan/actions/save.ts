import { parseDay, type Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import { head as headRevision, type Commit } from '../../../platform/db/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { PlanHead } from '../model/facts.ts'
import { savedBy, undecided } from '../rules/review.ts'
import { writingOf } from '../rules/save.ts'
import { currentPlan, restorePlan, writePlan } from '../store/plans.ts'
import { appendAct, journalOf } from '../store/proposals.ts'
import { actorOf } from './import.ts'
import { factsById, load, type Loaded } from './load.ts'
import { openAt, reasonOf, seenAt, type At } from './review.ts'
import type { PlanServices } from './services.ts'

export interface Saved {
  readonly plan: string
  readonly revision: number
}

/** Writes the checked plan into the record: one commit, all of it or nothing. It stays internal. */
export async function savePlan(
  services: PlanServices,
  actor: Actor,
  at: At & { readonly validFrom?: string | undefined },
): Promise<Saved> {
  demand(actor, 'plan.save', ownDraft(actor), 'lưu kế hoạch')
  const { revision, value } = await services.record.commit(
    actorOf(actor),
    'Lưu kế hoạch vào hồ sơ',
    async (commit) => {
      const loaded = await openAt(await load(commit.db, actor.agency, at.sha256), at)
      return write(commit, services, loaded, at, 'internal')
    },
  )
  return { plan: value, revision }
}

/** Inside a commit: refuses a review that is not finished, writes the plan, and notes the save in the journal. */
export async function write(
  commit: Commit,
  { illustration }: PlanServices,
  loaded: Loaded,
  at: At & { readonly validFrom?: string | undefined },
  disclosure: PlanHead['disclosure'],
): Promise<string> {
  const { proposal, before, reviewed } = loaded
  const left = undecided(reviewed)
  if (left.length > 0) throw new Fault('proposal-undecided', { count: left.length })
  const from = validFrom(loaded, at.validFrom)
  const known = (await headRevision(commit.db))?.number ?? 0
  const { head, items } = writingOf({
    key: proposal.plan,
    reading: proposal.reading,
    reviewed,
    before: before ? factsById(before) : new Map(),
    // What was published stays so; nothing becomes public by being saved.
    disclosure: before?.head.value.disclosure ?? disclosure,
    illustration,
  })
  await writePlan(commit, before, from, head, items)
  await appendAct(commit, at.sha256, at.version, { kind: 'save', validFrom: from, known })
  return proposal.plan
}

/** The day an officer gave, else the one the document bears; never a guess. */
function validFrom({ reviewed }: Loaded, given: string | undefined): Day {
  const document = reviewed.find(({ candidate }) => candidate.item.kind === 'document')?.result
  const stated = document?.kind === 'document' ? document.value.issuedOn : null
  const day = parseDay(given ?? stated ?? '')
  if (!day) throw new Fault('valid-from-missing')
  return day
}

/** Takes a save back: a new commit that makes the plan what it was before. The history keeps both. */
export async function unsavePlan(
  { record }: PlanServices,
  actor: Actor,
  at: At & { readonly reason: string },
): Promise<number> {
  demand(actor, 'plan.undo', ownDraft(actor), 'hoàn tác việc lưu')
  const act = { kind: 'unsave', reason: at.reason } as const
  const { value } = await record.commit(actorOf(actor), reasonOf(act), async (commit) => {
    const loaded = await load(commit.db, actor.agency, at.sha256)
    seenAt(loaded, at)
    const { proposal } = loaded
    const saved = savedBy(await journalOf(commit.db, actor.agency, at.sha256))?.act
    const current = await currentPlan(commit.db, actor.agency, proposal.plan)
    // Only the last save of a plan can be taken back: an earlier one would take the later along.
    if (saved?.kind !== 'save' || current?.head.value.source.sha256 !== at.sha256)
      throw new Fault('nothing-to-undo')
    await restorePlan(commit, proposal.plan, saved.known)
    await appendAct(commit, at.sha256, at.version, act)
    return at.version + 1
  })
  return value
}
