import type { Author } from '../../domain/author.ts'
import { canonical } from '../../domain/canonical.ts'
import type { FaultParams } from '../../domain/fault.ts'
import type { FaultCode } from '../../domain/faults.ts'
import type { Db } from './tables.ts'

declare module './tables.ts' {
  interface Tables {
    job: JobTable
  }
}

interface JobTable {
  agency: string
  id: string
  kind: string
  post: string
  person: string
  input: string
  state: JobState
  attempts: number
  created: string
  ended: string | null
  done: number
  total: number | null
  message: string
  result: string | null
  fault: string | null
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed'

/** A piece of long work and how far it is. */
export interface Job {
  readonly id: string
  readonly kind: string
  readonly author: Author
  readonly input: unknown
  readonly state: JobState
  /** How often it was begun: 2 where the worker died under it once. */
  readonly attempts: number
  readonly created: string
  readonly ended: string | null
  readonly progress: Progress
  readonly result: unknown
  readonly fault: JobFault | null
}

export interface Progress {
  readonly done: number
  /** Null as long as nobody knows. */
  readonly total: number | null
  readonly message: string
}

export interface JobFault {
  readonly code: FaultCode
  readonly params: FaultParams
}

export interface JobKey {
  readonly agency: string
  readonly id: string
}

export interface NewJob extends JobKey {
  readonly kind: string
  readonly author: Author
  readonly input: unknown
  readonly created: string
}

/** Begun this often at most: a job under which the worker died twice would kill it for ever. */
const attempts = 2

const fresh = {
  state: 'waiting',
  attempts: 0,
  ended: null,
  done: 0,
  total: null,
  message: '',
  result: null,
  fault: null,
} as const

/** Puts a job in the queue; one that waits or runs already stays as it is, one that ended begins anew. */
export async function putJob(db: Db, { agency, id, kind, author, input, created }: NewJob): Promise<void> {
  const row = { ...fresh, kind, post: author.post, person: author.person, input: canonical(input), created }
  await db
    .insertInto('job')
    .values({ agency, id, ...row })
    .onConflict((conflict) =>
      conflict.columns(['agency', 'id']).doUpdateSet(row).where('job.state', 'in', ['done', 'failed']),
    )
    .execute()
}

export async function findJob(db: Db, key: JobKey): Promise<Job | undefined> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where((one) => one.and({ agency: key.agency, id: key.id }))
    .executeTakeFirst()
  return row && jobOf(row)
}

/** The newest jobs of an agency first, but for those that are done. */
export async function listJobs(db: Db, agency: string, kind: string, limit = 100): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where((one) => one.and({ agency, kind }))
    .where('state', '<>', 'done')
    .orderBy('created', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(jobOf)
}

/** Whether any agency has a job of this id that is not done: for what agencies share. */
export async function isJobOpen(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('job')
    .select('id')
    .where('id', '=', id)
    .where('state', '<>', 'done')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets a job that has failed; true where there was one. */
export async function dropFailedJob(db: Db, { agency, id }: JobKey): Promise<boolean> {
  const dropped = await db
    .deleteFrom('job')
    .where((one) => one.and({ agency, id, state: 'failed' }))
    .executeTakeFirst()
  return dropped.numDeletedRows > 0n
}

/** Begins the job that has waited longest. */
export async function takeJob(db: Db): Promise<(Job & JobKey) | undefined> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('created')
    .orderBy('agency')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const begun = { state: 'running', attempts: row.attempts + 1 } as const
  await update(db, row, begun)
  return { ...jobOf({ ...row, ...begun }), agency: row.agency }
}

export const showProgress = (db: Db, key: JobKey, progress: Progress): Promise<void> =>
  update(db, key, progress)

export const endJob = (db: Db, key: JobKey, ended: string, result: unknown): Promise<void> =>
  update(db, key, { state: 'done', ended, result: canonical(result ?? null) })

export const failJob = (db: Db, key: JobKey, ended: string, fault: JobFault): Promise<void> =>
  update(db, key, { state: 'failed', ended, fault: canonical(fault) })

/** Lets a job that gave way wait again; it was not begun as far as its attempts go. */
export const giveBackJob = (db: Db, job: JobKey & Pick<Job, 'attempts'>): Promise<void> =>
  update(db, job, { state: 'waiting', attempts: job.attempts - 1 })

/** What a worker that died left behind waits again, or has failed when it died under it too often. */
export async function recoverJobs(db: Db, now: string): Promise<void> {
  const rows = await db.selectFrom('job').selectAll().where('state', '=', 'running').execute()
  for (const row of rows)
    if (row.attempts < attempts) await update(db, row, { state: 'waiting' })
    else await failJob(db, row, now, { code: 'job-died', params: { attempts } })
}

async function update(db: Db, { agency, id }: JobKey, values: Partial<JobTable>): Promise<void> {
  await db
    .updateTable('job')
    .set(values)
    .where((one) => one.and({ agency, id }))
    .execute()
}

function jobOf(row: JobTable): Job {
  const { agency, post, person, id, kind, state, done, total, message, created, ended } = row
  const json = (text: string | null) => (text === null ? null : (JSON.parse(text) as unknown))
  return {
    id,
    kind,
    author: { agency, post, person },
    input: json(row.input),
    state,
    attempts: row.attempts,
    created,
    ended,
    progress: { done, total, message },
    result: json(row.result),
    fault: json(row.fault) as JobFault | null,
  }
}
