import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { workshop } from '../../../test/engines.ts'
import { hasPostgres } from '../../../test/postgres.ts'
import type { Day } from '../../domain/day.ts'
import { jsonFact } from './kinds.ts'

const author = { agency: 'thi-xa', post: 'can-bo', person: 'p1' }
const target = jsonFact<{ value: string }>('target')

// What is skipped without PostgreSQL is told by the tests of the record.
describe.skipIf(!(await hasPostgres()))('the one writer on PostgreSQL', () => {
  const { open, cleanUp } = workshop('postgres')
  afterEach(cleanUp)

  const prepared = sql<{ statement: string; values: number }>`
    select statement, cardinality(parameter_types) as values from pg_prepared_statements`

  test('has what every commit asks prepared, and no list of many values', async () => {
    const record = await open()
    const many = Array.from({ length: 60 }, (_, i) => ({ id: `f${i}`, from: '2024-01-01' as Day }))
    for (let i = 0; i < 5; i++)
      await record.commit(author, 'x', async (commit) => {
        const facts = many.map(({ id, from }) => ({ id: `${id} ${i}`, from, value: { value: '1' } }))
        await commit.facts(target).insertMany(facts)
      })
    const { rows } = await record.transact((db) => prepared.execute(db))
    const texts = rows.map(({ statement }) => statement)
    expect(texts.some((text) => text.startsWith('insert into "revision"'))).toBe(true)
    expect(texts.some((text) => text.startsWith('insert into "fact_version"'))).toBe(true)
    expect(rows.filter(({ statement, values }) => values > 40 && !statement.startsWith('insert'))).toEqual([])
  })

  test('gives its connection back free of a commit that failed, also where a statement had', async () => {
    const record = await open()
    const insert = (id: string) =>
      record.commit(author, 'x', (commit) =>
        commit.facts(target).insert({ id, from: '2024-01-01' as Day, value: { value: '1' } }),
      )
    for (let i = 0; i < 4; i++) {
      await expect(record.transact((db) => sql`select 1 / 0`.execute(db))).rejects.toThrow(/zero/)
      // A failed statement that the work keeps to itself: what it then believes written was not.
      const silent = record.transact((db) => sql`select 1 / 0`.execute(db).catch(() => undefined))
      await expect(silent).rejects.toThrow()
      await insert(`f${i}`)
    }
    const { rows } = await record.read((db) =>
      sql<{ n: number }>`select count(*) as n from fact_version`.execute(db),
    )
    expect(rows).toEqual([{ n: 4 }])
    // The setting of a commit ends with it: readers on the same connection plan as they did.
    const plan = await record.read((db) => sql`show enable_seqscan`.execute(db))
    expect(plan.rows).toEqual([{ enable_seqscan: 'on' }])
  })
})
