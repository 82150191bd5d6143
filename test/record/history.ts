import type { Day } from '../../src/domain/day.ts'
import { jsonFact, type TownRecord } from '../../src/platform/db/index.ts'

export const day = (text: string) => text as Day
export const author = { agency: 'thi-xa', post: 'chuyen-vien', person: 'p1' }
export const target = jsonFact<{ goal: number }>('target')

/** A small record in which every kind of change has happened once. */
export async function someHistory(record: TownRecord): Promise<void> {
  await record.commit(author, 'plan signed', async (c) => {
    await c.personal.set('p1', 'Nguyễn Văn A')
    await c.facts(target).insert({ id: 'urban', from: day('2021-01-01'), value: { goal: 50 } })
    await c
      .facts(target)
      .insert({ id: 'green', from: day('2021-01-01'), to: day('2025-01-01'), value: { goal: 9 } })
  })
  await record.commit(author, 'raised', (c) =>
    c.facts(target).changeFrom('urban', day('2025-01-01'), { goal: 60 }),
  )
  await record.commit(author, 'a slip', (c) =>
    c.facts(target).correct('green', { on: day('2022-01-01') }, { goal: 9.5 }),
  )
  await record.commit(author, 'name put right', (c) => c.personal.set('p1', 'Nguyễn Văn Á'))
  await record.commit(author, 'asked for by the person', async (c) => {
    await c.personal.erase('p1')
    await c.personal.set('p2', 'Trần Thị B')
  })
  const long = await record.long(author, 'register imported')
  await record.commit(author, 'meanwhile', (c) => c.facts(target).end('urban', day('2030-01-01')))
  await long.each(['a', 'b', 'c'], (batch, id) =>
    batch.facts(target).insert({ id, from: day('2026-01-01'), value: { goal: 1 } }),
  )
  await long.close()
}
