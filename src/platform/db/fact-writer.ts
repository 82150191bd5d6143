import { covers, isPeriod, overlaps, without, type Period, type Revision } from '../../domain/as-of.ts'
import type { Day } from '../../domain/day.ts'
import { Fault } from '../../domain/fault.ts'
import { rowsOf } from './facts.ts'
import { seen, sees, type Horizon } from './horizon.ts'
import type { FactKind, FactTable, VersionRow } from './kinds.ts'
import type { Db } from './tables.ts'

/** A value for days on which the fact has none. */
export interface NewFact<V> {
  readonly id: string
  readonly from: Day
  readonly to?: Day | null
  readonly value: V
}

/** Writing the facts of one kind inside a commit. Nothing is overwritten: what was known stays to be read. */
export interface FactWriter<V> {
  insert(fact: NewFact<V>): Promise<void>
  /** The same for many facts, with few statements; a hundred or two at a time keep a batch of a long commit short. */
  insertMany(facts: readonly NewFact<V>[]): Promise<void>
  /** The world changed: the version in force on `day` ends there, and `value` holds until that version's end. */
  changeFrom(id: string, day: Day, value: V): Promise<void>
  /** We had it wrong: `value` holds over `period`, or for as long as the version in force on a day. */
  correct(id: string, period: Period | { readonly on: Day }, value: V): Promise<void>
  /** The fact holds no more from `day` on, or not until `to`: what holds from then on stays. */
  end(id: string, day: Day, to?: Day | null): Promise<void>
}

export interface Writing {
  readonly db: Db
  readonly agency: string
  readonly revision: Revision
  /** What the writer had seen: anything of a fact that lies beyond is a conflict. */
  readonly base: Horizon
}

export function factWriter<V>(writing: Writing, kind: FactKind<V>): FactWriter<V> {
  const on = (id: string) => current(writing, kind, [id])
  const put = (id: string, rows: readonly VersionRow[], period: Period, value?: V) =>
    replace(writing, kind, id, rows, period, value === undefined ? undefined : kind.encode(value))
  return {
    insert: (fact) => insertMany(writing, kind, [fact]),
    insertMany: (facts) => insertMany(writing, kind, facts),
    changeFrom: async (id, day, value) => {
      const rows = await on(id)
      await put(id, rows, { from: day, to: covering(rows, id, day).to }, value)
    },
    correct: async (id, period, value) => {
      const rows = await on(id)
      await put(id, rows, 'on' in period ? covering(rows, id, period.on) : period, value)
    },
    end: async (id, day, to = null) => {
      const rows = await on(id)
      if (!rows.some((row) => overlaps(periodOf(row), { from: day, to })))
        throw new Fault('fact-missing', { what: id, day })
      await put(id, rows, { from: day, to })
    },
  }
}

const periodOf = (row: VersionRow): Period => ({
  from: row.valid_from as Day,
  to: row.valid_to as Day | null,
})
const shown = ({ from, to }: Period) => ({ from, to: to ?? '…' })

function covering(rows: readonly VersionRow[], id: string, day: Day): Period {
  const found = rows.map(periodOf).find((period) => covers(period, day))
  if (!found) throw new Fault('fact-missing', { what: id, day })
  return found
}

async function insertMany<V>(
  writing: Writing,
  kind: FactKind<V>,
  facts: readonly NewFact<V>[],
): Promise<void> {
  if (facts.length === 0) return
  const ids = [...new Set(facts.map(({ id }) => id))]
  const taken = Map.groupBy((await current(writing, kind, ids)).map(heldBy), ({ id }) => id)
  const added: object[] = []
  for (const { id, from, to = null, value } of facts) {
    const period = { from, to }
    if (!isPeriod(period)) throw new Fault('fact-period', { what: id, ...shown(period) })
    const held = taken.get(id) ?? []
    const other = held.find((one) => overlaps(one.period, period))
    if (other) throw new Fault('fact-overlap', { what: id, ...shown(other.period) })
    taken.set(id, [...held, { id, period }])
    added.push(versionRow(writing, kind, id, period, kind.encode(value)))
  }
  await add(writing.db, kind.table, added)
}

const heldBy = (row: VersionRow) => ({ id: row.id, period: periodOf(row) })

/** The current versions of some facts, after making sure that nobody wrote them since they were read. */
async function current<V>(
  writing: Writing,
  kind: FactKind<V>,
  ids: readonly string[],
): Promise<VersionRow[]> {
  const { db, agency, base, revision } = writing
  const rows: VersionRow[] = await rowsOf(db, agency, kind)
    .where('id', 'in', ids)
    .where((or) =>
      or.or([
        or('revision_to', 'is', null),
        or.and([or('revision_to', '<>', revision), or.not(seen(base, 'revision_to'))]),
      ]),
    )
    .execute()
  for (const row of rows) {
    const later = [row.revision_to, row.revision_from].find(
      (number) => number !== null && number !== revision && !sees(base, number),
    )
    if (later) throw await conflict(db, row.id, later)
  }
  return rows.filter((row) => row.revision_to === null)
}

async function conflict(db: Db, what: string, number: Revision): Promise<Fault> {
  const { post, instant, opened } = await db
    .selectFrom('revision')
    .select(['post', 'instant', 'opened'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return new Fault('conflict', { what, revision: number, post, instant: instant ?? opened })
}

/** The one way in which versions change: `period` is cut out of what is current, and new columns fill it. */
async function replace(
  writing: Writing,
  kind: FactTable,
  id: string,
  rows: readonly VersionRow[],
  period: Period,
  columns: Readonly<Record<string, unknown>> | undefined,
): Promise<void> {
  if (!isPeriod(period)) throw new Fault('fact-period', { what: id, ...shown(period) })
  const added: object[] = []
  const version = (valid: Period, values: object) => added.push(versionRow(writing, kind, id, valid, values))
  for (const row of rows.filter((one) => overlaps(periodOf(one), period))) {
    await close(writing, kind, row)
    for (const rest of without(periodOf(row), period)) version(rest, row)
  }
  if (columns) version(period, columns)
  await add(writing.db, kind.table, added)
}

function versionRow(
  { agency, revision }: Writing,
  kind: FactTable,
  id: string,
  valid: Period,
  values: object,
): object {
  return {
    ...values,
    ...ownerOf(kind, agency),
    kind: kind.kind,
    id,
    valid_from: valid.from,
    valid_to: valid.to,
    revision_from: revision,
    revision_to: null,
  }
}

/** Rows a statement: with 30 columns still below the 32,766 parameters that SQLite takes. */
const rowsAtOnce = 500

async function add(db: Db, table: string, rows: readonly object[]): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsAtOnce)
    await db
      .insertInto(table as 'fact_version')
      .values(rows.slice(i, i + rowsAtOnce) as never)
      .execute()
}

/** The column that says whose a row is, where the table has it. */
const ownerOf = (table: FactTable, agency: string) => (table.shared ? {} : { agency })

/** A version of an earlier commit is superseded; one of this same commit was never seen and goes. */
async function close({ db, revision }: Writing, table: FactTable, row: VersionRow): Promise<void> {
  const name = table.table as 'fact_version'
  const { agency, kind, id, revision_from, valid_from } = row
  const key = { ...ownerOf(table, agency), kind, id, revision_from, valid_from }
  if (revision_from === revision)
    await db
      .deleteFrom(name)
      .where((one) => one.and(key))
      .execute()
  else
    await db
      .updateTable(name)
      .set({ revision_to: revision })
      .where((one) => one.and(key))
      .execute()
}
