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
  type Bearer = Record<`k${number}`, unknown> & { n: number; place: number; groups: number; id: string }
  const { rows } = await sql<Bearer>`
    select ${names}, n, place, groups, id from (
      select placed.*, max(place) over () as groups from (
        select counted.*, dense_rank() over (order by ${names}) as place from (
          select each.*, count(*) over (partition by ${names}) as n,
            row_number() over (partition by ${names} order by id) as nth
          from (
            select v.id, ${sql.join(keys.map(({ value, name }) => sql`${value} as ${name}`))}
            from ${versionsIn(engine, undefined, look.register)} where ${sql.join(where, sql` and `)}) as each
          where (${bears})) as counted
        where n > 1 or ${nought}) as placed) as listed
    where place <= ${limit} and nth <= ${named} order by place, nth`.execute(db)
  return {
    fields: fields.map(({ key }) => key),
    total: rows[0]?.groups ?? 0,
    groups: [...Map.groupBy(rows, ({ place }) => place).values()].map((bearers): KeyGroup => {
      const values = keys.map((_, i) => (bearers[0]?.[`k${i}`] ?? null) as Property | null)
      return {
        values,
        count: bearers[0]?.n ?? 0,
        entries: bearers.map(({ id }) => id),
        nought: keys.some(({ field }, i) => field.holds === 'number' && values[i] === 0),
      }
    }),
  }
}
