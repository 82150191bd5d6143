import type { Commit, Db } from '../../../platform/db/index.ts'
import type { PlanReading } from '../model.ts'
import type { Act, JournalEntry } from '../model/proposal.ts'

interface ProposalTable {
  agency: string
  sha256: string
  plan: string
  title: string
  candidates: number
  reading: string
  revision: number
}

interface ReviewActTable {
  agency: string
  sha256: string
  seq: number
  act: string
  post: string
  person: string
  revision: number
}

declare module '../../../platform/db/tables.ts' {
  interface Tables {
    proposal: ProposalTable
    review_act: ReviewActTable
  }
}

/** A proposal without what was read: enough for a list. */
export interface ProposalHead {
  readonly sha256: string
  /** Key of the plan it would write. */
  readonly plan: string
  readonly title: string
  readonly candidates: number
}

export interface Proposal extends ProposalHead {
  readonly reading: PlanReading
  readonly journal: readonly JournalEntry[]
}

const headColumns = ['sha256', 'plan', 'title', 'candidates'] as const

/** Keeps a reading; true where it is new, false where the same bytes were read before. */
export async function enterProposal(
  { db, author, revision }: Commit,
  { reading, ...head }: ProposalHead & { readonly reading: PlanReading },
): Promise<boolean> {
  const entered = await db
    .insertInto('proposal')
    .values({ agency: author.agency, ...head, reading: JSON.stringify(reading), revision })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return entered.numInsertedOrUpdatedRows === 1n
}

export async function proposalHeads(db: Db, agency: string): Promise<ProposalHead[]> {
  return db
    .selectFrom('proposal')
    .select(headColumns)
    .where('agency', '=', agency)
    .orderBy('revision', 'desc')
    .orderBy('sha256')
    .execute()
}

export async function hasProposal(db: Db, agency: string, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('proposal')
    .select('sha256')
    .where((one) => one.and({ agency, sha256 }))
    .executeTakeFirst()
  return found !== undefined
}

/** A proposal of this agency with its journal; one of another agency is not there. */
export async function findProposal(db: Db, agency: string, sha256: string): Promise<Proposal | undefined> {
  const row = await db
    .selectFrom('proposal')
    .select([...headColumns, 'reading'])
    .where((one) => one.and({ agency, sha256 }))
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...row,
    reading: JSON.parse(row.reading) as PlanReading,
    journal: await journalOf(db, agency, sha256),
  }
}

export async function journalOf(db: Db, agency: string, sha256: string): Promise<JournalEntry[]> {
  const rows = await db
    .selectFrom('review_act')
    .leftJoin('revision', (join) =>
      join
        .onRef('revision.agency', '=', 'review_act.agency')
        .onRef('revision.number', '=', 'review_act.revision'),
    )
    .select(['review_act.seq', 'review_act.act', 'review_act.post', 'review_act.person', 'revision.opened'])
    .where('review_act.agency', '=', agency)
    .where('review_act.sha256', '=', sha256)
    .orderBy('review_act.seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    act: JSON.parse(row.act) as Act,
    post: row.post,
    person: row.person,
    at: row.opened,
  }))
}

/** Adds an act to a journal whose last one is `after`. */
export async function appendAct(
  { db, author, revision }: Commit,
  sha256: string,
  after: number,
  act: Act,
): Promise<void> {
  await db
    .insertInto('review_act')
    .values({ ...author, sha256, seq: after + 1, act: JSON.stringify(act), revision })
    .execute()
}
