import { setImmediate as aside } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { auditVerify, facts, type TownRecord } from '../../src/platform/db/index.ts'
import { eachEngine } from '../engines.ts'
import { author, day, target } from './history.ts'

const idsAt = (record: TownRecord, known?: number) =>
  record.read(async (db) => (await facts(db, 'thi-xa', target).timeline(known)).map((one) => one.id))

const put = (record: TownRecord, id: string) =>
  record.commit(author, id, (c) =>
    c.facts(target).insert({ id, from: day('2026-01-01'), value: { goal: 1 } }),
  )

describe('a long job is seen when it closes, and holds nobody up', () => {
  eachEngine((open) => {
    test('what was known at a closed revision stays as it was when an older number closes later', async () => {
      const record = await open()
      const before = await put(record, 'before')
      const long = await record.long(author, 'import')
      await long.each(['l1', 'l2'], (batch, id) =>
        batch.facts(target).insert({ id, from: day('2026-01-01'), value: { goal: 2 } }),
      )
      const meanwhile = await put(record, 'meanwhile')
      expect(meanwhile.revision).toBeGreaterThan(long.revision)
      await expect(idsAt(record, long.revision)).rejects.toMatchObject({ code: 'revision-unknown' })
      expect(await idsAt(record)).toEqual(['before', 'meanwhile'])
      await long.close()
      const after = await put(record, 'z-after')
      expect(await idsAt(record, before.revision)).toEqual(['before'])
      expect(await idsAt(record, meanwhile.revision)).toEqual(['before', 'meanwhile'])
      expect(await idsAt(record, long.revision)).toEqual(['before', 'l1', 'l2', 'meanwhile'])
      expect(await idsAt(record, after.revision)).toEqual(['before', 'l1', 'l2', 'meanwhile', 'z-after'])
      expect(await auditVerify(record)).toMatchObject({ whole: true, revisions: 4 })
    })

    test('a fact that an open job has changed can be read as it was, and changed by nobody else', async () => {
      const record = await open()
      await put(record, 'x')
      const long = await record.long({ ...author, post: 'nhap-lieu' }, 'import')
      await long.each([1], (batch) => batch.facts(target).changeFrom('x', day('2027-01-01'), { goal: 3 }))
      const mine = record.commit(author, 'mine', (c) => c.facts(target).end('x', day('2028-01-01')))
      await expect(mine).rejects.toMatchObject({ code: 'conflict', params: { post: 'nhap-lieu' } })
      const [x] = await record.read((db) => facts(db, 'thi-xa', target).asOf({ on: day('2027-06-01') }))
      expect(x).toMatchObject({ value: { goal: 1 }, recorded: { to: null }, valid: { to: null } })
    })

    test('abandoned, it leaves no trace', async () => {
      const record = await open()
      await put(record, 'x')
      const whole = await auditVerify(record)
      const long = await record.long(author, 'import')
      await long.each(
        Array.from({ length: 1200 }, (_, i) => i),
        (batch, i) =>
          i === 0
            ? batch.facts(target).correct('x', { on: day('2027-01-01') }, { goal: 3 })
            : batch.facts(target).insert({ id: `n${i}`, from: day('2026-01-01'), value: { goal: i } }),
      )
      await long.abandon()
      expect(await auditVerify(record)).toEqual(whole)
      expect(await idsAt(record)).toEqual(['x'])
      await record.commit(author, 'mine', (c) => c.facts(target).end('x', day('2028-01-01')))
    })

    test('others commit between its batches', async () => {
      const record = await open()
      const long = await record.long(author, 'import')
      const state = { done: false }
      let others = 0
      const importing = long
        .each([1, 2, 3, 4, 5, 6], async (batch, i) => {
          // Work of 30 ms an item: two fill a transaction.
          const until = performance.now() + 30
          while (performance.now() < until);
          await batch.facts(target).insert({ id: `n${i}`, from: day('2026-01-01'), value: { goal: i } })
        })
        .then(() => (state.done = true))
      while (!state.done) {
        await put(record, `other-${++others}`)
        await aside()
      }
      await importing
      await long.close()
      expect(others).toBeGreaterThan(1)
      expect(await auditVerify(record)).toMatchObject({ whole: true, revisions: others + 1 })
    })
  })
})
