import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedLaw } from '../../../../test/support/law.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { calendarOf, weekdayOf, workingDayFrom } from './calendar.ts'
import { addMonths, dueOf } from './deadline.ts'

const law = await shippedLaw()
const day = (text: string) => text as Day
/** Days whose time ends well inside the years with a calendar. */
const someDay = fc.integer({ min: 0, max: 130 }).map((count) => addDays(day('2026-07-01'), count))
const workingDays = ['permit/house', 'permit/new-work', 'permit/extend-or-reissue', 'planning/check-data']

describe('a legal time limit', () => {
  test('in working days ends on a day on which offices work, with exactly so many working days in between', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(...workingDays), (start, name) => {
        const { due, deadline, passedOver } = dueOf(law, { deadline: `deadlines/${name}`, start })
        const calendar = calendarOf(law)
        let worked = 0
        for (let at = addDays(start, 1); at <= due; at = addDays(at, 1)) if (calendar.on(at).works) worked++
        expect(calendar.on(due).works).toBe(true)
        expect(worked).toBe(deadline.count)
        expect(addDays(start, worked + passedOver)).toBe(due)
      }),
    )
  })

  test('never ends earlier for whoever hands in later', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(...workingDays, 'planning/publish-plan'), (start, name) => {
        const ask = (from: Day) => dueOf(law, { deadline: `deadlines/${name}`, start: from }).due
        expect(ask(start) <= ask(addDays(start, 1))).toBe(true)
      }),
    )
  })

  test('tells every rule that was used, so that the day can be disputed', () => {
    const { uses } = dueOf(law, { deadline: 'deadlines/permit/house', start: day('2026-12-28') })
    expect(uses.map(({ parameter, from, certainty }) => [parameter, from, certainty])).toEqual([
      ['deadlines/permit/house', '2026-07-01', 'seen'],
      ['deadlines/counting/first-day-counts', '2017-01-01', 'memory'],
      ['deadlines/counting/rest-day-moves-end', '2017-01-01', 'memory'],
      ['holidays/weekly-rest', '1999-10-02', 'memory'],
      ['holidays/days', '2026-01-01', 'memory'],
      ['holidays/days', '2027-01-01', 'assumed'],
    ])
  })

  test('months end on the last day of a shorter month, and years pass', () => {
    expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28')
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29')
    expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28')
    expect(addMonths(day('2026-12-15'), 24)).toBe('2028-12-15')
  })
})

describe('the calendar of offices', () => {
  test('knows the days of the week', () => {
    expect(weekdayOf(day('2026-11-22'))).toBe(7)
    expect(weekdayOf(day('2026-11-23'))).toBe(1)
  })

  test('goes from a day of rest to the next working day, and leaves a working day alone', () => {
    const calendar = calendarOf(law)
    expect(workingDayFrom(calendar, day('2026-11-22'))).toBe('2026-11-23')
    expect(workingDayFrom(calendar, day('2026-11-23'))).toBe('2026-11-23')
  })
})
