import type { Revision } from '../../domain/as-of.ts'
import type { Author } from '../../domain/author.ts'
import { contentDigest, revisionDigest, type AuditedTable } from './digest.ts'
import { factWriter, type FactWriter } from './fact-writer.ts'
import { horizonOf, startOf, type ClosedRevision } from './horizon.ts'
import type { FactKind } from './kinds.ts'
import { personalWriter, type PersonalWriter } from './personal.ts'
import type { Db } from './tables.ts'

/** What work inside a commit is given. */
export interface Commit {
  /** The number that rows of audited tables carry as `revision` or `revision_from`. */
  readonly revision: Revision
  readonly author: Author
  /** For a store's own tables. */
  readonly db: Db
  facts<V>(kind: FactKind<V>): FactWriter<V>
  /** Names and other values of persons, apart from the facts. */
  readonly personal: PersonalWriter
}

export interface Committed<T> {
  readonly revision: Revision
  readonly value: T
}

export interface CommitOptions {
  /** The revision that the writer had read: a later change of a fact it writes is a conflict. */
  readonly basedOn?: Revision | undefined
}

export interface CommitPlan<T> extends CommitOptions {
  readonly author: Author
  readonly reason: string
  readonly now: Date
  readonly tables: readonly AuditedTable[]
  readonly work: (commit: Commit) => Promise<T>
}

/** Runs inside the one write transaction, so that numbers follow each other as commits do. */
export async function commitWithin<T>(db: Db, plan: CommitPlan<T>): Promise<Committed<T>> {
  const { tables } = plan
  // An actor fits where an author is asked; its roles are no column of the log.
  const { agency, post, person } = plan.author
  const author: Author = { agency, post, person }
  const { previous, highest, horizon } = await startOf(db)
  const number = highest + 1
  const base = plan.basedOn === undefined ? horizon : await horizonOf(db, plan.basedOn)
  const writing = { db, agency: author.agency, revision: number, base }
  const value = await plan.work({
    revision: number,
    author,
    db,
    facts: (kind) => factWriter(writing, kind),
    personal: personalWriter(writing),
  })
  const content = await contentDigest(db, tables, number)
  // Work that changed nothing leaves no trace in the log.
  if (content === undefined) return { revision: previous?.number ?? 0, value }
  const opened = instantAfter(previous, plan.now)
  const row = {
    ...author,
    number,
    reason: plan.reason,
    long: 0,
    opened,
    ...closing(previous, plan.now),
    reach: number,
  }
  await db
    .insertInto('revision')
    .values({ ...row, digest: revisionDigest(row, content) })
    .execute()
  return { revision: number, value }
}

/** The columns by which a revision is closed after `previous`. */
export function closing(previous: ClosedRevision | undefined, now: Date) {
  return {
    instant: instantAfter(previous, now),
    closed: (previous?.closed ?? 0) + 1,
    previous: previous?.digest ?? null,
  }
}

/** A clock set back must not put a revision before the one it follows. */
function instantAfter(previous: ClosedRevision | undefined, now: Date): string {
  const instant = now.toISOString()
  return previous && instant < previous.instant ? previous.instant : instant
}
