import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/domain/day.ts'
import { facts, jsonFact } from '../../src/platform/db/index.ts'
import { eachEngine } from '../engines.ts'

const day = (text: string) => text as Day
const author = { agency: 'thi-xa', post: 'chuyen-vien', person: 'p1' }
const target = jsonFact<{ goal: number }>('target')
const from2021 = { id: 'urban', from: day('2021-01-01'), value: { goal: 50 } }

describe('a fact has two dates', () => {
  eachEngine((open) => {
    test('a change holds from its day on; what held before stays to be read', async () => {
      const record = await open()
      await record.commit(author, 'first', (c) => c.facts(target).insert(from2021))
      await record.commit(author, 'raised', (c) =>
        c.facts(target).changeFrom('urban', day('2025-01-01'), { goal: 60 }),
      )
      await record.read(async (db) => {
        const read = facts(db, 'thi-xa', target)
        expect(await read.find('urban', { on: day('2024-12-31') })).toMatchObject({
          value: { goal: 50 },
          valid: { to: '2025-01-01' },
        })
        expect(await read.find('urban', { on: day('2025-01-01') })).toMatchObject({
          value: { goal: 60 },
          valid: { to: null },
        })
        expect(await read.find('urban', { on: day('2025-01-01'), known: 1 })).toMatchObject({
          value: { goal: 50 },
        })
        expect(await read.find('urban', { on: day('2020-12-31') })).toBeUndefined()
        expect(await read.history('urban')).toHaveLength(3)
      })
    })

    test('a correction supersedes, an end ends, and both keep what was known', async () => {
      const record = await open()
      await record.commit(author, 'first', (c) => c.facts(target).insert(from2021))
      await record.commit(author, 'a slip', (c) =>
        c.facts(target).correct('urban', { on: day('2022-01-01') }, { goal: 55 }),
      )
      await record.commit(author, 'dropped', (c) => c.facts(target).end('urban', day('2024-01-01')))
      await record.read(async (db) => {
        const read = facts(db, 'thi-xa', target)
        expect((await read.asOf({ on: day('2021-01-01') })).map((one) => one.value.goal)).toEqual([55])
        expect((await read.asOf({ on: day('2021-01-01'), known: 1 })).map((one) => one.value.goal)).toEqual([
          50,
        ])
        expect(await read.asOf({ on: day('2024-01-01') })).toEqual([])
        expect(await read.asOf({ on: day('2024-01-01'), known: 2 })).toHaveLength(1)
      })
    })

    test('a writer who had not seen the latest change is told whose it is', async () => {
      const record = await open(() => new Date('2026-11-22T03:00:00Z'))
      const { revision } = await record.commit(author, 'first', (c) => c.facts(target).insert(from2021))
      const change = (post: string, goal: number) =>
        record.commit(
          { ...author, post },
          'both',
          (c) => c.facts(target).correct('urban', { on: day('2025-01-01') }, { goal }),
          { basedOn: revision },
        )
      const [one, other] = await Promise.allSettled([change('truong-phong', 61), change('van-phong', 62)])
      expect(one.status).toBe('fulfilled')
      expect(other).toMatchObject({
        reason: {
          code: 'conflict',
          params: { what: 'urban', post: 'truong-phong', revision: 2, instant: '2026-11-22T03:00:00.000Z' },
        },
      })
    })

    test('work that fails leaves nothing behind', async () => {
      const record = await open()
      const failing = record.commit(author, 'half', async (c) => {
        await c.facts(target).insert(from2021)
        throw new Error('stopped')
      })
      await expect(failing).rejects.toThrow('stopped')
      expect(await record.read((db) => facts(db, 'thi-xa', target).timeline())).toEqual([])
    })
  })
})
