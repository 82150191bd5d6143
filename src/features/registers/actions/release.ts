import { without, type Period, type Version } from '../../../domain/as-of.ts'
import type { Author } from '../../../domain/author.ts'
import { canonical } from '../../../domain/canonical.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Batch, TownRecord } from '../../../platform/db/index.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { EntryValue, Release } from '../model/entry.ts'
import { demandRelease, releases, type ReleaseScope } from '../rules/release.ts'
import { closedBefore, touchedBy, versionsNow } from '../store/history.ts'
import { entryKind } from '../store/kind.ts'
import { register } from './look.ts'
import { authorOf, noEntry, seesRestricted, type RegisterServices } from './services.ts'

export interface Released {
  readonly revision: number
  readonly entries: number
}

/** Makes entries public by a document, in every version that is known now. The one way in which anything does. */
export async function releaseEntries(
  services: RegisterServices,
  actor: Actor,
  registerId: string,
  scope: ReleaseScope,
  document: Release,
): Promise<Released> {
  demand(actor, 'register.release', ownDraft(actor), 'công bố đối tượng của lớp dữ liệu')
  const definition = register(services, actor, registerId, services.today())
  demandRelease(definition, document, scope, services.today())
  const versions = await services.record.read((db) => versionsNow(db, actor.agency, definition.id))
  if ('ids' in scope) demandThere(actor, scope.ids, versions)
  const chosen = versions.filter(({ id, value }) => releases(scope, { id, ...value }))
  if (chosen.length === 0) throw new Fault('release-nothing', { document: document.number })
  const reason = `Công bố theo ${document.number}, ${document.issuer}, ${document.issuedOn}`
  return write(services, actor, definition.id, reason, released(chosen, document))
}

const released = (chosen: readonly Version<EntryValue>[], document: Release) =>
  byEntry(
    chosen.map((one) => ({ ...one, value: { ...one.value, disclosure: 'public', releasedBy: document } })),
  )

/** The same words whether an entry never was or may not be seen. */
function demandThere(actor: Actor, ids: readonly string[], versions: readonly Version<EntryValue>[]): void {
  const there = new Set(
    versions
      .filter(({ value }) => value.disclosure !== 'restricted' || seesRestricted(actor))
      .map(({ id }) => id),
  )
  const missing = ids.find((id) => !there.has(id))
  if (missing !== undefined) throw noEntry(missing)
}

/**
 * Takes a revision back: a new one that makes the entries of the register what they were before it. What was
 * written again since stays in the way.
 */
export async function undoRevision(
  services: RegisterServices,
  actor: Actor,
  registerId: string,
  revision: number,
  reason: string,
): Promise<Released> {
  demand(actor, 'register.undo', ownDraft(actor), 'hoàn tác lần ghi')
  const { id: kind } = register(services, actor, registerId, services.today())
  const { touched, now, after, before } = await services.record.read(async (db) => {
    const touched = await touchedBy(db, actor.agency, kind, revision)
    const before = await closedBefore(db, revision)
    const at = (known?: number) => versionsNow(db, actor.agency, kind, undefined, known)
    const nothing: Version<EntryValue>[] = []
    return touched.length === 0 || before === null
      ? { touched: [], now: nothing, after: nothing, before: nothing }
      : { touched, now: await at(), after: await at(revision), before: await at(before) }
  })
  const own = new Set(touched)
  const [is, was, had] = [now, after, before].map((list) => list.filter(({ id }) => own.has(id)))
  const restricted = [...(is ?? []), ...(had ?? [])].some(({ value }) => value.disclosure === 'restricted')
  // A revision that wrote only what this post may not see wrote nothing for it.
  if (touched.length === 0 || (restricted && !seesRestricted(actor)))
    throw new Fault('not-found', { what: `lần ghi ${revision}` })
  const later = touched.find((id) => marksOf(is, id) !== marksOf(was, id))
  if (later !== undefined) throw new Fault('entry-undo', { revision, what: later })
  if (opens(is ?? [], had ?? []))
    demand(actor, 'register.release', ownDraft(actor), 'công bố lại khi hoàn tác')
  const wanted = byEntry(had ?? [])
  for (const id of touched) if (!wanted.has(id)) wanted.set(id, [])
  return write(services, actor, kind, reason, wanted)
}

/** Which versions stand, told by what never changes of them. */
const marksOf = (versions: readonly Version<EntryValue>[] | undefined, id: string) =>
  (versions ?? [])
    .filter((one) => one.id === id)
    .map(({ recorded, valid }) => `${recorded.from}/${valid.from}`)
    .join(' ')

/** True where something becomes public again for days on which it is not, or by another document. */
function opens(is: readonly Version<EntryValue>[], had: readonly Version<EntryValue>[]): boolean {
  const open = is.filter(({ value }) => value.disclosure === 'public')
  return had
    .filter(({ value }) => value.disclosure === 'public')
    .some(({ id, valid, value }) => {
      const same = open.filter(
        (one) => one.id === id && canonical(one.value.releasedBy) === canonical(value.releasedBy),
      )
      const left = same.reduce((days, one) => days.flatMap((period) => without(period, one.valid)), [
        valid,
      ] as Period[])
      return left.length > 0
    })
}

function byEntry(versions: readonly Version<EntryValue>[]): Map<string, Version<EntryValue>[]> {
  return Map.groupBy(versions, ({ id }) => id)
}

/** What one commit writes without holding other writers up for long. */
const inOneCommit = 500

/** Writes entries anew: few in one commit, many in a long one, seen when it is whole. */
async function write(
  { record }: RegisterServices,
  actor: Actor,
  kind: string,
  reason: string,
  wanted: ReadonlyMap<string, readonly Version<EntryValue>[]>,
): Promise<Released> {
  const author = authorOf(actor)
  if (wanted.size > inOneCommit)
    return { revision: await writeLong(record, author, kind, reason, wanted), entries: wanted.size }
  const { revision } = await record.commit(author, reason, async (commit) => {
    for (const [id, versions] of wanted) await writeEntry(commit, actor.agency, kind, id, versions)
  })
  return { revision, entries: wanted.size }
}

async function writeLong(
  record: TownRecord,
  author: Author,
  kind: string,
  reason: string,
  wanted: ReadonlyMap<string, readonly Version<EntryValue>[]>,
): Promise<number> {
  const long = await record.long(author, reason)
  try {
    await long.each(wanted, (batch, [id, versions]) => writeEntry(batch, author.agency, kind, id, versions))
    await long.close()
  } catch (error) {
    await long.abandon()
    throw error
  }
  return long.revision
}

async function writeEntry(
  batch: Batch,
  agency: string,
  kind: string,
  id: string,
  versions: readonly Version<EntryValue>[],
): Promise<void> {
  const writer = batch.facts(entryKind(kind))
  const first = (await versionsNow(batch.db, agency, kind, id))[0]
  if (versions.length === 0 && first) await writer.end(id, first.valid.from)
  const gone = first && versions[0] && first.valid.from < versions[0].valid.from
  if (gone) await writer.end(id, first.valid.from)
  for (const { valid, value } of versions) await writer.correct(id, valid, value)
}
