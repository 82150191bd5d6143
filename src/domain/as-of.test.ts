import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, isPeriod, overlaps, without, type Period } from './as-of.ts'
import { addDays, type Day } from './day.ts'

const day = (place: number) => addDays('2026-01-01' as Day, place)
const periods = fc
  .tuple(fc.nat(20), fc.option(fc.integer({ min: 1, max: 20 })))
  .map(([from, length]): Period => ({ from: day(from), to: length === null ? null : day(from + length) }))
const days = Array.from({ length: 60 }, (_, place) => day(place))
const held = (all: readonly Period[]) => days.filter((one) => all.some((period) => covers(period, one)))

test('the end of a period is not in it: a plan to 31 December and one from then on do not overlap', () => {
  const until = { from: day(0), to: day(10) }
  expect(covers(until, day(9))).toBe(true)
  expect(covers(until, day(10))).toBe(false)
  expect(overlaps(until, { from: day(10), to: null })).toBe(false)
  expect(isPeriod({ from: day(3), to: day(3) })).toBe(false)
})

test('property: periods overlap where they share a day, in either order', () => {
  fc.assert(
    fc.property(periods, periods, (a, b) => {
      expect(overlaps(a, b)).toBe(days.some((one) => covers(a, one) && covers(b, one)))
      expect(overlaps(b, a)).toBe(overlaps(a, b))
    }),
  )
})

test('property: what is left after a cut is every day that was there and was not taken, each once', () => {
  fc.assert(
    fc.property(periods, periods, (whole, taken) => {
      const rest = without(whole, taken)
      expect(rest.every(isPeriod)).toBe(true)
      expect(held(rest)).toEqual(held([whole]).filter((one) => !covers(taken, one)))
      expect(rest.length === 2 && overlaps(rest[0] as Period, rest[1] as Period)).toBe(false)
    }),
  )
})
