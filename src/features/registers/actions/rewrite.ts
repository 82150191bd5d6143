import type { Revision, Version } from '../../../domain/as-of.ts'
import type { Author } from '../../../domain/author.ts'
import { head, type Batch, type Db, type TownRecord } from '../../../platform/db/index.ts'
import type { EntryValue } from '../model/entry.ts'
import { versionsNow } from '../store/history.ts'
import { entryKind } from '../store/kind.ts'

export interface Released {
  readonly revision: number
  readonly entries: number
}

export interface Target {
  readonly kind: string
  readonly reason: string
  /** What was read to decide: an entry written since is a conflict. */
  readonly basedOn: Revision
  /** Whether the versions are all that an entry shall have; else what stands beside them stays. */
  readonly whole: boolean
}

/** Versions of entries as they shall stand. */
export type Rewritten = ReadonlyMap<string, readonly Version<EntryValue>[]>

/** Entries that are read, and written, together. */
export const together = 200
/** What one commit writes without holding other writers up for long. */
const inOneCommit = 500

/** The revision closed last: what a reader of this moment has seen. */
export const lastRevision = async (db: Db): Promise<Revision> => (await head(db))?.number ?? 0

/**
 * Writes entries anew as `next` says of each page of them, so that a register of any size is in memory a page at a time:
 * few in one commit, many in a long one, seen when it is whole.
 */
export async function rewrite(
  record: TownRecord,
  author: Author,
  target: Target,
  ids: readonly string[],
  next: (db: Db, page: readonly string[]) => Promise<Rewritten>,
): Promise<Released> {
  const { reason, basedOn } = target
  if (ids.length > inOneCommit) return rewriteLong(record, author, target, ids, next)
  const wanted = await record.read((db) => next(db, ids))
  const { revision } = await record.commit(
    author,
    reason,
    async (commit) => {
      for (const [id, versions] of wanted) await writeEntry(commit, target, id, versions)
    },
    { basedOn },
  )
  return { revision, entries: wanted.size }
}

async function rewriteLong(
  record: TownRecord,
  author: Author,
  target: Target,
  ids: readonly string[],
  next: (db: Db, page: readonly string[]) => Promise<Rewritten>,
): Promise<Released> {
  const long = await record.long(author, target.reason, { basedOn: target.basedOn })
  try {
    let entries = 0
    for (let at = 0; at < ids.length; at += together) {
      const wanted = await record.read((db) => next(db, ids.slice(at, at + together)))
      await long.each(wanted, (batch, [id, versions]) => writeEntry(batch, target, id, versions))
      entries += wanted.size
    }
    await long.close()
    return { revision: long.revision, entries }
  } catch (error) {
    await long.abandon()
    throw error
  }
}

async function writeEntry(
  batch: Batch,
  { kind, whole }: Target,
  id: string,
  versions: readonly Version<EntryValue>[],
): Promise<void> {
  const writer = batch.facts(entryKind(kind))
  const [first] = whole ? await versionsNow(batch.db, batch.author.agency, kind, id) : []
  if (first) await writer.end(id, first.valid.from)
  for (const { valid, value } of versions) await writer.correct(id, valid, value)
}
