import type { Day } from '../../../../domain/day.ts'
import type { TownRecord } from '../../../../platform/db/index.ts'
import type { EntryValue } from '../../model/entry.ts'
import type { ChangedField, ChangeKind } from '../../model/import/run.ts'
import { difference } from '../../read/import/index.ts'
import { changedFields, renewed } from '../../rules/import-difference.ts'
import { entriesOfSource, laterOfSource, type CurrentEntry } from '../../store/imports/source.ts'
import type { FileEntry } from './values.ts'

/** A difference between a file and the record, with what it would write. */
export interface Change {
  readonly entry: string
  readonly sourceKey: string
  readonly kind: ChangeKind
  readonly label: string
  readonly fields: readonly ChangedField[]
  /** Null where the entry is gone. */
  readonly value: EntryValue | null
  /** Where the record has something for later days, it stays: the change holds until then. */
  readonly until: Day | null
}

export interface Comparison {
  readonly changes: readonly Change[]
  readonly same: number
  /** True where the source had given nothing before. */
  readonly first: boolean
}

export interface Against {
  readonly agency: string
  readonly register: string
  readonly source: string
  readonly on: Day
}

const page = 500

/** What a file would change: entries are told apart by their keys, and where a key is gone by place or content. */
export async function compare(
  record: TownRecord,
  entries: readonly FileEntry[],
  against: Against,
): Promise<Comparison> {
  const given = new Set(entries.flatMap(({ value }) => Object.keys(value.properties)))
  const wanted = new Map(entries.map((entry) => [entry.id, entry]))
  const changes: Change[] = []
  const gone = new Set<CurrentEntry>()
  let same = 0
  const told = (now: CurrentEntry, file: FileEntry) => {
    const change = changeOf(now, file, given)
    if (change) changes.push(change)
    else same++
  }
  let after = ''
  for (;;) {
    const from = after
    const current = await record.read((db) => entriesOfSource(db, against, from, page))
    for (const now of current) {
      const file = wanted.get(now.id)
      wanted.delete(now.id)
      if (file) told(now, file)
      else gone.add(now)
    }
    const last = current.at(-1)
    if (!last || current.length < page) break
    after = last.id
  }
  const first = changes.length + same + gone.size === 0
  for (const [now, file] of paired([...gone], [...wanted.values()])) {
    wanted.delete(file.id)
    gone.delete(now)
    told(now, file)
  }
  const later = await record.read((db) => laterOfSource(db, against))
  for (const { id: entry, sourceKey, value } of wanted.values()) {
    const until = later.get(entry) ?? null
    changes.push({ entry, sourceKey, kind: 'new', label: value.label, fields: [], value, until })
  }
  for (const { id: entry, sourceKey, value, until } of gone)
    changes.push({ entry, sourceKey, kind: 'gone', label: value.label, fields: [], value: null, until })
  return { changes, same, first }
}

function changeOf(now: CurrentEntry, file: FileEntry, given: ReadonlySet<string>): Change | null {
  const fields = changedFields(now.value, file.value, given)
  if (fields.length === 0) return null
  const value = renewed(now.value, file.value, given)
  const { id: entry, sourceKey, until } = now
  return { entry, sourceKey, kind: 'changed', label: value.label, fields, value, until }
}

/** A source without keys tells an entry by its content: what kept its words or its place is the same entry still. */
function paired(gone: readonly CurrentEntry[], added: readonly FileEntry[]): [CurrentEntry, FileEntry][] {
  if (gone.length === 0 || added.length === 0) return []
  const { changed, same } = difference(gone.map(sided), added.map(sided))
  return [...changed, ...same].map(({ before, after }) => [before.one, after.one])
}

const sided = <T extends { readonly id: string; readonly value: EntryValue }>(one: T) => ({
  one,
  key: one.id,
  geometry: one.value.geometry,
  properties: one.value.properties,
})
