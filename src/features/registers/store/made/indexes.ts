import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Db, EngineName } from '../../../../platform/db/index.ts'
import { holds, type Definition } from '../../model/definition.ts'
import { registerName, sortKey } from '../query.ts'
import { typedPlace } from './views.ts'

/** An index that a definition asks for; its name tells what it is made of, so that another making is another name. */
export interface MadeIndex {
  readonly name: string
  readonly create: RawBuilder<unknown>
}

const prefix = 'made_'

/** What SQLite reads in the index of labels without going to the entries: words, and how many there are and where. */
const covered = [
  'search',
  'disclosure',
  'valid_from',
  'valid_to',
  'revision_from',
  'revision_to',
  'min_x',
  'min_y',
  'max_x',
  'max_y',
]

/** What an engine can do besides. */
export interface Extras {
  /** PostgreSQL finds words by their groups of three letters. */
  readonly trigrams: boolean
  /** The plane's number, by which views show places and find them. */
  readonly srid: number | null
}

/** By label and by every field that may be asked for, in the order of pages. */
export function indexesOf(
  db: Db,
  engine: EngineName,
  definition: Definition,
  { trigrams, srid }: Extras,
): MadeIndex[] {
  const { id, fields } = definition
  const kind = registerName(id)
  const make = (part: string, on: RawBuilder<unknown>): MadeIndex => {
    const digest = createHash('sha256').update(on.compile(db).sql).digest('hex').slice(0, 8)
    // PostgreSQL takes names of 63 letters.
    const name = `${prefix}${id.slice(0, 24)}_${part.slice(0, 20)}_${digest}`
    return { name, create: sql`create index ${sql.id(name)} on entry_version ${on}` }
  }
  const inPages = (part: string, key: RawBuilder<unknown>, more: readonly string[] = []) => {
    const columns = [sql`agency`, sql`(${key})`, sql`id`, ...more.map((name) => sql.ref(name))]
    return make(part, sql`(${sql.join(columns)}) where kind = ${kind}`)
  }
  return [
    inPages('label', sortKey('label', ''), engine === 'sqlite' ? covered : []),
    ...(trigrams ? [make('search', sql`using gin (search gin_trgm_ops) where kind = ${kind}`)] : []),
    ...(srid === null
      ? []
      : [make('geom', sql`using gist ((${typedPlace(definition, srid)})) where kind = ${kind}`)]),
    ...fields
      .filter(({ queryable }) => queryable)
      .map((field) => inPages(field.key, sortKey({ key: field.key, holds: holds(field) }, ''))),
  ]
}

/** The names of those that stand. */
export async function madeIndexes(db: Db, engine: EngineName): Promise<ReadonlySet<string>> {
  const like = sql.lit(`${prefix}%`)
  const { rows } = await (
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_schema where type = 'index' and name like ${like}`
      : sql<{
          name: string
        }>`select indexname as name from pg_indexes where schemaname = current_schema() and indexname like ${like}`
  ).execute(db)
  return new Set(rows.map(({ name }) => name))
}
