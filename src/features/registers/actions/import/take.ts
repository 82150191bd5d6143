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
/**
 * New entries that are brought into the order of their ids, which are hashes: else every batch writes to leaves all over
 * every index. More of them are not in memory.
 */
const inOrder = 20_000

/** Writes differences, as they come, in one long commit: all of it is seen at once, or none. */
export async function takeChanges(
  { record, author, progress }: Context,
  changes: AsyncIterable<readonly Change[]>,
  total: number,
  taking: Taking,
): Promise<Revision> {
  const long = await record.long(author, taking.reason, { basedOn: taking.basedOn })
  await long.each([taking.act], enterAct)
  let done = 0
  const told = async (number: number) => progress({ done: (done += number), total, message: 'write' })
  let added: Change[] = []
  const enter = async () => {
    added.sort((a, b) => (a.entry < b.entry ? -1 : 1))
    for (let at = 0; at < added.length; at += together * 10) {
      const part = added.slice(at, at + together * 10)
      await insertNew(long, part, taking)
      await told(part.length)
    }
    added = []
  }
  for await (const block of changes) {
    const rest = block.filter(({ kind }) => kind !== 'new')
    await long.each(rest, (batch, change) => write(batch, change, taking))
    await told(rest.length)
    added.push(...block.filter(({ kind }) => kind === 'new'))
    if (added.length >= inOrder) await enter()
  }
  await enter()
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
