import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeWkb, type Position } from '../../../../domain/geometry/index.ts'
import { chordsOf } from './arcs.ts'
import { placeOfWkb } from './place.ts'

const on = (r: number, angle: number): Position => [
  578_000 + r * Math.cos(angle),
  1_633_000 + r * Math.sin(angle),
]

describe('arcs become chords', () => {
  test('every position lies on the arc and no chord is further from it than the tolerance', () => {
    const radius = fc.double({ min: 1, max: 2_000, noNaN: true })
    const angle = fc.double({ min: 0, max: 6, noNaN: true })
    const sweep = fc.double({ min: 0.2, max: 6, noNaN: true })
    fc.assert(
      fc.property(radius, angle, sweep, fc.boolean(), (r, from, by, left) => {
        const turn = left ? by : -by
        const ends = [on(r, from), on(r, from + turn / 2), on(r, from + turn)]
        const chords = chordsOf(ends, 0.001)
        expect([chords[0], chords.at(-1)]).toEqual([ends[0], ends[2]])
        const off = ([x, y]: Position) => Math.abs(Math.hypot(x - 578_000, y - 1_633_000) - r)
        const middles = chords
          .slice(1)
          .map(([x, y], i): Position => [(x + chords[i]![0]) / 2, (y + chords[i]![1]) / 2])
        expect(Math.max(...chords.map(off))).toBeLessThan(1e-4)
        expect(Math.max(...middles.map(off))).toBeLessThan(0.0012)
      }),
    )
  })

  test('a circle written as an arc that ends where it began is a whole circle', () => {
    const chords = chordsOf(
      [
        [0, 0],
        [2, 0],
        [0, 0],
      ],
      0.001,
    )
    expect(Math.max(...chords.map(([, y]) => y))).toBeCloseTo(1, 2)
    expect(Math.min(...chords.map(([, y]) => y))).toBeCloseTo(-1, 2)
  })

  test('three positions on a line stay a line', () => {
    expect(
      chordsOf(
        [
          [0, 0],
          [1, 1],
          [2, 2],
        ],
        0.001,
      ),
    ).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })
})

/** Little-endian WKB from a nested list of numbers: [code, …]. */
function wkb(
  parts: readonly (readonly ['head' | 'count', number] | readonly ['at', number, number])[],
): Uint8Array {
  return Buffer.concat(
    parts.map(([kind, a, b]) => {
      const bytes = Buffer.alloc(kind === 'head' ? 5 : kind === 'count' ? 4 : 16)
      if (kind === 'at') {
        bytes.writeDoubleLE(a)
        bytes.writeDoubleLE(b, 8)
      } else if (kind === 'count') bytes.writeUInt32LE(a)
      else {
        bytes[0] = 1
        bytes.writeUInt32LE(a, 1)
      }
      return bytes
    }),
  )
}

describe('geometry of any kind becomes plain pieces', () => {
  const limits = { positions: 1_000, tolerance: 0.001 }

  test('a collection is split', () => {
    const bytes = wkb([
      ['head', 7],
      ['count', 2],
      ['head', 1],
      ['at', 1, 2],
      ['head', 2],
      ['count', 2],
      ['at', 1, 2],
      ['at', 3, 4],
    ])
    expect(placeOfWkb(bytes, limits).pieces.map((piece) => decodeWkb(piece).type)).toEqual([
      'Point',
      'LineString',
    ])
  })

  test('an area of arcs and lines is one ring', () => {
    const bytes = wkb([
      ['head', 10],
      ['count', 1],
      ['head', 9],
      ['count', 2],
      ['head', 8],
      ['count', 3],
      ['at', 0, 0],
      ['at', 1, 1],
      ['at', 2, 0],
      ['head', 2],
      ['count', 2],
      ['at', 2, 0],
      ['at', 0, 0],
    ])
    const { pieces, curved } = placeOfWkb(bytes, limits)
    expect(curved).toBe(true)
    expect(decodeWkb(pieces[0]!).type).toBe('Polygon')
  })

  test('counts that lie, and bytes that end, are refused', () => {
    expect(() =>
      placeOfWkb(
        wkb([
          ['head', 7],
          ['count', 4_000_000_000],
        ]),
        limits,
      ),
    ).toThrow('geometry-broken')
    expect(() =>
      placeOfWkb(
        wkb([
          ['head', 8],
          ['count', 3],
          ['at', 0, 0],
        ]),
        limits,
      ),
    ).toThrow('geometry-broken')
  })
})
