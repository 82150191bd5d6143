import type { Author } from '../../../domain/author.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Db } from '../../../platform/db/index.ts'
import { enqueue, findJob, isJobOpen, jobKind, type JobKind } from '../../../platform/jobs/index.ts'
import { isEntered } from '../../documents/index.ts'
import { hasProposal } from '../store/proposals.ts'
import { enterReading, type Received } from './enter.ts'
import type { PlanServices } from './services.ts'

export const importJobName = 'plan.import'

/** Made from the bytes: the same document is the same job. */
export const importJobId = (sha256: string): string => `import-${sha256}`

/** Leaves the reading of a file whose bytes are kept to the worker. */
export async function queueImport({ record }: PlanServices, author: Author, file: Received): Promise<void> {
  await enqueue(record, author, { name: importJobName }, file, importJobId(file.sha256))
}

/** Whether the agency's job for this file waits or runs. */
export async function isQueued(db: Db, agency: string, sha256: string): Promise<boolean> {
  const job = await findJob(db, { agency, id: importJobId(sha256) })
  return job?.state === 'waiting' || job?.state === 'running'
}

/** Reads a kept file to its end and enters the proposal. Begun again, it starts at page 1: nothing is half done. */
export function importJob(services: PlanServices): JobKind<Received> {
  return jobKind<Received>(importJobName, async (file, { author, progress }) => {
    const { sha256, name } = file
    // The worker may have died between the commit and the end of the job.
    if (await services.record.read((db) => hasProposal(db, author.agency, sha256))) return
    const bytes = await services.files.get(sha256)
    try {
      const reading = await services.read(bytes, name, {
        afterPages: (done, total) => progress({ done, total, message: '' }),
      })
      await enterReading(services, author, file, reading)
    } catch (error) {
      // A mark that only a later page shows: then what was kept goes too.
      if (error instanceof Fault && error.code === 'secret-document') await services.files.remove(sha256)
      throw error
    }
  })
}

/** Takes away the bytes of a file that was not entered, unless another agency has it or waits for it. */
export async function removeBytes({ record, files }: PlanServices, sha256: string): Promise<void> {
  const named = await record.read(
    async (db) => (await isEntered(db, sha256)) || (await isJobOpen(db, importJobId(sha256))),
  )
  if (!named) await files.remove(sha256)
}
