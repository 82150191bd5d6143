import { sql, type RawBuilder } from 'kysely'

/**
 * A property of a JSON column, the same on both engines (`->>` gives 10 on SQLite and '10' on PostgreSQL).
 * Null where the key is missing or holds a value of another type.
 */
export const jsonText = (column: string, key: string): RawBuilder<string | null> =>
  whenType(column, key, "('text')", 'text')

export const jsonNumber = (column: string, key: string): RawBuilder<number | null> =>
  whenType(column, key, "('integer', 'real')", 'double precision')

/** 1 for true, 0 for false. */
export const jsonFlag = (column: string, key: string): RawBuilder<number | null> =>
  sql`case json_type(${sql.ref(column)}, ${path(key)}) when 'true' then 1 when 'false' then 0 end`

function whenType<T>(column: string, key: string, types: string, as: string): RawBuilder<T> {
  const at = [sql.ref(column), path(key)] as const
  return sql`case when json_type(${at[0]}, ${at[1]}) in ${sql.raw(types)}
    then cast(json_extract(${at[0]}, ${at[1]}) as ${sql.raw(as)}) end`
}

/** Keys are literals, not parameters, so that an index on the expression is used. */
function path(key: string): RawBuilder<string> {
  if (!/^[\w-]+$/.test(key)) throw new Error(`Not a key that SQL may hold: ${key}`)
  return sql.raw(`'$."${key}"'`)
}
