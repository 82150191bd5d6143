import type { Finding } from '../../../../domain/finding.ts'
import type { Definition, Field } from '../../model/definition.ts'
import type { Entry, Property } from '../../model/entry.ts'
import { finding } from './find.ts'

/** What other entries refer to: by register and field, the values that there are on the day. */
export type Targets = ReadonlyMap<string, ReadonlySet<Property>>

type Reference = NonNullable<Field['reference']>
const targetKey = ({ register, field }: Reference) => `${register}.${field}`

/** Every field that entries of these registers refer to. */
export function referredTo(definitions: readonly Definition[]): readonly Reference[] {
  const all = definitions.flatMap(({ fields }) => fields.flatMap(({ reference }) => reference ?? []))
  return [...new Map(all.map((one) => [targetKey(one), one])).values()]
}

export function targetsOf(
  references: readonly Reference[],
  entries: (register: string) => readonly Entry[],
): Targets {
  return new Map(
    references.map((one) => {
      const values = entries(one.register).flatMap(({ properties }) => properties[one.field] ?? [])
      return [targetKey(one), new Set(values)]
    }),
  )
}

/** Entries that name what the record does not hold on the day. */
export function danglingReferences(
  definition: Definition,
  entries: readonly Entry[],
  targets: Targets,
  nameOf: (register: string) => string,
  /** Values that were there and ended: that is told by itself. */
  ended: ReadonlyMap<string, unknown> = new Map(),
): Finding[] {
  return definition.fields.flatMap(({ key, name, reference }) => {
    if (!reference) return []
    const there = targets.get(targetKey(reference))
    return entries.flatMap((entry) => {
      const value = entry.properties[key]
      if (value === undefined || value === '' || there?.has(value) || ended.has(String(value))) return []
      const params = { field: name.vi, found: String(value), register: nameOf(reference.register) }
      return [finding('dangling-reference', [entry], params)]
    })
  })
}
