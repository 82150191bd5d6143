import type { Commit, Db } from '../../../../platform/db/index.ts'
import type { FilePart, ImportOptions, ImportState, ImportSummary } from '../../model/import/run.ts'
import { mappingSchema, type Mapping } from '../../model/import/mapping.ts'
import type { ImportWorkTable } from './tables.ts'

export interface ImportFile {
  readonly id: string
  readonly register: string
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly files: readonly FilePart[]
  readonly options: ImportOptions
}

/** Where the work on a file stands. */
export interface ImportWork {
  readonly id: string
  readonly register: string
  readonly seq: number
  readonly state: ImportState
  readonly source: string | null
  readonly mapping: Mapping | null
  readonly summary: ImportSummary | null
  readonly reading: string | null
  readonly seen: number | null
  readonly created: string
}

/** Keeps what was handed over; nothing happens where the agency had the same before. */
export async function enterFile({ db, author, revision }: Commit, file: ImportFile): Promise<void> {
  const { files, options, ...rest } = file
  await db
    .insertInto('import_file')
    .values({
      ...rest,
      agency: author.agency,
      files: JSON.stringify(files),
      options: JSON.stringify(options),
      post: author.post,
      person: author.person,
      revision,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function findFile(db: Db, agency: string, id: string): Promise<ImportFile | undefined> {
  const row = await db
    .selectFrom('import_file')
    .select(['id', 'register', 'sha256', 'name', 'size', 'files', 'options'])
    .where((one) => one.and({ agency, id }))
    .executeTakeFirst()
  return (
    row && {
      ...row,
      files: JSON.parse(row.files) as FilePart[],
      options: JSON.parse(row.options) as ImportOptions,
    }
  )
}

export async function findWork(db: Db, agency: string, id: string): Promise<ImportWork | undefined> {
  const row = await db
    .selectFrom('import_work')
    .selectAll()
    .where((one) => one.and({ agency, id }))
    .executeTakeFirst()
  return row && workOf(row)
}

/** The agency's imports, the latest first. */
export async function listWork(
  db: Db,
  agency: string,
  { register, limit = 100 }: { readonly register?: string | undefined; readonly limit?: number },
): Promise<ImportWork[]> {
  let query = db.selectFrom('import_work').selectAll().where('agency', '=', agency)
  if (register !== undefined) query = query.where('register', '=', register)
  const rows = await query.orderBy('created', 'desc').orderBy('id').limit(limit).execute()
  return rows.map(workOf)
}

/** Gives the next step of an import its number, with whatever else changes; the first makes the row. */
export async function nextStep(
  db: Db,
  agency: string,
  { id, register, created }: Pick<ImportWork, 'id' | 'register' | 'created'>,
): Promise<number> {
  const fresh = { state: 'waiting', source: null, mapping: null, summary: null, reading: null, seen: null }
  const row = await db
    .insertInto('import_work')
    .values({ agency, id, register, seq: 1, created, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['agency', 'id'])
        .doUpdateSet((one) => ({ state: 'waiting', seq: one('import_work.seq', '+', 1) })),
    )
    .returning('seq')
    .executeTakeFirstOrThrow()
  return row.seq
}

/** The number of a step that is done at once, in a state that stays as it is. */
export async function nextStepNumber(db: Db, agency: string, id: string): Promise<number> {
  const row = await db
    .updateTable('import_work')
    .set((one) => ({ seq: one('seq', '+', 1) }))
    .where((one) => one.and({ agency, id }))
    .returning('seq')
    .executeTakeFirstOrThrow()
  return row.seq
}

type Changes = Partial<Omit<ImportWork, 'id' | 'register' | 'seq'>>

export async function updateWork(
  db: Db,
  agency: string,
  id: string,
  { mapping, summary, ...rest }: Changes,
): Promise<void> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await db
    .updateTable('import_work')
    .set({
      ...rest,
      ...(mapping !== undefined && { mapping: json(mapping) }),
      ...(summary !== undefined && { summary: json(summary) }),
    })
    .where((one) => one.and({ agency, id }))
    .execute()
}

function workOf(row: ImportWorkTable): ImportWork {
  const { id, register, seq, source, reading, seen, created, mapping, summary } = row
  return {
    id,
    register,
    seq,
    source,
    reading,
    seen,
    created,
    state: row.state as ImportState,
    mapping: mapping === null ? null : mappingSchema.parse(JSON.parse(mapping)),
    summary: summary === null ? null : (JSON.parse(summary) as ImportSummary),
  }
}
