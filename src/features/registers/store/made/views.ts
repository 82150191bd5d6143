import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../../platform/db/index.ts'
import { holds, type Definition, type Field } from '../../model/definition.ts'
import { fieldOf, registerName } from '../query.ts'

const kinds = { point: 'MultiPoint', line: 'MultiLineString', area: 'MultiPolygon', any: 'Geometry' } as const

/**
 * The place as GIS programs want it: of one kind, with the number of its plane. What is of another kind (an import takes
 * what it is given) has none here, since one of them would stop the reading of all.
 */
export function typedPlace({ geometry }: Pick<Definition, 'geometry'>, srid: number): RawBuilder<unknown> {
  const kind = kinds[geometry]
  const [name, many] = [sql.lit(kind.replace('Multi', '').toUpperCase()), sql.lit(kind.toUpperCase())]
  const placed = sql`st_setsrid(shape, ${sql.lit(srid)})`
  const one = sql`case when geometrytype(shape) in (${name}, ${many}) then st_multi(${placed}) end`
  return sql`cast(${geometry === 'any' ? placed : one} as ${sql.raw(`geometry(${kind}, ${srid})`)})`
}

/** Columns that every view has; a field of the same name gets a dash below behind it. */
const common = [
  'agency',
  'id',
  'label',
  'stage',
  'status',
  'disclosure',
  'accuracy',
  'valid_from',
  'valid_to',
]
const taken = new Set([...common, 'source', 'geom'])

function column(field: Field): RawBuilder<unknown> {
  const value = fieldOf({ key: field.key, holds: holds(field) }, 'v.properties')
  const typed =
    field.type === 'boolean'
      ? sql`(${value} = 1)`
      : field.type === 'integer'
        ? sql`cast(${value} as bigint)`
        : value
  return sql`${typed} as ${sql.id(taken.has(field.key) ? `${field.key}_` : field.key)}`
}

/**
 * What a register holds today, as known now, but what is restricted: a line an entry. Days are ISO text: they sort and
 * compare as days, and one that is none stops nobody's map.
 */
function viewOf(definition: Definition, srid: number): RawBuilder<unknown> {
  const columns = [
    ...common.map((name) => sql.ref(`v.${name}`)),
    sql`cast(v.source as json) ->> 'name' as source`,
    ...definition.fields.map(column),
    sql`${typedPlace(definition, srid)} as geom`,
  ]
  const open = sql`(select r.number from revision as r where r.closed is null)`
  const today = sql`to_char(now() at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`
  return sql`select ${sql.join(columns)} from entry_version as v
    where v.kind = ${registerName(definition.id)} and v.disclosure in ('public', 'internal')
      and v.revision_from not in ${open} and (v.revision_to is null or v.revision_to in ${open})
      and v.valid_from <= ${today} and (v.valid_to is null or v.valid_to > ${today})`
}

interface Standing {
  readonly name: string
  readonly mark: string | null
}

const marked = 'dothi '

/**
 * A view a register in a schema of their own, so that a GIS program is let into that and into nothing else. Answers
 * those that could not be made anew because somebody's own view stands on them: they stay as they were.
 */
export async function makeViews(db: Db, definitions: readonly Definition[], srid: number): Promise<string[]> {
  const { rows: where } = await sql<{ name: string }>`select current_schema() || '_gis' as name`.execute(db)
  const schema = where[0]?.name ?? ''
  const { rows: standing } = await sql<Standing>`
    select relname as name, obj_description(c.oid, 'pg_class') as mark from pg_class as c
    join pg_namespace as n on n.oid = c.relnamespace where n.nspname = ${schema} and relkind = 'v'`.execute(
    db,
  )
  const marks = new Map(standing.map(({ name, mark }) => [name, mark]))
  const kept: string[] = []
  await sql`create schema if not exists ${sql.id(schema)}`.execute(db)
  for (const definition of definitions) {
    const body = viewOf(definition, srid)
    const mark = marked + createHash('sha256').update(body.compile(db).sql).digest('hex').slice(0, 16)
    const view = sql.id(schema, definition.id)
    if (marks.get(definition.id) === mark) continue
    if (!(await made(db, schema, definition.id, body))) kept.push(definition.id)
    else await sql`comment on view ${view} is ${sql.lit(mark)}`.execute(db)
  }
  const known = new Set(definitions.map(({ id }) => id))
  for (const { name, mark } of standing)
    if (
      mark?.startsWith(marked) &&
      !known.has(name) &&
      !(await tried(db, sql`drop view ${sql.id(schema, name)}`))
    )
      kept.push(name)
  return kept
}

/** In place where columns only come behind; else anew, with the rights that had been given on it. */
async function made(db: Db, schema: string, name: string, body: RawBuilder<unknown>): Promise<boolean> {
  const view = sql.id(schema, name)
  const create = sql`create or replace view ${view} as ${body}`
  if (await tried(db, create)) return true
  const { rows } = await sql<{ grantee: string; right: string }>`
    select case when a.grantee = 0 then null else a.grantee::regrole::text end as grantee, a.privilege_type as right
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace, aclexplode(c.relacl) as a
    where n.nspname = ${schema} and c.relname = ${name} and a.grantee <> c.relowner`.execute(db)
  if (!(await tried(db, sql`drop view ${view}`))) return false
  await create.execute(db)
  for (const { grantee, right } of rows)
    await sql`grant ${sql.raw(right)} on ${view} to ${sql.raw(grantee ?? 'public')}`.execute(db)
  return true
}

/** False where PostgreSQL refuses because of what stands there; everything else goes on being thrown. */
async function tried(db: Db, statement: RawBuilder<unknown>): Promise<boolean> {
  await sql`savepoint tried`.execute(db)
  try {
    await statement.execute(db)
    await sql`release savepoint tried`.execute(db)
    return true
  } catch (error) {
    await sql`rollback to savepoint tried`.execute(db)
    if (error instanceof Error && 'code' in error && refusals.has(String(error.code))) return false
    throw error
  }
}

/** Other columns than before; something else depends on it. */
const refusals = new Set(['42P16', '2BP01'])
