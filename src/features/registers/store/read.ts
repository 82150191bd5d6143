import { sql } from 'kysely'
import type { Day } from '../../../domain/day.ts'
import { boxWithin, decodeWkb, shapeMeets, unionBox, type Box } from '../../../domain/geometry/index.ts'
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

/** The entries of one register on a day, as known, a page at a time; in a box those whose shape lies in it. */
export async function entryPage(
  db: Db,
  engine: EngineName,
  look: Look,
  query: PageQuery,
): Promise<EntryPage> {
  const { box, limit, geometry = true } = query
  const horizon = await horizonOf(db, look.at.known)
  const rows: SortedRow[] = []
  let { after } = query
  for (let more = true; more && rows.length <= limit;) {
    const some = await rowsBehind(db, engine, look, horizon, { ...query, after, limit: limit + 1 })
    rows.push(...some.filter((row) => liesIn(row, box)))
    after = cursorOf(some.at(-1))
    more = some.length > limit
  }
  const page = rows.slice(0, limit)
  const next = rows.length > limit ? cursorOf(page.at(-1)) : undefined
  const entries = page.map((row) => entryOf(look.register, row, horizon))
  return {
    entries: geometry ? entries : entries.map((one) => ({ ...one, geometry: null })),
    next: next ?? null,
  }
}

const cursorOf = (row: SortedRow | undefined): Cursor | undefined =>
  row && { value: (row.sort_key ?? null) as Property | null, id: row.id }

/** At most `limit` rows behind a cursor, of a box by the boxes around them. */
async function rowsBehind(
  db: Db,
  engine: EngineName,
  look: Look,
  horizon: Horizon,
  query: PageQuery,
): Promise<readonly SortedRow[]> {
  const { box, sort = { by: 'id', descending: false }, after, limit, geometry = true } = query
  const { key, stretches } = inOrder(sort, after)
  const where = conditions(engine, horizon, look, query)
  const placed = geometry || box !== undefined
  const columns = valueColumns.filter((name) => name !== 'search' && (placed || name !== 'geometry'))
  const found = async (stretch: Stretch, most: number) => {
    const { rows } = await sql<SortedRow>`
      select v.id, v.valid_from, v.valid_to, v.revision_from, v.revision_to, ${key} as sort_key,
        ${sql.join(columns.map((name) => sql.ref(`v.${name}`)))}
      from ${versionsIn(engine, box, look.register)}
      where ${sql.join([...where, ...stretch.where], sql` and `)}
      order by ${stretch.order} limit ${most}`.execute(db)
    return rows
  }
  const rows: SortedRow[] = []
  for (const stretch of stretches)
    if (rows.length < limit) rows.push(...(await found(stretch, limit - rows.length)))
  return rows
}

type Placed = Pick<Row, 'geometry' | 'min_x' | 'min_y' | 'max_x' | 'max_y'>

/** A shape is measured against the box only where the box around it lies across its edge: both engines say the same. */
export function liesIn(row: Placed, box: Box | undefined): boolean {
  if (box === undefined) return true
  const around = boxOfRow(row)
  if (around === null || row.geometry === null) return false
  return boxWithin(around, box) || shapeMeets(decodeWkb(row.geometry), box)
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
  const { box } = selection
  const where = conditions(engine, await horizonOf(db, look.at.known), look, selection)
  const inBox =
    box &&
    sql<boolean>`(v.min_x >= ${box[0]} and v.min_y >= ${box[1]}
    and v.max_x <= ${box[2]} and v.max_y <= ${box[3]})`
  const from = sql`from ${versionsIn(engine, box, look.register)} where ${sql.join(where, sql` and `)}`
  const { rows } = await sql<{ n: number } & Parameters<typeof boxOfRow>[0]>`
    select count(*) as n, min(v.min_x) as min_x, min(v.min_y) as min_y, max(v.max_x) as max_x, max(v.max_y) as max_y
    ${from} ${inBox ? sql`and ${inBox}` : sql``}`.execute(db)
  const [row] = rows
  const whole: Extent = { count: row?.n ?? 0, box: row ? boxOfRow(row) : null }
  if (!inBox) return whole
  const across = await sql<Placed>`
    select v.geometry, v.min_x, v.min_y, v.max_x, v.max_y ${from} and not ${inBox}`.execute(db)
  return across.rows.filter((one) => liesIn(one, box)).reduce(withPlace, whole)
}

function withPlace({ count, box }: Extent, row: Placed): Extent {
  const around = boxOfRow(row)
  return { count: count + 1, box: box && around ? unionBox(box, around) : (box ?? around) }
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
