import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatesOf } from './choose.ts'
import { headerOf } from './headers.ts'
import type { TableCell } from './numbers.ts'
import { outlinesOf } from './outlines.ts'
import { partedPairs } from './pairs.ts'
import { unitsRow } from './units.ts'
import { sideFault } from './sides.ts'
import { geometryOfWkt, isWkt } from './wkt.ts'

describe('both numbers of a place in one cell', () => {
  test.each([
    ['Tọa độ (X; Y)', '1635000,12; 602000,45', ['X', 'Y'], ['1635000,12', '602000,45']],
    ['Toạ độ', '1635000.12 / 602000.45', ['X', 'Y'], ['1635000.12', '602000.45']],
    ['Vĩ độ, kinh độ', '14.78, 108.95', ['Vĩ độ', 'kinh độ'], ['14.78', '108.95']],
    ['Tọa độ', `14°46'58"B; 108°56'59"Đ`, ['X', 'Y'], [`14°46'58"B`, `108°56'59"Đ`]],
  ])('%s: %s', (head, cell, heads, parts) => {
    const rows = partedPairs([
      ['Đỉnh', head],
      ['1', cell],
    ])
    expect(rows).toEqual([
      ['Đỉnh', ...heads],
      ['1', ...parts],
    ])
  })

  test('a head that the mark between cells has torn in two still stands over both numbers', () => {
    const rows = partedPairs([
      ['Tên', 'Tọa độ (X', 'Y)'],
      ['Chùa', '1635000,12; 602000,45'],
    ])
    expect(rows[1]).toEqual(['Chùa', '1635000,12', '602000,45'])
    expect(headerOf(rows).roles).toEqual(
      new Map([
        ['x', 1],
        ['y', 2],
      ]),
    )
  })

  test('a table that has its two columns, and words that only look like two, stay as they are', () => {
    const plain: TableCell[][] = [
      ['Tên', 'X', 'Y'],
      ['Tổ 1; 2', 1_635_000, 602_000],
    ]
    expect(partedPairs(plain)).toEqual(plain)
    const words: TableCell[][] = [['Ghi chú'], ['lô 5 - khu A'], ['12/2021']]
    expect(partedPairs(words)).toEqual(words)
  })
})

describe('sides beside corners', () => {
  const corners = [
    [0, 0],
    [20, 0],
    [20, 30],
    [0, 30],
  ] as const
  const rows = [4, 5, 6, 7]

  test('a corner that was mistyped shows, whichever corner the side stands beside', () => {
    expect(sideFault({ corners, rows, sides: [20, 30, 20, 30] })).toBeNull()
    expect(sideFault({ corners, rows, sides: [30, 20, 30, 20] })).toBeNull()
    expect(sideFault({ corners, rows, sides: [20, 35, 20, 30] })).toEqual({
      row: 5,
      declared: 35,
      measured: 30,
      count: 1,
    })
  })

  test('sides that are rounded to decimetres, and corners without one, are no fault', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.09, max: 0.09, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (off) => {
          const sides = [20, 30, 20, 30].map((side, i) => (i === 2 ? undefined : side + off[i]!))
          expect(sideFault({ corners, rows, sides })).toBeNull()
        },
      ),
    )
  })
})

test('a certificate gives its sheet, number and area beside the corners', () => {
  const all: TableCell[][] = [
    ['Thửa đất số 12, tờ bản đồ số 5'],
    ['Số hiệu đỉnh', 'X (m)', 'Y (m)', 'Cạnh (m)'],
    [1, 1_635_000, 602_000, 20],
    [2, 1_635_000, 602_020, 30],
    [3, 1_635_030, 602_020, 20],
    [4, 1_635_030, 602_000, 30],
    ['Diện tích: 600,0 m2', null, null, null],
  ]
  const header = headerOf(all)
  const body = all.slice(header.row + 1)
  const [way] = candidatesOf(body, header)
  const table = body.map((cells, i) => ({
    number: header.row + 2 + i,
    cells,
    position: typeof cells[1] === 'number' ? ([cells[2] as number, cells[1]] as const) : undefined,
  }))
  const [parcel, ...more] = outlinesOf(table, way!.choice, 'Thửa đất số 12, tờ bản đồ số 5', 3)
  expect(more).toEqual([])
  expect(parcel?.properties).toMatchObject({
    'số tờ': '5',
    'số thửa': '12',
    'diện tích': '600,0',
    corners: 4,
  })
  expect(sideFault(parcel!)).toBeNull()
})

describe('a row below the head that is no entry', () => {
  const head = ['STT', 'X', 'Y', 'Diện tích']
  const row = (...cells: TableCell[]) => unitsRow(headerOf([head, cells]), [head, cells])

  test('units join the names, so that hectares are told; numbers of columns do not', () => {
    expect(row(null, '(m)', '(m)', '(ha)')).toEqual({
      header: expect.objectContaining({ names: ['STT', 'X (m)', 'Y (m)', 'Diện tích (ha)'] }) as object,
      units: '(m); (m); (ha)',
    })
    expect(row('(1)', '(2)', '(3)', '(4)')).toMatchObject({
      header: { names: head },
      units: '(1); (2); (3); (4)',
    })
  })

  test.each([
    [[1, 1_635_000, 602_000, 100]],
    [['m', 1_635_000, 602_000, null]],
    [[null, null, null, null]],
    [['A', 'm', 'm', null]],
  ])('%j is like the others', (cells) => expect(row(...cells).units).toBeNull())
})

describe('shapes in words', () => {
  test.each([
    ['POINT (108.95 14.78)', { type: 'Point', coordinates: [108.95, 14.78] }],
    [
      'SRID=4326;MULTIPOINT((1 2),(3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'LINESTRING Z (1 2 9, 3 4 9)',
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      'polygon((0 0,1 0,1 1,0 0))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      },
    ],
  ])('%s', (text, geometry) => expect(geometryOfWkt(text)).toEqual(geometry))

  test.each(['POLYGON EMPTY', 'ODT', '', null, 12])('%j is none', (cell) => expect(isWkt(cell)).toBe(false))
})
