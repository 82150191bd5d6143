import type { Revision, Version } from '../../../../domain/as-of.ts'
import { canonical } from '../../../../domain/canonical.ts'
import { Fault } from '../../../../domain/fault.ts'
import type { Db, LongCommit } from '../../../../platform/db/index.ts'
import type { JobContext } from '../../../../platform/jobs/index.ts'
import type { EntryValue } from '../../model/entry.ts'
import { acts, enterAct } from '../../store/imports/acts.ts'
import { restrictedOf } from '../../store/imports/places.ts'
import { updateWork, type ImportFile } from '../../store/imports/files.ts'
import { closedBefore, touchedBy, versionsNow } from '../../store/history.ts'
import { entryKind } from '../../store/kind.ts'
import type { ImportServices } from './services.ts'

const together = 100

export interface Undoing {
  readonly seq: number
  readonly reason: string
  /** Whether the one who asks sees restricted entries: else these are left, and none is told of. */
  readonly restricted: boolean
}

/** Takes back everything that an import wrote, in a later revision; what was written again since stays in the way. */
export async function undoStep(
  { record }: ImportServices,
  context: JobContext,
  file: ImportFile,
  { seq, reason, restricted }: Undoing,
): Promise<void> {
  const { agency } = context.author
  const { id, register } = file
  const revisions = await record.read((db) => standing(db, agency, id))
  if (revisions.length === 0) throw new Fault('nothing-to-undo')
  const { touched, before, hidden } = await record.read(async (db) => ({
    touched: (
      await Promise.all(revisions.map((revision) => touchedBy(db, agency, register, revision)))
    ).flat(),
    before: (await closedBefore(db, revisions[0] ?? 0)) ?? 0,
    hidden: restricted ? new Set<string>() : await restrictedOf(db, agency, register, revisions),
  }))
  const all = [...new Set(touched)]
  const ids = all.filter((entry) => !hidden.has(entry))
  const long = await context.long(reason)
  const body = { revisions, whole: ids.length === all.length }
  await long.each([{ file: id, seq, act: 'undo' as const, body }], enterAct)
  for (let at = 0; at < ids.length; at += together) {
    await restore(long, { agency, register, before, revisions }, ids.slice(at, at + together))
    await context.progress({ done: Math.min(at + together, ids.length), total: ids.length, message: 'undo' })
  }
  await long.close()
  await record.transact((db) => updateWork(db, agency, id, { state: 'undone' }))
}

/**
 * Revisions of an import since it was last taken back whole, in order. One that took back a part, leaving what its
 * author may not see, stands among them.
 */
async function standing(db: Db, agency: string, file: string): Promise<Revision[]> {
  const all = await acts(db, agency, { file })
  const after = all.findLastIndex(({ act, body }) => act === 'undo' && isWhole(body))
  return all.slice(after + 1).map(({ revision }) => revision)
}

const isWhole = (body: unknown) => (body as { readonly whole?: boolean }).whole !== false

/** Whether anything of an import is left in the record to be taken back. */
export async function stillStands(db: Db, agency: string, file: string): Promise<boolean> {
  return (await standing(db, agency, file)).length > 0
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
    if (alike(now, had)) return
    const writer = batch.facts(entryKind(register))
    const first = firstDay(now)
    if (first !== null) await writer.end(id, first)
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
