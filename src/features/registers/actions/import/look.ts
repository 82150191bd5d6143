import { Fault } from '../../../../domain/fault.ts'
import type { Db } from '../../../../platform/db/index.ts'
import { findJob } from '../../../../platform/jobs/index.ts'
import { demand, may, ownDraft, type Actor } from '../../../office/index.ts'
import type { ChangeCount, ImportChange, ImportView, ListedIssue } from '../../model/import/run.ts'
import { decidedState, kindsOf, without } from '../../rules/import/review.ts'
import { changeCounts, changesOf, type ChangeQuery } from '../../store/imports/changes.ts'
import { findFile, findWork, listWork, type ImportWork } from '../../store/imports/files.ts'
import { mappingNames, type MappingName } from '../../store/imports/mappings.ts'
import { issueCounts, issuesOf, type IssueCount, type IssueQuery } from '../../store/imports/issues.ts'
import { seesRestricted } from '../services.ts'
import type { ImportServices } from './services.ts'
import { jobId, type Step } from './step.ts'

/** Imports are seen by who may make one, and by who may take one back. */
export function demandLook(actor: Actor): void {
  const own = ownDraft(actor)
  const takesBack = may(actor, 'register.undo', own) === 'yes'
  demand(actor, takesBack ? 'register.undo' : 'register.import', own, 'xem việc nhập bản đồ')
}

/** The agency's imports, the latest first; those of one register where it is named. */
export async function mapImports(
  { record }: ImportServices,
  actor: Actor,
  register?: string,
): Promise<readonly ImportView[]> {
  demandLook(actor)
  return record.read(async (db) => {
    const views: ImportView[] = []
    for (const work of await listWork(db, actor.agency, { register }))
      views.push(await viewOf(db, actor, work))
    return views
  })
}

export async function mapImport({ record }: ImportServices, actor: Actor, id: string): Promise<ImportView> {
  demandLook(actor)
  return record.read(async (db) => viewOf(db, actor, await workOf(db, actor, id)))
}

/** Names of saved mappings, of one register or all. */
export async function mapMappings(
  { record }: ImportServices,
  actor: Actor,
  register?: string,
): Promise<readonly MappingName[]> {
  demand(actor, 'register.import', ownDraft(actor), 'xem ánh xạ đã lưu')
  return record.read((db) => mappingNames(db, actor.agency, register))
}

export interface IssuePage {
  readonly counts: readonly IssueCount[]
  readonly issues: readonly ListedIssue[]
}

/** What a file has that a person must look at, a page at a time. */
export async function importIssues(
  { record }: ImportServices,
  actor: Actor,
  id: string,
  query: IssueQuery,
): Promise<IssuePage> {
  demandLook(actor)
  return record.read(async (db) => {
    await workOf(db, actor, id)
    const page: IssuePage = {
      counts: await issueCounts(db, actor.agency, id),
      issues: await issuesOf(db, actor.agency, id, query),
    }
    return seesRestricted(actor) ? page : withReview(page, await changeCounts(db, actor.agency, id, false))
  })
}

/** The line that tells of an open review, for a reader who sees only a part of it. */
function withReview({ counts, issues }: IssuePage, seen: readonly ChangeCount[]): IssuePage {
  const { new: added, changed, gone } = kindsOf(seen)
  const count = added + changed + gone
  const listed = ({ code }: { readonly code: string }) => code !== 'review-open' || count > 0
  return {
    counts: counts.filter(listed),
    issues: issues
      .filter(listed)
      .map((issue) =>
        issue.code === 'review-open' ? { ...issue, params: { added, changed, gone }, count } : issue,
      ),
  }
}

export interface ChangePage {
  readonly counts: Awaited<ReturnType<typeof changeCounts>>
  readonly changes: readonly ImportChange[]
}

/** Where a file differs from the record, a page at a time. */
export async function importChanges(
  { record }: ImportServices,
  actor: Actor,
  id: string,
  query: ChangeQuery,
): Promise<ChangePage> {
  demandLook(actor)
  return record.read(async (db) => {
    await workOf(db, actor, id)
    return {
      counts: await changeCounts(db, actor.agency, id, seesRestricted(actor)),
      changes: await changesOf(db, actor.agency, id, query, seesRestricted(actor)),
    }
  })
}

/** What is not the agency's is not there. */
export async function workOf(db: Db, { agency }: Actor, id: string): Promise<ImportWork> {
  const work = await findWork(db, agency, id)
  if (!work) throw new Fault('not-found', { what: 'việc nhập này' })
  return work
}

/** What of an import an actor may know: where it stands, and in what figures. */
async function seenOf(
  db: Db,
  actor: Actor,
  { id, state, summary }: ImportWork,
): Promise<Pick<ImportWork, 'state' | 'summary'>> {
  if (seesRestricted(actor) || summary === null) return { state, summary }
  const seen = await changeCounts(db, actor.agency, id, false)
  const all = await changeCounts(db, actor.agency, id, true)
  const hidden = all.map((one) => ({
    ...one,
    count: one.count - (seen.find((s) => s.kind === one.kind && s.decision === one.decision)?.count ?? 0),
  }))
  return {
    state: state === 'review' ? decidedState(seen) : state,
    summary: without(summary, hidden),
  }
}

async function viewOf(db: Db, actor: Actor, work: ImportWork): Promise<ImportView> {
  const { agency } = actor
  const file = await findFile(db, agency, work.id)
  const job = await findJob(db, { agency, id: jobId(work.id, work.seq) })
  const fault = job?.fault && new Fault(job.fault.code, job.fault.params)
  const { id, register, source, mapping, created } = work
  const { state, summary } = await seenOf(db, actor, work)
  return {
    id,
    register,
    source,
    mapping,
    summary,
    created,
    // A worker that died too often cannot say so itself.
    state: job?.state === 'failed' && state === 'waiting' ? (job.input as Step).before : state,
    name: file?.name ?? '',
    sha256: file?.sha256 ?? '',
    size: file?.size ?? 0,
    options: file?.options ?? {},
    progress: job && job.ended === null ? job.progress : null,
    fault: fault
      ? { code: fault.code, params: fault.params, vi: fault.sentence('vi'), en: fault.sentence('en') }
      : null,
  }
}
