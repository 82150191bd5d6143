import { createHash } from 'node:crypto'
import { canonical } from '../../../domain/canonical.ts'
import type { Batch, NewFact } from '../../../platform/db/index.ts'
import type { EntryIdentity, EntryValue } from '../model/entry.ts'
import { entryKind } from './kind.ts'

/**
 * The id of an entry by its source's key: the same file twice gives the same ids, on any machine. `copy` tells
 * doubles of one key apart, in the order in which the source has them.
 */
export function entryId(register: string, source: string, sourceKey: string, copy = 0): string {
  const key = copy === 0 ? [register, source, sourceKey] : [register, source, sourceKey, copy]
  return createHash('sha256').update(canonical(key)).digest('hex').slice(0, 24)
}

export interface NewEntry extends EntryIdentity, Omit<NewFact<EntryValue>, 'id'> {}

/** Enters entries of one register with their identity; a few hundred at a time. */
export async function insertEntries(
  batch: Batch,
  register: string,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return
  // Versions first: they find a conflict with whoever is entering the same at this moment.
  await batch.facts(entryKind(register)).insertMany(entries)
  await batch.db
    .insertInto('entry')
    .values(
      entries.map(({ id, source, sourceKey }) => ({
        agency: batch.author.agency,
        kind: register,
        id,
        source,
        source_key: sourceKey,
        revision: batch.revision,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
