import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  follow,
  planarArea,
  runsOf,
  snapPosition,
  snapTo,
  withCorners,
  type Geometry,
  type Polygon,
  type Position,
} from './index.ts'

const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings })
const square = (side: number, x = 0, y = 0): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]

describe('corners of a neighbour', () => {
  test('are taken where they lie on the border, in their order, each once', () => {
    const { geometry, added } = withCorners(
      polygon(square(10)),
      [
        [10, 7],
        [10, 3],
        [10, 3],
        [5, 5],
        [0, 0],
        [10, 10],
      ],
      0.001,
    )
    expect(runsOf(geometry)[0]).toEqual([
      [0, 0],
      [10, 0],
      [10, 3],
      [10, 7],
      [10, 10],
      [0, 10],
      [0, 0],
    ])
    expect(added).toEqual([
      [10, 7],
      [10, 3],
    ])
  })

  test('are taken into holes, lines and parts alike; a point has no border', () => {
    const shapes: Geometry[] = [
      polygon(square(10), square(2, 4, 4).toReversed()),
      { type: 'MultiPolygon', coordinates: [[square(2, 20, 20)], [square(2, 4, 4)]] },
      {
        type: 'LineString',
        coordinates: [
          [4, 4],
          [4, 6],
        ],
      },
    ]
    for (const shape of shapes) expect(withCorners(shape, [[4, 5]], 0.001).added).toEqual([[4, 5]])
    expect(withCorners({ type: 'Point', coordinates: [4, 5] }, [[4, 5]], 1).added).toEqual([])
  })

  test('leave the very same shape where none lies on it, and its area where all do', () => {
    const lot = polygon(square(10))
    expect(
      withCorners(
        lot,
        [
          [5, 5],
          [11, 0],
        ],
        0.001,
      ).geometry,
    ).toBe(lot)
    const part = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(part, fc.nat(3)), { maxLength: 20 }), (places) => {
        const ring = square(10)
        const corners = places.map(([t, side]): Position => {
          const [a, b] = [ring[side]!, ring[side + 1]!]
          return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
        })
        const { geometry } = withCorners(lot, corners, 1e-6)
        const has = new Set(runsOf(geometry)[0]!.map(String))
        expect(corners.every((corner) => has.has(String(corner)))).toBe(true)
        expect(planarArea(geometry)).toBeCloseTo(100, 9)
      }),
    )
  })
})

describe('snapping', () => {
  const neighbours = [polygon(square(10)), polygon(square(10, 10))]

  test('goes to a corner before a border that is nearer, and nowhere beyond the tolerance', () => {
    expect(snapPosition([20.3, 0.4], neighbours, 0.6)).toEqual({ at: [20, 0], to: 'corner', index: 1 })
    expect(snapPosition([20.3, 5], neighbours, 0.6)).toEqual({ at: [20, 5], to: 'edge', index: 1 })
    expect(snapPosition([20.7, 5], neighbours, 0.6)).toEqual({ at: [20.7, 5], to: 'nothing', index: -1 })
    expect(snapPosition([0, 0], [], 1).to).toBe('nothing')
  })

  test('makes one border of two, with the corners that the neighbours have along it', () => {
    const drawn = polygon([
      [0.2, 10.1],
      [19.9, 9.8],
      [20, 15],
      [0, 15],
      [0.2, 10.1],
    ])
    expect(runsOf(snapTo(drawn, neighbours, 0.5))[0]).toEqual([
      [0, 10],
      [10, 10],
      [20, 10],
      [20, 15],
      [0, 15],
      [0, 10],
    ])
  })

  test('never makes a ring of nothing, and does nothing without a tolerance', () => {
    const tiny = polygon(square(0.1, 10, 10))
    expect(snapTo(tiny, neighbours, 1)).toEqual(tiny)
    expect(snapTo(tiny, neighbours, 0)).toBe(tiny)
  })
})

describe('neighbours of an edit', () => {
  const right = polygon(square(10, 10))

  test('follow whichever way round and wherever their ring begins', () => {
    const turned = polygon([
      [20, 10],
      [20, 0],
      [10, 0],
      [10, 10],
      [20, 10],
    ])
    const after = polygon([
      [0, 0],
      [10, 0],
      [11, 12],
      [0, 10],
      [0, 0],
    ])
    for (const neighbour of [right, turned]) {
      const { changed, left } = follow(polygon(square(10)), after, [neighbour])
      expect(runsOf(changed[0]!.geometry)[0]).toContainEqual([11, 12])
      expect(runsOf(changed[0]!.geometry)[0]).not.toContainEqual([10, 10])
      expect(left).toEqual([])
    }
  })

  test('that share nothing of what changed stay the very same; an editor that turns the ring round changes nothing', () => {
    const [before, after] = [
      polygon(square(10)),
      polygon([
        [-1, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [-1, 0],
      ]),
    ]
    expect(follow(before, after, [right]).changed).toEqual([])
    expect(follow(before, polygon(square(10).toReversed()), [right]).changed).toEqual([])
  })

  test('that need a corner which is gone are told with it', () => {
    const before = polygon([
      [0, 0],
      [10, 0],
      [10, 5],
      [10, 10],
      [0, 10],
      [0, 0],
    ])
    const lower = polygon([
      [10, 0],
      [20, 0],
      [20, 5],
      [10, 5],
      [10, 0],
    ])
    expect(follow(before, polygon(square(10)), [lower])).toEqual({
      changed: [],
      left: [{ index: 0, at: [10, 5] }],
    })
  })

  test('lines and points beside are left alone', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [10, 0],
        [10, 10],
      ],
    }
    expect(follow(polygon(square(10)), polygon(square(9)), [line]).changed).toEqual([])
  })
})
