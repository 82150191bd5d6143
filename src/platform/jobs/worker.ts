import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '../../domain/fault.ts'
import {
  endJob,
  failJob,
  giveBackJob,
  recoverJobs,
  showProgress,
  takeJob,
  type Claim,
  type Job,
  type JobKey,
  type LongCommit,
  type Progress,
  type TownRecord,
} from '../db/index.ts'
import type { JobContext, JobKind } from './kind.ts'

export interface WorkerOptions {
  readonly signal: AbortSignal
  /** Told of a failure that is our mistake and not a refusal. */
  readonly report: (error: unknown, job: Job) => void
}

/** How often an idle worker looks for work, and a second one for its place; ms. */
const pause = 300
/** Progress is written at most this often, in ms: each writing is a transaction. */
const progressEvery = 250

/**
 * Works off the queue until told to stop. One worker serves a record, held by a lock that falls with its
 * process: so whatever is found running when the lock is got was left by one that died, and no clock decides.
 */
export async function runWorker(
  record: TownRecord,
  kinds: readonly JobKind[],
  options: WorkerOptions,
): Promise<void> {
  const claim = await claimPlace(record, options.signal)
  if (!claim) return
  const signal = AbortSignal.any([options.signal, claim.lost])
  try {
    await recover(record)
    while (!signal.aborted)
      if (!(await workOnce(record, kinds, options))) await sleep(pause, undefined, { signal }).catch(() => {})
  } finally {
    await claim.release()
  }
}

/** Works off what waits and returns, in a process of one's own; for the command line and for tests. */
export async function workUntilIdle(
  record: TownRecord,
  kinds: readonly JobKind[],
  report: WorkerOptions['report'],
): Promise<void> {
  const claim = await record.claimWorker()
  try {
    await recover(record)
    const signal = new AbortController().signal
    while (await workOnce(record, kinds, { signal, report }));
  } finally {
    await claim.release()
  }
}

async function claimPlace(record: TownRecord, signal: AbortSignal): Promise<Claim | undefined> {
  while (!signal.aborted) {
    try {
      return await record.claimWorker()
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'record-served') throw error
    }
    await sleep(pause, undefined, { signal }).catch(() => {})
  }
}

/** Long commits of the worker that died are taken back; those of other living processes, such as a release, go on. */
async function recover(record: TownRecord): Promise<void> {
  for (const revision of await record.openRevisions()) await record.abandonLeft(revision)
  await record.transact((db) => recoverJobs(db, record.now().toISOString()))
}

/** Takes and does one job; false where none waits. */
async function workOnce(
  record: TownRecord,
  kinds: readonly JobKind[],
  { signal, report }: WorkerOptions,
): Promise<boolean> {
  const job = await record.transact(takeJob)
  if (!job) return false
  const ended = () => record.now().toISOString()
  const opened: LongCommit[] = []
  try {
    const kind = kinds.find((one) => one.name === job.kind)
    if (!kind) throw new Fault('not-found', { what: job.kind })
    const result = await kind.run(job.input as never, contextOf(record, job, signal, opened))
    await record.transact((db) => endJob(db, job, ended(), result))
  } catch (error) {
    if (signal.aborted && error === signal.reason) await record.transact((db) => giveBackJob(db, job))
    else {
      if (!(error instanceof Fault)) report(error, job)
      const { code, params } = error instanceof Fault ? error : new Fault('internal', { request: job.id })
      await record.transact((db) => failJob(db, job, ended(), { code, params }))
    }
    for (const long of opened) await long.abandon()
  }
  return true
}

/** `opened` is given every long commit that the job opens: one that fails takes its own back, and no other. */
function contextOf(
  record: TownRecord,
  job: Job & JobKey,
  signal: AbortSignal,
  opened: LongCommit[],
): JobContext {
  let shown = -Infinity
  const long: TownRecord['long'] = async (author, reason, options) => {
    const commit = await record.long(author, reason, options)
    opened.push(commit)
    return commit
  }
  return {
    record: { ...record, long },
    author: job.author,
    attempt: job.attempts,
    progress: async (now: Progress) => {
      signal.throwIfAborted()
      const instant = performance.now()
      if (instant - shown < progressEvery && now.done !== now.total) return
      shown = instant
      await record.transact((db) => showProgress(db, job, now))
    },
    long: (reason) => long(job.author, reason),
  }
}
