import { setImmediate as aside } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Revision } from '../../domain/as-of.ts'
import { auditedTables, contentDigest, revisionDigest, type AuditedTable } from './digest.ts'
import type { ClosedRevision } from './horizon.ts'
import { saltedDigest } from './personal.ts'
import type { TownRecord } from './record.ts'
import type { Db } from './tables.ts'

/** What the audit found. The digest of a whole record, written down elsewhere, also shows a cut-off end. */
export type Audit =
  | { readonly whole: true; readonly revisions: number; readonly digest: string | null }
  | { readonly whole: false; readonly findings: readonly Finding[] }

export interface Finding {
  /** The revision whose own row (`revision`) or whose writing (`content`) is not what was digested. */
  readonly revision: Revision | null
  readonly what: 'revision' | 'content' | 'stray' | 'personal'
  /** The table, where one can be named. */
  readonly table: string | null
}

const page = 200

/** Recomputes the chain from the rows themselves: any change made past `commit` breaks it at its revision. */
export async function auditVerify(record: TownRecord): Promise<Audit> {
  const tables = auditedTables(record.tables)
  return record.read(async (db) => {
    const chain = await verifyChain(db, tables)
    const findings = [
      ...chain.findings,
      ...(await openRevisions(db)),
      ...(await strayRows(db, tables)),
      ...(await personalValues(db)),
    ]
    if (findings.length > 0) return { whole: false, findings }
    return { whole: true, revisions: chain.count, digest: chain.digest }
  })
}

async function verifyChain(db: Db, tables: readonly AuditedTable[]) {
  const findings: Finding[] = []
  let [count, digest, instant]: [number, string | null, string] = [0, null, '']
  for (;;) {
    const rows = await nextPage(db, count)
    for (const row of rows) {
      const content = (await contentDigest(db, tables, row.number)) ?? ''
      const inPlace = row.closed === count + 1 && row.previous === digest && row.instant >= instant
      if (!inPlace) findings.push({ revision: row.number, what: 'revision', table: 'revision' })
      else if (revisionDigest(row, content) !== row.digest)
        findings.push({ revision: row.number, what: 'content', table: null })
      ;({ closed: count, digest, instant } = row)
    }
    if (rows.length < page) return { findings, count, digest }
    await aside()
  }
}

async function nextPage(db: Db, after: number): Promise<ClosedRevision[]> {
  const rows = await db
    .selectFrom('revision')
    .selectAll()
    .where('closed', '>', after)
    .orderBy('closed')
    .limit(page)
    .execute()
  return rows as ClosedRevision[]
}

/** Only a long job's revision may be open, and an open one has none of the columns of a closed one. */
async function openRevisions(db: Db): Promise<Finding[]> {
  const rows = await db.selectFrom('revision').selectAll().where('closed', 'is', null).execute()
  return rows
    .filter((row) => (row.long !== 1 || row.instant) ?? row.reach ?? row.previous ?? row.digest)
    .map((row) => ({ revision: row.number, what: 'revision', table: 'revision' }))
}

/** Rows that name a revision which the log does not have. */
async function strayRows(db: Db, tables: readonly AuditedTable[]): Promise<Finding[]> {
  const found: Finding[] = []
  for (const table of tables)
    for (const mark of table.marks) {
      const column = sql.ref(`${table.name}.${mark}`)
      const { rows } = await sql<{ revision: number }>`
        select distinct ${column} as revision from ${sql.table(table.name)}
        where ${column} is not null and not exists (select 1 from revision where number = ${column})`.execute(
        db,
      )
      for (const { revision } of rows) found.push({ revision, what: 'stray', table: table.name })
    }
  return found
}

async function personalValues(db: Db): Promise<Finding[]> {
  const rows = await db.selectFrom('personal_value').selectAll().execute()
  return rows
    .filter(({ salt, value, digest, erased_in }) =>
      erased_in === null
        ? salt === null || value === null || saltedDigest(salt, value) !== digest
        : salt !== null || value !== null,
    )
    .map((row) => ({ revision: row.revision_from, what: 'personal', table: 'personal_value' }))
}
