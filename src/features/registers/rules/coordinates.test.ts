import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '../../../domain/geometry/index.ts'
import { coordinatesText, geometryOfText } from './coordinates.ts'

// Of every length that a file brings: metres, millimetres, and what a computer made of them.
const metres = fc.integer({ min: 0, max: 2_000_000_000 }).map((n) => 1000 + n / 997)
const position = fc.tuple(metres, metres) as fc.Arbitrary<Position>
const ring = fc
  .array(position, { minLength: 3, maxLength: 8 })
  .filter((list) => String(list[0]) !== String(list.at(-1)))
  .map((list) => [...list, list[0] as Position])

describe('coordinates as a table, the way to draw without a map', () => {
  test('an area written and read again is the same to the bit, with its parts and holes', () => {
    const parts = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(parts, (coordinates) => {
        const geometry: Geometry =
          coordinates.length === 1
            ? { type: 'Polygon', coordinates: coordinates[0] ?? [] }
            : { type: 'MultiPolygon', coordinates }
        expect(geometryOfText(coordinatesText(geometry), 2)).toEqual({ geometry, fault: null })
      }),
    )
  })

  test('X is the north, Y the east, as on a certificate', () => {
    expect(geometryOfText('1\t1638000,456\t602000,123', 0)).toEqual({
      geometry: { type: 'Point', coordinates: [602_000.123, 1_638_000.456] },
      fault: null,
    })
  })

  test.each(['1 1638000.5 602000.25', '1638000,5; 602000,25', 'M1\t1.638.000,5\t602.000,25'])(
    '%s is read',
    (text) =>
      expect(geometryOfText(text, 0).geometry).toEqual({
        type: 'Point',
        coordinates: [602_000.25, 1_638_000.5],
      }),
  )

  test('a repeated first vertex closes the ring, and is no vertex more', () => {
    const three = '1 10 20\n2 10 30\n3 20 30'
    expect(geometryOfText(`${three}\n1 10 20`, 2)).toEqual(geometryOfText(three, 2))
  })

  test.each([
    ['1 10 20\n2 mười 30', 1, 2, 'numbers'],
    ['1 10 20\n2 10 30', 2, 1, 'few'],
    ['Lỗ\n1 10 20\n2 10 30\n3 20 30', 2, 1, 'hole'],
    [' \n', 2, 1, 'empty'],
  ] as const)('%j is refused with its line', (text, dimension, line, why) =>
    expect(geometryOfText(text, dimension).fault).toMatchObject({ line, why }),
  )
})
