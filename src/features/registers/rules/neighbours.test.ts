import { expect, test } from 'vitest'
import type { Geometry, Position } from '../../../domain/geometry/index.ts'
import { distance, touch } from './neighbours.ts'

const lot = (west: number, south = 0): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 10, south],
      [west + 10, south + 10],
      [west, south + 10],
      [west, south],
    ],
  ],
})
const point = (...coordinates: Position): Geometry => ({ type: 'Point', coordinates })

test.each([
  ['side by side', lot(10), true],
  ['half a side along', lot(10, 5), true],
  ['at a corner', lot(10, 10), true],
  ['by a hand that slipped three millimetres', lot(10.003), true],
  ['across a ditch of two centimetres', lot(10.02), false],
  ['a point on the border', point(5, 10), true],
  ['a point inside', point(5, 5), false],
] as const)('who is named as a neighbour: %s', (_, other, beside) => {
  expect(touch(lot(0), other)).toBe(beside)
  expect(touch(other, lot(0))).toBe(beside)
})

test('far behind the end of a border is not on it', () => {
  expect(distance([13, 4], [0, 0], [10, 0])).toBe(5)
  expect(distance([3, 4], [0, 0], [0, 0])).toBe(5)
})
