import { expect, test } from 'vitest'
import { boxHolds, type Geometry } from '../../../domain/geometry/index.ts'
import { operationOf, planeOf } from '../../../domain/plane.ts'
import { systems } from '../../../../test/coordinates.ts'
import { coordinatesOf } from './coordinates.ts'

const plane = planeOf(systems, 'vn2000-tm3-108-00')
const ground = { plane, planes: systems.planes, operation: operationOf(systems, 'official') }
/** An urban control point of the town: X 1633280.586, Y 578424.605 in its plane. */
const mark: Geometry = { type: 'Point', coordinates: [578_424.605, 1_633_280.586] }

test('places are told in longitude and latitude unless the question says else, and the answer names the way there', () => {
  const { told, out } = coordinatesOf(ground)
  expect(told).toMatchObject({
    id: 'CRS84',
    axes: ['longitude', 'latitude'],
    unit: 'degree',
    operation: { id: 'official' },
  })
  const [lon, lat] = out(mark).coordinates as [number, number]
  // The published place, to the two decimetres by which the two sets of parameters differ there, and more.
  expect(Math.abs(lon - 108.73028)).toBeLessThan(1e-5)
  expect(Math.abs(lat - 14.766948)).toBeLessThan(1e-5)
})

test("in the record's own plane every number stays as it is, to the bit", () => {
  const own = coordinatesOf(ground, plane.id)
  expect(own.told).toMatchObject({ axes: ['east', 'north'], unit: 'metre', operation: null })
  expect(own.out(mark)).toEqual(mark)
  expect(own.in(mark)).toEqual(mark)
  expect(own.boxIn([1.1, 2.2, 3.3, 4.4])).toEqual([1.1, 2.2, 3.3, 4.4])
})

test('another zone of VN-2000 is another plane of the same frame: nothing is shifted, and all comes back', () => {
  const next = coordinatesOf(ground, 'vn2000-tm3-107-30')
  expect(next.told.operation).toBeNull()
  const [x, y] = next.in(next.out(mark)).coordinates as [number, number]
  expect(Math.hypot(x - 578_424.605, y - 1_633_280.586)).toBeLessThan(1e-4)
})

test('a box in degrees is searched whole: its corners and the middle of its sides lie in the box of metres', () => {
  const { boxIn, in: into } = coordinatesOf(ground)
  const box = boxIn([108.9, 14.7, 109.1, 14.9])
  for (const at of [
    [108.9, 14.7],
    [109.1, 14.9],
    [109, 14.7],
    [109, 14.9],
    [108.9, 14.8],
  ] as const)
    expect(boxHolds(box, into({ type: 'Point', coordinates: at }).coordinates as [number, number])).toBe(true)
})

test('an unknown name and metres in the place of degrees are told, not guessed', () => {
  expect(() => coordinatesOf(ground, 'EPSG:5898')).toThrow('api-crs')
  expect(() => coordinatesOf(ground).in(mark)).toThrow('api-degrees')
})
