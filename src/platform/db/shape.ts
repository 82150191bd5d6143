import { sql } from 'kysely'
import type { TableShape } from './engine.ts'
import type { Db } from './tables.ts'

interface ColumnRow {
  readonly tab: string
  readonly col: string
  /** Place in the primary key from 1, or 0. */
  readonly part: number
}

/** Tables of an SQLite record, in the order of their making; those that SQLite keeps for itself are not among them. */
export async function sqliteTables(db: Db): Promise<TableShape[]> {
  const { rows } = await sql<ColumnRow>`
    select t.name as tab, c.name as col, c.pk as part
    from sqlite_schema as t join pragma_table_list as l on l.schema = 'main' and l.name = t.name,
      pragma_table_info(t.name) as c
    where l.type = 'table' and t.name not like 'sqlite~_%' escape '~'
    order by t.rowid, c.cid`.execute(db)
  return shapes(rows)
}

export async function postgresTables(db: Db, schema: string): Promise<TableShape[]> {
  const { rows } = await sql<ColumnRow>`
    select t.relname as tab, a.attname as col, coalesce(array_position(i.indkey::int[], a.attnum::int), -1) + 1 as part
    from pg_class as t
    join pg_namespace as n on n.oid = t.relnamespace
    join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    left join pg_index as i on i.indrelid = t.oid and i.indisprimary
    where n.nspname = ${schema} and t.relkind = 'r'
    order by t.oid, a.attnum`.execute(db)
  return shapes(rows)
}

function shapes(rows: readonly ColumnRow[]): TableShape[] {
  return [...Map.groupBy(rows, (row) => row.tab)].map(([name, columns]) => ({
    name,
    columns: columns.map((column) => column.col),
    key: columns
      .filter((column) => column.part > 0)
      .sort((a, b) => a.part - b.part)
      .map((column) => column.col),
  }))
}

export async function sqliteSchema(db: Db): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select sql as text from sqlite_schema as t
    left join pragma_table_list as l on l.schema = 'main' and l.name = t.name
    where sql is not null and coalesce(l.type, '') <> 'shadow'
    order by tbl_name, t.type = 'table' desc, t.name`.execute(db)
  return rows.map((row) => `${row.text};\n`).join('\n')
}

/** Columns, constraints, indexes, triggers and functions as PostgreSQL itself writes them. */
export async function postgresSchema(db: Db, schema: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select text from (
      select t.relname as tab, 1 as part, a.attnum as place, '' as name,
        concat_ws(' ', '', a.attname, format_type(a.atttypid, a.atttypmod),
          case when c.collname <> 'default' then 'collate "' || c.collname || '"' end,
          case when a.attnotnull then 'not null' end, pg_get_expr(d.adbin, d.adrelid)) as text
      from pg_class as t join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_collation as c on c.oid = a.attcollation
      left join pg_attrdef as d on d.adrelid = t.oid and d.adnum = a.attnum
      where t.relnamespace = ${schema}::regnamespace and t.relkind in ('r', 'v', 'm')
      union all
      select t.relname, 0, 0, '', case t.relkind when 'r' then 'table ' else 'view ' end || t.relname
      from pg_class as t where t.relnamespace = ${schema}::regnamespace and t.relkind in ('r', 'v', 'm')
      union all
      select c.conrelid::regclass::text, 2, 0, c.conname, ' constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
      from pg_constraint as c where c.connamespace = ${schema}::regnamespace
      union all
      select i.tablename, 3, 0, i.indexname, ' ' || i.indexdef from pg_indexes as i where i.schemaname = ${schema}
      union all
      select g.tgrelid::regclass::text, 4, 0, g.tgname, ' ' || pg_get_triggerdef(g.oid)
      from pg_trigger as g join pg_class as t on t.oid = g.tgrelid
      where t.relnamespace = ${schema}::regnamespace and not g.tgisinternal
      union all
      select '~', 5, 0, p.proname, pg_get_functiondef(p.oid)
      from pg_proc as p where p.pronamespace = ${schema}::regnamespace
    ) as line order by tab collate "C", part, place, name collate "C", text collate "C"`.execute(db)
  return rows.map((row) => `${row.text.replaceAll(`${schema}.`, '')}\n`).join('')
}
