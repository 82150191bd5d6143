import type { Batch, Db } from '../../../../platform/db/index.ts'

export const actKinds = ['take', 'accept', 'refuse', 'undo', 'mend'] as const
export type ActKind = (typeof actKinds)[number]

/** A step that wrote in the record, in the commit that did it. */
export interface ImportAct {
  readonly file: string
  readonly seq: number
  readonly act: ActKind
  readonly body: unknown
  readonly revision: number
}

/** Stands in the commit whose work it tells of: it is there when that is seen, and goes with it. */
export async function enterAct(
  { db, author, revision }: Pick<Batch, 'db' | 'author' | 'revision'>,
  { file, seq, act, body }: Omit<ImportAct, 'revision'>,
): Promise<void> {
  await db
    .insertInto('import_act')
    .values({ agency: author.agency, file, seq, act, body: JSON.stringify(body), revision })
    .execute()
}

/** The steps of an import whose commits have closed, in order; of all imports of a register without a file. */
export async function acts(
  db: Db,
  agency: string,
  { file, register }: { readonly file?: string; readonly register?: string },
): Promise<ImportAct[]> {
  let query = db
    .selectFrom('import_act as a')
    .innerJoin('revision as r', 'r.number', 'a.revision')
    .innerJoin('import_work as w', (join) =>
      join.onRef('w.agency', '=', 'a.agency').onRef('w.id', '=', 'a.file'),
    )
    .select(['a.file', 'a.seq', 'a.act', 'a.body', 'a.revision'])
    .where('a.agency', '=', agency)
    .where('r.closed', 'is not', null)
  if (file !== undefined) query = query.where('a.file', '=', file)
  if (register !== undefined) query = query.where('w.register', '=', register)
  const rows = await query.orderBy('r.closed').execute()
  return rows.map((row) => ({ ...row, act: row.act as ActKind, body: JSON.parse(row.body) as unknown }))
}
