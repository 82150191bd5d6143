import { Fault } from '../../../domain/fault.ts'
import type { AsOf } from '../../../domain/as-of.ts'
import type { Db, TownRecord } from '../../../platform/db/index.ts'
import { filesOf } from '../../documents/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { AcceptedPlan } from '../model/accepted.ts'
import type { Kind } from '../model/proposal.ts'
import { savedBy, standing, undecided } from '../rules/review.ts'
import { saveRows } from '../rules/save.ts'
import { reviewView, type ReviewQuery, type ReviewView } from '../rules/view.ts'
import { plansOn } from '../store/plans.ts'
import { journalOf, proposalHeads, type ProposalHead } from '../store/proposals.ts'
import { load, partsOf, versionOf } from './load.ts'
import type { PlanServices } from './services.ts'

export interface ListedProposal extends ProposalHead {
  readonly fileName: string
  readonly format: string
  readonly pages: number | null
  /** How many candidates have been decided; at most `candidates`. */
  readonly decided: number
  readonly saved: boolean
}

/** The proposals of the actor's agency, the latest first. */
export async function proposals({ record }: PlanServices, actor: Actor): Promise<ListedProposal[]> {
  demand(actor, 'proposal.read', ownDraft(actor), 'xem đề xuất')
  return record.read(async (db) => {
    const files = new Map((await filesOf(db, actor.agency)).map((file) => [file.sha256, file]))
    const listed: ListedProposal[] = []
    for (const head of await proposalHeads(db, actor.agency)) {
      const journal = await journalOf(db, actor.agency, head.sha256)
      const touched = new Set(standing(journal).flatMap((step) => ('ids' in step ? step.ids : [step.id])))
      const file = files.get(head.sha256)
      listed.push({
        ...head,
        fileName: file?.name ?? head.sha256,
        format: file?.format ?? '',
        pages: file?.pages ?? null,
        decided: Math.min(touched.size, head.candidates),
        saved: savedBy(journal) !== null,
      })
    }
    return listed
  })
}

export interface OpenProposal extends ReviewView {
  readonly sha256: string
  readonly plan: string
  readonly version: number
  /** The plan's key in the record where the save of this proposal stands. */
  readonly saved: boolean
  readonly corrects: boolean
  readonly canUndo: boolean
  /** Other copies of the same document whose review is open too. */
  readonly openCopies: readonly Pick<ProposalHead, 'sha256' | 'title'>[]
}

/** A proposal as the review page shows it: one section of the text, one page of the candidates. */
export async function proposal(
  { record }: PlanServices,
  actor: Actor,
  sha256: string,
  query: ReviewQuery,
): Promise<OpenProposal> {
  demand(actor, 'proposal.read', ownDraft(actor), 'xem đề xuất')
  return record.read(async (db) => {
    const loaded = await load(db, actor.agency, sha256)
    const { journal, plan, reading } = loaded.proposal
    return {
      ...reviewView(reading, loaded.reviewed, query),
      sha256,
      plan,
      version: versionOf(loaded.proposal),
      saved: savedBy(journal) !== null,
      corrects: loaded.before !== null,
      canUndo: standing(journal).length > 0,
      openCopies: savedBy(journal) === null ? await openCopies(db, actor.agency, loaded.proposal) : [],
    }
  })
}

/** Two copies imported before either is saved are two whole reviews: nothing is in the record to compare with yet. */
async function openCopies(db: Db, agency: string, { sha256, plan }: ProposalHead) {
  const found: Pick<ProposalHead, 'sha256' | 'title'>[] = []
  for (const head of await proposalHeads(db, agency)) {
    if (head.plan !== plan || head.sha256 === sha256) continue
    if (savedBy(await journalOf(db, agency, head.sha256)) === null)
      found.push({ sha256: head.sha256, title: head.title })
  }
  return found
}

/** What a save would do, by kind: how many are written, end, stay and are left out. */
export interface SavePreview {
  readonly sha256: string
  readonly plan: string
  readonly version: number
  readonly title: string | null
  readonly saved: boolean
  readonly waiting: number
  /** The day the document bears; null where it bears none. */
  readonly stated: string | null
  readonly rows: readonly {
    readonly kind: Kind
    readonly written: number
    readonly ends: number
    readonly stays: number
    readonly leftOut: number
  }[]
}

export async function savePreview(
  { record }: PlanServices,
  actor: Actor,
  sha256: string,
): Promise<SavePreview> {
  demand(actor, 'proposal.read', ownDraft(actor), 'xem đề xuất')
  return record.read(async (db) => {
    const { proposal, reviewed } = await load(db, actor.agency, sha256)
    const document = reviewed.find(({ candidate }) => candidate.item.kind === 'document')
    const head = document?.result ?? document?.candidate.item
    return {
      sha256,
      plan: proposal.plan,
      version: versionOf(proposal),
      title: proposal.reading.document.title,
      saved: savedBy(proposal.journal) !== null,
      waiting: undecided(reviewed).length,
      stated: head?.kind === 'document' ? head.value.issuedOn : null,
      rows: saveRows(reviewed),
    }
  })
}

/** The plans that stand in the record of an agency on a day. No rights are asked: for publishers and the app. */
export async function plansInRecord(record: TownRecord, agency: string, at: AsOf): Promise<AcceptedPlan[]> {
  return record.read(async (db) => (await plansOn(db, agency, at)).map((plan) => partsOf(agency, plan)))
}

/** The same for one plan; null where none stands there. */
export async function planInRecord(
  record: TownRecord,
  agency: string,
  at: AsOf & { readonly key?: string },
): Promise<AcceptedPlan | null> {
  const plans = await plansInRecord(record, agency, at)
  return plans.find(({ key }) => at.key === undefined || key === at.key) ?? null
}

/** The plans of the actor's agency on a day, internal ones too. */
export async function plans({ record }: PlanServices, actor: Actor, at: AsOf): Promise<AcceptedPlan[]> {
  demand(actor, 'plan.read', ownDraft(actor), 'xem kế hoạch nội bộ')
  return plansInRecord(record, actor.agency, at)
}

export async function plan(
  services: PlanServices,
  actor: Actor,
  key: string,
  at: AsOf,
): Promise<AcceptedPlan> {
  const found = (await plans(services, actor, at)).find((one) => one.key === key)
  if (!found) throw new Fault('not-found', { what: 'kế hoạch này' })
  return found
}
