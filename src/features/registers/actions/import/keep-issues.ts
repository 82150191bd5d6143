import type { TownRecord } from '../../../../platform/db/index.ts'
import type { ChangeKind } from '../../model/import/run.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import { addChanges, dropChanges } from '../../store/imports/changes.ts'
import { addIssues, dropIssues } from '../../store/imports/issues.ts'
import type { Change } from './compare.ts'

/** Rows of one transaction: about 10 ms of another writer's wait. */
const together = 500

/** Puts what was found in a file in place of what was found before. */
export async function keepIssues(
  record: TownRecord,
  agency: string,
  file: string,
  issues: readonly ImportIssue[],
): Promise<void> {
  while (await record.transact((db) => dropIssues(db, agency, file, together)));
  for (let at = 0; at < issues.length; at += together) {
    const part = issues.slice(at, at + together).map((issue, i) => ({ ...issue, seq: at + i + 1 }))
    await record.transact((db) => addIssues(db, agency, file, part))
  }
}

/** How many of each kind wait, and how many of them were changed by hand. */
export type Waiting = Readonly<Record<ChangeKind | 'hand', number>>

/** The same for the differences that wait for a decision; answers how many of each kind do. */
export async function keepChanges(
  record: TownRecord,
  agency: string,
  file: string,
  changes: AsyncIterable<readonly Change[]>,
): Promise<Waiting> {
  while (await record.transact((db) => dropChanges(db, agency, file, together)));
  const kept = { new: 0, changed: 0, gone: 0, hand: 0 }
  for await (const block of changes) {
    for (const { kind, hand } of block) {
      kept[kind]++
      if (hand) kept.hand++
    }
    for (let at = 0; at < block.length; at += together) {
      const part = block
        .slice(at, at + together)
        .map(({ entry, kind, label, fields, hand }) => ({ entry, kind, label, fields, hand }))
      await record.transact((db) => addChanges(db, agency, file, part))
    }
  }
  return kept
}
