import { knownCrs } from '../../../../domain/plane.ts'
import type { Words } from '../../../../domain/words.ts'
import type { TownPlace } from '../../model/import/place.ts'
import { middleOf, operationWords } from '../../rules/import/operation-words.ts'
import type { MappingChoices } from '../../rules/import/mapping-form.ts'

export interface Named {
  readonly id: string
  readonly name: Words
}

export interface NamedOperation extends Named {
  /** How right it is, as far as anybody knows. */
  readonly says: Words
}

/** What coordinates may be read by, as a page names it. */
export function systemsIn({ systems, plane, operation, box }: Omit<TownPlace, 'areas'>) {
  const known = knownCrs(systems)
  const place = { plane, systems, at: middleOf(box) }
  return {
    crs: known.map(({ id, name }): Named => ({ id, name })),
    operations: systems.operations.map((one): NamedOperation => ({
      id: one.id,
      name: one.name,
      says: operationWords(one, place),
    })),
    /** Of the form of a mapping, without the register's fields. */
    choices: {
      systems: new Map(known.map(({ id, datum }) => [id, { sameDatum: datum === plane.datum }])),
      operations: new Set(systems.operations.map(({ id }) => id)),
      usual: operation.id,
    } satisfies Omit<MappingChoices, 'fields'>,
  }
}
