import { sql } from 'kysely'
import { covers, type AsOf, type Revision, type Version } from '../../domain/as-of.ts'
import type { Day } from '../../domain/day.ts'
import { horizonOf, seen, sees, type Horizon } from './horizon.ts'
import type { FactKind, FactTable, VersionRow } from './kinds.ts'
import type { Db, VersionColumns } from './tables.ts'

/** Reading the facts of one kind that one agency keeps, or that all share. */
export interface Facts<V> {
  /** Those in force on a day, as known at a revision or at the end of a day; by default as known now. */
  asOf(at: AsOf): Promise<Version<V>[]>
  /** One fact on a day, or undefined. */
  find(id: string, at: AsOf): Promise<Version<V> | undefined>
  /** All valid time of every fact (or of one, or of some), as known: what an edition publishes. */
  timeline(known?: Revision | Day, id?: string | readonly string[]): Promise<Version<V>[]>
  /** Every version of one fact that was ever seen, superseded ones too, in the order of recording. */
  history(id: string): Promise<Version<V>[]>
}

export function facts<V>(db: Db, agency: string, kind: FactKind<V>): Facts<V> {
  const rows = (id?: string | readonly string[]) => rowsOf(db, agency, kind, id)
  const timeline = async (known?: Revision | Day, id?: string | readonly string[], on?: Day) => {
    const horizon = await horizonOf(db, known)
    const found = await during(asKnown(rows(id), horizon), on).execute()
    return found.map((row) => versionOf(kind, row, horizon))
  }
  return {
    asOf: ({ on, known }) => timeline(known, undefined, on),
    find: async (id, { on, known }) => (await timeline(known, id, on)).find((one) => covers(one.valid, on)),
    timeline: (known, id) => timeline(known, id),
    history: async (id) => {
      const horizon = await horizonOf(db)
      const found = await rows(id).where(seen(horizon, 'revision_from')).execute()
      return found
        .map((row) => versionOf(kind, row, horizon))
        .sort((a, b) => a.recorded.from - b.recorded.from)
    },
  }
}

/** All rows of a kind, or of one fact or some. The table is a name in data; it has the columns of `fact_version`. */
export function rowsOf(db: Db, agency: string, kind: FactTable, id?: string | readonly string[]) {
  const table = db.selectFrom(kind.table as 'fact_version')
  const columns = kind.columns && [...versionColumns(kind), ...(kind.columns as 'body'[])]
  const all = (columns ? table.select(columns) : table.selectAll())
    .where('kind', '=', kind.kind)
    .orderBy('id')
    .orderBy('valid_from')
    .orderBy('revision_from')
  const own = kind.shared ? all : all.where('agency', '=', agency)
  if (id === undefined) return own
  return typeof id === 'string' ? own.where('id', '=', id) : own.where('id', 'in', id)
}

const versionColumns = ({ shared }: FactTable): (keyof VersionColumns)[] => [
  ...(shared ? [] : (['agency'] as const)),
  'kind',
  'id',
  'valid_from',
  'valid_to',
  'revision_from',
  'revision_to',
]

type Rows = ReturnType<typeof rowsOf>

const asKnown = (rows: Rows, horizon: Horizon): Rows =>
  rows
    .where(seen(horizon, 'revision_from'))
    .where(sql<boolean>`(revision_to is null or not ${seen(horizon, 'revision_to')})`)

const during = (rows: Rows, day?: Day): Rows =>
  day === undefined
    ? rows
    : rows
        .where('valid_from', '<=', day)
        .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))

function versionOf<V>(kind: FactKind<V>, row: VersionRow, horizon: Horizon): Version<V> {
  return {
    id: row.id,
    valid: { from: row.valid_from as Day, to: row.valid_to as Day | null },
    recorded: { from: row.revision_from, to: sees(horizon, row.revision_to) ? row.revision_to : null },
    value: kind.decode(row),
  }
}
