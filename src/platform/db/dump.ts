import { createHash } from 'node:crypto'
import { setImmediate as aside } from 'node:timers/promises'
import { sql } from 'kysely'
import { canonical } from '../../domain/canonical.ts'
import type { TableShape } from './engine.ts'
import type { Db } from './tables.ts'

/** What a column holds, as both engines give it. */
export type Cell = string | number | null | Uint8Array

const page = 500

/** The tables that hold the record; that of the migrations says only how it came to its shape. */
export const kept = (tables: readonly TableShape[]): readonly TableShape[] =>
  tables.filter((table) => table.name !== 'migration')

/** Every row of a table in the order of its key, as a list of cells. */
export async function* rowsOfTable(db: Db, table: TableShape): AsyncGenerator<Cell[]> {
  const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))
  const key = refs(table.key)
  for (let after = sql``; ; await aside()) {
    const { rows } = await sql<Record<string, Cell>>`
      select ${refs(table.columns)} from ${sql.table(table.name)} ${after} order by ${key} limit ${page}`.execute(
      db,
    )
    for (const row of rows) yield table.columns.map((name) => row[name] ?? null)
    const last = rows[page - 1]
    if (!last) return
    after = sql`where (${key}) > (${sql.join(table.key.map((name) => last[name]))})`
  }
}

/** One digest over all tables, the same on either engine: what a restored record must come back to. */
export async function recordDigest(db: Db, tables: readonly TableShape[]): Promise<string> {
  const digests: Record<string, string> = {}
  for (const table of kept(tables)) {
    const hash = createHash('sha256')
    for await (const row of rowsOfTable(db, table)) hash.update(`${canonical(row)}\n`)
    digests[table.name] = hash.digest('hex')
  }
  return createHash('sha256').update(canonical(digests)).digest('hex')
}
