import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { random, subdivide } from '../../../test/town.ts'
import {
  boxOf,
  decodeWkb,
  encodeWkb,
  planarArea,
  runsOf,
  type Geometry,
  type Position,
} from '../../domain/geometry/index.ts'
import { GeometryEngine, type CoverageEdit } from './index.ts'

const engine = new GeometryEngine(1)
afterAll(() => engine[Symbol.asyncDispose]())

const polygon = (...rings: (readonly Position[])[]) => encodeWkb({ type: 'Polygon', coordinates: rings })
const line = (...coordinates: Position[]) => encodeWkb({ type: 'LineString', coordinates })
const areaOf = (wkb: Uint8Array) => planarArea(decodeWkb(wkb))
const sumOf = (shapes: readonly Uint8Array[]) => shapes.reduce((sum, wkb) => sum + areaOf(wkb), 0)
const cornersOf = (wkb: Uint8Array) => runsOf(decodeWkb(wkb)).flat().slice(0, -1)
const rectangle = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const runs = process.env['DOTHI_LONG'] ? 120 : 12

/** A few dozen lots side by side, with corners in the middle of borders as in a town. */
const lotsOf = (seed: number) =>
  subdivide({ count: 36, side: 240, seed, bends: 2, wave: 4, street: 0 }).map((ring) => polygon(ring))

/** The coverage after an edit: what was worked on goes, what stands in its place and the neighbours that changed come. */
function after(lots: readonly Uint8Array[], gone: readonly number[], edit: CoverageEdit): Uint8Array[] {
  const rest = lots.filter((_, i) => !gone.includes(i))
  for (const { index, shape } of edit.neighbours) rest[index] = shape
  return [...edit.shapes, ...rest]
}
const beside = (lots: readonly Uint8Array[], ...gone: number[]) => lots.filter((_, i) => !gone.includes(i))

describe('a cut', () => {
  test('puts its ends into the borders of both neighbours, and their areas stay', async () => {
    const [lot, west, east] = [
      rectangle(0, 0, 10, 30),
      rectangle(-10, 0, 0, 30),
      rectangle(10, 0, 20, 30),
    ].map((ring) => polygon(ring)) as [Uint8Array, Uint8Array, Uint8Array]
    const edit = await engine.splitAmong(lot, line([-1, 10], [11, 20]), [west, east])
    expect(edit.shapes.map(areaOf).toSorted((a, b) => a - b)).toEqual([
      expect.closeTo(150, 9),
      expect.closeTo(150, 9),
    ])
    expect(edit.neighbours.map(({ index, shape }) => [index, cornersOf(shape).length])).toEqual([
      [0, 5],
      [1, 5],
    ])
    expect(
      await engine.coverageFaults([...edit.shapes, ...edit.neighbours.map(({ shape }) => shape)], 0.1),
    ).toEqual([])
    // Without it, the cut leaves corners that the neighbours do not have.
    expect(cornersOf(west)).toHaveLength(4)
  })

  test('whose ends were snapped to slanting borders cuts through, though they lie a hair short of them', async () => {
    const slanting: Position[] = [
      [585_000.1, 1_630_000.2],
      [585_031.7, 1_630_003.3],
      [585_033.9, 1_630_041.1],
      [585_002.3, 1_630_037.7],
      [585_000.1, 1_630_000.2],
    ]
    const on = (a: Position, b: Position, part: number): Position => [
      a[0] + part * (b[0] - a[0]),
      a[1] + part * (b[1] - a[1]),
    ]
    for (let part = 0.1; part < 0.95; part += 0.05) {
      const [from, to] = [on(slanting[0]!, slanting[1]!, part), on(slanting[2]!, slanting[3]!, part)]
      const { shapes } = await engine.splitAmong(polygon(slanting), line(from, to), [])
      expect(shapes).toHaveLength(2)
    }
  })

  test('that passes a corner goes through it: no second corner comes to lie beside it', async () => {
    const lot = polygon(rectangle(0, 0, 10, 10))
    const { shapes } = await engine.splitAmong(lot, line([-1, -1.0004], [11, 11.0004]), [])
    expect(shapes.map((shape) => cornersOf(shape).length)).toEqual([3, 3])
  })

  test('that does not go through changes nothing, not even a corner', async () => {
    const lots = [polygon(rectangle(0, 0, 10, 10)), polygon(rectangle(10, 0, 20, 10))]
    expect(await engine.splitAmong(lots[0]!, line([5, 5], [15, 5]), [lots[1]!])).toEqual({
      shapes: [lots[0]],
      neighbours: [],
      unfit: [],
      invalid: [],
    })
  })

  test('through any lot of a town, any way, leaves no border unmatched and loses no square millimetre', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const [lots, chance] = [lotsOf(seed), random(seed)]
        const at = Math.floor(chance() * lots.length)
        const [west, south, east, north] = boxOf(decodeWkb(lots[at]!))!
        const place = (x: number): Position => [
          west + x * (east - west),
          south - 3 + chance() * (north - south + 6),
        ]
        const edit = await engine.splitAmong(
          lots[at]!,
          line(place(-0.2), place(0.5), place(1.2)),
          beside(lots, at),
        )
        expect(edit.unfit).toEqual([])
        expect(edit.invalid).toEqual([])
        const now = after(lots, [at], edit)
        expect(await engine.coverageFaults(now, 0.1)).toEqual([])
        expect(Math.abs(sumOf(now) - sumOf(lots))).toBeLessThan(1e-6)
      }),
      { numRuns: runs },
    )
  })
})

describe('a merge', () => {
  test('drops what lay between and nothing else; corners that others need stay', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const lots = lotsOf(seed)
        const at = Math.floor(random(seed)() * 35)
        const edit = await engine.mergeAmong([lots[at]!, lots[at + 1]!], beside(lots, at, at + 1))
        expect(edit.neighbours).toEqual([])
        expect(edit.unfit).toEqual([])
        const now = after(lots, [at, at + 1], edit)
        expect(await engine.coverageFaults(now, 0.1)).toEqual([])
        const known = new Set([lots[at]!, lots[at + 1]!].flatMap(cornersOf).map(String))
        const kept = new Set(edit.shapes.flatMap((shape) => runsOf(decodeWkb(shape)).flat()).map(String))
        expect([...kept].filter((corner) => !known.has(corner))).toEqual([])
        // Corners that a third lot has are still there.
        const others = new Set(
          beside(lots, at, at + 1)
            .flatMap(cornersOf)
            .map(String),
        )
        expect([...known].filter((corner) => others.has(corner) && !kept.has(corner))).toEqual([])
        expect(Math.abs(sumOf(now) - sumOf(lots))).toBeLessThan(1e-6)
      }),
      { numRuns: runs },
    )
  })

  test('of lots that overlap gives a third one the corner that came about on its border', async () => {
    const [a, b] = [polygon(rectangle(0, 0, 10, 10)), polygon(rectangle(8, 5, 18, 15))]
    const corner = polygon(rectangle(0, 10, 8, 15))
    const below = polygon(rectangle(10, -5, 18, 5))
    const edit = await engine.mergeAmong([a, b], [corner, below])
    expect(edit.shapes.map(areaOf)).toEqual([190])
    expect(edit.invalid).toEqual([])
    // [8, 10] and [10, 5] came about; both had them already, so neither changed.
    expect(edit.neighbours).toEqual([])
    const long = polygon(rectangle(10, -5, 10.5, 8))
    expect((await engine.mergeAmong([a, b], [long])).neighbours.map(({ index }) => index)).toEqual([0])
  })
})

describe('an edit', () => {
  const moved = (wkb: Uint8Array, corner: number, by: Position): Uint8Array => {
    const open = cornersOf(wkb)
    const there = open.map((at, i): Position => (i === corner ? [at[0] + by[0], at[1] + by[1]] : at))
    return polygon([...there, there[0]!])
  }

  test('of any corner of any lot takes along all that share it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const [lots, chance] = [lotsOf(seed), random(seed)]
        const at = Math.floor(chance() * lots.length)
        const corner = Math.floor(chance() * cornersOf(lots[at]!).length)
        const drawn = moved(lots[at]!, corner, [chance() - 0.5, chance() - 0.5])
        const edit = await engine.editAmong(lots[at]!, drawn, beside(lots, at))
        // A bend close to its own lot's other side may have been drawn across it: then it says so.
        if (edit.invalid.length > 0) return
        expect(edit.unfit).toEqual([])
        expect(await engine.coverageFaults(after(lots, [at], edit), 0.1)).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  test('that adds a corner to a border, or takes one away, does so on both sides', async () => {
    const [left, right] = [polygon(rectangle(0, 0, 10, 10)), polygon(rectangle(10, 0, 20, 10))]
    const bent = polygon([
      [0, 0],
      [10, 0],
      [12, 5],
      [10, 10],
      [0, 10],
      [0, 0],
    ])
    const there = await engine.editAmong(left, bent, [right])
    expect(there.unfit).toEqual([])
    expect(areaOf(there.neighbours[0]!.shape)).toBe(90)
    const back = await engine.editAmong(bent, left, [there.neighbours[0]!.shape])
    expect(areaOf(back.neighbours[0]!.shape)).toBe(100)
    expect(back.unfit).toEqual([])
  })

  test('that takes away a corner where a third border begins is told', async () => {
    const lots = [rectangle(10, 0, 20, 5), rectangle(10, 5, 20, 10)].map((ring) => polygon(ring))
    const before = polygon([
      [0, 0],
      [10, 0],
      [10, 5],
      [10, 10],
      [0, 10],
      [0, 0],
    ])
    const edit = await engine.editAmong(before, polygon(rectangle(0, 0, 10, 10)), lots)
    expect(edit.unfit.length).toBeGreaterThan(0)
  })

  test('that lays a border along one that was no neighbour before takes its corners too', async () => {
    const far = polygon([
      [20, 0],
      [30, 0],
      [30, 10],
      [20, 10],
      [20, 4],
      [20, 0],
    ])
    const edit = await engine.editAmong(polygon(rectangle(0, 0, 10, 10)), polygon(rectangle(0, 0, 20, 10)), [
      far,
    ])
    expect(cornersOf(edit.shapes[0]!)).toContainEqual([20, 4])
    expect(edit.unfit).toEqual([])
  })

  test('that slides a corner along a straight border leaves no spike in the one beside', async () => {
    const [lot, beside] = [polygon(rectangle(0, 0, 10, 10)), polygon(rectangle(10, 0, 20, 10))]
    const moved: Position[] = [
      [0, 0],
      [13, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ]
    const edit = await engine.editAmong(lot, polygon(moved), [beside])
    expect([edit.invalid, edit.unfit]).toEqual([[], []])
    expect(sumOf([...edit.shapes, ...edit.neighbours.map(({ shape }) => shape)])).toBeCloseTo(200, 9)
  })

  test('that brings a corner across the other side is told as invalid', async () => {
    const [lot, other] = [polygon(rectangle(0, 0, 10, 10)), polygon(rectangle(10, 0, 20, 10))]
    const edit = await engine.editAmong(lot, moved(lot, 2, [15, -5]), [other])
    expect(edit.invalid.length).toBeGreaterThan(0)
  })
})

describe('a new shape', () => {
  test('drawn by hand into a hole between lots takes their corners and borders, and they its corners', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const [lots, chance] = [lotsOf(seed), random(seed)]
        const at = Math.floor(chance() * lots.length)
        const shake = (x: number) => x + (chance() - 0.5) * 0.1
        const shaken = cornersOf(lots[at]!).map(([x, y]): Position => [shake(x), shake(y)])
        const drawn = polygon([...shaken, shaken[0]!])
        const edit = await engine.drawAmong(drawn, beside(lots, at), 0.15)
        if (edit.invalid.length > 0) return
        expect(edit.unfit).toEqual([])
        expect(await engine.coverageFaults(after(lots, [at], edit), 0)).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  test('over a neighbour is told where it does not fit', async () => {
    const edit = await engine.drawAmong(
      polygon(rectangle(0, 0, 15, 10)),
      [polygon(rectangle(10, 0, 20, 10))],
      0.5,
    )
    const shapes: Geometry[] = edit.unfit.map(decodeWkb)
    expect(shapes.length).toBeGreaterThan(0)
  })
})
