import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../src/domain/day.ts'
import { Fault } from '../../src/domain/fault.ts'
import { facts, jsonFact, type NewFact } from '../../src/platform/db/index.ts'
import { eachEngine } from '../engines.ts'

const count = jsonFact<number>('count')
const dayOf = (place: number) => addDays('2026-01-01' as Day, place)

const fact = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    from: fc.nat(20),
    length: fc.option(fc.integer({ min: 0, max: 4 })),
    value: fc.nat(),
  })
  .map(({ id, from, length, value }): NewFact<number> => ({
    id,
    from: dayOf(from),
    to: length === null ? null : dayOf(from + length),
    value,
  }))
const facts5 = fc.array(fact, { maxLength: 5 })

describe('many facts entered at once are as if entered one after the other', () => {
  eachEngine((open) => {
    test('the same rows, or the same refusal and nothing written', async () => {
      const record = await open()
      let run = 0
      await fc.assert(
        fc.asyncProperty(facts5, facts5, async (before, many) => {
          run++
          const outcome = async (agency: string, atOnce: boolean) => {
            const author = { agency, post: 'p', person: 'q' }
            for (const one of before)
              await record
                .commit(author, 'before', (c) => c.facts(count).insert(one))
                .catch((error: unknown) => expect(error).toBeInstanceOf(Fault))
            const refused = await record
              .commit(author, 'many', async (c) => {
                if (atOnce) return c.facts(count).insertMany(many)
                for (const one of many) await c.facts(count).insert(one)
              })
              .then(
                () => undefined,
                (error: Fault) => [error.code, error.params],
              )
            const rows = await record.read((db) => facts(db, agency, count).timeline())
            return { refused, rows: rows.map(({ id, valid, value }) => ({ id, valid, value })) }
          }
          expect(await outcome(`many-${run}`, true)).toEqual(await outcome(`single-${run}`, false))
        }),
        { numRuns: process.env.DOTHI_LONG === '1' ? 400 : 40 },
      )
    }, 300_000)

    test('what another wrote since it was read is a conflict for the whole list', async () => {
      const record = await open()
      const author = { agency: 'a', post: 'p', person: 'q' }
      const one = (id: string) => ({ id, from: dayOf(0), value: 1 })
      const { revision } = await record.commit(author, 'x', (c) => c.facts(count).insert(one('x')))
      await record.commit(author, 'y', (c) => c.facts(count).insert(one('y')))
      const late = record.commit(author, 'z', (c) => c.facts(count).insertMany([one('z'), one('y')]), {
        basedOn: revision,
      })
      await expect(late).rejects.toMatchObject({ code: 'conflict', params: { what: 'y' } })
      expect(await record.read((db) => facts(db, 'a', count).history('z'))).toEqual([])
    })
  })
})
