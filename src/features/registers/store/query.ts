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
import { holdsWords } from './made/words.ts'

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
    ...(box ? [meetsBox(box)] : []),
    ...holdsWords(engine, look.agency, registerName(look.register), wordsOf(text)),
    ...where.map(condition),
  ]
}

/**
 * What a reader may see. An entry that is restricted now is not seen as it was before either: a question "as
 * known" would give away what was closed since.
 */
export function mayBeSeen({ agency, register, sees }: Omit<Look, 'at'>): RawBuilder<boolean> {
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
  const exact = sql<boolean>`${field} ${sql.raw(one.compare)} ${value}`
  const wide = one.field.holds === 'text' && wider[one.compare]
  if (!wide || typeof value !== 'string') return exact
  return sql<boolean>`(${startOf(field)} ${sql.raw(wide)} ${startOf(sql`cast(${value} as text)`)} and ${exact})`
}

/** What the start of a text must be where the whole of it compares so. */
const wider: Partial<Record<Compare, string>> = { '=': '=', '<': '<=', '<=': '<=', '>': '>=', '>=': '>=' }

/** Letters by which texts are put in order, and found: an index holds no more of a text. */
const letters = 100

/** The start of a text, in the words in which the indexes are made. */
export const startOf = (text: RawBuilder<unknown>): RawBuilder<string> =>
  sql`substr(${text}, 1, ${sql.raw(String(letters))})`

/** What entries are put in order by, of the table or alias given. */
export function sortKey(by: Exclude<SortBy, 'id'>, alias = 'v.'): RawBuilder<unknown> {
  if (by === 'label') return startOf(sql.ref(`${alias}search`))
  const field = fieldOf(by, `${alias}properties`)
  return by.holds === 'text' ? startOf(field) : field
}

/** A stretch of the order: each is read along an index, one after the other. */
export interface Stretch {
  readonly where: readonly RawBuilder<boolean>[]
  readonly order: RawBuilder<unknown>
}

/** `order by`, and from the second page on what lies behind the cursor. Entries without the value come last. */
export function inOrder({ by, descending }: Sort, after: Cursor | undefined) {
  const [down, behind] = [sql.raw(descending ? 'desc' : 'asc'), sql.raw(descending ? '<' : '>')]
  const later = after && sql<boolean>`v.id ${behind} ${after.id}`
  if (by === 'id')
    return { key: sql`v.id`, stretches: [{ where: later ? [later] : [], order: sql`v.id ${down}` }] }
  const key = sortKey(by)
  const order = sql`${key} ${down}, v.id ${down}`
  const without: Stretch = {
    where: [sql<boolean>`${key} is null`, ...(after?.value === null && later ? [later] : [])],
    order,
  }
  const valued: Stretch = {
    where: [sql<boolean>`${key} is not null`, ...(after && later ? [from(key, behind, after, later)] : [])],
    order,
  }
  return { key, stretches: after?.value === null ? [without] : [valued, without] }
}

/** In two steps, of which an index takes the first: from the cursor's value on. */
function from(
  key: RawBuilder<unknown>,
  behind: RawBuilder<unknown>,
  { value }: Cursor,
  later: RawBuilder<boolean>,
): RawBuilder<boolean> {
  return sql<boolean>`(${key} ${behind}= ${value} and (${key} ${behind} ${value} or ${later}))`
}
