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
