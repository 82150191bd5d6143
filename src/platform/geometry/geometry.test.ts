import { afterAll, describe, expect, test } from 'vitest'
import { generateTown } from '../../../test/town.ts'
import { Fault } from '../../domain/fault.ts'
import {
  boxOf,
  decodeWkb,
  encodeWkb,
  planarArea,
  positionCount,
  type Geometry,
  type Position,
} from '../../domain/geometry/index.ts'
import { wkbBoxes } from './batch.ts'
import { GeometryEngine } from './index.ts'

const engine = new GeometryEngine()
afterAll(() => engine[Symbol.asyncDispose]())

/** Corner of the invented ground: seven digits before the point, as in a real zone. */
const [x0, y0] = [585_000, 1_630_000]
const at = ([x, y]: Position): Position => [x0 + x, y0 + y]
const polygon = (...rings: Position[][]) =>
  encodeWkb({ type: 'Polygon', coordinates: rings.map((ring) => ring.map(at)) })
const square = (side: number, x = 0, y = 0): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const line = (...positions: Position[]) => encodeWkb({ type: 'LineString', coordinates: positions.map(at) })
const areaOf = (wkb: Uint8Array) => planarArea(decodeWkb(wkb))
const bowTie: Position[] = [
  [0, 0],
  [10, 10],
  [10, 0],
  [0, 10],
  [0, 0],
]
const small = generateTown({ parcels: 2_000, zones: 40, seed: 7 })

describe('validity', () => {
  test('says what is wrong and where, and what is right', async () => {
    const nested = polygon(square(10), square(6, 2, 2).toReversed(), square(2, 4, 4).toReversed())
    const open = encodeWkb({ type: 'Polygon', coordinates: [square(10).slice(0, 4).map(at)] })
    const found = await engine.validity([
      polygon(square(10)),
      polygon(bowTie),
      polygon(square(10), square(2, 20, 20).toReversed()),
      nested,
      open,
      encodeWkb({ type: 'Polygon', coordinates: [[at([0, 0]), at([1, 1]), at([0, 0])]] }),
    ])
    expect(found[0]).toEqual({ valid: true })
    expect(found[1]).toMatchObject({ valid: false, reason: 'self-crossing', at: at([5, 5]) })
    const reasons = found.map((one) => (one.valid ? 'valid' : one.reason))
    expect(reasons.slice(2, 5)).toEqual(['hole-outside', 'hole-nested', 'ring-open'])
    expect(reasons[5]).not.toBe('valid')
  })

  test('a mend is proposed with what it does to the area', async () => {
    const [mend] = await engine.makeValid([polygon(bowTie)])
    expect(mend!.areaAfter).toBeCloseTo(50, 6)
    expect(areaOf(mend!.wkb)).toBeCloseTo(50, 6)
    expect(await engine.validity([mend!.wkb])).toEqual([{ valid: true }])
  })

  test('the invented town holds nothing invalid, and its figures are as said', async () => {
    expect((await engine.validity([...small.parcels, ...small.zones])).filter(({ valid }) => !valid)).toEqual(
      [],
    )
    const mean = (shapes: readonly Uint8Array[]) =>
      shapes.reduce((sum, wkb) => sum + positionCount(decodeWkb(wkb)), 0) / shapes.length
    expect(mean(small.parcels)).toBeGreaterThan(13)
    expect(mean(small.parcels)).toBeLessThan(15)
    expect(generateTown({ parcels: 50, zones: 4, seed: 3 })).toEqual(
      generateTown({ parcels: 50, zones: 4, seed: 3 }),
    )
  })
})

describe('shared areas', () => {
  test('a lot is divided among the zones it lies in, and one that only touches a zone has no part of it', async () => {
    const lots = [polygon(square(10)), polygon(square(10, 10)), polygon(square(10, 50))]
    const zones = [polygon(square(15)), polygon(square(15, 15)), polygon(square(5, -5, -5))]
    const { a, b, area, failed } = await engine.sharedAreas(lots, zones)
    const pairs = [...a].map((i, n) => [i, b[n], area[n]]).toSorted((p, q) => p[0]! - q[0]! || p[1]! - q[1]!)
    expect(pairs).toEqual([
      [0, 0, 100],
      [1, 0, 50],
      [1, 1, 50],
    ])
    expect(failed).toEqual([])
  })

  test('parts in all zones add up to the lot, to the square centimetre, and blocks or threads change nothing', async () => {
    const whole = generateTown({ parcels: 12_000, zones: 30, seed: 5 })
    const { a, area, failed } = await engine.sharedAreas(whole.parcels, whole.zones)
    expect(failed).toEqual([])
    const outline = boxOf(decodeWkb(await engine.union(whole.zones)))!
    const parts = new Map<number, number>()
    for (const [n, i] of a.entries()) parts.set(i, (parts.get(i) ?? 0) + area[n]!)
    const boxes = wkbBoxes(whole.parcels)
    const inner = [...parts].filter(([i]) => {
      const [west, south, east, north] = boxes.subarray(4 * i, 4 * i + 4)
      const clear = 200
      return (
        west! > outline[0] + clear &&
        south! > outline[1] + clear &&
        east! < outline[2] - clear &&
        north! < outline[3] - clear
      )
    })
    expect(inner.length).toBeGreaterThan(7_000)
    for (const [i, sum] of inner) expect(Math.abs(sum - areaOf(whole.parcels[i]!))).toBeLessThan(1e-4)

    await using alone = new GeometryEngine(1)
    const again = await alone.sharedAreas(whole.parcels, whole.zones)
    expect(again.area).toEqual(area)
    expect(again.a).toEqual(a)
  })

  test('nothing against nothing is nothing', async () => {
    expect((await engine.sharedAreas([], small.zones)).area).toHaveLength(0)
    expect((await engine.sharedAreas(small.parcels, [])).area).toHaveLength(0)
  })

  test('a shape that cannot be read is told with its pair, and the others are measured', async () => {
    const open = encodeWkb({ type: 'Polygon', coordinates: [square(10).slice(0, 4).map(at)] })
    const found = await engine.sharedAreas([open, polygon(square(10))], [polygon(square(20))])
    expect([...found.a]).toEqual([1])
    expect(found.failed).toMatchObject([{ a: 0, b: 0 }])
  })
})

describe('coverage', () => {
  test('neighbours that fit have no fault; a gap and an overlap are found where they are', async () => {
    expect(await engine.coverageFaults(small.parcels, 0.1)).toEqual([])
    const apart = [polygon(square(10)), polygon(square(10, 10.02)), polygon(square(10, 20, 0))]
    const faults = await engine.coverageFaults(apart, 0.1)
    expect(faults.map(({ index }) => index)).toEqual([0, 1, 2])
    expect(boxOf(decodeWkb(faults[0]!.edges))).toEqual([...at([10, 0]), ...at([10, 10])])
  })

  test('simplified borders stay shared', async () => {
    const simple = await engine.coverageSimplified(small.zones, 20)
    const count = (shapes: readonly Uint8Array[]) =>
      shapes.reduce((sum, wkb) => sum + positionCount(decodeWkb(wkb)), 0)
    expect(count(simple)).toBeLessThan(count(small.zones) / 2)
    expect(await engine.coverageFaults(simple, 0)).toEqual([])
  })
})

describe('editing', () => {
  test('lots are merged and cut apart again without losing a square metre', async () => {
    const merged = await engine.union([polygon(square(10)), polygon(square(10, 10))])
    expect(areaOf(merged)).toBe(200)
    const { shapes: parts } = await engine.splitAmong(merged, line([10, -5], [10, 15]), [])
    expect(parts.map(areaOf)).toEqual([100, 100])
    expect((await engine.splitAmong(merged, line([10, -5], [10, 5]), [])).shapes).toEqual([merged])
    expect(await engine.coverageFaults(parts, 0)).toEqual([])
  })

  test('a cut leaves holes holes', async () => {
    const holed = polygon(square(10), square(2, 4, 4).toReversed())
    const { shapes: parts } = await engine.splitAmong(holed, line([5, -5], [5, 15]), [])
    expect(parts.map(areaOf)).toEqual([48, 48])
  })

  test('what is left outside, what lies near, where a label goes', async () => {
    expect(areaOf(await engine.difference(polygon(square(10)), polygon(square(10, 5))))).toBe(50)
    // Touching in a line leaves no line behind.
    expect(decodeWkb(await engine.union([polygon(square(10)), polygon(square(10, 30))])).type).toBe(
      'MultiPolygon',
    )
    const near = areaOf(await engine.buffer(encodeWkb({ type: 'Point', coordinates: at([0, 0]) }), 10))
    expect(Math.abs(near - Math.PI * 100)).toBeLessThan(1)
    const [label] = await engine.pointsInside([polygon(square(10), square(8, 1, 1).toReversed())])
    const { coordinates } = decodeWkb(label!) as Extract<Geometry, { type: 'Point' }>
    const inHole = coordinates.every((n, axis) => n > [x0, y0][axis]! + 1 && n < [x0, y0][axis]! + 9)
    expect(inHole).toBe(false)
    expect(
      await engine.pointsWithin([polygon(square(10)), polygon(square(5))], [at([7, 7]), at([2, 2])]),
    ).toEqual([[0, 1], [1]])
  })
})

describe('threads', () => {
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing refused',
      (error: unknown) => (error instanceof Fault ? error.code : 'crash'),
    )

  test('what GEOS refuses is a fault with its words, and the thread goes on', async () => {
    const broken = Uint8Array.of(1, 3, 0, 0, 0, 9, 0, 0, 0)
    expect(await refusal(engine.union([broken]))).toBe('geometry-failed')
    await expect(engine.union([broken])).rejects.toThrow(/read/i)
    expect(areaOf(await engine.union([polygon(square(10))]))).toBe(100)
    // Where boxes are read before GEOS is asked, bytes that end too early are a fault as well.
    expect(await refusal(engine.sharedAreas([broken], [polygon(square(10))]))).toBe('geometry-broken')
    expect(await refusal(engine.coverageFaults([broken], 0.1))).toBe('geometry-broken')
  })

  test('hundreds of unions leave the heap as it was: every handle is freed', async () => {
    const { Geos } = await import('./geos.ts')
    const { union } = await import('./edit.ts')
    const { packWkb } = await import('./batch.ts')
    const geos = await Geos.start()
    const batch = packWkb(small.parcels.slice(0, 40))
    for (let i = 0; i < 20; i++) union(geos, batch)
    const before = geos.heapBytes
    for (let i = 0; i < 300; i++) union(geos, batch)
    expect(geos.heapBytes).toBe(before)
  })

  test('a closed engine refuses, and one that is never asked starts no thread', async () => {
    const other = new GeometryEngine()
    await other[Symbol.asyncDispose]()
    await expect(other.validity([polygon(square(1))])).rejects.toThrow(/closed/)
  })
})
