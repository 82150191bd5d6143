import type { PlanReading } from '../../src/features/plan/model.ts'
import type { Truth } from '../../test/documents/truth.ts'
import type { Tally } from './tally.ts'

/** Texts are compared without case, white space, `*` and the marks at both ends. */
export function same(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[*⁽⁾⁰¹²³⁴⁵⁶⁷⁸⁹]/g, '')
    .replaceAll(/(\p{L}) ?([²³])/gu, '$1$2')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s\-–+•]+|[\s.,;:/]+$/g, '')
}
const orNull = (text: string | null | undefined) => (text === null || text === undefined ? null : same(text))

/** Holds a reading against the truth of its document; what the truth leaves out is not judged. */
export function compare(tally: Tally, truth: Truth, read: PlanReading): void {
  compareHead(tally, truth.document, read.document)
  compareBasis(tally, truth, read)
  compareClauses(tally, truth, read)
  if (truth.targets) compareTargets(tally, truth.targets, read.targets)
  if (truth.tasks) compareTasks(tally, truth.tasks, read.tasks)
  compareRest(tally, truth, read)
}

function compareHead(tally: Tally, truth: Truth['document'], read: PlanReading['document']): void {
  for (const field of ['kind', 'number', 'issuer', 'place', 'issuedOn', 'title'] as const)
    if (truth[field] !== undefined)
      tally.value(`document.${field}`, orNull(truth[field]), orNull(read[field]))
  if (truth.signer !== undefined)
    for (const field of ['name', 'title', 'onBehalfOf'] as const)
      tally.value(`signer.${field}`, orNull(truth.signer?.[field]), orNull(read.signer?.[field]))
  if (truth.horizon !== undefined)
    for (const field of ['from', 'to', 'vision'] as const)
      tally.value(`horizon.${field}`, text(truth.horizon?.[field]), text(read.horizon?.[field]))
}

const text = (value: number | null | undefined) =>
  value === null || value === undefined ? null : String(value)

function compareBasis(tally: Tally, truth: Truth, read: PlanReading): void {
  if (!truth.basis) return
  const key = (each: { kind: string | null; number: string | null; issuedOn: string | null }) =>
    [each.kind, each.number, each.issuedOn].map((part) => orNull(part)).join(' | ')
  tally.items('basis', truth.basis.map(key), read.basis.map(key))
  for (const each of truth.basis) {
    const found = read.basis.find((other) => key(other) === key(each))
    if (found && each.issuer !== undefined)
      tally.value('basis.issuer', orNull(each.issuer), orNull(found.issuer))
  }
}

function compareClauses(tally: Tally, truth: Truth, read: PlanReading): void {
  if (!truth.clauses) return
  tally.items(
    'clause',
    truth.clauses.map(({ id }) => id),
    read.clauses.map(({ id }) => id),
  )
  for (const each of truth.clauses) {
    const found = read.clauses.find(({ id }) => id === each.id)
    if (!found) continue
    tally.value('clause.text', ...beginning(each.text, found.text))
    if (each.heading !== undefined)
      tally.value('clause.heading', `${each.id} ${each.heading}`, `${each.id} ${found.heading}`)
  }
}

/** The truth gives only the beginning of a long text: the reading is cut to it. */
function beginning(expected: string, found: string): [string, string] {
  const wanted = same(expected)
  return [wanted, same(found).slice(0, wanted.length)]
}

type TruthTarget = NonNullable<Truth['targets']>[number]

function compareTargets(tally: Tally, truth: readonly TruthTarget[], read: PlanReading['targets']): void {
  const left = [...read]
  const values = (each: { values: readonly unknown[] }) => JSON.stringify(each.values)
  const tuples = (each: PlanReading['targets'][number]) => ({
    values: each.values.map(({ year, comparator, value }) => [year, comparator, value]),
  })
  const pairs = truth.map((each) => {
    const at = [
      left.findIndex(
        (other) => same(other.indicator) === same(each.indicator) && values(tuples(other)) === values(each),
      ),
      left.findIndex((other) => same(other.indicator) === same(each.indicator)),
      left.findIndex((other) => values(tuples(other)) === values(each)),
    ].find((place) => place >= 0)
    return { each, found: at === undefined ? undefined : left.splice(at, 1)[0] }
  })
  tally.items(
    'target',
    truth.map((each) => same(each.indicator)),
    [
      ...pairs.flatMap(({ each, found }) => (found ? [same(each.indicator)] : [])),
      ...left.map((each) => same(each.indicator)),
    ],
  )
  for (const { each, found } of pairs) if (found) compareTarget(tally, each, found)
}

function compareTarget(tally: Tally, truth: TruthTarget, read: PlanReading['targets'][number]): void {
  const told = (year: number | null, comparator: string, value: unknown) =>
    `${same(truth.indicator)}: ${year} ${comparator} ${JSON.stringify(value)}`
  tally.value('target.indicator', same(truth.indicator), same(read.indicator))
  if (truth.unit !== undefined) tally.value('target.unit', orNull(truth.unit), orNull(read.unit))
  tally.items(
    'target.value',
    truth.values.map((value) => told(...value)),
    read.values.map(({ year, comparator, value }) => told(year, comparator, value)),
  )
  const { baseline } = read
  tally.value(
    'target.baseline',
    truth.baseline && told(...truth.baseline),
    baseline && told(baseline.year, baseline.comparator, baseline.value),
  )
}

type TruthTask = NonNullable<Truth['tasks']>[number]

function compareTasks(tally: Tally, truth: readonly TruthTask[], read: PlanReading['tasks']): void {
  const left = [...read]
  const name = (task: { group: string | null; no: string }) => `${task.group ?? '–'} / ${task.no}`
  const take = (test: (task: PlanReading['tasks'][number]) => boolean) => {
    const at = left.findIndex(test)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const starts = (a: TruthTask, b: PlanReading['tasks'][number]) =>
    same(b.text).startsWith(same(a.text).slice(0, 30))
  const pairs = truth.map((each) => ({
    each,
    found:
      take((task) => name(task) === name(each) && starts(each, task)) ?? take((task) => starts(each, task)),
  }))
  tally.items(
    'task',
    pairs.map(({ each }) => `${name(each)} ${same(each.text)}`),
    [
      ...pairs.flatMap(({ each, found }) => (found ? [`${name(each)} ${same(each.text)}`] : [])),
      ...left.map((task) => `${name(task)} ${same(task.text).slice(0, 60)}`),
    ],
  )
  for (const { each, found } of pairs) if (found) compareTask(tally, each, found)
}

const bodyKey = ({ text, named }: { text: string; named: boolean }) =>
  `${same(text)}${named ? '' : ' (not named)'}`

function compareTask(tally: Tally, truth: TruthTask, read: PlanReading['tasks'][number]): void {
  const at = (value: string | null) => (value === null ? null : `${truth.no} ${value}`)
  tally.value('task.no', truth.no, read.no)
  tally.value('task.group', at(truth.group), at(read.group))
  tally.value('task.text', ...beginning(truth.text, read.text))
  for (const role of ['directing', 'lead', 'implementing', 'coordinating'] as const)
    tally.items(
      `task.${role}`,
      truth[role].map((body) => `${truth.no} ${bodyKey(body)}`),
      read[role].map((body) => `${truth.no} ${bodyKey(body)}`),
    )
  tally.value('task.output', at(orNull(truth.output)), at(orNull(read.output?.text)))
  const time = ({ kind, from, to }: { kind: string; from: string | null; to: string | null }) =>
    `${truth.no} ${kind} ${from} – ${to}`
  tally.value('task.time', time(truth.time), time(read.time))
}

function compareRest(tally: Tally, truth: Truth, read: PlanReading): void {
  if (truth.assignments) {
    const told = (each: { no: string; bodies: readonly { text: string; named: boolean }[] }) =>
      each.bodies.map((body) => `${each.no}: ${bodyKey(body)}`)
    tally.items(
      'assignment',
      truth.assignments.map(({ no }) => no),
      read.assignments.map(({ no }) => no),
    )
    tally.items('assignment.bodies', truth.assignments.flatMap(told), read.assignments.flatMap(told))
  }
  if (truth.footnotes) {
    tally.items(
      'footnote',
      truth.footnotes.map(({ no }) => String(no)),
      read.footnotes.map(({ no }) => String(no)),
    )
    for (const note of truth.footnotes) {
      const found = read.footnotes.find(({ no }) => no === note.no)
      if (found) tally.value('footnote.text', ...beginning(note.text, found.text))
    }
  }
  if (truth.recipients) {
    const told = ({ name, purpose }: { name: string; purpose: string | null }) =>
      `${same(name)} (${orNull(purpose) ?? ''})`
    tally.items('recipient', truth.recipients.map(told), read.recipients.map(told))
  }
  if (truth.issues) {
    const told = ({ code, found }: { code: string; found: string }) => `${code} ${same(found)}`
    tally.recall('issue (must be found)', truth.issues.map(told), read.issues.map(told))
  }
}
