import { sql, type RawBuilder } from 'kysely'
import type { AsOf } from '../../../domain/as-of.ts'
import { fold } from '../../../domain/fold.ts'
import type { Box } from '../../../domain/geometry/index.ts'
import {
  heldOn,
  jsonFlag,
  jsonNumber,
  jsonText,
  meetsBox,
  type EngineName,
  type Horizon,
} from '../../../platform/db/index.ts'
import type { Disclosure, Property } from '../model/entry.ts'

/** A field by its key and how its values are kept. */
export interface FieldRef {
  readonly key: string
  readonly holds: 'text' | 'number' | 'flag'
}

export type Compare = '=' | '<>' | '<' | '<=' | '>' | '>='

/** A condition on a field, or on one of the columns that every register has. */
export type Condition =
  | { readonly field: FieldRef; readonly compare: Compare; readonly value: Property }
  | { readonly field: FieldRef; readonly missing: boolean }
  | { readonly column: 'status' | 'stage' | 'disclosure'; readonly value: string }

export type SortBy = 'id' | 'label' | FieldRef
export interface Sort {
  readonly by: SortBy
  readonly descending: boolean
}

/** The last entry of a page: the next one goes on behind it. */
export interface Cursor {
  readonly value: Property | null
  readonly id: string
}

/** Whose entries, in which register, on which day, and what the reader may see. */
export interface Look {
  readonly agency: string
  readonly register: string
  readonly at: AsOf
  readonly sees: readonly Disclosure[]
}

/** Which of them. */
export interface Selection {
  readonly box?: Box | undefined
  readonly text?: string | undefined
  readonly where?: readonly Condition[] | undefined
}

/** Ids of registers are names in data, made of these only: they stand in SQL as they are, so that an index on one register is used. */
export function registerName(register: string): RawBuilder<string> {
  if (!/^[a-z][a-z0-9-]*$/.test(register)) throw new Error(`Not the id of a register: ${register}`)
  return sql.raw(`'${register}'`)
}

export function fieldOf({ key, holds }: FieldRef, column = 'v.properties'): RawBuilder<unknown> {
  if (holds === 'number') return jsonNumber(column, key)
  return holds === 'flag' ? jsonFlag(column, key) : jsonText(column, key)
}

/** Every condition of a selection, the reader's own first. */
export function conditions(
  engine: EngineName,
  horizon: Horizon,
  look: Look,
  { box, text, where = [] }: Selection,
): RawBuilder<boolean>[] {
  return [
    sql<boolean>`v.agency = ${look.agency}`,
    sql<boolean>`v.kind = ${registerName(look.register)}`,
    mayBeSeen(look),
    heldOn(look.at.on, horizon, 'v'),
    ...(box ? [meetsBox(engine, box)] : []),
    ...wordsOf(text).map((word) => sql<boolean>`instr(v.search, ${word}) > 0`),
    ...where.map(condition),
  ]
}

/**
 * What a reader may see. An entry that is restricted now is not seen as it was before either: a question "as
 * known" would give away what was closed since.
 */
function mayBeSeen({ agency, register, sees }: Look): RawBuilder<boolean> {
  if (sees.length === 0) return sql<boolean>`1 = 0`
  const seen = sql<boolean>`v.disclosure in (${sql.join(sees)})`
  if (sees.includes('restricted')) return seen
  return sql<boolean>`(${seen} and v.id not in (
    select r.id from entry_version as r
    where r.agency = ${agency} and r.kind = ${registerName(register)} and r.revision_to is null
      and r.disclosure = 'restricted'))`
}

const wordsOf = (text = '') => fold(text).split(' ').filter(Boolean)

function condition(one: Condition): RawBuilder<boolean> {
  if ('column' in one) return sql<boolean>`${sql.ref(`v.${one.column}`)} = ${one.value}`
  const field = fieldOf(one.field)
  if ('missing' in one)
    return one.missing ? sql<boolean>`${field} is null` : sql<boolean>`${field} is not null`
  const value = typeof one.value === 'boolean' ? Number(one.value) : one.value
  return sql<boolean>`${field} ${sql.raw(one.compare)} ${value}`
}

function sorted(by: SortBy): RawBuilder<unknown> {
  if (by === 'id') return sql`v.id`
  return by === 'label' ? sql`v.search` : fieldOf(by)
}

/** `order by` and, from the second page on, what lies behind the cursor. Entries without the value come last. */
export function inOrder({ by, descending }: Sort, after: Cursor | undefined) {
  const key = sorted(by)
  const down = sql.raw(descending ? 'desc' : 'asc')
  if (by === 'id')
    return {
      key,
      order: sql`v.id ${down}`,
      behind: after && sql<boolean>`v.id ${sql.raw(descending ? '<' : '>')} ${after.id}`,
    }
  return {
    key,
    order: sql`case when ${key} is null then 1 else 0 end, ${key} ${down}, v.id`,
    behind: after && behind(key, descending, after),
  }
}

function behind(key: RawBuilder<unknown>, descending: boolean, { value, id }: Cursor): RawBuilder<boolean> {
  if (value === null) return sql<boolean>`(${key} is null and v.id > ${id})`
  return sql<boolean>`(${key} ${sql.raw(descending ? '<' : '>')} ${value} or (${key} = ${value} and v.id > ${id}) or ${key} is null)`
}
