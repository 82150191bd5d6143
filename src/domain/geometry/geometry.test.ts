import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { geometry, position, ring } from '../../../test/geometries.ts'
import { Fault } from '../fault.ts'
import * as geo from './index.ts'
import type { Geometry, Polygon, Position } from './index.ts'

const square = (side: number, [x, y]: Position = [0, 0]): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const near = (a: number, b: number, by = 1e-6) =>
  Math.abs(a - b) <= by * Math.max(1, Math.abs(a), Math.abs(b))

describe('area, length, centre', () => {
  test('a hole is taken off, whichever way its ring turns', () => {
    const holed = (hole: readonly Position[]): Polygon => ({
      type: 'Polygon',
      coordinates: [square(10), hole],
    })
    const hole = square(2, [4, 4])
    expect(geo.planarArea(holed(hole))).toBe(96)
    expect(geo.planarArea(holed(hole.toReversed()))).toBe(96)
    expect(geo.centroidOf(holed(hole))).toEqual([5, 5])
    expect(geo.planarLength(holed(hole))).toBe(48)
  })

  test('a plot of 100 m² measures 100 m² with the coordinates of its zone', () => {
    const plot: Polygon = { type: 'Polygon', coordinates: [square(10, [603_515.71, 1_637_949.405])] }
    expect(geo.planarArea(plot)).toBeCloseTo(100, 6)
  })

  test('the area stays when the ring begins elsewhere, turns round or lies elsewhere', () => {
    fc.assert(
      fc.property(ring, fc.nat(), position, (outer, start, [dx, dy]) => {
        const area = Math.abs(geo.signedArea(outer))
        const corners = outer.slice(1)
        const from = start % corners.length
        const turned = [...corners.slice(from), ...corners.slice(0, from), corners[from] as Position]
        const moved = outer.map(([x, y]): Position => [x + dx, y + dy])
        expect(geo.signedArea(outer)).toBeGreaterThan(0)
        expect(geo.signedArea(outer.toReversed())).toBeLessThan(0)
        for (const other of [turned, moved, outer.toReversed()])
          expect(near(Math.abs(geo.signedArea(other)), area)).toBe(true)
      }),
    )
  })

  test('the centre of a line and of points is their mean; nothing has no centre', () => {
    expect(
      geo.centroidOf({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [2, 4],
        ],
      }),
    ).toEqual([1, 2])
    expect(
      geo.centroidOf({
        type: 'Polygon',
        coordinates: [
          [
            [1, 1],
            [1, 1],
            [1, 1],
            [1, 1],
          ],
        ],
      }),
    ).toEqual([1, 1])
    expect(geo.centroidOf({ type: 'MultiPolygon', coordinates: [] })).toBeNull()
    expect(geo.planarLength({ type: 'Point', coordinates: [1, 1] })).toBe(0)
    expect(geo.planarArea({ type: 'LineString', coordinates: square(3) })).toBe(0)
  })
})

describe('boxes and parts', () => {
  test('the box holds every position and none smaller would', () => {
    fc.assert(
      fc.property(geometry, (shape) => {
        const box = geo.boxOf(shape)!
        const positions = geo.runsOf(shape).flat()
        expect(positions.every((p) => geo.boxHolds(box, p))).toBe(true)
        for (const [side, axis] of [
          [0, 0],
          [1, 1],
          [2, 0],
          [3, 1],
        ] as const)
          expect(positions.some((p) => p[axis] === box[side])).toBe(true)
        expect(geo.positionCount(shape)).toBe(positions.length)
      }),
    )
  })

  test('boxes that touch meet; what is empty has no box', () => {
    expect(geo.boxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true)
    expect(geo.boxesMeet([0, 0, 1, 1], [1.1, 0, 2, 2])).toBe(false)
    expect(geo.unionBox([0, 0, 1, 1], [-1, 2, 0, 3])).toEqual([-1, 0, 1, 3])
    expect(geo.growBox([0, 0, 1, 1], 2)).toEqual([-2, -2, 3, 3])
    expect(geo.boxOf({ type: 'MultiPolygon', coordinates: [] })).toBeNull()
    expect(geo.isEmpty({ type: 'Polygon', coordinates: [[]] })).toBe(true)
  })

  test('a moved geometry keeps its kind and moves back', () => {
    fc.assert(
      fc.property(geometry, (shape) => {
        const there = geo.mapPositions(shape, ([x, y]) => [y, x])
        expect(there.type).toBe(shape.type)
        expect(geo.mapPositions(there, ([x, y]) => [y, x])).toEqual(shape)
      }),
    )
  })

  test('points, lines and areas are told apart', () => {
    expect(geo.geometryTypes.map(geo.dimensionOf)).toEqual([0, 1, 2, 0, 1, 2])
  })
})

describe('GeoJSON', () => {
  const refusal = (value: unknown) => {
    try {
      return geo.geometryFromJson(value).type
    } catch (error) {
      return error instanceof Fault
        ? `${error.code} ${String(error.params.at ?? error.params.kind)}`
        : 'crash'
    }
  }

  test('what is written is read back, and outer rings turn left', () => {
    fc.assert(
      fc.property(geometry, (shape) => {
        const written = geo.rightHanded(shape)
        expect(geo.geometryFromJson(JSON.parse(JSON.stringify(written)))).toEqual(written)
        for (const [outer, ...holes] of geo.polygonsOf(written)) {
          expect(geo.turnsLeft(outer!)).toBe(true)
          expect(holes.some(geo.turnsLeft)).toBe(false)
        }
        expect(near(geo.planarArea(written), geo.planarArea(shape))).toBe(true)
      }),
    )
  })

  test('heights are left out', () => {
    const read: Geometry = geo.geometryFromJson({ type: 'Point', coordinates: [1, 2, 3] })
    expect(read).toEqual({ type: 'Point', coordinates: [1, 2] })
  })

  test('what is none is refused with its place', () => {
    expect(refusal(null)).toBe('geometry-kind undefined')
    expect(refusal({ type: 'GeometryCollection', geometries: [] })).toBe('geometry-kind GeometryCollection')
    expect(refusal({ type: 'Point' })).toBe('geometry-json coordinates')
    expect(
      refusal({
        type: 'LineString',
        coordinates: [
          [1, 2],
          [1, 'x'],
        ],
      }),
    ).toBe('geometry-json coordinates[1]')
    expect(refusal({ type: 'Polygon', coordinates: [[1, 2]] })).toBe('geometry-json coordinates[0][0]')
    expect(refusal({ type: 'Point', coordinates: [1, Infinity] })).toBe('geometry-number coordinates')
  })
})
