import { Fault } from '../../../../domain/fault.ts'
import type { Db } from '../../../../platform/db/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { Property } from '../../model/entry.ts'
import type { Mend } from '../../model/import/issue.ts'
import type { ListedIssue, MendChoice } from '../../model/import/run.ts'
import { codesOf } from '../../rules/entry.ts'
import { typed } from '../../rules/import/mend.ts'
import { issuesOf } from '../../store/imports/issues.ts'
import { idsOfKeys } from '../../store/imports/source.ts'
import type { MendOutcome } from './mend-write.ts'
import type { ImportServices } from './services.ts'

/** One entry to be mended, and the issue that asks for it. */
export interface Task {
  readonly id: string
  readonly seq: number
  readonly mend: Mend
}

/** Rows of one question to the record. */
const page = 500

export const reasonOf = (issues: readonly ListedIssue[]): string =>
  `Sửa theo đề nghị (mend): ${[...new Set(issues.map(({ code }) => code))].join(', ')}`

/** The issues that a choice means and that can be mended: all of them, however many. */
export async function asked(
  db: Db,
  agency: string,
  file: string,
  choice: MendChoice,
): Promise<ListedIssue[]> {
  const found: ListedIssue[] = []
  if ('issue' in choice)
    found.push(...(await issuesOf(db, agency, file, { after: choice.issue - 1, limit: 1 })))
  else
    for (let last: ListedIssue | undefined, more = true; more; last = found.at(-1)) {
      const query = { code: choice.code, open: true, after: last?.seq, limit: page }
      const next = await issuesOf(db, agency, file, query)
      found.push(...next)
      more = next.length === page
    }
  const fits = found.filter(
    (issue) => issue.mend && issue.mended === null && (!('issue' in choice) || issue.seq === choice.issue),
  )
  if (fits.length === 0) throw new Fault('not-found', { what: 'nội dung có thể sửa như vậy' })
  return fits
}

/** Every entry that the issues are about, by its id. */
export async function tasksOf(
  db: Db,
  agency: string,
  { register, source }: { readonly register: string; readonly source: string | null },
  issues: readonly ListedIssue[],
): Promise<Task[]> {
  const tasks: Task[] = []
  if (source === null) return tasks
  for (const { seq, mend, keys = [] } of issues) {
    if (!mend) continue
    for (let at = 0; at < keys.length; at += page)
      for (const id of await idsOfKeys(db, agency, register, source, keys.slice(at, at + page)))
        tasks.push({ id, seq, mend })
  }
  return tasks
}

/** Issues of which nothing is left: entries they name are there, and each is mended or needs no mend any more. */
export function finished(
  issues: readonly ListedIssue[],
  tasks: readonly Pick<Task, 'seq'>[],
  outcomes: readonly Pick<MendOutcome, 'kind'>[],
): number[] {
  const left = new Set(tasks.filter((_, i) => outcomes[i]?.kind === 'left').map(({ seq }) => seq))
  const there = new Set(tasks.map(({ seq }) => seq))
  return issues.map(({ seq }) => seq).filter((seq) => there.has(seq) && !left.has(seq))
}

/** Only what the register's list has is set: a mend brings in no new fault. */
export function chosenValue(
  { catalogue, today }: Pick<ImportServices, 'catalogue' | 'today'>,
  definition: Definition,
  issues: readonly ListedIssue[],
  text: string | undefined,
): Property | undefined {
  if (text === undefined) return undefined
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
