import { expect, test } from 'vitest'
import { describe } from 'vitest'
import { jsonFact, jsonFlag, jsonNumber, jsonText } from '../../src/platform/db/index.ts'
import { eachEngine } from '../engines.ts'
import { author, day } from './history.ts'

describe('a property of a JSON column is the same value on both engines', () => {
  eachEngine((open) => {
    test('as text, number and flag; null for a missing key or another type', async () => {
      const record = await open()
      const kind = jsonFact<object>('thing')
      const value = {
        name: 'Đường "A"',
        year: 2030,
        share: 0.25,
        done: true,
        late: false,
        none: null,
        list: [1],
      }
      await record.commit(author, 'x', (c) =>
        c.facts(kind).insert({ id: 'x', from: day('2026-01-01'), value }),
      )
      const row = await record.read((db) =>
        db
          .selectFrom('fact_version')
          .select(['name', 'year', 'missing', 'list'].map((key) => jsonText('body', key).as(`text_${key}`)))
          .select(['name', 'year', 'share', 'done'].map((key) => jsonNumber('body', key).as(`number_${key}`)))
          .select(['done', 'late', 'none', 'year'].map((key) => jsonFlag('body', key).as(`flag_${key}`)))
          .executeTakeFirst(),
      )
      expect(row).toEqual({
        text_name: 'Đường "A"',
        text_year: null,
        text_missing: null,
        text_list: null,
        number_name: null,
        number_year: 2030,
        number_share: 0.25,
        number_done: null,
        flag_done: 1,
        flag_late: 0,
        flag_none: null,
        flag_year: null,
      })
    })
  })

  test('a key that would leave its quotes is refused', () => {
    expect(() => jsonText('body', `a"'`)).toThrow('Not a key')
  })
})
