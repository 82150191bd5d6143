import { match } from '../../../domain/search-text.ts'
import type { PublishedBody, PublishedClause, PublishedPlan, PublishedTask } from '../model/published.ts'
import { keysFor, slugOf } from './address.ts'

/** What a body has to do with a task, in the order in which documents name them. */
export const taskRoles = ['directing', 'lead', 'implementing', 'coordinating'] as const
export type TaskRole = (typeof taskRoles)[number]

export interface TaskGroup {
  /** Of its heading in addresses: two annexes may each have a group 1. */
  readonly key: string
  /** Its heading in the document; null where tasks stand under none. */
  readonly heading: PublishedClause | null
  readonly tasks: readonly PublishedTask[]
}

/** Tasks under the headings of the document, in its order. */
export function taskGroups(plan: PublishedPlan): TaskGroup[] {
  const clauses = new Map(plan.clauses.map((clause) => [clause.id, clause]))
  const headingOf = ({ clause }: PublishedTask) =>
    clauses.get(clauses.get(clause ?? '')?.parent ?? '') ?? null
  const byGroup = Map.groupBy(plan.tasks, (task) => `${task.group ?? ''} ${annexOf(task)}`)
  const groups = [...byGroup.values()]
  const keys = keysFor(groups.map(([task]) => task?.group ?? '0'))
  return groups.map((tasks, i) => ({
    key: keys[i] ?? '',
    heading: tasks[0] ? headingOf(tasks[0]) : null,
    tasks,
  }))
}

/** Each annex numbers its groups anew. */
function annexOf({ clause }: PublishedTask): string {
  return /^PL\d*(?=\.|$)/.exec(clause ?? '')?.[0] ?? ''
}

export interface BodyEntry {
  /** Safe in an address and as an anchor; the same for every spelling of the name. */
  readonly slug: string
  readonly body: PublishedBody
  readonly tasks: Readonly<Record<TaskRole, readonly PublishedTask[]>>
}

/** Every body that a task names, in Vietnamese order, the unnamed ("… liên quan") at the end. */
export function bodyIndex(tasks: readonly PublishedTask[]): BodyEntry[] {
  const found = new Map<string, BodyEntry>()
  for (const task of tasks) {
    for (const role of taskRoles) {
      for (const body of task[role]) {
        const slug = slugOf(body.text)
        const entry = found.get(slug) ?? {
          slug,
          body,
          tasks: { directing: [], lead: [], implementing: [], coordinating: [] },
        }
        found.set(slug, { ...entry, tasks: { ...entry.tasks, [role]: [...entry.tasks[role], task] } })
      }
    }
  }
  const collator = new Intl.Collator('vi')
  return [...found.values()].sort(
    (a, b) => Number(b.body.named) - Number(a.body.named) || collator.compare(a.body.text, b.body.text),
  )
}

export const timeKinds = ['dated', 'periodic', 'standing', 'unstated'] as const
export type TimeKind = (typeof timeKinds)[number]

/** Whether a task has an end, a cycle, neither, or says nothing of time. */
export function timeKindOf(task: PublishedTask): TimeKind {
  const { kind } = task.time
  return kind === 'standing' || kind === 'periodic' || kind === 'unstated' ? kind : 'dated'
}

/** Tasks by kind of time; those with an end by that end, the earliest first. */
export function tasksByTime(tasks: readonly PublishedTask[]): Map<TimeKind, PublishedTask[]> {
  const end = (task: PublishedTask) => task.time.to ?? '9999'
  return new Map(
    timeKinds
      .map((kind) => [kind, tasks.filter((task) => timeKindOf(task) === kind)] as const)
      .filter(([, list]) => list.length > 0)
      .map(([kind, list]) => [
        kind,
        kind === 'dated' ? [...list].sort((a, b) => (end(a) < end(b) ? -1 : Number(end(a) > end(b)))) : list,
      ]),
  )
}

export interface TaskFilter {
  readonly body: string
  readonly time: string
  readonly query: string
}

/** Tasks that meet every condition set; an empty condition is none. */
export function filterTasks(tasks: readonly PublishedTask[], filter: TaskFilter): PublishedTask[] {
  return tasks.filter(
    (task) =>
      (filter.time === '' || timeKindOf(task) === filter.time) &&
      (filter.body === '' ||
        taskRoles.some((role) => task[role].some((body) => slugOf(body.text) === filter.body))) &&
      (filter.query.trim() === '' || match(`${task.title ?? ''} ${task.text}`, filter.query).rank > 0),
  )
}
