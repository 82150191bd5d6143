import { canonical } from '../../../domain/canonical.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import type { AsOf, Revision, Version } from '../../../domain/as-of.ts'
import { facts, jsonFact, type Commit, type Db, type FactKind } from '../../../platform/db/index.ts'
import { kinds, type Kind } from '../model/proposal.ts'
import type { PlanFact, PlanHead } from '../model/facts.ts'

const planKind = jsonFact<PlanHead>('plan')
const itemKinds = Object.fromEntries(kinds.map((kind) => [kind, jsonFact<PlanFact>(kind)])) as Readonly<
  Record<Kind, FactKind<PlanFact>>
>

export const factId = (plan: string, item: { readonly kind: Kind; readonly key: string }) =>
  `${plan}/${item.kind}/${item.key}`

/** A plan and its parts as versions of facts. */
export interface PlanFacts {
  readonly head: Version<PlanHead>
  readonly items: readonly Version<PlanFact>[]
}

/** Every plan of an agency in force on a day, as known. */
export async function plansOn(db: Db, agency: string, at: AsOf): Promise<PlanFacts[]> {
  const heads = await facts(db, agency, planKind).asOf(at)
  const items: Version<PlanFact>[] = []
  for (const kind of heads.length > 0 ? kinds : [])
    items.push(...(await facts(db, agency, itemKinds[kind]).asOf(at)))
  return heads.map((head) => ({
    head,
    items: items.filter(({ value }) => value.plan === head.id),
  }))
}

/** One plan on a day; null where there is none. */
export async function planOn(db: Db, agency: string, key: string, at: AsOf): Promise<PlanFacts | null> {
  return (await plansOn(db, agency, at)).find(({ head }) => head.id === key) ?? null
}

/** First day of the plan that stands in the record now, whatever that day is; null where there is none. */
export async function currentPlan(db: Db, agency: string, key: string): Promise<PlanFacts | null> {
  const versions = await facts(db, agency, planKind).timeline(undefined, key)
  const latest = versions.toSorted((a, b) => (a.valid.from < b.valid.from ? 1 : -1))[0]
  if (!latest) return null
  // A plan that has ended is seen as on its last day.
  const on = latest.valid.to === null ? latest.valid.from : addDays(latest.valid.to, -1)
  return planOn(db, agency, key, { on })
}

/** Writes what differs: the plan from `from` on is `head` and `items`, and nothing else. */
export async function writePlan(
  commit: Commit,
  before: PlanFacts | null,
  from: Day,
  head: PlanHead,
  items: readonly PlanFact[],
): Promise<void> {
  await set(commit, planKind, head.key, from, before?.head, head)
  const left = new Map((before?.items ?? []).map((version) => [version.id, version]))
  for (const item of items) {
    const id = factId(head.key, item.item)
    await set(commit, itemKinds[item.item.kind], id, from, left.get(id), item)
    left.delete(id)
  }
  for (const { id, value } of left.values()) await commit.facts(itemKinds[value.item.kind]).end(id, from)
}

async function set<V>(
  commit: Commit,
  kind: FactKind<V>,
  id: string,
  from: Day,
  before: Version<V> | undefined,
  value: V,
): Promise<void> {
  if (before && before.valid.from <= from && canonical(before.value) === canonical(value)) return
  await commit.facts(kind).correct(id, { from, to: null }, value)
}

/** Makes the plan what it was known to be at `known` (0: not there at all), in a commit of its own. */
export async function restorePlan(commit: Commit, key: string, known: Revision): Promise<void> {
  const { db, author } = commit
  for (const kind of [planKind, ...Object.values(itemKinds)] as FactKind<{ plan?: string }>[]) {
    const all = facts(db, author.agency, kind)
    const own = ({ id }: { readonly id: string }) => id === key || id.startsWith(`${key}/`)
    const now = (await all.timeline()).filter(own)
    const then = known === 0 ? [] : (await all.timeline(known)).filter(own)
    for (const id of new Set([...now, ...then].map((version) => version.id))) {
      const [is, was] = [now, then].map((list) => list.filter((version) => version.id === id))
      if (is && was && shape(is) !== shape(was)) await reset(commit, kind, id, is, was)
    }
  }
}

const shape = (versions: readonly Version<unknown>[]) =>
  canonical(versions.map(({ valid, value }) => [valid, value]))

async function reset<V>(
  commit: Commit,
  kind: FactKind<V>,
  id: string,
  is: readonly Version<V>[],
  was: readonly Version<V>[],
): Promise<void> {
  const writer = commit.facts(kind)
  const first = is.map(({ valid }) => valid.from).sort()[0]
  if (first) await writer.end(id, first)
  for (const { valid, value } of was) await writer.insert({ id, from: valid.from, to: valid.to, value })
}
