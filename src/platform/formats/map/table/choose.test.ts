import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatesOf } from './choose.ts'
import { rowsOf } from './delimited.ts'
import { headerOf } from './headers.ts'
import type { TableCell } from './numbers.ts'

function choices(head: readonly string[], rows: readonly (readonly TableCell[])[]) {
  const all = [head, ...rows]
  return candidatesOf(rows, headerOf(all)).map(({ choice }) => choice)
}

describe('columns are told by their header and their numbers together', () => {
  test('X is north and Y is east wherever they stand and whichever way round they were written', () => {
    const north = fc.double({ min: 900_000, max: 2_600_000, noNaN: true })
    const east = fc.double({ min: 60_000, max: 870_000, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(north, east), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (points, swapped) => {
          const rows = points.map(([n, e]) =>
            swapped ? [e.toFixed(3), n.toFixed(3)] : [n.toFixed(3), e.toFixed(3)],
          )
          const found = choices(['X (m)', 'Y (m)'], rows)
          expect(found.map(({ columns }) => columns)).toEqual([
            { east: swapped ? 0 : 1, north: swapped ? 1 : 0, kind: 'plane' },
          ])
          expect(found[0]?.decimal).toBe('.')
        },
      ),
    )
  })

  test('X and Y of a plan of its own can be either way round: both are offered, none is taken', () => {
    const found = choices(
      ['X', 'Y'],
      [
        [100.5, 200.25],
        [110.5, 210.25],
      ],
    )
    expect(found.length).toBeGreaterThan(1)
  })

  test('three decimals and one dot are a thousand or a fraction: asked', () => {
    const found = choices(['X (m)', 'Y (m)'], [['12.345', '23.456']])
    expect(new Set(found.map(({ decimal }) => decimal))).toEqual(new Set([',', '.']))
  })

  test('degrees under X and Y, as river stations have them, are degrees: no latitude passes 90', () => {
    const found = choices(['Tọa độ X', 'Tọa độ Y'], [[`108°29'45,00"`, `15°15'42,00"`]])
    expect(found.map(({ columns }) => columns)).toEqual([{ east: 0, north: 1, kind: 'degrees' }])
  })

  test('a longitude under "vĩ độ" is no place at all, and nothing turns it round in silence', () => {
    expect(choices(['Vĩ độ', 'Kinh độ'], [['108,73', '14,76']])).toEqual([])
  })

  test('two systems in one table are asked', () => {
    const head = ['Kinh độ', 'Vĩ độ', 'X (m)', 'Y (m)']
    const found = choices(head, [['108,73', '14,76', '1633280,586', '578424,605']])
    expect(found.map(({ columns }) => columns.kind).sort()).toEqual(['degrees', 'plane'])
  })
})

describe('delimited text', () => {
  test.each([
    [
      'a;b\n1,5;2,5\n',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n"x, ""y""\nz",2',
      [
        ['a', 'b'],
        ['x, "y"\nz', '2'],
      ],
    ],
    ['sep=;\na;b', [['a', 'b']]],
    [
      '1633280,586  578424,605\n1633290,586  578424,605',
      [
        ['1633280,586', '578424,605'],
        ['1633290,586', '578424,605'],
      ],
    ],
  ])('%j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })
})
