import type { Version } from '../../../../domain/as-of.ts'
import { dimensionOf, decodeWkb } from '../../../../domain/geometry/index.ts'
import { Fault } from '../../../../domain/fault.ts'
import { GeometryEngine } from '../../../../platform/geometry/index.ts'
import { demand, ownDraft, type Actor } from '../../../office/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { EntryValue } from '../../model/entry.ts'
import type { Mend } from '../../model/import/issue.ts'
import type { ListedIssue } from '../../model/import/run.ts'
import { codesOf } from '../../rules/entry.ts'
import { mended, typed, withoutRepeated } from '../../rules/import/mend.ts'
import { enterAct } from '../../store/imports/acts.ts'
import { sameBytes } from '../../rules/import-difference.ts'
import { issuesOf, markMended } from '../../store/imports/issues.ts'
import { nextStepNumber } from '../../store/imports/files.ts'
import { idsOfKeys } from '../../store/imports/source.ts'
import { versionsNow } from '../../store/history.ts'
import { entryKind } from '../../store/kind.ts'
import { demandEditable, seesRestricted } from '../services.ts'
import { workOf } from './look.ts'
import type { ImportServices } from './services.ts'

/** One issue, or all of a kind that are not mended yet; with the value that a person chose where one is asked. */
export type MendChoice =
  | { readonly issue: number; readonly value?: string | undefined }
  | { readonly code: string; readonly value?: string | undefined }

export interface Mended {
  /** Null where nothing had to be changed. */
  readonly revision: number | null
  readonly mended: number
  /** Left as they are: changed since, or the mend would do more than it may. */
  readonly left: number
}

/** Entries of one commit: a second of another writer's wait at most. */
const most = 500

interface Task {
  readonly id: string
  readonly seq: number
  readonly mend: Mend
}

interface Written {
  readonly version: Version<EntryValue>
  /** Null where the entry goes. */
  readonly value: EntryValue | null
}

/**
 * Mends entries as an issue proposes: a correction of each, the version before stays. Up to 500 at a time; asked again
 * it goes on with the rest.
 */
export async function mendIssues(
  services: ImportServices,
  actor: Actor,
  id: string,
  choice: MendChoice,
): Promise<Mended> {
  demand(actor, 'register.edit', ownDraft(actor), 'sửa theo đề nghị')
  const { record, catalogue, today } = services
  const { agency, post, person } = actor
  const work = await record.read((db) => workOf(db, actor, id))
  const definition = catalogue.find(work.register, today())
  demandEditable(definition)
  const issues = await record.read((db) => asked(db, agency, id, choice))
  const tasks = await tasksOf(services, agency, work, issues)
  const value =
    choice.value === undefined ? undefined : chosenValue(services, definition, issues, choice.value)
  const found = await record.read((db) =>
    Promise.all(tasks.map(({ id: entry }) => versionsNow(db, agency, work.register, entry))),
  )
  const written = await mendAll(definition, tasks, found, actor, value)
  const done = [...new Set(tasks.filter((_, i) => written[i]).map(({ seq }) => seq))]
  if (done.length === 0) return { revision: null, mended: 0, left: issues.length }
  const seq = await record.transact((db) => nextStepNumber(db, agency, id))
  const { revision } = await record.commit(
    { agency, post, person },
    `Sửa theo đề nghị (mend): ${reasonOf(issues)}`,
    async (commit) => {
      await enterAct(commit, { file: id, seq, act: 'mend', body: { issues: done } })
      const writer = commit.facts(entryKind(work.register))
      for (const [i, task] of tasks.entries()) {
        const one = written[i]
        if (one?.value) await writer.correct(task.id, one.version.valid, one.value)
        else if (one) await writer.end(task.id, one.version.valid.from)
      }
      await markMended(commit.db, agency, id, done, commit.revision)
    },
  )
  return { revision, mended: done.length, left: issues.length - done.length }
}

const reasonOf = (issues: readonly ListedIssue[]) => [...new Set(issues.map(({ code }) => code))].join(', ')

type Db = Parameters<typeof issuesOf>[0]

async function asked(db: Db, agency: string, file: string, choice: MendChoice): Promise<ListedIssue[]> {
  const found =
    'issue' in choice
      ? await issuesOf(db, agency, file, { after: choice.issue - 1, limit: 1 })
      : await issuesOf(db, agency, file, { code: choice.code, open: true, limit: most })
  const fits = found.filter(
    (issue) => issue.mend && issue.mended === null && (!('issue' in choice) || issue.seq === choice.issue),
  )
  if (fits.length === 0) throw new Fault('not-found', { what: 'nội dung có thể sửa như vậy' })
  return fits
}

async function tasksOf(
  { record }: ImportServices,
  agency: string,
  { register, source }: { readonly register: string; readonly source: string | null },
  issues: readonly ListedIssue[],
): Promise<Task[]> {
  if (source === null) return []
  return record.read(async (db) => {
    const tasks: Task[] = []
    for (const { seq, mend, keys = [] } of issues)
      for (const id of mend ? await idsOfKeys(db, agency, register, source, keys.slice(0, most)) : [])
        if (mend && tasks.length < most) tasks.push({ id, seq, mend })
    return tasks
  })
}

/** Only what the register's list has is set: a mend brings in no new fault. */
function chosenValue(
  { catalogue, today }: ImportServices,
  definition: Definition,
  issues: readonly ListedIssue[],
  text: string,
) {
  const key = issues[0]?.mend?.field ?? ''
  const field = definition.fields.find((one) => one.key === key)
  const codes = field?.codes && codesOf(field.codes, catalogue.law, today())
  const value = typed(definition, key, text)
  const wrong = (codes && codes.every(({ code }) => code !== value)) || Number.isNaN(value)
  if (wrong)
    throw new Fault('entry-value', {
      what: definition.name.vi,
      field: key,
      why: `không có trong danh mục / not in the list: ${text}`,
    })
  return value
}

async function mendAll(
  definition: Definition,
  tasks: readonly Task[],
  found: readonly (readonly Version<EntryValue>[])[],
  actor: Actor,
  value: string | number | boolean | undefined,
): Promise<(Written | null)[]> {
  await using engine = new GeometryEngine(1)
  const written: (Written | null)[] = []
  for (const [i, { mend }] of tasks.entries()) {
    const version = found[i]?.at(-1)
    const closed = version?.value.disclosure === 'restricted' && !seesRestricted(actor)
    const after =
      version && !closed ? await mendOne(definition, version.value, mend, engine, value) : undefined
    written.push(version && after !== undefined ? { version, value: after } : null)
  }
  return written
}

/** The value after the mend; null where the entry goes, undefined where it is left as it is. */
async function mendOne(
  definition: Definition,
  before: EntryValue,
  { kind, field, within = 0 }: Mend,
  engine: GeometryEngine,
  value: string | number | boolean | undefined,
): Promise<EntryValue | null | undefined> {
  const { geometry } = before
  switch (kind) {
    case 'drop-copy':
      return null
    case 'set-code':
    case 'set-value': {
      if (field === undefined || value === undefined) return undefined
      return mended(definition, before, { properties: { ...before.properties, [field]: value } }, kind)
    }
    case 'drop-repeated': {
      const clean = geometry && withoutRepeated(geometry)
      return clean && !sameBytes(clean, geometry)
        ? mended(definition, before, { geometry: clean }, kind)
        : undefined
    }
    case 'make-valid': {
      const [mend] = geometry ? await engine.makeValid([geometry]) : []
      if (!geometry || !mend || Math.abs(mend.areaAfter - mend.areaBefore) * 100 > within * mend.areaBefore)
        return undefined
      const kept = dimensionOf(decodeWkb(mend.wkb).type) === dimensionOf(decodeWkb(geometry).type)
      return kept ? mended(definition, before, { geometry: mend.wkb }, kind) : undefined
    }
    // These read the file again, another way.
    case 'close-rings':
    case 'swap-axes':
    case 'set-crs':
      return undefined
  }
}
