import { describe, expect, test } from 'vitest'
import type { Definition, Field } from '../model/definition.ts'
import {
  askedOf,
  conditionsOf,
  cursorOf,
  cursorText,
  daysOf,
  nextSort,
  sortOf,
  withQuery,
  type Asked,
} from './query.ts'

const today = '2026-11-22'
const asked = (query: string): Asked => askedOf(new URL(`http://x/so-bo/a${query}`), today)
const field = (key: string, type: Field['type'], queryable = true) => ({ key, type, queryable }) as Field
const definition = {
  fields: [
    field('code', 'code'),
    field('area', 'area'),
    field('open', 'boolean'),
    field('note', 'text', false),
  ],
} as unknown as Pick<Definition, 'fields'>

describe('an address of a register, as it is sent to a colleague', () => {
  test('says the days, the words, the order and the filters', () => {
    expect(asked('?ngay=01/07/2026&biet=02/07/2026&tim=truong&xep=-area&loc-code=DGD&loc-x=')).toMatchObject({
      at: { on: '2026-07-01', known: '2026-07-02' },
      text: 'truong',
      sort: '-area',
      filters: { code: 'DGD' },
      badDay: false,
    })
  })

  test('with a day that is none shows today, and says so', () => {
    expect(asked('?ngay=31/02/2026')).toMatchObject({ at: { on: today }, badDay: true })
    expect(asked('')).toMatchObject({ at: { on: today, known: undefined }, badDay: false })
  })

  test('gives its days to the next page, and today to none', () => {
    expect(daysOf(asked('?ngay=01/07/2026&tim=a'))).toBe('?ngay=01%2F07%2F2026')
    expect(daysOf(asked('?tim=a'))).toBe('')
  })

  test('is changed in part', () => {
    expect(withQuery('?tim=a&sau=x', { sau: null, xep: 'code' })).toBe('?tim=a&xep=code')
    expect(withQuery('?sau=x', { sau: '' })).toBe('')
  })
})

describe('what is asked of the record', () => {
  test('only fields that can be asked for, in the kind in which they are kept', () => {
    const filters = { code: 'DGD', area: '12,5', open: 'true', note: 'x', status: 'approved', other: '1' }
    expect(conditionsOf(definition, filters)).toEqual([
      { field: { key: 'code', holds: 'text' }, compare: '=', value: 'DGD' },
      { field: { key: 'area', holds: 'number' }, compare: '=', value: 12.5 },
      { field: { key: 'open', holds: 'flag' }, compare: '=', value: true },
      { column: 'status', value: 'approved' },
    ])
    expect(conditionsOf(definition, { area: 'rộng' })).toEqual([])
  })

  test('a column up, then down; one that is not there is no order', () => {
    expect(nextSort('code', 'code')).toBe('-code')
    expect(nextSort('-code', 'code')).toBe('code')
    expect(sortOf(definition, '-area')).toEqual({ by: { key: 'area', holds: 'number' }, descending: true })
    expect(sortOf(definition, 'x')).toEqual({ by: 'label', descending: false })
  })

  test.each([
    { value: 'a"b', id: 'x' },
    { value: 1.5, id: 'y' },
    { value: null, id: 'z' },
  ])('the place where a table goes on comes back: %j', (cursor) =>
    expect(cursorOf(cursorText(cursor))).toEqual(cursor),
  )

  test.each([null, '', '{}', '[1]', '[{},"x"]', 'null'])(
    'a place that was tampered with begins anew: %j',
    (text) => expect(cursorOf(text)).toBeUndefined(),
  )
})
