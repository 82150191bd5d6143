import { sql } from 'kysely'
import { jsonNumber, type Db } from '../../../../platform/db/index.ts'
import type { IssueCode } from '../../model/import/issue-texts.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { ListedIssue } from '../../model/import/run.ts'

export interface IssueQuery {
  readonly code?: string | undefined
  /** The number of the last issue of the page before. */
  readonly after?: number | undefined
  /** Only those that nothing has mended. */
  readonly open?: boolean | undefined
  readonly limit: number
}

/** Adds issues of a file, a few hundred at a time. */
export async function addIssues(
  db: Db,
  agency: string,
  file: string,
  issues: readonly (ImportIssue & { readonly seq: number })[],
): Promise<void> {
  if (issues.length === 0) return
  const rows = issues.map(({ seq, code, ...body }) => ({
    agency,
    file,
    seq,
    code,
    body: JSON.stringify(body),
    mended: null,
  }))
  await db.insertInto('import_issue').values(rows).execute()
}

/** Takes away up to `most` issues of a file; true where there may be more. */
export async function dropIssues(db: Db, agency: string, file: string, most: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from import_issue where (agency, file, seq) in
      (select agency, file, seq from import_issue where agency = ${agency} and file = ${file} limit ${most})`.execute(
    db,
  )
  return numAffectedRows >= BigInt(most)
}

/** Issues of a file in the order of their finding, of one kind or of all. */
export async function issuesOf(
  db: Db,
  agency: string,
  file: string,
  { code, after, open, limit }: IssueQuery,
): Promise<ListedIssue[]> {
  let query = db
    .selectFrom('import_issue')
    .select(['seq', 'code', 'body', 'mended'])
    .where((one) => one.and({ agency, file }))
  if (code !== undefined) query = query.where('code', '=', code)
  if (open) query = query.where('mended', 'is', null)
  if (after !== undefined) query = query.where('seq', '>', after)
  const rows = await query.orderBy('seq').limit(limit).execute()
  return rows.map(({ seq, mended, code, body }) => ({
    ...(JSON.parse(body) as Omit<ImportIssue, 'code'>),
    code: code as IssueCode,
    seq,
    mended,
  }))
}

export interface IssueCount {
  readonly code: IssueCode
  /** Features, not lines: alike ones are told together. */
  readonly count: number
  readonly mended: number
}

export async function issueCounts(db: Db, agency: string, file: string): Promise<IssueCount[]> {
  const { rows } = await sql<IssueCount>`
    select code, sum(n) as count, sum(case when mended is null then 0 else n end) as mended
    from (select code, mended, ${jsonNumber('body', 'count')} as n from import_issue
      where agency = ${agency} and file = ${file}) as issue
    group by code order by code`.execute(db)
  return rows
}

export async function markMended(
  db: Db,
  agency: string,
  file: string,
  seqs: readonly number[],
  revision: number,
): Promise<void> {
  if (seqs.length === 0) return
  await db
    .updateTable('import_issue')
    .set({ mended: revision })
    .where((one) => one.and({ agency, file }))
    .where('seq', 'in', seqs)
    .execute()
}
