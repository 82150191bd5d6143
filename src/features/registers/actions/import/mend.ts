import { Fault } from '../../../../domain/fault.ts'
import { head } from '../../../../platform/db/index.ts'
import { demand, ownDraft, type Actor } from '../../../office/index.ts'
import type { ListedIssue, MendChoice } from '../../model/import/run.ts'
import { enterAct } from '../../store/imports/acts.ts'
import { nextStepNumber, type ImportWork } from '../../store/imports/files.ts'
import { markMended } from '../../store/imports/issues.ts'
import { authorOf, demandEditable, seesRestricted } from '../services.ts'
import { readAgain } from './again.ts'
import { workOf } from './look.ts'
import { mappingBy, readsAgain } from './mend-again.ts'
import { asked, chosenValue, finished, reasonOf, tasksOf } from './mend-tasks.ts'
import { mender, writeMend } from './mend-write.ts'
import type { ImportServices } from './services.ts'
import { queueStep } from './step.ts'

export interface Mended {
  /** Null where nothing had to be changed, or where a job does it. */
  readonly revision: number | null
  readonly mended: number
  /** Issues left as they are: an entry changed since, or the mend would do more than it may. */
  readonly left: number
  /** True where a job does it, because the entries are many: the import tells how far it is. */
  readonly queued: boolean
  /** The import that reads the file again, where the mend is another reading: what differs waits there for a review. */
  readonly again: string | null
}

/** Entries of one commit: a second of another writer's wait at most. More are left to a job. */
const most = 500

/**
 * Mends entries as an issue proposes: a correction of each, the version before stays. An issue is marked as mended when
 * nothing of it is left, and not before.
 */
export async function mendIssues(
  services: ImportServices,
  actor: Actor,
  id: string,
  choice: MendChoice,
): Promise<Mended> {
  demand(actor, 'register.import', ownDraft(actor), 'sửa theo đề nghị')
  const { record } = services
  const { work, issues } = await record.read(async (db) => ({
    work: await workOf(db, actor, id),
    issues: await asked(db, actor.agency, id, choice),
  }))
  const another = issues.filter(readsAgain)
  return another.length > 0
    ? readBy(services, actor, work, another, choice.value)
    : mendEntries(services, actor, work, issues, choice)
}

/** The file is read another way; no entry is touched before a person has looked at what differs. */
async function readBy(
  services: ImportServices,
  actor: Actor,
  { id, mapping }: ImportWork,
  issues: readonly ListedIssue[],
  value: string | undefined,
): Promise<Mended> {
  if (!mapping) throw new Fault('not-found', { what: 'việc nhập này' })
  const way = mappingBy(mapping, issues, value, await services.place(services.today()))
  const { id: again } = await readAgain(services, actor, id, { mapping: way })
  return { revision: null, mended: 0, left: issues.length, queued: true, again }
}

async function mendEntries(
  services: ImportServices,
  actor: Actor,
  work: ImportWork,
  issues: readonly ListedIssue[],
  choice: MendChoice,
): Promise<Mended> {
  demand(actor, 'register.edit', ownDraft(actor), 'sửa theo đề nghị')
  const { record, catalogue, today } = services
  const { id } = work
  const definition = catalogue.find(work.register, today())
  demandEditable(definition)
  const tasks = await record.read((db) => tasksOf(db, actor.agency, work, issues))
  const value = chosenValue(services, definition, issues, choice.value)
  const restricted = seesRestricted(actor)
  if (tasks.length > most) {
    if (work.state === 'waiting') throw new Fault('import-state', { state: work.state })
    await queueStep(record, authorOf(actor), work, { do: 'mend', choice, restricted })
    return { revision: null, mended: 0, left: issues.length, queued: true, again: null }
  }
  const { basedOn, outcomes } = await record.read(async (db) => {
    const mend = mender(services.geometry, definition, { agency: actor.agency, restricted, value })
    return { basedOn: (await head(db))?.number ?? 0, outcomes: await mend.outcomes(db, tasks) }
  })
  const done = finished(issues, tasks, outcomes)
  const left = issues.length - done.length
  if (done.length === 0 && outcomes.every(({ kind }) => kind !== 'write'))
    return { revision: null, mended: 0, left, queued: false, again: null }
  const seq = await record.transact((db) => nextStepNumber(db, actor.agency, id))
  const { revision } = await record.commit(
    authorOf(actor),
    reasonOf(issues),
    async (commit) => {
      await enterAct(commit, { file: id, seq, act: 'mend', body: { issues: done } })
      for (const [i, task] of tasks.entries()) await writeMend(commit, definition.id, task, outcomes[i]!)
      await markMended(commit.db, actor.agency, id, done, commit.revision)
    },
    { basedOn },
  )
  return { revision, mended: done.length, left, queued: false, again: null }
}
