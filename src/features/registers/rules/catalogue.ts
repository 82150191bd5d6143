import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import type { Law } from '../../law/model.ts'
import type { CodeList, Definition } from '../model/definition.ts'
import { dossierRegisters } from './dossier.ts'

/** All registers of an installation. Those of the dossier depend on the day: the circular may change its layers. */
export interface Catalogue {
  readonly law: Law
  /** Every register on a day: those with a file of their own first, then those of the dossier. */
  on(day: Day): readonly Definition[]
  /** One of them; a Fault where there is none. */
  find(id: string, day: Day): Definition
}

export function catalogueOf(own: ReadonlyMap<string, Definition>, law: Law): Catalogue {
  const statuses: CodeList = own.get('planning-zones')?.statuses ?? { kind: 'codes', codes: [] }
  const on = (day: Day) => {
    const dossier = dossierRegisters(law, { on: day }, statuses)
    return [...own.values(), ...dossier.filter(({ id }) => !own.has(id))]
  }
  return {
    law,
    on,
    find: (id, day) => {
      const found = own.get(id) ?? on(day).find((one) => one.id === id)
      if (!found) throw new Fault('not-found', { what: `lớp dữ liệu ${id}` })
      return found
    },
  }
}
