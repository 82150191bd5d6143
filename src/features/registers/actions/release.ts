import { without, type Period, type Version } from '../../../domain/as-of.ts'
import { canonical } from '../../../domain/canonical.ts'
import { Fault } from '../../../domain/fault.ts'
import { demand, ownDraft, type Actor } from '../../office/index.ts'
import type { EntryValue, Release } from '../model/entry.ts'
import { demandRelease, releases, type ReleaseScope } from '../rules/release.ts'
import { closedBefore, internalEntries, touchedBy, versionsNow } from '../store/history.ts'
import { register } from './look.ts'
import { lastRevision, rewrite, together, type Released } from './rewrite.ts'
import { authorOf, noEntry, seesRestricted, type RegisterServices } from './services.ts'

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
  const { ids, basedOn } = await services.record.read(async (db) => ({
    ids: 'ids' in scope ? [...new Set(scope.ids)] : await internalEntries(db, actor.agency, definition.id),
    basedOn: await lastRevision(db),
  }))
  const reason = `Công bố theo ${document.number}, ${document.issuer}, ${document.issuedOn}`
  const target = { kind: definition.id, reason, basedOn, whole: false }
  const done = await rewrite(services.record, authorOf(actor), target, ids, async (db, part) => {
    const versions = await versionsNow(db, actor.agency, definition.id, part)
    if ('ids' in scope) demandThere(actor, part, versions)
    return released(
      versions.filter(({ id, value }) => releases(scope, { id, ...value })),
      document,
    )
  })
  if (done.entries === 0) throw new Fault('release-nothing', { document: document.number })
  return done
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
  const { touched, before, basedOn } = await services.record.read(async (db) => ({
    touched: await touchedBy(db, actor.agency, kind, revision),
    before: await closedBefore(db, revision),
    basedOn: await lastRevision(db),
  }))
  if (touched.length === 0 || before === null) throw new Fault('not-found', { what: `lần ghi ${revision}` })
  // All of it is looked at before anything is written.
  for (let at = 0; at < touched.length; at += together) {
    const part = touched.slice(at, at + together)
    const [is, was, had] = await services.record.read(async (db) => [
      await versionsNow(db, actor.agency, kind, part),
      await versionsNow(db, actor.agency, kind, part, revision),
      await versionsNow(db, actor.agency, kind, part, before),
    ])
    demandUndo(actor, revision, part, { is, was, had })
  }
  const target = { kind, reason, basedOn, whole: true }
  return rewrite(services.record, authorOf(actor), target, touched, async (db, part) => {
    const had = byEntry(await versionsNow(db, actor.agency, kind, part, before))
    return new Map(part.map((id) => [id, had.get(id) ?? []]))
  })
}

interface Standing {
  readonly is: readonly Version<EntryValue>[] | undefined
  readonly was: readonly Version<EntryValue>[] | undefined
  readonly had: readonly Version<EntryValue>[] | undefined
}

function demandUndo(
  actor: Actor,
  revision: number,
  ids: readonly string[],
  { is = [], was = [], had = [] }: Standing,
): void {
  const restricted = [...is, ...had].some(({ value }) => value.disclosure === 'restricted')
  // A revision that wrote only what this post may not see wrote nothing for it.
  if (restricted && !seesRestricted(actor)) throw new Fault('not-found', { what: `lần ghi ${revision}` })
  const later = ids.find((id) => marksOf(is, id) !== marksOf(was, id))
  if (later !== undefined) throw new Fault('entry-undo', { revision, what: later })
  if (opens(is, had)) demand(actor, 'register.release', ownDraft(actor), 'công bố lại khi hoàn tác')
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
