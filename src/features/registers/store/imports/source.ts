import { sql } from 'kysely'
import type { Day } from '../../../../domain/day.ts'
import type { Box } from '../../../../domain/geometry/index.ts'
import { heldOn, horizonOf, versionsIn, type Db, type EngineName } from '../../../../platform/db/index.ts'
import type { EntryValue } from '../../model/entry.ts'
import { boxOfRow, valueColumns, valueOf } from '../kind.ts'
import type { EntryVersionTable } from '../tables.ts'

/** The import that was taken last of all that a source gave. */
export async function latestOfSource(
  db: Db,
  agency: string,
  register: string,
  source: string | null,
): Promise<string | null> {
  const row = await db
    .selectFrom('import_act as a')
    .innerJoin('import_work as w', (join) =>
      join.onRef('w.agency', '=', 'a.agency').onRef('w.id', '=', 'a.file'),
    )
    .innerJoin('revision as r', 'r.number', 'a.revision')
    .select(['a.file'])
    .where('a.agency', '=', agency)
    .where('w.register', '=', register)
    .where('w.source', '=', source)
    .where('a.act', 'in', ['take', 'accept', 'undo'])
    .where('r.closed', 'is not', null)
    .orderBy('r.closed', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.file ?? null
}

export interface KnownKey {
  readonly source: string
  readonly key: string
  readonly box: Box | null
}

/** Which sources of a register have entries with these keys, and where these lie now. */
export async function knownKeys(
  db: Db,
  agency: string,
  register: string,
  keys: readonly string[],
): Promise<KnownKey[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<
    { source: string; source_key: string } & Pick<EntryVersionTable, 'min_x' | 'min_y' | 'max_x' | 'max_y'>
  >`
    select e.source, e.source_key, v.min_x, v.min_y, v.max_x, v.max_y
    from entry as e join entry_version as v on v.agency = e.agency and v.kind = e.kind and v.id = e.id
    where e.agency = ${agency} and e.kind = ${register} and e.source <> ''
      and e.source_key in (${sql.join([...keys])}) and v.revision_to is null`.execute(db)
  return rows.map((row) => ({ source: row.source, key: row.source_key, box: boxOfRow(row) }))
}

/** Sources of entries that lie in exactly this box now. */
export async function sourcesAt(
  db: Db,
  engine: EngineName,
  agency: string,
  register: string,
  box: Box,
): Promise<string[]> {
  const [west, south, east, north] = box
  const { rows } = await sql<{ source: string }>`
    select distinct e.source from ${versionsIn(engine, box, register)}
    join entry as e on e.agency = v.agency and e.kind = v.kind and e.id = v.id
    where v.agency = ${agency} and v.kind = ${register} and v.revision_to is null and e.source <> ''
      and v.min_x = ${west} and v.min_y = ${south} and v.max_x = ${east} and v.max_y = ${north}`.execute(db)
  return rows.map(({ source }) => source)
}

/** The box around all that a source gave and that is known now. */
export async function extentOfSource(
  db: Db,
  agency: string,
  register: string,
  source: string,
): Promise<Box | null> {
  const { rows } = await sql<Parameters<typeof boxOfRow>[0]>`
    select min(v.min_x) as min_x, min(v.min_y) as min_y, max(v.max_x) as max_x, max(v.max_y) as max_y
    from entry as e join entry_version as v on v.agency = e.agency and v.kind = e.kind and v.id = e.id
    where e.agency = ${agency} and e.kind = ${register} and e.source = ${source} and v.revision_to is null`.execute(
    db,
  )
  return rows[0] ? boxOfRow(rows[0]) : null
}

export interface CurrentEntry {
  readonly id: string
  readonly sourceKey: string
  readonly value: EntryValue
  /** Day on which this version ends, where it does. */
  readonly until: Day | null
}

type Row = EntryVersionTable & { readonly source_key: string }

interface OfSource {
  readonly agency: string
  readonly register: string
  readonly source: string
  readonly on: Day
}

/** Entries of a source that hold on a day, in the order of their ids: a page behind `after`, or those named. */
export async function entriesOfSource(
  db: Db,
  { agency, register, source, on }: OfSource,
  which: { readonly after: string; readonly limit: number } | { readonly ids: readonly string[] },
): Promise<CurrentEntry[]> {
  if ('ids' in which && which.ids.length === 0) return []
  const horizon = await horizonOf(db)
  const columns = sql.join(valueColumns.map((name) => sql.ref(`v.${name}`)))
  const wanted = 'ids' in which ? sql`v.id in (${sql.join([...which.ids])})` : sql`v.id > ${which.after}`
  const most = 'ids' in which ? sql`` : sql`limit ${which.limit}`
  const { rows } = await sql<Row>`
    select v.id, e.source_key, v.valid_to, ${columns}
    from entry_version as v join entry as e on e.agency = v.agency and e.kind = v.kind and e.id = v.id
    where v.agency = ${agency} and v.kind = ${register} and e.source = ${source} and ${wanted}
      and ${heldOn(on, horizon, 'v')}
    order by v.id ${most}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    sourceKey: row.source_key,
    value: valueOf(row),
    until: row.valid_to as Day | null,
  }))
}

/** The first day behind `on` from which a version of an entry holds, by entry: of those that have one. */
export async function laterOfSource(
  db: Db,
  { agency, register, source, on }: { agency: string; register: string; source: string; on: Day },
): Promise<ReadonlyMap<string, Day>> {
  const { rows } = await sql<{ id: string; day: string }>`
    select v.id, min(v.valid_from) as day
    from entry_version as v join entry as e on e.agency = v.agency and e.kind = v.kind and e.id = v.id
    where v.agency = ${agency} and v.kind = ${register} and e.source = ${source}
      and v.revision_to is null and v.valid_from > ${on}
    group by v.id`.execute(db)
  return new Map(rows.map(({ id, day }) => [id, day as Day]))
}

/** The source of the last file of this shape whose name begins alike, as long as it has entries. */
export async function sourcesNamed(
  db: Db,
  agency: string,
  register: string,
  stem: string,
  fingerprint: string,
): Promise<string | null> {
  const rows = await db
    .selectFrom('import_work')
    .select(['source', 'summary'])
    .where((one) => one.and({ agency, register }))
    .where('source', 'like', `${stem}-%`)
    .where('state', 'in', ['taken', 'review'])
    .orderBy('created', 'desc')
    .execute()
  const same = rows.find(
    ({ source, summary }) =>
      source?.slice(0, -9) === stem &&
      (JSON.parse(summary ?? '{}') as { fingerprint?: string }).fingerprint === fingerprint,
  )
  return same?.source ?? null
}

/** Entries of a source by its keys, in the order of the keys; of those it has. */
export async function idsOfKeys(
  db: Db,
  agency: string,
  register: string,
  source: string,
  keys: readonly string[],
): Promise<string[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('entry')
    .select('id')
    .where((one) => one.and({ agency, kind: register, source }))
    .where('source_key', 'in', keys)
    .orderBy('source_key')
    .execute()
  return rows.map(({ id }) => id)
}
