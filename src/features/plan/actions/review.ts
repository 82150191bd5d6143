import { Fault } from '../../../domain/fault.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { Act, Kind, Step } from '../model/proposal.ts'
import { savedBy, standing, stepProblems, undecided } from '../rules/review.ts'
import { appendAct } from '../store/proposals.ts'
import { actorOf } from './import.ts'
import { load, versionOf, type Loaded } from './load.ts'
import type { PlanServices } from './services.ts'

const words: Readonly<Record<Act['kind'], string>> = {
  accept: 'chấp nhận',
  correct: 'sửa',
  refuse: 'bỏ',
  undo: 'hoàn tác bước trước',
  save: 'lưu vào hồ sơ',
  unsave: 'hoàn tác việc lưu',
}

/** Which proposal, and the number of the last step the officer saw: a later one by somebody else is a conflict. */
export interface At {
  readonly sha256: string
  readonly version: number
}

/** Takes one step of the review. Returns the new version of the proposal. */
export async function review({ record }: PlanServices, actor: Actor, at: At, step: Step): Promise<number> {
  demand(actor, 'proposal.review', ownDraft(actor), 'kiểm tra đề xuất')
  const { value } = await record.commit(actorOf(actor), reasonOf(step), async (commit) => {
    const loaded = await openAt(await load(commit.db, actor.agency, at.sha256), at)
    const [problem] = stepProblems(loaded.candidates, step)
    if (problem) throw new Fault('step-invalid', { where: problem.path || problem.code })
    await appendAct(commit, at.sha256, at.version, step)
    return at.version + 1
  })
  return value
}

/** Decides everything of a kind that still waits, in one step that one undo takes back. */
export async function reviewKind(
  { record }: PlanServices,
  actor: Actor,
  at: At,
  kind: Kind,
  decision: { readonly kind: 'accept' } | { readonly kind: 'refuse'; readonly reason: string },
): Promise<number> {
  demand(actor, 'proposal.review', ownDraft(actor), 'kiểm tra đề xuất')
  const reason = `Kiểm tra đề xuất – ${words[decision.kind]} cả loại ${kind}`
  const { value } = await record.commit(actorOf(actor), reason, async (commit) => {
    const { reviewed } = await openAt(await load(commit.db, actor.agency, at.sha256), at)
    const ids = undecided(reviewed).flatMap(({ candidate }) =>
      candidate.item.kind === kind ? [candidate.id] : [],
    )
    if (ids.length === 0) throw new Fault('step-invalid', { where: kind })
    await appendAct(commit, at.sha256, at.version, { ...decision, ids })
    return at.version + 1
  })
  return value
}

/** Takes back the last step that still stands. */
export async function undo({ record }: PlanServices, actor: Actor, at: At): Promise<number> {
  demand(actor, 'proposal.review', ownDraft(actor), 'kiểm tra đề xuất')
  const { value } = await record.commit(actorOf(actor), reasonOf({ kind: 'undo' }), async (commit) => {
    const { proposal } = await openAt(await load(commit.db, actor.agency, at.sha256), at)
    if (standing(proposal.journal).length === 0) throw new Fault('nothing-to-undo')
    await appendAct(commit, at.sha256, at.version, { kind: 'undo' })
    return at.version + 1
  })
  return value
}

/** The proposal, after making sure that nobody went on since the officer looked, and that it is not saved. */
export async function openAt(loaded: Loaded, at: At): Promise<Loaded> {
  seenAt(loaded, at)
  if (savedBy(loaded.proposal.journal)) throw new Fault('proposal-saved')
  return loaded
}

export function seenAt({ proposal }: Loaded, { version }: At): void {
  const found = versionOf(proposal)
  if (found !== version) throw new Fault('proposal-changed', { found, seen: version })
}

/** What the revision log says of a step: what was done to how much, and why. */
export function reasonOf(act: Act): string {
  const count = 'ids' in act ? ` ${act.ids.length} mục` : 'id' in act ? ` ${act.id}` : ''
  const why = 'reason' in act ? `: ${act.reason}` : ''
  return `Kiểm tra đề xuất – ${words[act.kind]}${count}${why}`
}
