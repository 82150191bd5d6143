import fc from 'fast-check'
import { expect, test } from 'vitest'
import { geometry, ring } from '../../../test/geometries.ts'
import { generateTown } from '../../../test/town.ts'
import {
  boxOf,
  decodeWkb,
  encodeWkb,
  mapPositions,
  planarArea,
  type Box,
  type Geometry,
  type Ring,
} from '../../domain/geometry/index.ts'
import { packWkb, wkbBoxes } from './batch.ts'
import { Geos } from './geos.ts'
import { sharedAreas } from './overlay.ts'
import { plainOf, plainSharedArea } from './plain.ts'

const polygon = (...coordinates: readonly Ring[]): Geometry => ({ type: 'Polygon', coordinates })
const square = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const numRuns = process.env.DOTHI_LONG === '1' ? 3_000 : 300
const geos = await Geos.start()
const set = (shapes: readonly Geometry[]) => {
  const wkb = shapes.map(encodeWkb)
  return { shapes: packWkb(wkb), boxes: wkbBoxes(wkb) }
}
const shared = (a: Geometry, b: Geometry) => sharedAreas(geos, set([a]), set([b]))

/** What GEOS says of the two, by making what they share. */
function byGeos(a: Geometry, b: Geometry): number | null {
  return geos.scope((scope) => {
    const [x, y] = [scope.read(encodeWkb(a)), scope.read(encodeWkb(b))]
    const common = scope.geos.GEOSIntersection(x, y)
    return common ? scope.area(scope.own(common, 'overlay')) : null
  })
}

const isValid = (shape: Geometry) =>
  geos.scope((scope) => scope.geos.GEOSisValid(scope.read(encodeWkb(shape))) === 1)

/** The same shape elsewhere: so that two of them lie over each other more often than not. */
const moved = (shape: Geometry, by: readonly [number, number]) => {
  const [west, south] = boxOf(shape) as Box
  return mapPositions(shape, ([x, y]) => [
    Math.round((x - west + 585_000 + by[0]) * 1e3) / 1e3,
    Math.round((y - south + 1_630_000 + by[1]) * 1e3) / 1e3,
  ])
}
const shift = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }))

test('two rings share what GEOS cuts out of them, to the square millimetre and less', () => {
  fc.assert(
    fc.property(ring, ring, shift, (one, other, by) => {
      const [a, b] = [moved(polygon(one), [100, 100]), moved(polygon(other), by)]
      const found = shared(a, b)
      const wanted = byGeos(a, b)
      if (wanted === null) return
      expect(Math.abs((found.area[0] ?? 0) - wanted)).toBeLessThan(1e-6)
      expect(found.area.length).toBe(wanted > 0 ? 1 : 0)
    }),
    { numRuns },
  )
})

test('shapes of every kind, also with holes and of several parts, are measured as GEOS measures them', () => {
  fc.assert(
    fc.property(geometry, geometry, shift, (one, other, by) => {
      const [a, b] = [moved(one, [100, 100]), moved(other, by)]
      const { area, failed } = shared(a, b)
      const wanted = byGeos(a, b)
      // Of invalid ones GEOS says one thing or another.
      fc.pre(isValid(a) && isValid(b) && wanted !== null)
      expect(failed).toEqual([])
      expect(Math.abs((area[0] ?? 0) - (wanted ?? 0))).toBeLessThan(1e-6)
    }),
    { numRuns },
  )
})

test('neighbours that share a border, a corner or nothing at all have no part of each other', () => {
  const lot = polygon(square(585_000, 1_630_000, 10))
  for (const at of [
    square(585_010, 1_630_000, 10),
    square(585_010, 1_630_010, 10),
    square(585_010, 1_630_005, 10),
    square(585_020, 1_630_000, 10),
    // Around it, but for the corner in which it lies.
    [
      [584_000, 1_629_000],
      [586_000, 1_629_000],
      [586_000, 1_630_000],
      [585_000, 1_630_000],
      [585_000, 1_631_000],
      [584_000, 1_631_000],
      [584_000, 1_629_000],
    ] as const,
  ])
    expect(shared(lot, polygon(at)).area).toHaveLength(0)
  const [tip, whole] = [shared(lot, polygon(square(585_009.999, 1_630_009.999, 5))), shared(lot, lot)]
  expect(tip.area[0]).toBeCloseTo(1e-6, 9)
  expect(whole.area).toEqual(Float64Array.of(100))
})

test('a ring that crosses or touches itself, folds back, stays open or has a hole is left to GEOS', () => {
  const bytes = (ring: readonly (readonly [number, number])[]) => encodeWkb(polygon(ring))
  const good = square(0, 0, 10)
  expect(plainOf(bytes(good))).not.toBeNull()
  expect(plainOf(bytes([...good.slice(0, 2), good[1]!, ...good.slice(2)]))).not.toBeNull()
  for (const bad of [
    [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
      [0, 0],
    ],
    [
      [0, 0],
      [10, 0],
      [5, 5],
      [10, 10],
      [0, 10],
      [5, 5],
      [0, 0],
    ],
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [10, 20],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ],
    [
      [0, 0],
      [10, 0],
      [0, 0],
      [0, 0],
    ],
  ] as const)
    expect(plainOf(bytes(bad as unknown as Ring))).toBeNull()
  expect(plainOf(encodeWkb(polygon(good, square(2, 2, 2))))).toBeNull()
  expect(plainOf(encodeWkb({ type: 'Point', coordinates: [1, 2] }))).toBeNull()
  const bowtie = polygon([
    [0, 0],
    [10, 10],
    [10, 0],
    [0, 10],
    [0, 0],
  ])
  const lot = polygon(square(1, 2, 8))
  expect(shared(bowtie, lot)).toEqual(sharedAreas(geos, set([bowtie]), set([lot])))
  expect(shared(bowtie, lot).failed.length + shared(bowtie, lot).area.length).toBe(1)
})

test('property: what a lot shares with a town of zones is never more than the lot, and the same for turned rings', () => {
  const { parcels, zones } = generateTown({ parcels: 300, zones: 8, seed: 3 })
  const [lots, plan] = [parcels.map(plainOf), zones.map(plainOf)]
  const boxes = wkbBoxes(parcels)
  for (const [i, lot] of lots.entries()) {
    const shape = decodeWkb(parcels[i]!) as { coordinates: readonly Ring[] }
    const turned = plainOf(encodeWkb(polygon(shape.coordinates[0]!.toReversed())))
    let sum = 0
    for (const zone of plan) {
      const area = plainSharedArea(lot!, zone!, boxes[4 * i]!, boxes[4 * i + 1]!, boxes[4 * i + 2]!)
      expect(area).toBeGreaterThan(-1e-7)
      expect(
        plainSharedArea(turned!, zone!, boxes[4 * i]!, boxes[4 * i + 1]!, boxes[4 * i + 2]!),
      ).toBeCloseTo(area, 6)
      sum += area
    }
    expect(sum).toBeLessThan(planarArea(decodeWkb(parcels[i]!)) + 1e-6)
  }
})

test('shapes far apart are told so without GEOS', () => {
  fc.assert(
    fc.property(ring, (one) => {
      const a = moved(polygon(one), [0, 0])
      const b = moved(polygon(one), [5_000, 0])
      expect(shared(a, b)).toMatchObject({ area: { length: 0 }, failed: [] })
    }),
    { numRuns: 20 },
  )
})
