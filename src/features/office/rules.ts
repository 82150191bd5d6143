import { Fault } from '../../domain/fault.ts'
import type { Actor, Role, Thing, Town } from './model.ts'

/** Everything that can be asked of dothi by somebody who is not anyone. */
export const actions = [
  'law.read',
  'law.check',
  'document.import',
  'document.read',
  'document.file',
  'proposal.read',
  'proposal.review',
  'plan.save',
  'plan.undo',
  'plan.read',
  'plan.publish',
  'territory.import',
  'territory.publish',
  'register.read',
  'register.restricted',
  'register.edit',
  'register.import',
  'register.release',
  'register.undo',
  'gate.read',
  'gate.accept',
  'edition.publish',
  'edition.withdraw',
  'edition.keys',
  'office.read',
  'record.export',
  'record.backup',
  'record.verify',
  'record.restore',
] as const
export type Action = (typeof actions)[number]

/** The one table of rights. What is not here is refused. */
export const rights: Readonly<Record<Role, readonly Action[]>> = {
  clerk: [
    'law.read',
    'document.import',
    'document.read',
    'document.file',
    'proposal.read',
    'plan.read',
    'register.read',
    'office.read',
  ],
  officer: [
    'law.read',
    'law.check',
    'document.import',
    'document.read',
    'document.file',
    'proposal.read',
    'proposal.review',
    'plan.save',
    'plan.undo',
    'plan.read',
    'register.read',
    'register.edit',
    'register.import',
    'register.undo',
    'gate.read',
    'office.read',
    'record.export',
  ],
  leader: [
    'law.read',
    'document.read',
    'document.file',
    'proposal.read',
    'plan.undo',
    'plan.read',
    'register.read',
    'register.restricted',
    'register.undo',
    'gate.read',
    'gate.accept',
    'office.read',
    'record.export',
  ],
  publisher: [
    'law.read',
    'document.read',
    'document.file',
    'plan.read',
    'plan.publish',
    'territory.publish',
    'register.read',
    'register.release',
    'gate.read',
    'gate.accept',
    'edition.publish',
    'edition.withdraw',
    'office.read',
    'record.export',
  ],
  // Who keeps the maps keeps those too that few may see.
  engineer: [
    'law.read',
    'document.read',
    'plan.read',
    'territory.import',
    'register.read',
    'register.restricted',
    'register.edit',
    'register.import',
    'register.undo',
    'gate.read',
    'office.read',
  ],
  supervisor: ['law.read', 'office.read'],
  administrator: [
    'law.read',
    'edition.keys',
    'office.read',
    'record.backup',
    'record.verify',
    'record.restore',
  ],
}

/** Things that anyone may do to what is public, with no role at all. */
const open: readonly Action[] = ['document.read', 'plan.read']

export interface Refusal {
  readonly refused: 'role' | 'agency'
}
export type Decision = 'yes' | Refusal

/** Whether `actor` may do `action` to `thing`; the one place that decides. */
export function may(actor: Actor, action: Action, thing: Thing): Decision {
  if (thing.disclosure === 'public' && open.includes(action)) return 'yes'
  // A right reaches no further than the agency of the post: another agency's drafts do not exist for it.
  if (actor.agency === '' || actor.agency !== thing.agency) return { refused: 'agency' }
  return actor.roles.some((role) => rights[role].includes(action)) ? 'yes' : { refused: 'role' }
}

/**
 * Refuses what `may` does not allow. Asked before anything is looked up, so that the answer is the same whether
 * the thing exists or not; what belongs to another agency is simply not there.
 */
export function demand(actor: Actor, action: Action, thing: Thing, what: string): void {
  const decision = may(actor, action, thing)
  if (decision === 'yes') return
  throw decision.refused === 'agency' ? new Fault('not-found', { what }) : new Fault('forbidden', { what })
}

/** What roles may do inside their own agency, in the order of the table: what a page offers, never what it trusts. */
export function abilities(roles: readonly Role[]): Action[] {
  return actions.filter((action) => roles.some((role) => rights[role].includes(action)))
}

/** What is the actor's own agency's and not public: the thing most actions are done to. */
export function ownDraft(actor: Actor): Thing {
  return { agency: actor.agency, disclosure: 'internal' }
}

/** What a town's file says that cannot be: ids that point nowhere or stand twice. */
export function townFaults(town: Town): string[] {
  const agencies = new Set(town.agencies.map((agency) => agency.id))
  const posts = new Set(town.posts.map((post) => post.id))
  const people = new Set(town.people.map((person) => person.id))
  const missing = (kind: string, owner: string, id: string | undefined, known: ReadonlySet<string>) =>
    id === undefined || known.has(id) ? [] : [`${owner}: ${kind} ${id} is not in the file`]
  return [
    ...twice('agency', town.agencies),
    ...twice('post', town.posts),
    ...twice('person', town.people),
    ...town.posts.flatMap((post) => missing('agency', post.id, post.agency, agencies)),
    ...town.incumbencies.flatMap((held) => missing('post', held.person, held.post, posts)),
    ...town.incumbencies.flatMap((held) => missing('person', held.post, held.person, people)),
    ...missing('agency', 'office', town.office?.agency, agencies),
    ...missing('agency', 'plan', town.plan?.agency, agencies),
    ...missing('post', 'plan', town.plan?.post, posts),
    ...noticeMissing(town),
  ]
}

/** An illustration that does not say so would look like a real office's figures. */
function noticeMissing(town: Town): string[] {
  return town.illustration && !town.notice ? [`${town.id}: an illustration needs its notice`] : []
}

function twice(kind: string, list: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>()
  return list.filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id }) => `${kind} ${id} stands twice`)
}
