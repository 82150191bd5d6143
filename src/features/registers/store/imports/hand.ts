import { sql } from 'kysely'
import type { Revision } from '../../../../domain/as-of.ts'
import type { Day } from '../../../../domain/day.ts'
import { horizonOf, sees, type Db } from '../../../../platform/db/index.ts'
import type { PastVersion, Writers } from '../../rules/import/hand.ts'
import { valueColumns, valueOf } from '../kind.ts'
import type { EntryVersionTable } from '../tables.ts'
import { acts } from './acts.ts'

/** The imports of a register that have closed; of the named source those that were not taken back whole since. */
export async function writersOf(db: Db, agency: string, register: string, source: string): Promise<Writers> {
  const all = await acts(db, agency, { register })
  const sources = await db
    .selectFrom('import_work')
    .select('id')
    .where((one) => one.and({ agency, register, source }))
    .execute()
  const own = new Set(sources.map(({ id }) => id))
  const said = new Set<Revision>()
  for (const { file, act, body, revision } of all) {
    if (!own.has(file)) continue
    if (act === 'take' || act === 'accept') said.add(revision)
    if (act === 'undo')
      for (const taken of (body as { readonly revisions?: readonly Revision[] }).revisions ?? [])
        said.delete(taken)
  }
  const writes = all.filter(({ act }) => act === 'take' || act === 'accept' || act === 'undo')
  return { said, imports: new Set(writes.map(({ revision }) => revision)) }
}

type Row = EntryVersionTable & {
  readonly id: string
  readonly revision_from: Revision
  readonly revision_to: Revision | null
}

/** Of the named entries those that anything but an import wrote, each with all that ever held of it on a day. */
export async function historiesByHand(
  db: Db,
  { agency, register, on }: { readonly agency: string; readonly register: string; readonly on: Day },
  ids: readonly string[],
): Promise<Map<string, PastVersion[]>> {
  if (ids.length === 0) return new Map()
  const imported = (column: 'revision_from' | 'revision_to') => sql<boolean>`exists (
    select 1 from import_act as a where a.agency = v.agency and a.revision = ${sql.ref(`v.${column}`)}
      and a.act in ('take', 'accept', 'undo'))`
  const touched = await sql<{ id: string }>`
    select distinct v.id from entry_version as v
    where v.agency = ${agency} and v.kind = ${register} and v.id in (${sql.join([...ids])})
      and (not ${imported('revision_from')} or (v.revision_to is not null and not ${imported('revision_to')}))`.execute(
    db,
  )
  if (touched.rows.length === 0) return new Map()
  const columns = sql.join(valueColumns.map((name) => sql.ref(`v.${name}`)))
  const { rows } = await sql<Row>`
    select v.id, v.revision_from, v.revision_to, ${columns} from entry_version as v
    where v.agency = ${agency} and v.kind = ${register} and v.id in (${sql.join(touched.rows.map(({ id }) => id))})
      and v.valid_from <= ${on} and (v.valid_to is null or v.valid_to > ${on})
    order by v.revision_from`.execute(db)
  const horizon = await horizonOf(db)
  const known = rows.filter((row) => sees(horizon, row.revision_from))
  return Map.groupBy(
    known.map((row) => ({
      id: row.id,
      from: row.revision_from,
      to: sees(horizon, row.revision_to) ? row.revision_to : null,
      value: valueOf(row),
    })),
    ({ id }) => id,
  )
}
