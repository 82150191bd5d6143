import { sql, type RawBuilder } from 'kysely'
import type { Box } from '../../domain/geometry/index.ts'
import type { EngineName } from './engine.ts'

/**
 * `from …` of a query over versions of entries, called `v`, that lie in a box (or anywhere). Each engine finds
 * them by its own index, in 32 bits and so perhaps a few too many; `meetsBox` then says the same on both.
 */
export function versionsIn(engine: EngineName, box: Box | undefined, register?: string): RawBuilder<unknown> {
  if (!box) return sql`entry_version as v`
  const [west, south, east, north] = box
  // `offset 0` holds PostgreSQL to this order: for a small box it would walk all entries in the order asked for.
  if (engine === 'postgres')
    return sql`(select * from entry_version
      where shape && st_makeenvelope(${west}, ${south}, ${east}, ${north}) ${register === undefined ? sql`` : sql`and kind = ${register}`}
      offset 0) as v`
  const kind =
    register === undefined
      ? sql``
      : sql`and b.kind_min <= ${placeOf(register)} and b.kind_max >= ${placeOf(register)}`
  // `cross join` holds SQLite to this order: the tree first.
  return sql`(select agency, kind, id, revision_from, valid_from from entry_box as b
      where b.min_x <= ${east} and b.max_x >= ${west} and b.min_y <= ${north} and b.max_y >= ${south} ${kind}) as b
    cross join entry_version as v
      on v.agency = b.agency and v.kind = b.kind and v.id = b.id
      and v.revision_from = b.revision_from and v.valid_from = b.valid_from`
}

/** The version's box and the given one share at least a point: the same answer on both engines. */
export function meetsBox([west, south, east, north]: Box): RawBuilder<boolean> {
  return sql<boolean>`(v.min_x <= ${east} and v.max_x >= ${west} and v.min_y <= ${north} and v.max_y >= ${south})`
}

/** The number by which the migration keeps registers apart in the tree; two registers may share one. */
function placeOf(register: string): number {
  const code = (at: number) => register.codePointAt(at) ?? 0
  return (
    code(0) * 65536 + code(register.length - 1) * 256 + code(Math.max(0, Math.floor(register.length / 2) - 1))
  )
}
