import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Version } from '../../src/domain/as-of.ts'
import { addDays, dayAt, type Day } from '../../src/domain/day.ts'
import { Fault } from '../../src/domain/fault.ts'
import {
  auditVerify,
  facts,
  jsonFact,
  type FactWriter,
  type TownRecord,
} from '../../src/platform/db/index.ts'
import { eachEngine } from '../engines.ts'
import { Oracle } from './oracle.ts'

const days = 16
const first = '2026-01-01' as Day
const dayOf = (place: number) => addDays(first, place)
const count = jsonFact<number>('count')

const day = fc.nat(days - 1)
const operation = fc.record({
  what: fc.constantFrom('insert', 'change', 'correct', 'correct period', 'end'),
  id: fc.constantFrom('a', 'b'),
  from: day,
  length: fc.integer({ min: 1, max: days }),
})
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

const step = fc.record({
  operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
  /** How many commits back the writer had read; most have read the latest. */
  behind: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3)),
  hoursLater: fc.nat(40),
})

/** Puts an operation to the oracle; the code with which the record must refuse it, or undefined. */
function foretell(oracle: Oracle, { what, id, from, length }: Operation, value: number): string | undefined {
  const to = Math.min(from + length, days)
  const version = oracle.version(id, from)
  switch (what) {
    case 'insert':
      if (oracle.some(id, from, to)) return 'fact-overlap'
      oracle.fill(id, from, to, value)
      return undefined
    case 'correct period':
      oracle.fill(id, from, to, value)
      return undefined
    case 'end':
      if (!oracle.some(id, from, days)) return 'fact-missing'
      oracle.fill(id, from, days)
      return undefined
    case 'change':
    case 'correct':
      if (!version) return 'fact-missing'
      oracle.fill(id, what === 'change' ? from : version.from, version.to, value)
      return undefined
  }
}

/** The last day stands for an open end. */
const endOf = (to: number) => (to >= days ? null : dayOf(to))

function perform(writer: FactWriter<number>, { what, id, from, length }: Operation, value: number) {
  const period = { from: dayOf(from), to: endOf(from + length) }
  switch (what) {
    case 'insert':
      return writer.insert({ id, ...period, value })
    case 'change':
      return writer.changeFrom(id, period.from, value)
    case 'correct':
      return writer.correct(id, { on: period.from }, value)
    case 'correct period':
      return writer.correct(id, period, value)
    case 'end':
      return writer.end(id, period.from)
  }
}

const lineOf = (versions: readonly Version<number>[]) =>
  Array.from({ length: days }, (_, place) => {
    const on = dayOf(place)
    const found = versions.filter(({ valid }) => valid.from <= on && (valid.to === null || on < valid.to))
    expect(found.length).toBeLessThan(2)
    return found[0]?.value
  })

/** One history replayed in an agency of its own, against an oracle of its own. */
async function replay(record: TownRecord, clock: { now: Date }, agency: string, steps: readonly Step[]) {
  const oracle = new Oracle(days)
  const revisions: { number: number; on: Day }[] = [{ number: 0, on: dayAt(new Date(0)) }]
  let value = 0
  for (const { operations, behind, hoursLater } of steps) {
    clock.now = new Date(clock.now.getTime() + hoursLater * 3_600_000)
    const read = Math.max(0, revisions.length - 1 - behind)
    let refused: string | undefined
    const numbered = operations.map((one) => ({ one, value: ++value }))
    for (const { one, value } of numbered)
      refused ??= oracle.changedSince(one.id, read) ? 'conflict' : foretell(oracle, one, value)
    const basedOn = revisions[read]?.number
    const author = { agency, post: 'p', person: 'q' }
    const done = await record
      .commit(
        author,
        'step',
        async (c) => {
          for (const { one, value } of numbered) await perform(c.facts(count), one, value)
        },
        { basedOn },
      )
      .catch((error: unknown) => {
        if (error instanceof Fault) return error.code
        throw error
      })
    if (typeof done === 'string') oracle.undo()
    else {
      oracle.commit()
      revisions.push({ number: done.revision, on: dayAt(clock.now) })
    }
    expect(typeof done === 'string' ? done : undefined).toBe(refused)
  }
  await compare(record, agency, oracle, revisions)
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Everything that was ever known, read again at the end. */
async function compare(
  record: TownRecord,
  agency: string,
  oracle: Oracle,
  revisions: readonly { number: number; on: Day }[],
) {
  await record.read(async (db) => {
    const read = facts(db, agency, count)
    for (const [commits, { number, on }] of revisions.entries()) {
      const lastOfDay = revisions.findLastIndex((one) => one.on === on)
      for (const id of ['a', 'b']) {
        expect(lineOf(await read.timeline(number, id))).toEqual(oracle.line(id, commits))
        if (commits > 0) expect(lineOf(await read.timeline(on, id))).toEqual(oracle.line(id, lastOfDay))
      }
      const place = (commits * 7) % days
      const seen = (await read.asOf({ on: dayOf(place), known: number })).map((one) => one.value)
      const expected = ['a', 'b'].map((id) => oracle.line(id, commits)[place])
      expect(seen).toEqual(expected.filter((one) => one !== undefined))
    }
  })
}

const histories = process.env.DOTHI_LONG === '1' ? 1000 : 100

describe('what was known on any day is known for ever', () => {
  eachEngine((open) => {
    test(`${histories} random histories agree with a naive picture of every day`, async () => {
      const clock = { now: new Date('2026-01-01T00:00:00Z') }
      const record = await open(() => clock.now)
      let history = 0
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) =>
          replay(record, clock, `agency-${++history}`, steps),
        ),
        { numRuns: histories },
      )
      expect(await auditVerify(record)).toMatchObject({ whole: true })
    }, 900_000)
  })
})
