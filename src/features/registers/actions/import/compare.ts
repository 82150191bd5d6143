import { createHash } from 'node:crypto'
import { canonical } from '../../../../domain/canonical.ts'
import type { Day } from '../../../../domain/day.ts'
import type { TownRecord } from '../../../../platform/db/index.ts'
import type { EntryValue, Properties } from '../../model/entry.ts'
import type { ChangeCounts, ChangedField, ChangeKind, HandChange } from '../../model/import/run.ts'
import { difference } from '../../read/import/index.ts'
import { changedFields, renewed } from '../../rules/import-difference.ts'
import { entriesOfSource, laterOfSource, type CurrentEntry } from '../../store/imports/source.ts'
import { handsOf, noHands, type Hands } from './hand.ts'
import type { FileEntries, FileEntry } from './values.ts'

/** A difference between a file and the record, with what it would write. */
export interface Change {
  readonly entry: string
  readonly sourceKey: string
  readonly kind: ChangeKind
  readonly label: string
  readonly fields: readonly ChangedField[]
  /** Where somebody changed the record by hand since the source last said it. */
  readonly hand: HandChange | null
  /** Null where the entry is gone. */
  readonly value: EntryValue | null
  /** Where the record has something for later days, it stays: the change holds until then. */
  readonly until: Day | null
}

/** An entry of which the record holds something for later days. */
export type LaterKept = Pick<Change, 'entry' | 'sourceKey'> & { readonly until: Day }

export interface Comparison {
  readonly counts: ChangeCounts
  /** True where the source had given nothing before. */
  readonly first: boolean
  readonly later: readonly LaterKept[]
  /** The differences in blocks; may be gone through again. */
  readonly changes: () => AsyncGenerator<readonly Change[]>
}

export interface Against {
  readonly agency: string
  readonly register: string
  readonly source: string
  readonly on: Day
}

const page = 500

type Gone = Pick<CurrentEntry, 'id' | 'sourceKey' | 'until'> & { readonly label: string }

/** What is known of all entries at once: ids and digests, not their values. */
interface Found {
  /** Entries that only the file has, with the digest of what it says. */
  readonly added: Map<string, string>
  /** Entries of the file, each with the entry of the record that it changes. */
  readonly changed: Map<string, string>
  readonly gone: Map<string, Gone>
  /** Of those that hold now, the ones that end, by their id in the record. */
  readonly later: Map<string, LaterKept>
  same: number
}

/** What a file would change: entries are told apart by their keys, and where a key is gone by place or content. */
export async function compare(
  record: TownRecord,
  entries: FileEntries,
  against: Against,
): Promise<Comparison> {
  const given = new Set<string>()
  const added = new Map<string, string>()
  for await (const block of entries())
    for (const { id, value } of block) {
      for (const field of Object.keys(value.properties)) given.add(field)
      added.set(id, digestOf(value, value.properties))
    }
  const found: Found = { added, changed: new Map(), gone: new Map(), later: new Map(), same: 0 }
  await meet(record, against, given, found)
  const first = found.changed.size + found.same + found.gone.size === 0
  await pairRest(record, entries, against, given, found)
  const starts = await record.read((db) => laterOfSource(db, against))
  const hands = first ? noHands : handsOf(record, against, given)
  return {
    counts: { new: added.size, changed: found.changed.size, gone: found.gone.size, same: found.same },
    first,
    later: laterKept(found, starts),
    changes: () => changesIn(record, entries, { against, given, found, starts, hands }),
  }
}

/** Of the differences those where the record has something for later days. */
function laterKept({ added, changed, gone, later }: Found, starts: ReadonlyMap<string, Day>): LaterKept[] {
  const ending = [...changed.values(), ...gone.keys()].flatMap((id) => later.get(id) ?? [])
  const starting = [...added.keys()].flatMap((entry) => {
    const until = starts.get(entry)
    return until === undefined ? [] : [{ entry, sourceKey: '', until }]
  })
  return [...ending, ...starting]
}

/** Goes through what the record has of the source, beside what the file says. */
async function meet(
  record: TownRecord,
  against: Against,
  given: ReadonlySet<string>,
  found: Found,
): Promise<void> {
  const { added, changed, gone, later } = found
  for (let after = ''; ;) {
    const from = after
    const current = await record.read((db) => entriesOfSource(db, against, { after: from, limit: page }))
    for (const { id, sourceKey, value, until } of current) {
      const told = added.get(id)
      if (told === undefined) gone.set(id, { id, sourceKey, until, label: value.label })
      else if (told === digestOf(value, spoken(value, given))) found.same++
      else changed.set(id, id)
      added.delete(id)
      if (until !== null) later.set(id, { entry: id, sourceKey, until })
    }
    const last = current.at(-1)
    if (!last || current.length < page) return
    after = last.id
  }
}

/** Of an entry what the file speaks of at all. */
const spoken = ({ properties }: EntryValue, given: ReadonlySet<string>): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([field]) => given.has(field)))

/** One word for what `changedFields` compares. */
function digestOf({ stage, accuracy, geometry }: EntryValue, properties: Properties): string {
  const said = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))
  const hash = createHash('sha256').update(canonical([said, stage, accuracy, geometry === null]))
  return (geometry ? hash.update(geometry) : hash).digest('base64url').slice(0, 22)
}

/** A source without keys tells an entry by its content: what kept its words or its place is the same entry still. */
async function pairRest(
  record: TownRecord,
  entries: FileEntries,
  against: Against,
  given: ReadonlySet<string>,
  found: Found,
): Promise<void> {
  const { added, changed, gone } = found
  if (gone.size === 0 || added.size === 0) return
  const now: CurrentEntry[] = []
  const ids = [...gone.keys()]
  for (let at = 0; at < ids.length; at += page) {
    const part = ids.slice(at, at + page)
    now.push(...(await record.read((db) => entriesOfSource(db, against, { ids: part }))))
  }
  const only: FileEntry[] = []
  for await (const block of entries()) only.push(...block.filter(({ id }) => added.has(id)))
  const pairs = difference(now.map(sided), only.map(sided))
  for (const { before, after } of [...pairs.changed, ...pairs.same]) {
    added.delete(after.one.id)
    gone.delete(before.one.id)
    if (changedFields(before.one.value, after.one.value, given).length === 0) found.same++
    else changed.set(after.one.id, before.one.id)
  }
}

const sided = <T extends { readonly id: string; readonly value: EntryValue }>(one: T) => ({
  one,
  key: one.id,
  geometry: one.value.geometry,
  properties: one.value.properties,
})

interface Known {
  readonly against: Against
  readonly given: ReadonlySet<string>
  readonly found: Found
  /** The first later day on which an entry holds that does not hold now. */
  readonly starts: ReadonlyMap<string, Day>
  readonly hands: Hands
}

async function* changesIn(
  record: TownRecord,
  entries: FileEntries,
  { against, given, found: { added, changed, gone }, starts, hands }: Known,
): AsyncGenerator<readonly Change[]> {
  for await (const block of entries()) {
    for (let at = 0; at < block.length; at += page) {
      const part = block.slice(at, at + page)
      const ids = part.flatMap(({ id }) => changed.get(id) ?? [])
      const current = await record.read((db) => entriesOfSource(db, against, { ids }))
      const now = new Map(current.map((one) => [one.id, one]))
      const fresh = part.flatMap(({ id }) => (added.has(id) ? [id] : []))
      const touched = await hands([...ids, ...fresh])
      yield part.flatMap((file): Change[] => {
        const { id: entry, sourceKey, value } = file
        const before = now.get(changed.get(entry) ?? '')
        if (before) return [changeOf(before, file, given, touched.get(before.id) ?? null)]
        if (!added.has(entry)) return []
        const [until, hand] = [starts.get(entry) ?? null, touched.get(entry) ?? null]
        return [{ entry, sourceKey, kind: 'new', label: value.label, fields: [], hand, value, until }]
      })
    }
  }
  const ended = [...gone.values()]
  for (let at = 0; at < ended.length; at += page) {
    const part = ended.slice(at, at + page)
    const touched = await hands(part.map(({ id }) => id))
    yield part.map(({ id: entry, ...one }): Change => {
      const hand = touched.get(entry) ?? null
      return { ...one, entry, kind: 'gone', fields: [], hand, value: null }
    })
  }
}

function changeOf(
  now: CurrentEntry,
  file: FileEntry,
  given: ReadonlySet<string>,
  hand: HandChange | null,
): Change {
  const { id: entry, sourceKey, until } = now
  const fields = changedFields(now.value, file.value, given)
  const value = renewed(now.value, file.value, given)
  return { entry, sourceKey, kind: 'changed', label: value.label, fields, hand, value, until }
}

/** Those of the differences that are meant. */
export async function* chosenOf(
  { changes }: Pick<Comparison, 'changes'>,
  meant: (change: Pick<Change, 'entry' | 'hand'>) => boolean,
): AsyncGenerator<readonly Change[]> {
  for await (const block of changes()) yield block.filter(meant)
}
