import { Fault } from '../../../../domain/fault.ts'
import { demand, ownDraft, type Actor } from '../../../office/index.ts'
import type { ImportOptions } from '../../model/import/run.ts'
import { decide } from '../../store/imports/changes.ts'
import { findFile } from '../../store/imports/files.ts'
import { closeIfDecided } from './accept-step.ts'
import { workOf } from './look.ts'
import { importOf, take, type Received } from './receive.ts'
import type { ImportServices } from './services.ts'

/** How a file is to be read now; the rest stays as it was. */
export type AnotherWay = Pick<ImportOptions, 'mapping' | 'mappingName' | 'crs' | 'tables'>

/**
 * Reads the kept bytes of an import another way, as a newer file of the same source: what differs from the record
 * waits for a review. A review of the reading before is over, with nothing more taken from it.
 */
export async function readAgain(
  services: ImportServices,
  actor: Actor,
  id: string,
  how: AnotherWay,
): Promise<Received> {
  demand(actor, 'register.import', ownDraft(actor), 'đọc lại bản đồ')
  const { record } = services
  const { work, file } = await record.read(async (db) => ({
    work: await workOf(db, actor, id),
    file: await findFile(db, actor.agency, id),
  }))
  if (!file) throw new Fault('not-found', { what: 'việc nhập này' })
  if (work.state === 'waiting') throw new Fault('import-state', { state: work.state })
  const { mapping: _, mappingName: __, crs: ___, tables: ____, accept: _____, ...kept } = file.options
  const options: ImportOptions = {
    ...kept,
    from: work.summary?.from ?? kept.from,
    source: work.source ?? kept.source,
    ...how,
  }
  const received = await take(services, actor, importOf(file.register, file.files, options))
  if (work.state === 'review' && received.id !== id) await close(services, actor, id)
  return received
}

function close({ record }: ImportServices, { agency }: Actor, id: string): Promise<void> {
  return record.transact(async (db) => {
    // All of it: what the reader may not see stands in the review of the new reading again.
    await decide(db, agency, id, { all: true }, 'refused', true)
    await closeIfDecided(db, agency, id)
  })
}
