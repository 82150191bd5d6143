import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../../test/engines.ts'
import type { Day } from '../../../../domain/day.ts'
import type { Db, EngineName, TownRecord } from '../../../../platform/db/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { EntryValue } from '../../model/entry.ts'
import type { Look, Selection, Sort } from '../query.ts'
import { entryPage } from '../read.ts'
import { entryId, insertEntries, type NewEntry } from '../write.ts'
import { madeIndexes } from './indexes.ts'
import { analyzeEntries, makeFromDefinitions } from './index.ts'

const author = { agency: 'thi-xa', post: 'can-bo', person: 'p1' }
const on = '2026-01-01' as Day
const look: Look = { agency: 'thi-xa', register: 'benches', at: { on }, sees: ['public', 'internal'] }
const field = (key: string, type: 'text' | 'integer', queryable: boolean) => ({
  key,
  type,
  queryable,
  name: { vi: key, en: key },
  codes: null,
  required: false,
})
const benches = {
  id: 'benches',
  geometry: 'area',
  fields: [field('street', 'text', true), field('seats', 'integer', true), field('note', 'text', false)],
} as unknown as Definition

const long = 'Đường rất dài '.repeat(1000)
const value = (i: number): EntryValue => ({
  disclosure: 'internal',
  releasedBy: null,
  stage: 'existing',
  status: null,
  accuracy: null,
  source: { made: 'file', name: 'Ghế' },
  label: `Ghế số ${i % 700}`,
  geometry: null,
  properties: {
    ...(i % 5 && { seats: i % 40 }),
    street: i === 7 ? long : `Đường ${i % 90}`,
    note: `chú ý ${i}`,
  },
})

async function benched(record: TownRecord, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, i): NewEntry => {
    const sourceKey = String(i)
    return { id: entryId('benches', 's', sourceKey), source: 's', sourceKey, from: on, value: value(i) }
  })
  await record.commit(author, 'nhập', async (commit) => {
    for (let i = 0; i < count; i += 200) await insertEntries(commit, 'benches', entries.slice(i, i + 200))
  })
}

const questions: readonly (Selection & { sort?: Sort })[] = [
  { sort: { by: 'label', descending: false } },
  { sort: { by: 'label', descending: true }, text: 'ghe SO 12' },
  { sort: { by: { key: 'seats', holds: 'number' }, descending: true } },
  { sort: { by: { key: 'street', holds: 'text' }, descending: false } },
  { text: 'chu y 77%' },
  { where: [{ field: { key: 'street', holds: 'text' }, compare: '=', value: long }] },
  { where: [{ field: { key: 'street', holds: 'text' }, compare: '<', value: 'Đường 2' }] },
  { where: [{ field: { key: 'seats', holds: 'number' }, compare: '>=', value: 38 }] },
]

async function everything(db: Db, engine: EngineName, query: (typeof questions)[number]): Promise<string[]> {
  const found: string[] = []
  let after = undefined
  do {
    const page = await entryPage(db, engine, look, { ...query, limit: 97, after })
    found.push(...page.entries.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  return found
}

describe('what is made from the definitions', () => {
  eachEngine((open, engine) => {
    const names = (record: TownRecord) => record.read((db) => madeIndexes(db, engine))
    const answers = (record: TownRecord) =>
      record.read((db) => Promise.all(questions.map((query) => everything(db, engine, query))))

    test('a large register is found by indexes that change no answer, texts longer than an index takes too', async () => {
      const record = await open()
      await benched(record, 1200)
      const before = await answers(record)
      expect(before.map(({ length }) => length)).toEqual([1200, 53, 1200, 1200, 0, 1, 168, 60])
      await makeFromDefinitions(record, [benches])
      await analyzeEntries(record)
      expect([...(await names(record))].map((name) => name.replace(/_[0-9a-f]{8}$/, '')).sort()).toEqual(
        ['label', ...(engine === 'postgres' ? ['search'] : []), 'seats', 'street']
          .map((part) => `made_benches_${part}`)
          .sort(),
      )
      expect(await answers(record)).toEqual(before)
    })

    test('a field that may no longer be asked for has no index; a small register has none', async () => {
      const record = await open()
      await benched(record, 1200)
      await makeFromDefinitions(record, [benches, { ...benches, id: 'lamps' }])
      const first = await names(record)
      await makeFromDefinitions(record, [benches])
      expect(await names(record)).toEqual(first)
      const fields = benches.fields.map((one) => ({ ...one, queryable: one.key === 'seats' }))
      await makeFromDefinitions(record, [{ ...benches, fields }])
      const left = [...(await names(record))].join(' ')
      expect(left).toContain('seats')
      expect(left).not.toMatch(/street|lamps/)
    })

    test('a page in the order of a field reads the index of that field', async () => {
      const record = await open()
      await benched(record, 1200)
      await makeFromDefinitions(record, [benches])
      await analyzeEntries(record)
      const key = sql.raw(
        `case when json_type(v.properties, '$."seats"') in ('integer', 'real') then cast(json_extract(v.properties, '$."seats"') as double precision) end`,
      )
      const explain = engine === 'sqlite' ? sql`explain query plan` : sql`explain (format text)`
      const { rows } = await record.read((db) =>
        sql<Record<string, unknown>>`${explain} select v.id from entry_version as v
          where v.agency = 'thi-xa' and v.kind = 'benches' and ${key} is not null
          order by ${key}, v.id limit 20`.execute(db),
      )
      expect(JSON.stringify(rows)).toContain('made_benches_seats')
      expect(JSON.stringify(rows)).not.toMatch(/sort|temp b-tree/i)
    })
  })
})
