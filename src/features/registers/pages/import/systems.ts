import { knownCrs } from '../../../../domain/plane.ts'
import type { Words } from '../../../../domain/words.ts'
import type { TownPlace } from '../../model/import/place.ts'
import type { MappingChoices } from '../../rules/import/mapping-form.ts'

export interface Named {
  readonly id: string
  readonly name: Words
}

/** What coordinates may be read by, as a page names it. */
export function systemsIn({ systems, plane, operation }: Pick<TownPlace, 'systems' | 'plane' | 'operation'>) {
  const known = knownCrs(systems)
  return {
    crs: known.map(({ id, name }): Named => ({ id, name })),
    operations: systems.operations.map(({ id, name }): Named => ({ id, name })),
    /** Of the form of a mapping, without the register's fields. */
    choices: {
      systems: new Map(known.map(({ id, datum }) => [id, { sameDatum: datum === plane.datum }])),
      operations: new Set(systems.operations.map(({ id }) => id)),
      usual: operation.id,
    } satisfies Omit<MappingChoices, 'fields'>,
  }
}
