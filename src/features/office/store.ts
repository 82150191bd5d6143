import type { AsOf } from '../../domain/as-of.ts'
import { parseDay, type Day } from '../../domain/day.ts'
import { canonical } from '../../domain/canonical.ts'
import {
  facts,
  jsonFact,
  personalValue,
  type Commit,
  type Db,
  type FactKind,
} from '../../platform/db/index.ts'
import type { Agency, Incumbency, Post, Town } from './model.ts'

type Undated<T> = Omit<T, 'from' | 'to'>

const agencyKind = jsonFact<Undated<Agency>>('agency')
const postKind = jsonFact<Undated<Post>>('post')
const incumbencyKind = jsonFact<Undated<Incumbency>>('incumbency')

/** For what a town's file gives no first day: before any plan that dothi could hold. */
const ever = parseDay('1900-01-01') as Day

/** Enters what belongs to one agency; what stands there already the same way is not written again. */
export async function enterAgency(commit: Commit, town: Town, agency: Agency): Promise<void> {
  const { from = ever, to = null, ...value } = agency
  await enter(commit, agencyKind, agency.id, { from, to, value })
  for (const { from: since = from, to: until = null, ...post } of town.posts)
    if (post.agency === agency.id)
      await enter(commit, postKind, post.id, { from: since, to: until, value: post })
  const own = new Set(town.posts.filter((post) => post.agency === agency.id).map(({ id }) => id))
  for (const { from: since = from, to: until = null, ...held } of town.incumbencies)
    if (own.has(held.post))
      await enter(commit, incumbencyKind, `${held.post}/${held.person}`, {
        from: since,
        to: until,
        value: held,
      })
}

/** Names stand apart from the facts, where they can be erased. */
export async function enterPeople({ db, author, personal }: Commit, town: Town): Promise<void> {
  const own = new Set(town.posts.filter(({ agency }) => agency === author.agency).map(({ id }) => id))
  const held = new Set(town.incumbencies.filter(({ post }) => own.has(post)).map(({ person }) => person))
  for (const { id, name } of town.people.filter((person) => held.has(person.id)))
    if ((await personalValue(db, author.agency, nameKey(id))) !== name) await personal.set(nameKey(id), name)
}

const nameKey = (person: string) => `person/${person}`

async function enter<V>(
  commit: Commit,
  kind: FactKind<V>,
  id: string,
  { from, to, value }: { readonly from: Day; readonly to: Day | null; readonly value: V },
): Promise<void> {
  const now = await facts(commit.db, commit.author.agency, kind).find(id, { on: from })
  if (now && canonical([now.valid, now.value]) === canonical([{ from, to }, value])) return
  await commit.facts(kind).correct(id, { from, to }, value)
}

/** Agencies that the record knows, whatever the day. */
async function agencyIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('fact_version')
    .select('agency')
    .distinct()
    .where('kind', '=', agencyKind.kind)
    .orderBy('agency')
    .execute()
  return rows.map(({ agency }) => agency)
}

export interface PostHeld extends Undated<Post> {
  readonly agencyName: string
}

/** The posts of all agencies on a day, in the order of agency and id. */
export async function postsOn(db: Db, at: AsOf): Promise<PostHeld[]> {
  const found: PostHeld[] = []
  for (const id of await agencyIds(db)) {
    const agency = await facts(db, id, agencyKind).find(id, at)
    if (!agency) continue
    for (const { value } of await facts(db, id, postKind).asOf(at))
      found.push({ ...value, agencyName: agency.value.name })
  }
  return found
}
