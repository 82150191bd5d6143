import fc from 'fast-check'
import { expect, test } from 'vitest'
import { geometry } from '../../../test/geometries.ts'
import {
  boxOf,
  centroidOf,
  encodeWkb,
  growBox,
  runsOf,
  shapeMeets,
  type Box,
  type Geometry,
} from './index.ts'
import { Geos } from '../../platform/geometry/geos.ts'

/** An L of which the box around it is half empty, and with a hole. */
const corner: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 4],
      [4, 4],
      [4, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 1],
      [1, 1],
    ],
  ],
}
const at = (x: number, y: number): Box => [x, y, x, y]

test('a place in the box around a shape, but not in the shape, is not in it', () => {
  expect(shapeMeets(corner, at(7, 7))).toBe(false)
  expect(shapeMeets(corner, at(3, 3))).toBe(true)
  // A hole is no part of it, its edge is.
  expect(shapeMeets(corner, at(1.5, 1.5))).toBe(false)
  expect(shapeMeets(corner, at(1, 1.5))).toBe(true)
  expect(shapeMeets(corner, at(4, 10))).toBe(true)
  expect(shapeMeets(corner, [5, 5, 9, 9])).toBe(false)
  expect(shapeMeets(corner, [1.2, 1.2, 1.8, 1.8])).toBe(false)
  expect(shapeMeets(corner, [3.9, 3.9, 9, 9])).toBe(true)
  // The whole of it in the box, or the box in the whole of it.
  expect(shapeMeets(corner, [-1, -1, 11, 11])).toBe(true)
  expect(shapeMeets(corner, [2.5, 2.5, 3, 3])).toBe(true)
  const slant: Geometry = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [10, 10],
    ],
  }
  expect(shapeMeets(slant, at(5, 5))).toBe(true)
  expect(shapeMeets(slant, [6, 1, 9, 4])).toBe(false)
  expect(shapeMeets(slant, [6, 1, 9, 6])).toBe(true)
})

test('it says what GEOS says, of every kind of shape and boxes beside, across and within', async () => {
  const geos = await Geos.start()
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(geometry, part, part, fc.constantFrom(0, 0.01, 3, 200), (shape, s, t, size) => {
      const around = growBox(boxOf(shape) as Box, 1)
      const [x, y] = [0, 1].map((axis) => {
        const [low, high] = [around[axis] as number, around[axis + 2] as number]
        return Math.round((low + (axis === 0 ? s : t) * (high - low)) * 1e4) / 1e4
      }) as [number, number]
      const [cx, cy] = runsOf(shape)[0]?.[0] ?? centroidOf(shape) ?? [x, y]
      for (const box of [
        [x, y, x + size, y + size],
        [cx, cy, cx + size, cy],
      ] as const)
        expect(shapeMeets(shape, box)).toBe(meetsByGeos(geos, shape, box))
    }),
    { numRuns: process.env.DOTHI_LONG === '1' ? 3_000 : 300 },
  )
})

function meetsByGeos(geos: Geos, shape: Geometry, [west, south, east, north]: Box): boolean {
  const place: Geometry =
    east === west && north === south
      ? { type: 'Point', coordinates: [west, south] }
      : north === south
        ? {
            type: 'LineString',
            coordinates: [
              [west, south],
              [east, south],
            ],
          }
        : {
            type: 'Polygon',
            coordinates: [
              [
                [west, south],
                [east, south],
                [east, north],
                [west, north],
                [west, south],
              ],
            ],
          }
  return geos.scope((scope) => {
    const [a, b] = [scope.read(encodeWkb(shape)), scope.read(encodeWkb(place))]
    return scope.truth(scope.geos.GEOSIntersects(a, b), 'intersects')
  })
}
