import { expect, test } from 'vitest'
import { importContext, layerOf, plane } from '../../../../../test/support/import-reading.ts'
import { official, systems } from '../../../../../test/coordinates.ts'
import type { Position } from '../../../../domain/geometry/index.ts'
import { toLonLat } from '../../../../domain/plane.ts'
import type { MapLayer, TableCandidate } from '../../../../platform/formats/map/index.ts'
import { proposeTables } from './propose-table.ts'

const places = [0, 1, 2, 3, 4, 5].map((i): Position => [605_000 + i * 30, 1_635_000 + i * 40])
const candidate = (
  kind: 'plane' | 'degrees',
  sample: TableCandidate['sample'],
  east = 1,
): TableCandidate => ({
  choice: { columns: { east, north: 1 - east, kind }, decimal: ',', shape: 'points', parcel: null },
  sample,
  vi: `${kind} ${east}`,
  en: `${kind} ${east}`,
})
const table = (candidates: readonly TableCandidate[]): MapLayer => ({
  ...layerOf('bang', [], null),
  format: 'csv',
  question: { headers: [], sample: [], candidates },
})

test('of several ways the one that puts the rows in the town is taken, and the others are named', async () => {
  const swapped = places.map(([x, y]): Position => [y, x])
  const layers = [table([candidate('plane', swapped, 0), candidate('plane', places)])]
  const { tables, issues } = proposeTables(layers, await importContext('heritage'))
  expect(tables['bang']?.columns).toEqual({ east: 1, north: 0, kind: 'plane' })
  expect(issues).toMatchObject([{ code: 'table-chosen', params: { others: { vi: 'plane 0' } } }])
})

test('what a person chose is read though another way fits better; every way stays to be chosen from', async () => {
  const swapped = places.map(([x, y]): Position => [y, x])
  const other = candidate('plane', swapped, 0)
  const layers = [table([other, candidate('plane', places)])]
  const context = await importContext('heritage')
  const { tables, issues, ways } = proposeTables(layers, context, { bang: other.choice })
  expect(tables['bang']).toEqual(other.choice)
  expect(issues).toMatchObject([{ code: 'table-chosen', params: { others: { vi: 'plane 1' } } }])
  expect(ways['bang']?.map(({ vi }) => vi)).toEqual(['plane 1', 'plane 0'])
})

test('a row that was mistyped does not change the choice', async () => {
  const wild = places.map((place, i): Position => (i === 2 ? [9e6, 5] : place))
  const layers = [
    table([
      candidate(
        'degrees',
        places.map(() => [10, 50]),
      ),
      candidate('plane', wild),
    ]),
  ]
  expect(proposeTables(layers, await importContext('heritage')).tables['bang']?.columns.kind).toBe('plane')
})

test('metres beside degrees tell with which parameters the table was made', async () => {
  const { apply } = toLonLat(plane, official)
  const off = places.map((place): Position => {
    const [lon, lat] = apply(place)
    return [lon, lat + 0.74 / 111_320]
  })
  const layers = [table([candidate('degrees', off), candidate('plane', places)])]
  const { tables, zones, issues } = proposeTables(layers, await importContext('heritage', { systems }))
  expect(zones).toEqual({ bang: plane.id })
  expect(tables['bang']?.columns.kind).toBe('plane')
  const told = issues.find(({ code }) => code === 'two-systems')
  expect(told?.params).toMatchObject({ number: 6, operation: official.name })
  expect(Number(told?.params['metres'])).toBeCloseTo(0.74, 2)
})
