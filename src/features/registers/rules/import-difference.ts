import type { EntryValue, Property } from '../model/entry.ts'
import type { ChangedField } from '../model/import/run.ts'

/**
 * Fields in which a file says otherwise than the record. `given` are those that the file speaks of at all: what only
 * an officer entered is no difference.
 */
export function changedFields(
  before: EntryValue,
  after: EntryValue,
  given: ReadonlySet<string>,
): ChangedField[] {
  const changed: ChangedField[] = []
  for (const field of given) {
    const [was, is] = [before.properties[field] ?? null, after.properties[field] ?? null]
    if (was !== is) changed.push({ field, before: was, after: is })
  }
  if (before.stage !== after.stage) changed.push({ field: 'stage', before: before.stage, after: after.stage })
  if (before.accuracy !== after.accuracy)
    changed.push({ field: 'accuracy', before: before.accuracy, after: after.accuracy })
  if (!sameBytes(before.geometry, after.geometry))
    changed.push({ field: 'geometry', before: bytes(before.geometry), after: bytes(after.geometry) })
  return changed
}

const bytes = (geometry: Uint8Array | null) => geometry?.length ?? null

export function sameBytes(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/**
 * The value that a newer file gives an entry: what it does not speak of stays as it is, what was closed stays closed,
 * and what was public waits for a document again.
 */
export function renewed(before: EntryValue, after: EntryValue, given: ReadonlySet<string>): EntryValue {
  const properties: Record<string, Property> = {}
  for (const [field, value] of Object.entries(before.properties))
    if (!given.has(field)) properties[field] = value
  return {
    ...after,
    properties: { ...properties, ...after.properties },
    status: after.status ?? before.status,
    disclosure: before.disclosure === 'restricted' ? 'restricted' : after.disclosure,
  }
}
