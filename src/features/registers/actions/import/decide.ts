import { Fault } from '../../../../domain/fault.ts'
import { demand, ownDraft, type Actor } from '../../../office/index.ts'
import type { ChangeChoice } from '../../model/import/run.ts'
import { decide } from '../../store/imports/changes.ts'
import { seesRestricted } from '../services.ts'
import { closeIfDecided } from './accept-step.ts'
import { workOf } from './look.ts'
import type { ImportServices } from './services.ts'
import { queueStep } from './step.ts'
import { stillStands } from './undo-step.ts'

const authorOf = ({ agency, post, person }: Actor) => ({ agency, post, person })

/** Takes differences into the record, all or some: a job writes them. */
export async function acceptChanges(
  { record }: ImportServices,
  actor: Actor,
  id: string,
  choice: ChangeChoice,
): Promise<void> {
  demand(actor, 'register.import', ownDraft(actor), 'chấp nhận khác biệt')
  const work = await record.read((db) => workOf(db, actor, id))
  if (work.state !== 'review') throw new Fault('import-state', { state: work.state })
  const restricted = seesRestricted(actor)
  await queueStep(record, authorOf(actor), work, { do: 'accept', choice, restricted })
}

/** Leaves the record as it is in these: the source's word is not followed. */
export async function refuseChanges(
  { record }: ImportServices,
  actor: Actor,
  id: string,
  choice: ChangeChoice,
): Promise<void> {
  demand(actor, 'register.import', ownDraft(actor), 'bỏ khác biệt')
  await record.transact(async (db) => {
    const work = await workOf(db, actor, id)
    if (work.state !== 'review') throw new Fault('import-state', { state: work.state })
    await decide(db, actor.agency, id, choice, 'refused', seesRestricted(actor))
    await closeIfDecided(db, actor.agency, id)
  })
}

/** Takes an import back, in a later revision that says why. */
export async function undoImport(
  { record }: ImportServices,
  actor: Actor,
  id: string,
  reason: string,
): Promise<void> {
  demand(actor, 'register.undo', ownDraft(actor), 'hoàn tác việc nhập')
  const restricted = seesRestricted(actor)
  const { work, rest } = await record.read(async (db) => ({
    work: await workOf(db, actor, id),
    // What somebody left who may not see it can still be taken back.
    rest: restricted && (await stillStands(db, actor.agency, id)),
  }))
  if (work.state !== 'taken' && work.state !== 'review' && !(work.state === 'undone' && rest))
    throw new Fault('import-state', { state: work.state })
  await queueStep(record, authorOf(actor), work, { do: 'undo', reason, restricted })
}
