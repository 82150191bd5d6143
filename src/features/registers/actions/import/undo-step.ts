import type { Revision, Version } from '../../../../domain/as-of.ts'
import { canonical } from '../../../../domain/canonical.ts'
import { Fault } from '../../../../domain/fault.ts'
import type { Db, LongCommit } from '../../../../platform/db/index.ts'
import type { JobContext } from '../../../../platform/jobs/index.ts'
import type { EntryValue } from '../../model/entry.ts'
import { acts, enterAct } from '../../store/imports/acts.ts'
import { updateWork, type ImportFile } from '../../store/imports/files.ts'
import { closedBefore, touchedBy, versionsNow } from '../../store/history.ts'
import { entryKind } from '../../store/kind.ts'
import type { ImportServices } from './services.ts'

const together = 100

/** Takes back everything that an import wrote, in a later revision; what was written again since stays in the way. */
export async function undoStep(
  { record }: ImportServices,
  context: JobContext,
  file: ImportFile,
  { seq, reason }: { readonly seq: number; readonly reason: string },
): Promise<void> {
  const { agency } = context.author
  const { id, register } = file
  const revisions = await record.read((db) => standing(db, agency, id))
  if (revisions.length === 0) throw new Fault('nothing-to-undo')
  const { touched, before } = await record.read(async (db) => ({
    touched: (
      await Promise.all(revisions.map((revision) => touchedBy(db, agency, register, revision)))
    ).flat(),
    before: (await closedBefore(db, revisions[0] ?? 0)) ?? 0,
  }))
  const ids = [...new Set(touched)]
  const long = await context.long(reason)
  await long.each([{ file: id, seq, act: 'undo' as const, body: { revisions } }], enterAct)
  for (let at = 0; at < ids.length; at += together) {
    await restore(long, { agency, register, before, revisions }, ids.slice(at, at + together))
    await context.progress({ done: Math.min(at + together, ids.length), total: ids.length, message: 'undo' })
  }
  await long.close()
  await record.transact((db) => updateWork(db, agency, id, { state: 'undone' }))
}

/** Revisions of an import that nothing has taken back yet, in order. */
async function standing(db: Db, agency: string, file: string): Promise<Revision[]> {
  const all = await acts(db, agency, { file })
  const after = all.findLastIndex(({ act }) => act === 'undo')
  return all.slice(after + 1).map(({ revision }) => revision)
}

interface Restoring {
  readonly agency: string
  readonly register: string
  readonly before: Revision
  readonly revisions: readonly Revision[]
}

function restore(
  long: LongCommit,
  { agency, register, before, revisions }: Restoring,
  ids: readonly string[],
): Promise<void> {
  return long.each(ids, async (batch, id) => {
    const now = await versionsNow(batch.db, agency, register, id)
    const last = revisions.at(-1) ?? 0
    const written = now.some(({ recorded }) => recorded.from > before && !revisions.includes(recorded.from))
    // What was written since and taken back again is as this import left it.
    if (written && !alike(now, await versionsNow(batch.db, agency, register, id, last)))
      throw new Fault('entry-undo', { revision: last, what: id })
    const had = await versionsNow(batch.db, agency, register, id, before)
    const writer = batch.facts(entryKind(register))
    const first = firstDay(now)
    if (first !== null && first < (firstDay(had) ?? '9999-12-31')) await writer.end(id, first)
    for (const { valid, value } of had) await writer.correct(id, valid, value)
  })
}

const firstDay = (versions: readonly Version<EntryValue>[]) =>
  versions.reduce<Version<EntryValue>['valid']['from'] | null>(
    (first, { valid }) => (first === null || valid.from < first ? valid.from : first),
    null,
  )

function alike(now: readonly Version<EntryValue>[], then: readonly Version<EntryValue>[]): boolean {
  const text = (versions: readonly Version<EntryValue>[]) =>
    canonical(
      versions.map(({ valid, value }) => [
        valid,
        { ...value, geometry: value.geometry && Buffer.from(value.geometry).toString('base64') },
      ]),
    )
  return text(now) === text(then)
}
