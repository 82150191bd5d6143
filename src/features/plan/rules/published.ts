import type { Span } from '../../../domain/span.ts'
import type { AcceptedPlan } from '../model/accepted.ts'
import { keysFor } from './address.ts'
import type { PublishedPlan, PublishedState } from '../model/published.ts'

interface Placed {
  readonly at: readonly Span[]
}

/**
 * The accepted plan as the public may have it: in the order of the document, whatever order the record gave it
 * in; without places in the text, questions still open, corrections, and names of persons.
 */
export function publishedPlan(plan: AcceptedPlan, state: PublishedState): PublishedPlan {
  const { at: _at, signer, ...document } = plan.document
  return {
    notice: state.illustration ? illustrationNotice : null,
    state,
    source: plan.source.sha256,
    validFrom: plan.validFrom,
    document: { ...document, signer: signer && { title: signer.title, onBehalfOf: signer.onBehalfOf } },
    basis: inOrder(plan.basis, (basis) => basis.text),
    clauses: inOrder(plan.clauses, (clause) => clause.id),
    targets: publishedTargets(plan.targets),
    tasks: publishedTasks(plan.tasks),
    assignments: keyed(inOrder(plan.assignments, assignmentName), ({ no }) => no).map((assignment) => ({
      ...assignment,
      bodies: assignment.bodies.map(withoutPlace),
    })),
    footnotes: inOrder(plan.footnotes, (note) => String(note.no)),
    recipients: inOrder(plan.recipients, (recipient) => recipient.name).map((recipient) => ({
      ...recipient,
      name: person.test(recipient.name) ? null : recipient.name,
    })),
  }
}

/** Targets in the order of the document, each with a key; without places. */
export function publishedTargets(targets: AcceptedPlan['targets']): PublishedPlan['targets'] {
  return keyed(inOrder(targets, targetName), ({ id }) => id).map((target) => ({
    ...target,
    values: inOrder(target.values, (value) => `${value.year} ${value.text}`),
    baseline: target.baseline && withoutPlace(target.baseline),
  }))
}

/** Tasks in the order of the document, each with a key; without places. */
export function publishedTasks(tasks: AcceptedPlan['tasks']): PublishedPlan['tasks'] {
  return keyed(inOrder(tasks, taskName), ({ no }) => no).map((task) => ({
    ...task,
    directing: task.directing.map(withoutPlace),
    lead: task.lead.map(withoutPlace),
    implementing: task.implementing.map(withoutPlace),
    coordinating: task.coordinating.map(withoutPlace),
    output: task.output?.text ?? null,
    time: withoutPlace(task.time),
  }))
}

// Two with one number are told apart by their words, so that the same one keeps the plain address.
const targetName = ({ id, indicator, scope }: { id: string; indicator: string; scope: string | null }) =>
  `${id} ${indicator} ${scope ?? ''}`
const taskName = ({ no, title, text }: { no: string; title: string | null; text: string }) =>
  `${no} ${title ?? ''} ${text}`
const assignmentName = ({ no, text }: { no: string; text: string }) => `${no} ${text}`

/** Stands on every output of a town that is an illustration. */
export const illustrationNotice = 'DỮ LIỆU MINH HỌA'

/**
 * A recipient who is a person: "Đ/c Nguyễn Văn A", "Ông: …", "Bà …"; not a group ("Các đ/c ủy viên"). Where in
 * doubt it is one: a body left out of a list costs less than a name made public.
 */
const person = /^(?:đ[/.]c|đồng chí|ông|bà(?!\s+con\s))[\s.:]+\p{L}/iu

function keyed<T>(list: readonly T[], name: (item: T) => string): (T & { readonly key: string })[] {
  const keys = keysFor(list.map(name))
  return list.map((item, i) => ({ ...item, key: keys[i] ?? '' }))
}

function withoutPlace<T extends Placed>({ at: _at, ...rest }: T): Omit<T, 'at'> {
  return rest
}

/** By place in the text, then by key, so that the record's order of rows has no part in the bytes. */
function inOrder<T extends Placed>(list: readonly T[], key: (item: T) => string): Omit<T, 'at'>[] {
  const place = (item: T) => item.at[0]?.[0] ?? Number.MAX_SAFE_INTEGER
  return [...list]
    .sort((a, b) => place(a) - place(b) || (key(a) < key(b) ? -1 : Number(key(a) > key(b))))
    .map(withoutPlace)
}
