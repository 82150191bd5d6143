import type { Author } from '../../domain/author.ts'
import type { LongCommit, Progress, TownRecord } from '../db/index.ts'

/** What the work of a job is given. */
export interface JobContext {
  /** Long commits are opened on this one, so that they are taken back where the job fails. */
  readonly record: TownRecord
  /** On whose behalf. */
  readonly author: Author
  /** 1, or 2 where the worker died under the first attempt; then what it had left open was taken back. */
  readonly attempt: number
  /**
   * Shows how far the work is. May be called as often as one likes: it throws where the worker is asked to stop,
   * and a job that gives way there waits again as if it had not been begun.
   */
  readonly progress: (now: Progress) => Promise<void>
  /** A commit in many transactions, taken back if the worker dies before it closes. */
  readonly long: (reason: string) => Promise<LongCommit>
}

/** A kind of job. What it writes it writes in one commit at its end, or in one long commit. */
export interface JobKind<I = never> {
  readonly name: string
  run(input: I, context: JobContext): Promise<unknown>
}

export const jobKind = <I>(name: string, run: JobKind<I>['run']): JobKind<I> => ({ name, run })
