import { sql } from 'kysely'
import { horizonOf, versionsIn, type Db, type EngineName } from '../../../platform/db/index.ts'
import type { Property } from '../model/entry.ts'
import type { KeyGroup, KeyList } from '../model/keys.ts'
import { conditions, fieldOf, type FieldRef, type Look } from './query.ts'

/** How many entries of a group are named; the table of the register has the others. */
const named = 20

/**
 * Keys that several entries bear on a day, and keys with a nought in them, in the order of the keys: at most `limit`.
 * What bears no key at all is neither.
 */
export async function keyList(
  db: Db,
  engine: EngineName,
  look: Look,
  fields: readonly FieldRef[],
  limit: number,
): Promise<KeyList> {
  const where = conditions(engine, await horizonOf(db, look.at.known), look, {})
  const keys = fields.map((field, i) => ({ value: fieldOf(field), name: sql.ref(`k${i}`), field }))
  const names = sql.join(keys.map(({ name }) => name))
  const noughts = keys.flatMap(({ name, field }) => (field.holds === 'number' ? [sql`${name} = 0`] : []))
  const nought = noughts.length > 0 ? sql`(${sql.join(noughts, sql` or `)})` : sql`(1 = 0)`
  const bears = sql.join(
    keys.map(({ name }) => sql`${name} is not null`),
    sql` or `,
  )
  const ids =
    engine === 'postgres' ? sql`string_agg(id, ' ' order by id collate "C")` : sql`group_concat(id, ' ')`
  const { rows } = await sql<{ n: number; groups: number; ids: string } & Record<`k${number}`, unknown>>`
    select ${names}, n, ids, count(*) over () as groups from (
      select ${names}, count(*) as n, ${ids} as ids from (
        select v.id, ${sql.join(keys.map(({ value, name }) => sql`${value} as ${name}`))}
        from ${versionsIn(engine, undefined, look.register)} where ${sql.join(where, sql` and `)}) as each
      where (${bears}) group by ${names} having count(*) > 1 or ${nought}) as found
    order by ${names}, n limit ${limit}`.execute(db)
  return {
    fields: fields.map(({ key }) => key),
    total: rows[0]?.groups ?? 0,
    groups: rows.map((row): KeyGroup => {
      const values = keys.map((_, i) => (row[`k${i}`] ?? null) as Property | null)
      return {
        values,
        count: row.n,
        entries: row.ids.split(' ').toSorted().slice(0, named),
        nought: keys.some(({ field }, i) => field.holds === 'number' && values[i] === 0),
      }
    }),
  }
}
