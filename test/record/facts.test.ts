import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/domain/day.ts'
import type { Fault } from '../../src/domain/fault.ts'
import { facts, jsonFact, type RecordPlace } from '../../src/platform/db/index.ts'
import { eachEngine } from '../engines.ts'

const day = (text: string) => text as Day
const author = { agency: 'thi-xa', post: 'chuyen-vien', person: 'p1' }
const target = jsonFact<{ goal: number }>('target')
const from2021 = { id: 'urban', from: day('2021-01-01'), value: { goal: 50 } }

describe('a fact has two dates', () => {
  eachEngine((open, _, place) => {
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

    test('a commit inside a commit is refused at once, and does not wait for itself', async () => {
      const record = await open()
      const nested = record.commit(author, 'outer', () => record.commit(author, 'inner', async () => {}))
      await expect(nested).rejects.toThrow('A commit inside a commit')
      await record.commit(author, 'goes on', (c) => c.facts(target).insert(from2021))
      await record.commit(author, 'and on', (c) => c.facts(target).end('urban', day('2024-01-01')))
    })

    test('a place where no record can be says what to check, and keeps the password to itself', async () => {
      const at = await place()
      const wrong: RecordPlace =
        at.kind === 'sqlite'
          ? { ...at, file: fileURLToPath(import.meta.url) }
          : { ...at, url: 'postgres://town:secret@127.0.0.1:1/none' }
      const refused = await open(undefined, wrong).catch((error: unknown) => error as Fault)
      expect(refused).toMatchObject({ code: 'record-unreachable' })
      expect((refused as Fault).sentence('en')).not.toContain('secret')
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
