import type { Revision } from '../../../../domain/as-of.ts'
import type { Day } from '../../../../domain/day.ts'
import type { Batch, LongCommit } from '../../../../platform/db/index.ts'
import type { JobContext } from '../../../../platform/jobs/index.ts'
import { enterAct, type ImportAct } from '../../store/imports/acts.ts'
import { entryKind } from '../../store/kind.ts'
import { insertEntries } from '../../store/write.ts'
import type { Change } from './compare.ts'

export interface Taking {
  readonly register: string
  readonly source: string
  /** First day on which the entries hold so. */
  readonly from: Day
  readonly reason: string
  /** The revision that the difference was made against. */
  readonly basedOn?: Revision | undefined
  readonly act: Omit<ImportAct, 'revision'>
}

type Context = Pick<JobContext, 'record' | 'author' | 'progress'>

/** New entries of one statement. */
const together = 100

/** Writes differences in one long commit: all of it is seen at once, or none. */
export async function takeChanges(
  { record, author, progress }: Context,
  changes: readonly Change[],
  taking: Taking,
): Promise<Revision> {
  const long = await record.long(author, taking.reason, { basedOn: taking.basedOn })
  await long.each([taking.act], enterAct)
  // In the order of their ids, which are hashes: else every batch writes to leaves all over every index.
  const added = changes.filter(({ kind }) => kind === 'new').toSorted((a, b) => (a.entry < b.entry ? -1 : 1))
  const rest = changes.filter(({ kind }) => kind !== 'new')
  const told = async (done: number) => progress({ done, total: changes.length, message: 'write' })
  for (let at = 0; at < added.length; at += together * 10) {
    await insertNew(long, added.slice(at, at + together * 10), taking)
    await told(Math.min(at + together * 10, added.length))
  }
  for (let at = 0; at < rest.length; at += together) {
    const part = rest.slice(at, at + together)
    await long.each(part, (batch, change) => write(batch, change, taking))
    await told(added.length + at + part.length)
  }
  await long.close()
  return long.revision
}

async function insertNew(long: LongCommit, changes: readonly Change[], { register, source, from }: Taking) {
  const parts = Array.from({ length: Math.ceil(changes.length / together) }, (_, i) =>
    changes.slice(i * together, (i + 1) * together),
  )
  await long.each(parts, (batch, part) =>
    insertEntries(
      batch,
      register,
      part.flatMap(({ entry: id, sourceKey, value, until: to }) =>
        value ? [{ id, source, sourceKey, from, to, value }] : [],
      ),
    ),
  )
}

/** From the day on, until what the record has for later days: a change planned for then stays planned. */
async function write(
  batch: Batch,
  { entry, value, until }: Change,
  { register, from }: Taking,
): Promise<void> {
  const writer = batch.facts(entryKind(register))
  if (value === null) await writer.end(entry, from, until)
  else await writer.correct(entry, { from, to: until }, value)
}
