import type { Day } from '../../../domain/day.ts'
import type { AcceptedPlan } from '../model/accepted.ts'
import type { PlanFact, PlanHead } from '../model/facts.ts'
import type { PlanReading } from '../model.ts'
import { kinds, type Item, type Kind, type Reviewed, type ValueOf } from '../model/proposal.ts'
import { idOf } from './items.ts'

/** What a save puts into the record. */
export interface Writing {
  readonly head: PlanHead
  readonly items: readonly PlanFact[]
}

interface Saving {
  readonly key: string
  readonly reading: PlanReading
  readonly reviewed: readonly Reviewed[]
  /** What the record holds, by candidate id. */
  readonly before: ReadonlyMap<string, PlanFact>
  readonly disclosure: PlanHead['disclosure']
  readonly illustration: boolean
}

/** The plan that a finished review stands for. */
export function writingOf({ key, reading, reviewed, before, disclosure, illustration }: Saving): Writing {
  const { text: _, ...source } = reading.source
  const items = reviewed.flatMap((one): PlanFact[] => {
    if (!one.result) return []
    const old = before.get(one.candidate.id)
    // A difference that was refused leaves the fact as it is, with its place in the older document.
    if (one.verdict === 'refused') return old ? [old] : []
    const corrected = one.verdict === 'corrected'
    return [
      {
        plan: key,
        item: one.result,
        source: source.sha256,
        read: corrected ? one.candidate.item.value : null,
        reason: corrected ? one.reason : null,
      },
    ]
  })
  const kept = new Set(items.map(({ item }) => idOf(item)))
  const order = Object.fromEntries(kinds.map((kind) => [kind, keysOf(items, kind)]))
  const questions = reading.questions.filter(({ task }) => task === null || kept.has(`task:${task}`))
  const document = items.find(({ item }) => item.kind === 'document')?.item
  const title = document?.kind === 'document' ? document.value.title : reading.document.title
  return { head: { key, title, source, order, questions, disclosure, illustration }, items }
}

function keysOf(items: readonly PlanFact[], kind: Kind): string[] {
  return items.filter(({ item }) => item.kind === kind).map(({ item }) => item.key)
}

/** What saving a review does, by kind. */
export function saveRows(reviewed: readonly Reviewed[]) {
  return kinds.flatMap((kind) => {
    const own = reviewed.filter(({ candidate }) => candidate.item.kind === kind)
    const count = (is: (one: Reviewed) => boolean) => own.filter(is).length
    if (own.length === 0) return []
    const ends = (one: Reviewed) => one.verdict === 'accepted' && one.result === null
    const stays = ({ verdict, result }: Reviewed) =>
      verdict === 'unchanged' || (verdict === 'refused' && result !== null)
    return [
      {
        kind,
        written: count((one) => one.result !== null && !stays(one)),
        ends: count(ends),
        stays: count(stays),
        leftOut: count(({ verdict, result }) => verdict === 'refused' && result === null),
      },
    ]
  })
}

/** The plan as the record holds it, in the shape it was read in. */
export function acceptedPlan(
  agency: string,
  validFrom: Day,
  head: PlanHead,
  facts: readonly PlanFact[],
): AcceptedPlan {
  const of = <K extends Kind>(kind: K): ValueOf[K][] => {
    const place = new Map((head.order[kind] ?? []).map((key, i) => [key, i]))
    return facts
      .filter(({ item }) => item.kind === kind)
      .sort((a, b) => (place.get(a.item.key) ?? Infinity) - (place.get(b.item.key) ?? Infinity))
      .map((fact) => placed(fact, head.source.sha256) as ValueOf[K])
  }
  return {
    key: head.key,
    agency,
    validFrom,
    disclosure: head.disclosure,
    illustration: head.illustration,
    source: head.source,
    document: of('document')[0] ?? emptyHead,
    basis: of('basis'),
    clauses: of('clause'),
    targets: of('target'),
    tasks: of('task'),
    assignments: of('assignment'),
    footnotes: of('footnote'),
    recipients: of('recipient'),
    questions: [...head.questions],
    corrections: Object.fromEntries(
      facts.flatMap(({ item, reason }) => (reason === null ? [] : [[idOf(item), reason]])),
    ),
  }
}

const emptyHead: AcceptedPlan['document'] = {
  kind: null,
  number: null,
  issuer: null,
  place: null,
  issuedOn: null,
  title: null,
  signer: null,
  horizon: null,
  at: {},
}

/** Places in another file mean nothing in this one. */
function placed({ item, source }: PlanFact, sha256: string): Item['value'] {
  return source === sha256 ? item.value : (withoutPlaces(item.value) as Item['value'])
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'at' ? (Array.isArray(inner) ? [] : {}) : withoutPlaces(inner),
    ]),
  )
}
