import type { Author } from '../../../../domain/author.ts'
import type { Db, TownRecord } from '../../../../platform/db/index.ts'
import { enqueue, findJob, type Job } from '../../../../platform/jobs/index.ts'
import type { ChangeChoice, ImportOptions, ImportState, MendChoice } from '../../model/import/run.ts'
import { findWork, nextStep } from '../../store/imports/files.ts'

export const importJobName = 'registers.import'

/** What whoever asked may see; a job has no roles of its own. */
interface Asked {
  /** Whether restricted entries are there for the one who asked. */
  readonly restricted: boolean
}

/** What a job is asked to do with a file. */
export type StepOrder = Asked &
  (
    | { readonly do: 'read'; readonly accept?: boolean | undefined; readonly from?: ImportOptions['from'] }
    | { readonly do: 'accept'; readonly choice: ChangeChoice }
    | { readonly do: 'undo'; readonly reason: string }
    | { readonly do: 'mend'; readonly choice: MendChoice }
  )

/** One numbered step of an import: done once, whatever dies under it. */
export interface Step {
  readonly id: string
  readonly seq: number
  readonly order: StepOrder
  /** What it is again where the step is refused. */
  readonly before: ImportState
}

export const jobId = (id: string, seq: number) => `map-${id}-${seq}`

/** Leaves a step to the worker. */
export async function queueStep(
  record: TownRecord,
  author: Author,
  file: { readonly id: string; readonly register: string; readonly state?: ImportState },
  order: StepOrder,
): Promise<Step> {
  const created = record.now().toISOString()
  const seq = await record.transact((db) =>
    nextStep(db, author.agency, { id: file.id, register: file.register, created }),
  )
  const step: Step = { id: file.id, seq, order, before: file.state ?? 'failed' }
  await enqueue(record, author, { name: importJobName }, step, jobId(file.id, seq))
  return step
}

/** The job of the last step of an import. */
export async function lastJob(db: Db, agency: string, id: string): Promise<Job | undefined> {
  const work = await findWork(db, agency, id)
  return work && findJob(db, { agency, id: jobId(id, work.seq) })
}
