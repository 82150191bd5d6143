import type { Day } from '../../src/domain/day.ts'
import { boxOf, decodeWkb } from '../../src/domain/geometry/index.ts'
import { entryId, type EntryValue, type NewEntry } from '../../src/features/registers/index.ts'

export const author = { agency: 'uy-ban', post: 'gis', person: 'p' }
export type RegisterName = 'parcels' | 'planning-zones'

/** What a map says of the shape with a number, as an import hands it to the record. */
export function entryOf(register: RegisterName, number: number, geometry: Uint8Array): NewEntry {
  const said = propertiesOf(register, number)
  const value: EntryValue = {
    disclosure: 'internal',
    releasedBy: null,
    stage: register === 'parcels' ? 'existing' : 'planned',
    status: register === 'parcels' ? 'current' : 'in-force',
    accuracy: 0.3,
    source: {
      made: 'file',
      name: 'Thị xã sinh ra để đo',
      sha256: '0'.repeat(64),
      layer: 'l',
      feature: number,
    },
    label: register === 'parcels' ? `Tờ ${number % 99}, thửa ${number}` : `Ô ${number}`,
    geometry,
    properties: said,
  }
  const sourceKey = String(number)
  const id = entryId(register, 'bench', sourceKey)
  return { id, source: 'bench', sourceKey, from: '2024-01-01' as Day, value }
}

export function propertiesOf(register: RegisterName, number: number): EntryValue['properties'] {
  if (register === 'planning-zones')
    return { code: 'DAT_O_NHOMNHAO', name: 'Nhóm nhà ở', plot: `ON-${number}` }
  const unit = `Phường ${number % 8}`
  return { unit, sheet: number % 99, number, mapYear: 2021, landUse: 'ODT', area: 431.7 }
}

export function boxAround(wkb: Uint8Array): readonly [number, number, number, number] {
  return boxOf(decodeWkb(wkb)) ?? [0, 0, 0, 0]
}
