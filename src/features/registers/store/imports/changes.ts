import { sql } from 'kysely'
import type { Db } from '../../../../platform/db/index.ts'
import type {
  ChangeChoice,
  ChangeCount,
  ChangedField,
  ChangeKind,
  HandChange,
  ImportChange,
} from '../../model/import/run.ts'

export async function addChanges(
  db: Db,
  agency: string,
  file: string,
  changes: readonly Omit<ImportChange, 'decision'>[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ fields, hand, ...change }) => ({
    ...change,
    agency,
    file,
    fields: JSON.stringify(fields),
    hand: hand && JSON.stringify(hand),
    decision: null,
  }))
  await db.insertInto('import_change').values(rows).execute()
}

/** Takes away up to `most` differences of a file; true where there may be more. */
export async function dropChanges(db: Db, agency: string, file: string, most: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from import_change where (agency, file, entry) in
      (select agency, file, entry from import_change where agency = ${agency} and file = ${file} limit ${most})`.execute(
    db,
  )
  return numAffectedRows >= BigInt(most)
}

/** What is restricted now is not there for a reader who may not see it, in no list and in no count. */
const seenIn = (restricted: boolean) =>
  restricted
    ? sql<boolean>`true`
    : sql<boolean>`not exists (select 1 from entry_version as held where held.agency = import_change.agency
        and held.id = import_change.entry and held.revision_to is null and held.disclosure = 'restricted')`

export interface ChangeQuery {
  readonly kind?: ChangeKind | undefined
  readonly open?: boolean | undefined
  /** Entry of the last one of the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

export async function changesOf(
  db: Db,
  agency: string,
  file: string,
  { kind, open, after, limit }: ChangeQuery,
  restricted: boolean,
): Promise<ImportChange[]> {
  let query = db
    .selectFrom('import_change')
    .select(['entry', 'kind', 'label', 'fields', 'hand', 'decision'])
    .where((one) => one.and({ agency, file }))
    .where(seenIn(restricted))
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (open) query = query.where('decision', 'is', null)
  if (after !== undefined) query = query.where('entry', '>', after)
  const rows = await query.orderBy('entry').limit(limit).execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as ChangeKind,
    fields: JSON.parse(row.fields) as ChangedField[],
    hand: row.hand === null ? null : (JSON.parse(row.hand) as HandChange),
    decision: row.decision as ImportChange['decision'],
  }))
}

export async function changeCounts(
  db: Db,
  agency: string,
  file: string,
  restricted: boolean,
): Promise<ChangeCount[]> {
  const rows = await db
    .selectFrom('import_change')
    .select((one) => [
      'kind',
      'decision',
      one.fn.countAll<number>().as('n'),
      one.fn.count<number>('hand').as('hand'),
    ])
    .where((one) => one.and({ agency, file }))
    .where(seenIn(restricted))
    .groupBy(['kind', 'decision'])
    .orderBy('kind')
    .execute()
  return rows.map(({ kind, decision, n, hand }) => ({
    kind: kind as ChangeKind,
    decision: decision as ImportChange['decision'],
    count: n,
    hand,
  }))
}

/** The entries that a choice means, that nobody has decided on yet, and that the reader may see. */
export async function chosen(
  db: Db,
  agency: string,
  file: string,
  choice: ChangeChoice,
  restricted: boolean,
): Promise<string[]> {
  let query = db
    .selectFrom('import_change')
    .select('entry')
    .where((one) => one.and({ agency, file }))
    .where('decision', 'is', null)
    .where(seenIn(restricted))
  if ('kind' in choice) query = query.where('kind', '=', choice.kind)
  if ('entries' in choice) query = query.where('entry', 'in', choice.entries)
  else if (!choice.hand) query = query.where('hand', 'is', null)
  const rows = await query.orderBy('entry').execute()
  return rows.map(({ entry }) => entry)
}

export async function decide(
  db: Db,
  agency: string,
  file: string,
  choice: ChangeChoice,
  decision: 'accepted' | 'refused',
  restricted: boolean,
): Promise<void> {
  let query = db
    .updateTable('import_change')
    .set({ decision })
    .where((one) => one.and({ agency, file }))
    .where('decision', 'is', null)
    .where(seenIn(restricted))
  if ('kind' in choice) query = query.where('kind', '=', choice.kind)
  // To leave the record as it is takes nothing from anybody's hand.
  if ('entries' in choice) query = query.where('entry', 'in', choice.entries)
  else if (decision === 'accepted' && !choice.hand) query = query.where('hand', 'is', null)
  await query.execute()
}
