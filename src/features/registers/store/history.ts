import { sql } from 'kysely'
import type { Revision, Version } from '../../../domain/as-of.ts'
import { facts, type Db } from '../../../platform/db/index.ts'
import type { EntryIdentity, EntryValue } from '../model/entry.ts'
import { entryKind } from './kind.ts'

/** The commit that wrote or closed a version: when, from which post, why. Never the person. */
export interface RevisionNote {
  readonly number: Revision
  readonly instant: string
  readonly post: string
  readonly reason: string
}

export async function revisionNotes(db: Db, numbers: readonly Revision[]): Promise<RevisionNote[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('revision')
    .select(['number', 'instant', 'opened', 'post', 'reason'])
    .where('number', 'in', [...new Set(numbers)])
    .orderBy('number')
    .execute()
  return rows.map(({ number, instant, opened, post, reason }) => ({
    number,
    instant: instant ?? opened,
    post,
    reason,
  }))
}

export async function identityOf(
  db: Db,
  agency: string,
  register: string,
  id: string,
): Promise<EntryIdentity | null> {
  const row = await db
    .selectFrom('entry')
    .select(['id', 'source', 'source_key'])
    .where('agency', '=', agency)
    .where('kind', '=', register)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { id: row.id, source: row.source, sourceKey: row.source_key } : null
}

/** Ids of every entry that a register ever had. */
export async function knownEntries(db: Db, agency: string, register: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('entry')
    .select('id')
    .where('agency', '=', agency)
    .where('kind', '=', register)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whether anything of a register was ever public, whatever became of it. */
export async function everReleased(db: Db, agency: string, register: string): Promise<boolean> {
  const row = await db
    .selectFrom('entry_version')
    .select('id')
    .where('agency', '=', agency)
    .where('kind', '=', register)
    .where('disclosure', '=', 'public')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** All versions of an entry, of some or of all that are known now, in valid time; or as they were known at a revision. */
export function versionsNow(
  db: Db,
  agency: string,
  register: string,
  id?: string | readonly string[],
  known?: Revision,
): Promise<Version<EntryValue>[]> {
  const nothing = known === 0 || (typeof id === 'object' && id.length === 0)
  return nothing ? Promise.resolve([]) : facts(db, agency, entryKind(register)).timeline(known, id)
}

/** Entries of a register of which anything is internal now, in the order of their ids. */
export async function internalEntries(db: Db, agency: string, register: string): Promise<string[]> {
  const rows = await db
    .selectFrom('entry_version')
    .select('id')
    .distinct()
    .where((one) => one.and({ agency, kind: register, disclosure: 'internal' }))
    .where('revision_to', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Entries of a register that a revision wrote. */
export async function touchedBy(
  db: Db,
  agency: string,
  register: string,
  revision: Revision,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from entry_version where revision_from = ${revision} and agency = ${agency} and kind = ${register}
    union
    select id from entry_version where revision_to = ${revision} and agency = ${agency} and kind = ${register}
    order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

/** The revision that closed just before this one; 0 where it was the first, null where it has not closed. */
export async function closedBefore(db: Db, revision: Revision): Promise<Revision | null> {
  const row = await db
    .selectFrom('revision')
    .select('closed')
    .where('number', '=', revision)
    .executeTakeFirst()
  if (!row?.closed) return null
  const before = await db
    .selectFrom('revision')
    .select('number')
    .where('closed', '=', row.closed - 1)
    .executeTakeFirst()
  return before?.number ?? 0
}
