import { sql } from 'kysely'
import type { Box } from '../../../domain/geometry/index.ts'
import {
  heldOn,
  horizonOf,
  meetsBox,
  versionsIn,
  type Db,
  type EngineName,
} from '../../../platform/db/index.ts'
import type { Entry } from '../model/entry.ts'
import { valueColumns } from './kind.ts'
import type { Look } from './query.ts'
import { entryOf, type Row } from './read.ts'

/** What lies in a box in several registers at once: one question, at most `limit` entries of each. */
export async function entriesAround(
  db: Db,
  engine: EngineName,
  { agency, at, sees }: Omit<Look, 'register'>,
  registers: readonly string[],
  box: Box,
  limit: number,
): Promise<readonly Entry[]> {
  if (sees.length === 0 || registers.length === 0) return []
  const horizon = await horizonOf(db, at.known)
  const columns = sql.join(valueColumns.filter((name) => name !== 'search').map((name) => sql.ref(name)))
  // Restricted now is not seen as it was before either.
  const closed = sql`exists (select 1 from entry_version as r
    where r.agency = ${agency} and r.kind = v.kind and r.id = v.id and r.revision_to is null
      and r.disclosure = 'restricted')`
  const { rows } = await sql<Row & { kind: string }>`
    select kind, id, valid_from, valid_to, revision_from, revision_to, ${columns} from (
      select v.*, row_number() over (partition by v.kind order by v.id) as place
      from ${versionsIn(engine, box)}
      where v.agency = ${agency} and v.kind in (${sql.join(registers)}) and v.disclosure in (${sql.join(sees)})
        and ${meetsBox(box)} and ${heldOn(at.on, horizon, 'v')}
        ${sees.includes('restricted') ? sql`` : sql`and not ${closed}`}) as found
    where place <= ${limit} order by kind, id`.execute(db)
  return rows.map((row) => entryOf(row.kind, row, horizon))
}
