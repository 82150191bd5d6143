import { join } from 'node:path'
import type { Day } from '../../src/domain/day.ts'
import { decodeWkb, encodeWkb, mapPositions, type Position } from '../../src/domain/geometry/index.ts'
import { entryId, insertEntries, type NewEntry } from '../../src/features/registers/index.ts'
import { openRecord } from '../../src/platform/db/index.ts'
import { generateTown } from '../town.ts'

const author = { agency: 'uy-ban', post: 'gis', person: 'can-bo-tai-may' }
const codes = ['DGD', 'ODT', 'DKV', 'CLN', 'LUC', 'DGT', 'TMD', 'XYZ']
const from = '2025-07-01' as Day

const area = (corners: readonly Position[]) =>
  encodeWkb({ type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] })

/** Two zones with a shared border, as the tests of drawing know them by heart. */
export const twoZones: readonly (readonly Position[])[] = [
  [
    [602_000.123, 1_638_000.456],
    [602_200.123, 1_638_000.456],
    [602_200.123, 1_638_150.456],
    [602_000.123, 1_638_150.456],
  ],
  [
    [602_200.123, 1_638_000.456],
    [602_400.123, 1_638_000.456],
    [602_400.123, 1_638_150.456],
    [602_200.123, 1_638_150.456],
  ],
]

/** A bow tie: what a map marks as wrong. */
const crossed: readonly Position[] = [
  [602_000, 1_638_300],
  [602_200, 1_638_450],
  [602_200, 1_638_300],
  [602_000, 1_638_380],
]

/** The generated town, moved onto the land of the example's units. */
const onLand = (wkb: Uint8Array) =>
  encodeWkb(mapPositions(decodeWkb(wkb), ([x, y]): Position => [x + 18_000, y + 8_000]))

interface Kind {
  readonly register: string
  readonly stage: 'existing' | 'planned'
  readonly status: string
}

function entry(kind: Kind, key: string, label: string, geometry: Uint8Array, properties: object): NewEntry {
  return {
    id: entryId(kind.register, 'thu-nghiem', key),
    source: 'thu-nghiem',
    sourceKey: key,
    from,
    value: {
      disclosure: 'internal',
      releasedBy: null,
      stage: kind.stage,
      status: kind.status,
      accuracy: 1,
      source: { made: 'file', name: 'Dữ liệu minh họa', layer: 'QH_SDD', feature: key },
      label,
      geometry,
      properties: properties as NewEntry['value']['properties'],
    },
  }
}

/** Zones and parcels of an invented town, in the record of a data folder whose server is not running yet. */
export async function enterMapTown(data: string, size: { parcels: number; zones: number }): Promise<void> {
  const record = await openRecord({ kind: 'sqlite', file: join(data, 'record.sqlite') }, () => new Date())
  const town = generateTown({ ...size, seed: 3 })
  const zones: Kind = { register: 'planning-zones', stage: 'planned', status: 'approved' }
  const parcels: Kind = { register: 'parcels', stage: 'existing', status: 'current' }
  const own = [...twoZones, crossed].map((corners, i) =>
    entry(zones, `o-${i}`, `ODT Khu ở số ${i + 1}`, area(corners), {
      code: 'ODT',
      name: `Khu ở số ${i + 1}`,
      area: 30_000,
    }),
  )
  const drawn = town.zones.map((geometry, i) => {
    const code = codes[i % codes.length] as string
    return entry(zones, `z-${i}`, `${code} Ô đất ${i + 1}`, onLand(geometry), {
      code,
      name: `Ô đất ${i + 1}`,
      area: 1000 + i,
    })
  })
  const lots = town.parcels.map((geometry, i) => {
    const [sheet, number] = [1 + Math.floor(i / 200), 1 + (i % 200)]
    const label = `Tờ ${sheet}, thửa ${number}`
    const landUse = codes[i % 3] as string
    return entry(parcels, `t-${i}`, label, onLand(geometry), { unit: 'Phổ Thạnh', sheet, number, landUse })
  })
  const long = await record.long(author, 'Dữ liệu minh họa để thử bản đồ')
  await long.each(batches([...own, ...drawn]), (batch, some) => insertEntries(batch, 'planning-zones', some))
  await long.each(batches(lots), (batch, some) => insertEntries(batch, 'parcels', some))
  await long.close()
  await record.close()
}

function batches<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 200) }, (_, i) => list.slice(i * 200, (i + 1) * 200))
}
