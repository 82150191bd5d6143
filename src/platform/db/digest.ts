import { createHash, type Hash } from 'node:crypto'
import { setImmediate as aside } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Revision } from '../../domain/as-of.ts'
import { canonical } from '../../domain/canonical.ts'
import type { TableShape } from './engine.ts'
import type { Db, RevisionTable } from './tables.ts'

/** A table whose rows belong to revisions. */
export interface AuditedTable extends TableShape {
  /** Which columns name a revision: the first made the row, the others closed or erased it. */
  readonly marks: readonly string[]
}

const marks = ['revision', 'revision_from', 'revision_to', 'erased_in']
/** Kept out of the chain, which holds their salted digest instead. */
const personal = new Set(['salt', 'value'])
const page = 500

export function auditedTables(tables: readonly TableShape[]): AuditedTable[] {
  return tables
    .filter((table) => table.columns.includes('revision') || table.columns.includes('revision_from'))
    .map((table) => ({ ...table, marks: marks.filter((mark) => table.columns.includes(mark)) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** SHA-256 over everything that a revision wrote, read back from the tables: undefined where it wrote nothing. */
export async function contentDigest(
  db: Db,
  tables: readonly AuditedTable[],
  revision: Revision,
): Promise<string | undefined> {
  const hash = createHash('sha256')
  const touched = await touchedBy(db, tables, revision)
  for (const [table, mark] of touched) await addRows(hash, db, table, mark, revision)
  return touched.length === 0 ? undefined : hash.digest('hex')
}

type Touched = readonly [table: AuditedTable, mark: string]

/** One question for all tables, so that a commit does not pay for tables it did not touch. */
async function touchedBy(db: Db, tables: readonly AuditedTable[], revision: Revision): Promise<Touched[]> {
  const pairs = tables.flatMap((table) => table.marks.map((mark): Touched => [table, mark]))
  const { rows } = await sql<{ place: number }>`${sql.join(
    pairs.map(
      ([table, mark], place) =>
        sql`select cast(${place} as integer) as place where exists (select 1 from ${sql.table(table.name)} where ${sql.ref(mark)} = ${revision})`,
    ),
    sql` union all `,
  )} order by 1`.execute(db)
  return rows.map(({ place }) => pairs[place]).filter((pair) => pair !== undefined)
}

async function addRows(hash: Hash, db: Db, table: AuditedTable, mark: string, revision: Revision) {
  const made = mark === table.marks[0]
  const columns = made
    ? table.columns.filter((name) => !personal.has(name) && !table.marks.slice(1).includes(name))
    : table.key
  const key = sql.join(table.key.map((name) => sql.ref(name)))
  for (let after = sql``; ; await aside()) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table.name)}
      where ${sql.ref(mark)} = ${revision} ${after} order by ${key} limit ${page}`.execute(db)
    hash.update(rows.map((row) => `${canonical([table.name, mark, row])}\n`).join(''))
    const last = rows[page - 1]
    if (!last) return
    after = sql`and (${key}) > (${sql.join(table.key.map((name) => last[name]))})`
  }
}

/** The digest of a revision: its own columns, what it wrote, and the digest of the one closed before. */
export function revisionDigest(row: Omit<RevisionTable, 'digest'>, content: string): string {
  const { agency, number, post, person, reason, long, opened, instant, closed, reach, previous } = row
  const own = { agency, number, post, person, reason, long, opened, instant, closed, reach, previous }
  return createHash('sha256')
    .update(canonical({ ...own, content }))
    .digest('hex')
}
