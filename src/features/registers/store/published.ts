import { sql } from 'kysely'
import { heldKnown, horizonOf, type Db } from '../../../platform/db/index.ts'
import type { Entry } from '../model/entry.ts'
import { valueColumns } from './kind.ts'
import { mayBeSeen, registerName } from './query.ts'
import { entryOf, type Row } from './read.ts'

/** Registers of which anything is public, in order. */
export async function publicRegisters(db: Db, agency: string): Promise<readonly string[]> {
  const { rows } = await sql<{ kind: string }>`
    select distinct v.kind as kind from entry_version as v
    where v.agency = ${agency} and ${heldKnown(await horizonOf(db), 'v')} and v.disclosure = 'public'
    order by 1`.execute(db)
  return rows.map(({ kind }) => kind)
}

/**
 * What documents released of a register, over all days it holds: as an edition publishes it. What is being released just
 * now is not yet, and an entry that is closed today is nowhere. Behind an id and a first day the next so many; in the
 * order of both.
 */
export async function publicVersions(
  db: Db,
  agency: string,
  register: string,
  after: { readonly id: string; readonly from: string } | null,
  limit: number,
): Promise<readonly Entry[]> {
  const columns = valueColumns.filter((name) => name !== 'search')
  const behind = after
    ? sql`and (v.id > ${after.id} or (v.id = ${after.id} and v.valid_from > ${after.from}))`
    : sql``
  const horizon = await horizonOf(db)
  const look = { agency, register, sees: ['public'] } as const
  const { rows } = await sql<Row>`
    select v.id, v.valid_from, v.valid_to, v.revision_from, v.revision_to,
      ${sql.join(columns.map((name) => sql.ref(`v.${name}`)))}
    from entry_version as v
    where v.agency = ${agency} and v.kind = ${registerName(register)} and ${heldKnown(horizon, 'v')}
      and ${mayBeSeen(look)} ${behind}
    order by v.id, v.valid_from limit ${limit}`.execute(db)
  return rows.map((row) => entryOf(register, row, horizon))
}
