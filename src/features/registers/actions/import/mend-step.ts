import { Fault } from '../../../../domain/fault.ts'
import { head } from '../../../../platform/db/index.ts'
import type { JobContext } from '../../../../platform/jobs/index.ts'
import type { ImportState, MendChoice } from '../../model/import/run.ts'
import { acts, enterAct } from '../../store/imports/acts.ts'
import { findWork, updateWork, type ImportFile } from '../../store/imports/files.ts'
import { markMended } from '../../store/imports/issues.ts'
import { asked, chosenValue, finished, reasonOf, tasksOf } from './mend-tasks.ts'
import { mender, writeMend, type MendOutcome } from './mend-write.ts'
import type { ImportServices } from './services.ts'

export interface MendOrder {
  readonly seq: number
  readonly choice: MendChoice
  readonly restricted: boolean
  /** What the import is again when its entries are mended. */
  readonly before: ImportState
}

/** Entries whose mends are worked out, and then written, together. */
const together = 200

/** Mends more entries than one commit may hold: seen when all of them are, and only then marked. */
export async function mendStep(
  services: ImportServices,
  context: JobContext,
  { id, register }: ImportFile,
  { seq, choice, restricted, before }: MendOrder,
): Promise<void> {
  const { record, catalogue, today } = services
  const { agency } = context.author
  const definition = catalogue.find(register, today())
  const { issues, tasks, basedOn } = await record.read(async (db) => {
    const work = await findWork(db, agency, id)
    if (!work) throw new Fault('not-found', { what: id })
    const issues = await asked(db, agency, id, choice)
    const tasks = await tasksOf(db, agency, work, issues)
    return { issues, tasks, basedOn: (await head(db))?.number ?? 0 }
  })
  const value = chosenValue(services, definition, issues, choice.value)
  const long = await context.record.long(context.author, reasonOf(issues), { basedOn })
  const kinds: Pick<MendOutcome, 'kind'>[] = []
  const mend = mender(services.geometry, definition, { agency, restricted, value })
  for (let at = 0; at < tasks.length; at += together) {
    const part = tasks.slice(at, at + together)
    const outcomes = await record.read((db) => mend.outcomes(db, part))
    await long.each(part.entries(), (batch, [i, task]) => writeMend(batch, register, task, outcomes[i]!))
    kinds.push(...outcomes.map(({ kind }) => ({ kind })))
    await context.progress({ done: at + part.length, total: tasks.length, message: 'mend' })
  }
  const done = finished(issues, tasks, kinds)
  await long.each([{ file: id, seq, act: 'mend' as const, body: { issues: done } }], enterAct)
  await long.close()
  await closeMended(services, agency, id, seq, before)
}

/** The entries are mended: their issues are marked. Safe to repeat after a stop. */
export async function closeMended(
  { record }: ImportServices,
  agency: string,
  id: string,
  seq: number,
  state: ImportState,
): Promise<void> {
  await record.transact(async (db) => {
    const act = (await acts(db, agency, { file: id })).find((one) => one.seq === seq)
    const { issues = [] } = (act?.body ?? {}) as { issues?: readonly number[] }
    const revision = act?.revision ?? 0
    for (let at = 0; at < issues.length; at += together)
      await markMended(db, agency, id, issues.slice(at, at + together), revision)
    await updateWork(db, agency, id, { state })
  })
}
