import { sql } from 'kysely'
import type { Box } from '../../../domain/geometry/index.ts'
import {
  heldOn,
  horizonOf,
  meetsBox,
  versionsIn,
  type Db,
  type EngineName,
  type Horizon,
} from '../../../platform/db/index.ts'
import type { Entry } from '../model/entry.ts'
import { valueColumns } from './kind.ts'
import type { Look } from './query.ts'
import { entryOf, entryPage, liesIn, type Row } from './read.ts'

type Around = Omit<Look, 'register'>
type FoundRow = Row & { readonly kind: string }

/** What lies in a box in several registers at once: one question as a rule, at most `limit` entries of each. */
export async function entriesAround(
  db: Db,
  engine: EngineName,
  look: Around,
  registers: readonly string[],
  box: Box,
  limit: number,
): Promise<readonly Entry[]> {
  if (look.sees.length === 0 || registers.length === 0) return []
  const horizon = await horizonOf(db, look.at.known)
  const near = await nearRows(db, engine, look, horizon, registers, box, limit)
  const found: Entry[] = []
  for (const [register, rows] of Map.groupBy(near, ({ kind }) => kind)) {
    const inside = rows.filter((row) => liesIn(row, box))
    // Some of as many as were asked for lie beside it: others may lie in it.
    const cut = rows.length === limit && inside.length < limit
    found.push(
      ...(cut
        ? (await entryPage(db, engine, { ...look, register }, { box, limit })).entries
        : inside.map((row) => entryOf(register, row, horizon))),
    )
  }
  return found
}

/** Those whose boxes meet it. */
async function nearRows(
  db: Db,
  engine: EngineName,
  { agency, at, sees }: Around,
  horizon: Horizon,
  registers: readonly string[],
  box: Box,
  limit: number,
): Promise<readonly FoundRow[]> {
  const columns = sql.join(valueColumns.filter((name) => name !== 'search').map((name) => sql.ref(name)))
  // Restricted now is not seen as it was before either.
  const closed = sql`exists (select 1 from entry_version as r
    where r.agency = ${agency} and r.kind = v.kind and r.id = v.id and r.revision_to is null
      and r.disclosure = 'restricted')`
  const { rows } = await sql<FoundRow>`
    select kind, id, valid_from, valid_to, revision_from, revision_to, ${columns} from (
      select v.*, row_number() over (partition by v.kind order by v.id) as place
      from ${versionsIn(engine, box)}
      where v.agency = ${agency} and v.kind in (${sql.join(registers)}) and v.disclosure in (${sql.join(sees)})
        and ${meetsBox(box)} and ${heldOn(at.on, horizon, 'v')}
        ${sees.includes('restricted') ? sql`` : sql`and not ${closed}`}) as found
    where place <= ${limit} order by kind, id`.execute(db)
  return rows
}
