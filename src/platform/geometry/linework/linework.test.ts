import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { random, subdivide } from '../../../../test/town.ts'
import { decodeWkb, encodeWkb, planarArea, type Position } from '../../../domain/geometry/index.ts'
import { GeometryEngine } from '../index.ts'

const engine = new GeometryEngine(1)
afterAll(() => engine[Symbol.asyncDispose]())

type Run = readonly Position[]
const line = (coordinates: Run) => encodeWkb({ type: 'LineString', coordinates })
const areasOf = (shapes: readonly Uint8Array[]) =>
  shapes.map((wkb) => planarArea(decodeWkb(wkb))).sort((a, b) => a - b)
const square = (side: number, x = 0, y = 0): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
]
const key = ([x, y]: Position) => `${x} ${y}`

/** The borders of areas, each once, from one corner where three meet to the next: as a draughtsman draws them. */
function exploded(rings: readonly Run[]): Position[][] {
  const sides = new Map<string, [Position, Position]>()
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const ends = [ring[i - 1]!, ring[i]!] as [Position, Position]
      sides.set(ends.map(key).sort().join('|'), ends)
    }
  const at = new Map<string, [Position, Position][]>()
  for (const side of sides.values())
    for (const end of side) at.set(key(end), [...(at.get(key(end)) ?? []), side])
  const left = new Set(sides.values())
  const follow = (from: Position, first: [Position, Position]): Position[] => {
    const run = [from]
    let side: [Position, Position] | undefined = first
    while (side && left.delete(side)) {
      const end: Position = key(side[0]) === key(run.at(-1)!) ? side[1] : side[0]
      run.push(end)
      const on: [Position, Position][] = at.get(key(end)) ?? []
      side = on.length === 2 ? on.find((other) => left.has(other)) : undefined
    }
    return run
  }
  const corners = [...at].filter(([, on]) => on.length !== 2)
  return corners.flatMap(([, on]) =>
    on.flatMap((side) => {
      if (!left.has(side)) return []
      const here = corners.find(([k]) => k === key(side[0]))?.[0] === key(side[0]) ? side[0] : side[1]
      return [follow(here, side)]
    }),
  )
}

/** The line with its end moved along its last piece: beyond it, or short of it. */
function withEndMoved(run: readonly Position[], metres: number): Position[] {
  const [before, end] = [run.at(-2)!, run.at(-1)!]
  const length = Math.hypot(end[0] - before[0], end[1] - before[1])
  const part = (length + metres) / length
  return [
    ...run.slice(0, -1),
    [before[0] + (end[0] - before[0]) * part, before[1] + (end[1] - before[1]) * part],
  ]
}

describe('areas from lines', () => {
  test('four lines that cross enclose one area, and their tails are told', async () => {
    const lines: Run[] = [
      [
        [-0.2, 0],
        [10.2, 0],
      ],
      [
        [10, -0.2],
        [10, 10.2],
      ],
      [
        [10.2, 10],
        [-0.2, 10],
      ],
      [
        [0, 10.2],
        [0, -0.2],
      ],
    ]
    const found = await engine.areasFromLines(lines.map(line), 0.5)
    expect(areasOf(found.areas)).toEqual([100])
    expect(found.closings.map(({ kind }) => kind)).toEqual(Array.from({ length: 8 }, () => 'tail'))
    expect(found.dangles).toHaveLength(0)
  })

  test('a gap under the tolerance is closed straight on and listed with place and length; a wider one is a loose end', async () => {
    const border: Run = [...square(10), [0, 0]]
    const divider = (gap: number): Run => [
      [5, 0],
      [5, 10 - gap],
    ]
    const closed = await engine.areasFromLines([border, divider(0.3)].map(line), 0.5)
    expect(areasOf(closed.areas)).toEqual([50, 50])
    expect(closed.closings).toEqual([
      { kind: 'gap', from: [5, 9.7], to: [5, 10], length: expect.closeTo(0.3, 9) },
    ])
    const open = await engine.areasFromLines([border, divider(0.6)].map(line), 0.5)
    expect(areasOf(open.areas)).toEqual([100])
    expect(open.closings).toEqual([])
    expect(open.dangles.map((wkb) => decodeWkb(wkb).coordinates)).toEqual([
      [
        [5, 0],
        [5, 9.4],
      ],
    ])
  })

  test('a ring that almost closes on itself is closed', async () => {
    const found = await engine.areasFromLines([line([...square(10), [0, 0.3]])], 0.5)
    expect(areasOf(found.areas)).toEqual([100])
    expect(found.closings).toMatchObject([{ kind: 'gap' }])
  })

  test('an area within an area leaves a hole, and a line between the two is told', async () => {
    const inner = square(2, 4, 4)
    const found = await engine.areasFromLines(
      [
        line([...square(10), [0, 0]]),
        line([...inner, inner[0]!]),
        line([
          [0, 5],
          [4, 5],
        ]),
      ],
      0.1,
    )
    expect(areasOf(found.areas)).toEqual([4, 96])
    expect(found.cuts).toHaveLength(1)
  })

  test('a border drawn twice makes a sliver, which is told as one', async () => {
    const twice = [
      line([...square(10), [0, 0]]),
      line([
        [5, 0],
        [5, 10],
      ]),
      line([
        [5, 0],
        [5.05, 5],
        [5, 10],
      ]),
    ]
    const found = await engine.areasFromLines(twice, 0.2)
    expect(found.areas).toHaveLength(3)
    expect(found.slivers.map((i) => areasOf([found.areas[i]!])[0])).toEqual([expect.closeTo(0.25, 6)])
  })

  test('polygons among the lines give their rings, what cannot be read is told', async () => {
    const ring = [...square(10), [0, 0] as Position]
    const polygon = encodeWkb({ type: 'Polygon', coordinates: [ring] })
    const found = await engine.areasFromLines(
      [
        polygon,
        Uint8Array.of(1, 2, 0, 0, 0, 1),
        line([
          [5, 0],
          [5, 10],
        ]),
      ],
      0.1,
    )
    expect(areasOf(found.areas)).toEqual([50, 50])
    expect(found.unread).toMatchObject([{ index: 1 }])
    expect((await engine.areasFromLines([], 0.1)).areas).toHaveLength(0)
  })

  test('a town drawn as lines, some short of their end and some beyond, comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const rings = subdivide({ count: 60, side: 300, seed, bends: 1.5, wave: 4, street: 0 })
        const chance = random(seed)
        const touched = new Set<string>()
        const drawn = exploded(rings).map((run) => {
          const [from, end] = [key(run[0]!), key(run.at(-1)!)]
          const last = Math.hypot(run.at(-1)![0] - run.at(-2)![0], run.at(-1)![1] - run.at(-2)![1])
          // One fault a corner: of two, nobody could tell where the corner was.
          if (chance() < 0.5 || touched.has(end) || touched.has(from) || last < 2) return run
          touched.add(end)
          return withEndMoved(run, chance() < 0.5 ? -0.3 * chance() : 0.3 * chance())
        })
        const found = await engine.areasFromLines(drawn.map(line), 0.35)
        const wanted = areasOf(rings.map((ring) => encodeWkb({ type: 'Polygon', coordinates: [ring] })))
        const got = areasOf(found.areas.filter((_, i) => !found.slivers.includes(i)))
        expect(got).toHaveLength(wanted.length)
        for (const [i, area] of got.entries()) expect(Math.abs(area - wanted[i]!)).toBeLessThan(0.5)
        expect(found.closings.length).toBeGreaterThan(0)
        expect(found.closings.every(({ length }) => length <= 0.35)).toBe(true)
      }),
      { numRuns: process.env['DOTHI_LONG'] ? 80 : 8 },
    )
  })

  test('labels become codes: of a town drawn as lines each area gets the one label that stands in it', async () => {
    const rings = subdivide({ count: 40, side: 260, seed: 23, bends: 1.5, wave: 4, street: 0 })
    const lots = rings.map((ring) => encodeWkb({ type: 'Polygon', coordinates: [ring] }))
    const labels = (await engine.pointsInside(lots)).map((wkb, i) => ({
      at: decodeWkb(wkb).coordinates as Position,
      code: `ODT-${i}`,
    }))
    // One lot was left without a label, one was given two, and one label stands beside the town.
    const written = [
      ...labels.slice(1),
      { at: [labels[5]!.at[0] + 0.01, labels[5]!.at[1]] as Position, code: 'CX' },
      { at: [0, 0] as Position, code: 'nowhere' },
    ]
    const found = await engine.areasFromLines(exploded(rings).map(line), 0.2)
    const within = await engine.pointsWithin(
      found.areas,
      written.map(({ at }) => at),
    )
    const codes = new Map(
      found.areas.map((wkb, i) => [
        planarArea(decodeWkb(wkb)).toFixed(3),
        within[i]!.map((n) => written[n]!.code),
      ]),
    )
    for (const [i, lot] of lots.entries()) {
      const wanted = i === 0 ? [] : i === 5 ? ['ODT-5', 'CX'] : [`ODT-${i}`]
      expect(codes.get(planarArea(decodeWkb(lot)).toFixed(3))).toEqual(wanted)
    }
    expect(within.flat()).not.toContain(written.length - 1)
  })

  test('a border drawn twice a hand apart is one sliver, told apart from the two areas beside it', async () => {
    const border: Run = [...square(10), [0, 0]]
    const twice: Run[] = [
      [
        [5, 0],
        [5, 10],
      ],
      [
        [5, 0],
        [5.1, 5],
        [5, 10],
      ],
    ]
    const found = await engine.areasFromLines([border, ...twice].map(line), 0.2)
    expect(found.areas).toHaveLength(3)
    expect(found.slivers.map((i) => planarArea(decodeWkb(found.areas[i]!)))).toEqual([expect.closeTo(0.5, 9)])
  })
})
