import { Fault } from '../../../../domain/fault.ts'
import { jobKind, type JobContext, type JobKind } from '../../../../platform/jobs/index.ts'
import { acts } from '../../store/imports/acts.ts'
import { findFile, updateWork, type ImportFile } from '../../store/imports/files.ts'
import { analyzeEntries, makeFromDefinitions } from '../../store/made/index.ts'
import { acceptStep, closeAccepted, closeIfDecided } from './accept-step.ts'
import { closeMended, mendStep } from './mend-step.ts'
import { readStep } from './read-step.ts'
import type { ImportServices } from './services.ts'
import { importJobName, type Step } from './step.ts'
import { undoStep } from './undo-step.ts'

/** The work on map files: whatever dies under it, a step is in the record whole or not at all, and once. */
export function mapImportJob(services: ImportServices): JobKind<Step> {
  return jobKind<Step>(importJobName, async (step, context) => {
    const { record } = services
    const { agency } = context.author
    const file = await record.read((db) => findFile(db, agency, step.id))
    if (!file) throw new Fault('not-found', { what: step.id })
    const done = await record.read((db) => acts(db, agency, { file: step.id }))
    try {
      if (done.some(({ seq }) => seq === step.seq)) await finish(services, agency, step)
      else await run(services, context, file, step)
    } catch (error) {
      if (error instanceof Fault)
        await record.transact((db) => updateWork(db, agency, step.id, { state: step.before }))
      throw error
    }
    await settle(services)
  })
}

/** Many entries may have come: they want indexes, and an engine that knows of them. */
async function settle({ record, catalogue, today, place }: ImportServices): Promise<void> {
  const { plane, operation, systems } = await place(today())
  await makeFromDefinitions(record, catalogue.on(today()), { plane, operation, planes: systems.planes })
  await analyzeEntries(record)
}

function run(
  services: ImportServices,
  context: JobContext,
  file: ImportFile,
  { seq, order, before }: Step,
): Promise<void> {
  switch (order.do) {
    case 'read':
      return readStep(services, context, file, {
        seq,
        from: order.from ?? services.today(),
        accept: order.accept ?? false,
        restricted: order.restricted,
      })
    case 'accept':
      return acceptStep(services, context, file, { ...order, seq })
    case 'undo':
      return undoStep(services, context, file, { ...order, seq })
    case 'mend':
      return mendStep(services, context, file, { ...order, seq, before })
  }
}

/** The commit had closed when the worker died: only what is shown of it is left to do. */
async function finish(
  services: ImportServices,
  agency: string,
  { id, seq, order, before }: Step,
): Promise<void> {
  switch (order.do) {
    case 'accept':
      return closeAccepted(services, agency, id, order)
    case 'mend':
      return closeMended(services, agency, id, seq, before)
    case 'undo':
      return services.record.transact((db) => updateWork(db, agency, id, { state: 'undone' }))
    case 'read':
      return services.record.transact((db) => closeIfDecided(db, agency, id))
  }
}
