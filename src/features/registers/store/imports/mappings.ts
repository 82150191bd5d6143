import type { Commit, Db } from '../../../../platform/db/index.ts'
import { mappingSchema, type Mapping } from '../../model/import/mapping.ts'

export async function enterMapping(
  { db, author, revision }: Pick<Commit, 'db' | 'author' | 'revision'>,
  name: string,
  mapping: Mapping,
): Promise<void> {
  const { register, fingerprint } = mapping
  await db
    .insertInto('import_mapping')
    .values({
      agency: author.agency,
      name,
      register,
      fingerprint,
      mapping: JSON.stringify(mapping),
      revision,
    })
    .execute()
}

export interface MappingName {
  readonly name: string
  readonly register: string
  readonly fingerprint: string
}

/** What the agency has saved, each name once, in order. */
export async function mappingNames(db: Db, agency: string, register?: string): Promise<MappingName[]> {
  let query = db
    .selectFrom('import_mapping')
    .select(['name', 'register', 'fingerprint'])
    .where('agency', '=', agency)
  if (register !== undefined) query = query.where('register', '=', register)
  const rows = await query.orderBy('register').orderBy('name').orderBy('revision').execute()
  // Saved again under a name: the last one stands.
  return [...new Map(rows.map((row) => [`${row.register} ${row.name}`, row])).values()]
}

/** The mapping last saved under a name. */
export const findMapping = (db: Db, agency: string, register: string, name: string) =>
  newest(db, agency, register, 'name', name)

/** The one last saved for files of this shape. */
export const mappingOfShape = (db: Db, agency: string, register: string, fingerprint: string) =>
  newest(db, agency, register, 'fingerprint', fingerprint)

async function newest(
  db: Db,
  agency: string,
  register: string,
  column: 'name' | 'fingerprint',
  value: string,
): Promise<Mapping | null> {
  const row = await db
    .selectFrom('import_mapping')
    .select('mapping')
    .where((one) => one.and({ agency, register }))
    .where(column, '=', value)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? mappingSchema.parse(JSON.parse(row.mapping)) : null
}
