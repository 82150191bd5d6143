import type { AsOf, Version } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import type { Box } from '../../../domain/geometry/index.ts'
import { facts, type Db } from '../../../platform/db/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import { holds, type Definition } from '../model/definition.ts'
import type { Entry, EntryIdentity, EntryValue } from '../model/entry.ts'
import type { KeyList } from '../model/keys.ts'
import { entriesAround } from '../store/around.ts'
import { identityOf, revisionNotes, type RevisionNote } from '../store/history.ts'
import { entryKind } from '../store/kind.ts'
import { keyList } from '../store/keys.ts'
import type { Look, Selection } from '../store/query.ts'
import { Extents } from '../store/extents.ts'
import { entryPage, type EntryPage, type Extent, type PageQuery } from '../store/read.ts'
import { noEntry, seenBy, seesRestricted, type RegisterServices } from './services.ts'

export interface RegisterView {
  readonly definition: Definition
  /** Of what the reader may see, on the day. */
  readonly extent: Extent
}

/** Every register on a day, with how many entries there are and where. */
export async function registers(
  services: RegisterServices,
  actor: Actor,
  at: AsOf,
): Promise<readonly RegisterView[]> {
  demand(actor, 'register.read', ownDraft(actor), 'xem lớp dữ liệu')
  const { record, catalogue, extents = new Extents() } = services
  return record.read(async (db) => {
    const views: RegisterView[] = []
    for (const definition of catalogue.on(at.on))
      views.push({
        definition,
        extent: await extents.of(db, record.engine, lookOf(actor, definition.id, at)),
      })
    return views
  })
}

/** One register on a day. */
export function register(services: RegisterServices, actor: Actor, id: string, on: Day): Definition {
  demand(actor, 'register.read', ownDraft(actor), 'xem lớp dữ liệu')
  return services.catalogue.find(id, on)
}

/** Entries of a register on a day, as known, a page at a time. */
export async function entries(
  services: RegisterServices,
  actor: Actor,
  id: string,
  at: AsOf,
  query: PageQuery,
): Promise<EntryPage> {
  const { record } = services
  const { id: kind } = register(services, actor, id, at.on)
  return record.read((db) => entryPage(db, record.engine, lookOf(actor, kind, at), query))
}

/** How many entries there are, and the box around them. */
export async function extent(
  services: RegisterServices,
  actor: Actor,
  id: string,
  at: AsOf,
  selection: Selection,
): Promise<Extent> {
  const { record, extents = new Extents() } = services
  const { id: kind } = register(services, actor, id, at.on)
  return record.read((db) => extents.of(db, record.engine, lookOf(actor, kind, at), selection))
}

/** Doubles and noughts of a register's key and of each code it was given: at most `limit` of each. */
export async function keys(
  services: RegisterServices,
  actor: Actor,
  id: string,
  at: AsOf,
  limit: number,
): Promise<readonly KeyList[]> {
  const { record } = services
  const { id: kind, key, givenCodes, fields } = register(services, actor, id, at.on)
  const refs = (keys: readonly string[]) =>
    fields.filter((one) => keys.includes(one.key)).map((one) => ({ key: one.key, holds: holds(one) }))
  const asked = [...(key ? [refs(key)] : []), ...givenCodes.map((one) => refs([one]))]
  return record.read(async (db) => {
    const lists: KeyList[] = []
    for (const one of asked) lists.push(await keyList(db, record.engine, lookOf(actor, kind, at), one, limit))
    return lists
  })
}

/** What lies in a box, in every register: at most `limit` entries of each. */
export async function entriesIn(
  services: RegisterServices,
  actor: Actor,
  box: Box,
  at: AsOf,
  limit: number,
): Promise<readonly Entry[]> {
  demand(actor, 'register.read', ownDraft(actor), 'xem lớp dữ liệu')
  const { record, catalogue } = services
  const ids = catalogue.on(at.on).map(({ id }) => id)
  const look = { agency: actor.agency, at, sees: seenBy(actor) }
  return record.read((db) => entriesAround(db, record.engine, look, ids, box, limit))
}

/** One entry with every version that was ever known, and the commits that wrote them. */
export interface EntryTrace {
  readonly definition: Definition
  readonly identity: EntryIdentity | null
  readonly versions: readonly Version<EntryValue>[]
  readonly revisions: readonly RevisionNote[]
}

export async function entry(
  services: RegisterServices,
  actor: Actor,
  registerId: string,
  id: string,
): Promise<EntryTrace> {
  const definition = register(services, actor, registerId, services.today())
  return services.record.read(async (db) => {
    const versions = await seenVersions(db, actor, definition.id, id)
    const numbers = versions.flatMap(({ recorded: { from, to } }) => (to === null ? [from] : [from, to]))
    return {
      definition,
      identity: await identityOf(db, actor.agency, definition.id, id),
      versions,
      revisions: await revisionNotes(db, numbers),
    }
  })
}

/** Every version of an entry that the actor may see; a Fault where there is none, or where it is closed to them now. */
export async function seenVersions(
  db: Db,
  actor: Actor,
  register: string,
  id: string,
): Promise<readonly Version<EntryValue>[]> {
  const all = await facts(db, actor.agency, entryKind(register)).history(id)
  const closed = all.some(({ recorded, value }) => recorded.to === null && value.disclosure === 'restricted')
  if (closed && !seesRestricted(actor)) throw noEntry(id)
  const sees = seenBy(actor)
  const seen = all.filter(({ value }) => sees.includes(value.disclosure))
  if (seen.length === 0) throw noEntry(id)
  return seen
}

/** What a post sees of a register. */
export function lookOf(actor: Actor, register: string, at: AsOf): Look {
  return { agency: actor.agency, register, at, sees: seenBy(actor) }
}
