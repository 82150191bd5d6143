import type { Period, Revision } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Commit } from '../../../platform/db/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { Definition } from '../model/definition.ts'
import type { EntryValue } from '../model/entry.ts'
import { demandFit, entryValue, type EntryDraft } from '../rules/entry.ts'
import { entryKind } from '../store/kind.ts'
import { entryId, insertEntries } from '../store/write.ts'
import { register, seenVersions } from './look.ts'
import { authorOf, demandEditable, noEntry, seesRestricted, type RegisterServices } from './services.ts'

/** What every change says: why, and what the officer had read. */
export interface Change {
  readonly reason: string
  /** The revision that was read: whatever was written since is a conflict. */
  readonly basedOn?: Revision | undefined
}

export interface Written {
  readonly id: string
  readonly revision: Revision
}

/** Enters an entry by hand. */
export async function insertEntry(
  services: RegisterServices,
  actor: Actor,
  registerId: string,
  entry: { readonly from: Day; readonly to?: Day | null | undefined; readonly draft: EntryDraft },
  change: Change,
): Promise<Written> {
  const definition = editable(services, actor, registerId)
  const value = checked(services, actor, definition, entry.draft, 'mới / new')
  const { revision, value: id } = await services.record.commit(authorOf(actor), change.reason, (commit) =>
    insertOwn(commit, definition.id, { ...entry, value }),
  )
  return { id, revision }
}

interface Own {
  readonly from: Day
  readonly to?: Day | null | undefined
  readonly value: EntryValue
}

/** Enters what an office made itself; of several in one commit each has its number. */
export async function insertOwn(
  commit: Commit,
  register: string,
  { from, to = null, value }: Own,
  copy?: number,
): Promise<string> {
  const sourceKey = ownKey(commit, copy)
  const id = entryId(register, '', sourceKey)
  await insertEntries(commit, register, [{ id, source: '', sourceKey, from, to, value }])
  return id
}

/** The key of what was entered here: the commit that made it, so that it clashes with nothing. */
const ownKey = (commit: Commit, copy?: number) =>
  [commit.author.agency, commit.revision, ...(copy === undefined ? [] : [copy])].join('/')

/** How a change is meant: the world changed on a day, or we had it wrong for a time, or for as long as a version. */
export type When =
  | { readonly changedFrom: Day }
  | { readonly correctedOn: Day }
  | { readonly correctedIn: Period }

/** Writes a new value. What was public waits for a document again: a release is of what the document saw. */
export async function changeEntry(
  services: RegisterServices,
  actor: Actor,
  registerId: string,
  id: string,
  when: When,
  draft: EntryDraft,
  change: Change,
): Promise<Written> {
  return writing(services, actor, registerId, id, change, async (commit, definition) => {
    const value = checked(services, actor, definition, draft, id)
    const writer = commit.facts(entryKind(definition.id))
    if ('changedFrom' in when) await writer.changeFrom(id, when.changedFrom, value)
    else if ('correctedOn' in when) await writer.correct(id, { on: when.correctedOn }, value)
    else await writer.correct(id, when.correctedIn, value)
  })
}

/** The entry holds no more from a day on. */
export async function endEntry(
  services: RegisterServices,
  actor: Actor,
  registerId: string,
  id: string,
  day: Day,
  change: Change,
): Promise<Written> {
  return writing(services, actor, registerId, id, change, (commit, definition) =>
    commit.facts(entryKind(definition.id)).end(id, day),
  )
}

async function writing(
  services: RegisterServices,
  actor: Actor,
  registerId: string,
  id: string,
  { reason, basedOn }: Change,
  write: (commit: Commit, definition: Definition) => Promise<void>,
): Promise<Written> {
  const definition = editable(services, actor, registerId)
  const { revision } = await services.record.commit(
    authorOf(actor),
    reason,
    async (commit) => {
      // Asked inside the commit: an entry that was closed to this post meanwhile is not there for it.
      await seenVersions(commit.db, actor, definition.id, id)
      await write(commit, definition)
    },
    { basedOn },
  )
  return { id, revision }
}

/** The register, where this post may change its entries. */
export function editable(services: RegisterServices, actor: Actor, registerId: string): Definition {
  demand(actor, 'register.edit', ownDraft(actor), 'sửa lớp dữ liệu')
  const definition = register(services, actor, registerId, services.today())
  demandEditable(definition)
  return definition
}

/** The value as it is kept, refused where it does not fit its register. */
export function checked(
  { catalogue, today }: RegisterServices,
  actor: Actor,
  definition: Definition,
  draft: EntryDraft,
  what: string,
) {
  if ((draft.disclosure as string | undefined) === 'public') throw new Fault('entry-disclosure', { what })
  const value = entryValue(definition, draft)
  // Who may not see it could not find it again.
  if (value.disclosure === 'restricted' && !seesRestricted(actor)) throw noEntry(what)
  demandFit(definition, draft, catalogue.law, today(), what)
  return value
}
