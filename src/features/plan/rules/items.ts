import { fold } from '../../../domain/fold.ts'
import type { Span } from '../../../domain/span.ts'
import type { PlanReading } from '../model.ts'
import type { Candidate, Item, Kind, Value } from '../model/proposal.ts'

type Parts = Pick<
  PlanReading,
  'document' | 'basis' | 'clauses' | 'targets' | 'tasks' | 'assignments' | 'footnotes' | 'recipients'
>

/** Everything in a reading or in a plan that an officer decides on, each under its natural key. */
export function itemsOf(plan: Parts): Item[] {
  return distinct([
    { kind: 'document', key: 'head', value: plan.document },
    ...plan.basis.map((value): Item => ({ kind: 'basis', key: slug(value.number ?? value.text), value })),
    ...plan.targets.map((value): Item => ({ kind: 'target', key: targetKey(value), value })),
    ...plan.tasks.map((value): Item => ({ kind: 'task', key: value.no, value })),
    ...plan.assignments.map((value): Item => ({ kind: 'assignment', key: value.no, value })),
    ...plan.clauses.map((value): Item => ({ kind: 'clause', key: value.id, value })),
    ...plan.footnotes.map((value): Item => ({ kind: 'footnote', key: String(value.no), value })),
    ...plan.recipients.map((value): Item => ({ kind: 'recipient', key: slug(value.name), value })),
  ])
}

function targetKey(target: { readonly indicator: string; readonly scope: string | null }): string {
  return [target.indicator, target.scope ?? ''].map(slug).filter(Boolean).join('/')
}

/** Lower-case words without marks, joined by `-`: at most 80 characters. */
export function slug(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-|-$/g, '')
}

/** A number that the source uses twice gets `~2`, so that neither hides the other. */
function distinct(items: readonly Item[]): Item[] {
  const count = new Map<string, number>()
  return items.map((item) => {
    const id = idOf(item)
    const times = (count.get(id) ?? 0) + 1
    count.set(id, times)
    return times === 1 ? item : { ...item, key: `${item.key}~${times}` }
  })
}

export function idOf(item: { readonly kind: Kind; readonly key: string }): string {
  return `${item.kind}:${item.key}`
}

/** What is proposed, set against what the record holds: first what was read, in its order, then what is gone. */
export function candidatesOf(reading: Parts, before: Parts | null): Candidate[] {
  const known = new Map((before ? itemsOf(before) : []).map((item) => [idOf(item), item]))
  const read = itemsOf(reading).map((item): Candidate => {
    const old = known.get(idOf(item)) ?? null
    known.delete(idOf(item))
    const change = old === null ? 'added' : sameValue(old.value, item.value) ? 'same' : 'changed'
    return { id: idOf(item), change, item, before: old }
  })
  const gone = [...known.values()].map((item): Candidate => ({
    id: idOf(item),
    change: 'removed',
    item,
    before: item,
  }))
  return [...read, ...gone]
}

/** Equal in what they say; where it stands in its document may differ. */
export function sameValue(one: Value, other: Value): boolean {
  return JSON.stringify(bare(one)) === JSON.stringify(bare(other))
}

/** A value without its places, keys in one order. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'at')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, bare(inner)]),
  )
}

/** What a document says of itself; the rest of its `at` (opening words, page numbers …) is no value of it. */
const headFields = ['kind', 'number', 'issuer', 'place', 'issuedOn', 'title', 'signer', 'horizon']

/** Where an item's own values stand, in reading order. */
export function placesOfItem({ kind, value }: Item): Span[] {
  if (kind !== 'document') return placesOf(value)
  const own = Object.entries(value.at).filter(([field]) => headFields.includes(field))
  return placesOf({ at: Object.fromEntries(own) })
}

/** Every place a value or a part of it stands at, in reading order. */
export function placesOf(value: unknown): Span[] {
  const found: Span[] = []
  const visit = (part: unknown): void => {
    if (isSpan(part)) found.push(part)
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(visit)
  }
  const atFields = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    for (const [name, inner] of Object.entries(part)) (name === 'at' ? visit : atFields)(inner)
  }
  atFields(value)
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

function isSpan(part: unknown): part is Span {
  return Array.isArray(part) && part.length === 2 && part.every((end) => typeof end === 'number')
}
