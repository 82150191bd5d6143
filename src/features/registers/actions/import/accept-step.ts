import { Fault } from '../../../../domain/fault.ts'
import type { JobContext } from '../../../../platform/jobs/index.ts'
import type { ChangeChoice } from '../../model/import/run.ts'
import { decidedState } from '../../rules/import/review.ts'
import { changeCounts, chosen, decide } from '../../store/imports/changes.ts'
import { findWork, updateWork, type ImportFile, type ImportWork } from '../../store/imports/files.ts'
import { chosenOf, compare } from './compare.ts'
import type { ImportServices } from './services.ts'
import { takeChanges } from './take.ts'
import { fileEntries } from './values.ts'

interface Accepting {
  readonly choice: ChangeChoice
  /** Whether the one who accepts sees restricted entries; else these wait for somebody who does. */
  readonly restricted: boolean
}

/** Writes the differences that a person has accepted. */
export async function acceptStep(
  services: ImportServices,
  context: JobContext,
  file: ImportFile,
  { choice, seq, restricted }: Accepting & { readonly seq: number },
): Promise<void> {
  const { record } = services
  const { agency } = context.author
  const { work, wanted } = await record.read(async (db) => ({
    work: await findWork(db, agency, file.id),
    wanted: new Set(await chosen(db, agency, file.id, choice, restricted)),
  }))
  if (!work) throw new Fault('not-found', { what: file.name })
  if (wanted.size > 0) await write(services, context, file, work, wanted, seq)
  await closeAccepted(services, agency, file.id, { choice, restricted })
}

async function write(
  services: ImportServices,
  context: JobContext,
  file: ImportFile,
  { source, summary, reading, seen, mapping }: ImportWork,
  wanted: ReadonlySet<string>,
  seq: number,
): Promise<void> {
  if (source === null || summary === null || reading === null || mapping === null)
    throw new Fault('not-found', { what: file.name })
  const { from } = summary
  const { register, id, name } = file
  const against = { agency: context.author.agency, register, source, on: from }
  const found = await compare(
    services.record,
    fileEntries(services, file, { mapping, reading }, source, from),
    against,
  )
  const accepted = chosenOf(found, ({ entry }) => wanted.has(entry))
  await takeChanges(context, accepted, wanted.size, {
    register,
    source,
    from,
    reason: `Chấp nhận khác biệt của bản đồ ${name}`,
    // What was changed by hand since the difference was shown is a conflict, not overwritten.
    basedOn: seen ?? undefined,
    act: { file: id, seq, act: 'accept', body: { changes: wanted.size } },
  })
}

/** What was written is decided; with the last decision the review is over. Safe to repeat after a stop. */
export async function closeAccepted(
  { record }: ImportServices,
  agency: string,
  id: string,
  { choice, restricted }: Accepting,
): Promise<void> {
  await record.transact(async (db) => {
    await decide(db, agency, id, choice, 'accepted', restricted)
    await closeIfDecided(db, agency, id)
  })
}

type Db = Parameters<typeof decide>[0]

/** A review with nothing left to decide is over. */
export async function closeIfDecided(db: Db, agency: string, id: string): Promise<void> {
  await updateWork(db, agency, id, { state: decidedState(await changeCounts(db, agency, id, true)) })
}
