import { sql } from 'kysely'
import type { Day } from '../../../domain/day.ts'
import type { Box } from '../../../domain/geometry/index.ts'
import {
  horizonOf,
  sees,
  versionsIn,
  type Db,
  type EngineName,
  type Horizon,
} from '../../../platform/db/index.ts'
import type { Entry, Property } from '../model/entry.ts'
import { boxOfRow, valueColumns, valueOf } from './kind.ts'
import {
  conditions,
  inOrder,
  type Cursor,
  type Look,
  type Selection,
  type Sort,
  type Stretch,
} from './query.ts'
import type { EntryVersionTable } from './tables.ts'

export interface PageQuery extends Selection {
  readonly sort?: Sort | undefined
  readonly after?: Cursor | undefined
  readonly limit: number
  /** A table on the screen needs no places: they are most of the bytes. */
  readonly geometry?: boolean | undefined
}

export interface EntryPage {
  readonly entries: readonly Entry[]
  /** Where the next page begins; null on the last. */
  readonly next: Cursor | null
}

export type Row = Omit<EntryVersionTable, 'kind' | 'agency'>
type SortedRow = Row & { readonly sort_key: unknown }

/** The entries of one register on a day, as known, a page at a time. */
export async function entryPage(
  db: Db,
  engine: EngineName,
  look: Look,
  query: PageQuery,
): Promise<EntryPage> {
  const { sort = { by: 'id', descending: false }, after, limit, geometry = true } = query
  const horizon = await horizonOf(db, look.at.known)
  const { key, stretches } = inOrder(sort, after)
  const where = conditions(engine, horizon, look, query)
  const columns = valueColumns.filter((name) => name !== 'search' && (geometry || name !== 'geometry'))
  const found = async (stretch: Stretch, most: number) => {
    const { rows } = await sql<SortedRow>`
      select v.id, v.valid_from, v.valid_to, v.revision_from, v.revision_to, ${key} as sort_key,
        ${sql.join(columns.map((name) => sql.ref(`v.${name}`)))}
      from ${versionsIn(engine, query.box, look.register)}
      where ${sql.join([...where, ...stretch.where], sql` and `)}
      order by ${stretch.order} limit ${most}`.execute(db)
    return rows
  }
  const rows: SortedRow[] = []
  for (const stretch of stretches)
    if (rows.length <= limit) rows.push(...(await found(stretch, limit + 1 - rows.length)))
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    entries: page.map((row) => entryOf(look.register, row, horizon)),
    next: last ? { value: (last.sort_key ?? null) as Property | null, id: last.id } : null,
  }
}

export interface Extent {
  readonly count: number
  readonly box: Box | null
}

/** How many there are and the box around them: of what the reader may see, and of nothing else. */
export async function entryExtent(
  db: Db,
  engine: EngineName,
  look: Look,
  selection: Selection,
): Promise<Extent> {
  const where = conditions(engine, await horizonOf(db, look.at.known), look, selection)
  const { rows } = await sql<{ n: number } & Parameters<typeof boxOfRow>[0]>`
    select count(*) as n, min(v.min_x) as min_x, min(v.min_y) as min_y, max(v.max_x) as max_x, max(v.max_y) as max_y
    from ${versionsIn(engine, selection.box, look.register)}
    where ${sql.join(where, sql` and `)}`.execute(db)
  const [row] = rows
  return { count: row?.n ?? 0, box: row ? boxOfRow(row) : null }
}

export function entryOf(register: string, row: Row, horizon: Horizon): Entry {
  return {
    register,
    id: row.id,
    valid: { from: row.valid_from as Day, to: row.valid_to as Day | null },
    recorded: { from: row.revision_from, to: sees(horizon, row.revision_to) ? row.revision_to : null },
    box: boxOfRow(row),
    ...valueOf({ ...row, geometry: row.geometry ?? null }),
  }
}
