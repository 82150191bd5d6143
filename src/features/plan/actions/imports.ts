import { Fault } from '../../../domain/fault.ts'
import { dropFailedJob, findJob, listJobs, type Job } from '../../../platform/jobs/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { Received } from './enter.ts'
import { actorOf } from './import.ts'
import { importJobId, importJobName, queueImport, removeBytes } from './import-job.ts'
import type { PlanServices } from './services.ts'

/** A document whose reading is not done: it waits, runs or has failed. */
export interface ListedImport {
  readonly sha256: string
  readonly name: string
  readonly state: 'waiting' | 'running' | 'failed'
  /** Pages read, and all pages; null as long as nobody knows. */
  readonly done: number
  readonly pages: number | null
  /** Why it failed and how to mend it. */
  readonly fault: { readonly code: string; readonly vi: string; readonly en: string } | null
}

/** What the actor's agency has imported and the worker has not entered yet, the latest first. */
export async function imports({ record }: PlanServices, actor: Actor): Promise<readonly ListedImport[]> {
  demand(actor, 'proposal.read', ownDraft(actor), 'xem đề xuất')
  return (await record.read((db) => listJobs(db, actor.agency, importJobName))).map(listed)
}

/** Reads a file again whose reading has failed; one that waits or runs goes on as it is. */
export async function retryImport(services: PlanServices, actor: Actor, sha256: string): Promise<void> {
  demand(actor, 'document.import', ownDraft(actor), 'nhập tài liệu')
  await queueImport(services, actorOf(actor), fileOf(await found(services, actor, sha256)))
}

/** Forgets a reading that has failed, and its bytes where nobody else has them. */
export async function dismissImport(services: PlanServices, actor: Actor, sha256: string): Promise<void> {
  demand(actor, 'document.import', ownDraft(actor), 'nhập tài liệu')
  const key = { agency: actor.agency, id: importJobId(sha256) }
  if (!(await services.record.transact((db) => dropFailedJob(db, key))))
    throw new Fault('not-found', { what: 'việc đọc tài liệu này' })
  await removeBytes(services, sha256)
}

async function found({ record }: PlanServices, actor: Actor, sha256: string): Promise<Job> {
  const job = await record.read((db) => findJob(db, { agency: actor.agency, id: importJobId(sha256) }))
  if (!job) throw new Fault('not-found', { what: 'việc đọc tài liệu này' })
  return job
}

const fileOf = ({ input }: Job) => input as Received

function listed(job: Job): ListedImport {
  const { sha256, name } = fileOf(job)
  const fault = job.fault && new Fault(job.fault.code, job.fault.params)
  return {
    sha256,
    name,
    state: job.state === 'running' || job.state === 'failed' ? job.state : 'waiting',
    done: job.progress.done,
    pages: job.progress.total,
    fault: fault && { code: fault.code, vi: fault.sentence('vi'), en: fault.sentence('en') },
  }
}
