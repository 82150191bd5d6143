import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayAt, dayOf, parseDay } from './day.ts'

test('a day that does not exist is refused, so that no deadline falls on 30 February', () => {
  expect(parseDay('2026-02-30')).toBeNull()
  expect(parseDay('2024-02-29')).toBe('2024-02-29')
  expect(parseDay('22/11/2026')).toBeNull()
  expect(dayOf(2026, 13, 1)).toBeNull()
})

test('the day turns at midnight in Việt Nam, not in Greenwich', () => {
  expect(dayAt(new Date('2026-11-21T16:59:59Z'))).toBe('2026-11-21')
  expect(dayAt(new Date('2026-11-21T17:00:00Z'))).toBe('2026-11-22')
})

test('property: adding days and taking them off again gives the same day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: -40_000, max: 40_000 }),
      (year, count) => {
        const day = dayOf(year, 12, 31)
        if (day) expect(addDays(addDays(day, count), -count)).toBe(day)
      },
    ),
  )
})
