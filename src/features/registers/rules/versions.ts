import { dayAt } from '../../../domain/day.ts'
import type { AsOf, Version } from '../../../domain/as-of.ts'
import { covers } from '../../../domain/as-of.ts'
import type { EntryValue, Property } from '../model/entry.ts'

type Known = Version<EntryValue>
interface Note {
  readonly number: number
  readonly instant: string
}

/** The version that held on a day, as known then; null where there was none. */
export function versionAt(
  versions: readonly Known[],
  notes: readonly Note[],
  { on, known }: AsOf,
): Known | null {
  const seen = (revision: number) => {
    if (known === undefined) return true
    if (typeof known === 'number') return revision <= known
    const note = notes.find(({ number }) => number === revision)
    return note !== undefined && dayAt(new Date(note.instant)) <= known
  }
  return (
    versions.find(
      ({ valid, recorded }) =>
        covers(valid, on) && seen(recorded.from) && (recorded.to === null || !seen(recorded.to)),
    ) ?? null
  )
}

/** By which an address names one version. */
export const versionKey = ({ recorded, valid }: Pick<Known, 'recorded' | 'valid'>) =>
  `${recorded.from}-${valid.from}`

/** The version before this one: what a reader compares it with. Superseded by it, else the one that held before. */
export function versionBefore(versions: readonly Known[], version: Known): Known | null {
  const corrected = versions.find(
    (one) => one.recorded.to === version.recorded.from && covers(one.valid, version.valid.from),
  )
  return (
    corrected ??
    versions.find((one) => one.valid.to === version.valid.from && one.recorded.to === null) ??
    null
  )
}

/** A value that differs between two versions. */
export interface Difference {
  readonly key: string
  readonly before: Property | null | undefined
  readonly after: Property | null | undefined
}

/** What differs, field by field; of the geometry only that it does. */
export function differences(before: EntryValue, after: EntryValue): Difference[] {
  const columns = ['stage', 'status', 'disclosure', 'accuracy'] as const
  const keys = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])
  const found: Difference[] = [
    ...columns.map((key) => ({ key, before: before[key], after: after[key] })),
    ...[...keys].map((key) => ({ key, before: before.properties[key], after: after.properties[key] })),
  ].filter((one) => one.before !== one.after)
  return sameBytes(before.geometry, after.geometry)
    ? found
    : [...found, { key: 'geometry', before: undefined, after: undefined }]
}

function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
