import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeWkb } from '../../../../domain/geometry/index.ts'
import type { Sided } from '../../model/import/difference.ts'
import { applied, difference, reversed } from './difference.ts'

const square = (x: number, y: number, side = 10) =>
  encodeWkb({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
        [x, y],
      ],
    ],
  })
const entry = (key: string, x: number, properties: Sided['properties'] = {}): Sided => ({
  key,
  geometry: square(x, 0),
  properties,
})

const side = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '~1', '~2'),
  geometry: fc.option(
    fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
      .map(([x, y]) => square(x * 7, y * 7)),
    { nil: null },
  ),
  properties: fc.dictionary(
    fc.constantFrom('code', 'area'),
    fc.oneof(fc.constantFrom('TON', 'ODT'), fc.integer({ min: 0, max: 3 })),
  ),
})
const state = fc.uniqueArray(side, { selector: ({ key }) => key, maxLength: 8 })
const content = (items: readonly Sided[]) =>
  items
    .map(({ geometry, properties }) =>
      JSON.stringify([geometry && [...geometry], Object.entries(properties).toSorted()]),
    )
    .toSorted()

describe('what a newer file changes', () => {
  test('led by the difference, the record comes to what the file says; led back, to what it was', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const there = difference(a, b)
        expect(content(applied(a, there))).toEqual(content(b))
        expect(content(applied(b, reversed(there)))).toEqual(content(a))
        expect(reversed(reversed(there))).toEqual(there)
        expect(there.gone.length + there.changed.length + there.same.length).toBe(a.length)
        expect(there.added.length + there.changed.length + there.same.length).toBe(b.length)
      }),
    )
  })

  test('the same file again changes nothing, though its keys were made of its content', () => {
    fc.assert(
      fc.property(state, (a) => {
        const again = difference(
          a,
          a.map((item, i) => (item.key.startsWith('~') ? { ...item, key: `~new${i}` } : { ...item })),
        )
        expect(
          [again.added, again.gone].flat().length + again.changed.filter(({ by }) => by === 'key').length,
        ).toBe(0)
      }),
    )
  })

  test('fields and metres are told', () => {
    const before = [entry('1', 0, { code: 'ODT', area: 100 }), entry('2', 50), entry('3', 100)]
    const after = [entry('1', 0.5, { code: 'TON', area: 100 }), entry('2', 50), entry('4', 200)]
    const found = difference(before, after)
    expect(found.changed).toMatchObject([
      {
        by: 'key',
        fields: [{ field: 'code', from: 'ODT', to: 'TON' }],
        geometry: { moved: 0.5, areaBefore: 100, areaAfter: 100 },
      },
    ])
    expect([found.same.length, found.gone[0]?.key, found.added[0]?.key]).toEqual([1, '3', '4'])
  })

  test('without a key of the source, what lies in the same place is one entry that changed', () => {
    const found = difference([entry('~x', 0, { code: 'ODT' })], [entry('~y', 1, { code: 'ODT' })])
    expect(found.changed).toMatchObject([{ by: 'place', fields: [], geometry: { moved: 1 } }])
  })

  test('two that fit the same place are not chosen between', () => {
    const found = difference([entry('~x', 0)], [entry('~y', 1), entry('~z', 2)])
    expect([found.changed.length, found.gone.length, found.added.length]).toEqual([0, 1, 2])
  })
})
