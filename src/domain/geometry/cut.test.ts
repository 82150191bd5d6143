import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLine } from './cut.ts'
import type { Position } from './model.ts'

const line = (...coordinates: Position[]) => ({ type: 'LineString', coordinates }) as const
const axis = line([0, 0], [100, 0], [100, 80])

test('an axis is cut where a line crosses it, and both pieces end in the same place', () => {
  expect(cutLine(axis, line([40, -5], [40, 5]))).toEqual([
    [
      [0, 0],
      [40, 0],
    ],
    [
      [40, 0],
      [100, 0],
      [100, 80],
    ],
  ])
})

test('at a corner it is cut once, and the corner keeps its numbers', () => {
  const pieces = cutLine(axis, line([90, -10], [110.0004, 10]))
  expect(pieces).toHaveLength(2)
  expect(pieces[0]?.at(-1)).toEqual([100, 0])
  expect(pieces[1]?.[0]).toEqual([100, 0])
})

test('an end that was snapped to the axis, a hair short of it, cuts', () => {
  expect(cutLine(axis, line([30, 20], [30, 0.0005]))).toHaveLength(2)
})

test('what passes beside it, or touches an end, cuts nothing off', () => {
  expect(cutLine(axis, line([40, 1], [40, 5]))).toEqual([axis.coordinates])
  expect(cutLine(axis, line([0, -5], [0, 5]))).toEqual([axis.coordinates])
  expect(cutLine(axis, line([10, 3], [60, 3]))).toHaveLength(1)
})

test('a line that is crossed four times falls into five; parts that lay apart stay so', () => {
  expect(cutLine(axis, line([20, -5], [30, 5], [40, -5], [50, -1], [120, 40]))).toHaveLength(5)
  const two = {
    type: 'MultiLineString',
    coordinates: [axis.coordinates, [[0, 9] as Position, [9, 9] as Position]],
  }
  expect(cutLine(two as never, line([40, -5], [40, 5]))).toHaveLength(3)
})

test('a corner of the cut that lies on the line parts it once: both pieces end in the very same position', () => {
  const [first, second] = cutLine(line([-48, 1], [0, 40]), line([-16, 27], [0, 0]))
  expect(second?.[0]).toEqual(first?.at(-1))
})

test('whatever cuts it, no metre is lost and every vertex is there', () => {
  const at = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }))
  const length = (run: readonly Position[]) =>
    run.reduce(
      (sum, [x, y], i) => sum + (i === 0 ? 0 : Math.hypot(x - run[i - 1]![0], y - run[i - 1]![1])),
      0,
    )
  const run = fc.uniqueArray(at, { minLength: 2, maxLength: 6, selector: String })
  fc.assert(
    fc.property(run, run, (one, other) => {
      const pieces = cutLine(line(...one), line(...other))
      expect(pieces.reduce((sum, piece) => sum + length(piece), 0)).toBeCloseTo(length(one), 3)
      expect(pieces[0]?.[0]).toEqual(one[0])
      for (const [i, piece] of pieces.entries()) if (i > 0) expect(piece[0]).toEqual(pieces[i - 1]?.at(-1))
      const all = new Set(pieces.flat().map(String))
      expect(one.every((position) => all.has(String(position)))).toBe(true)
    }),
  )
})
