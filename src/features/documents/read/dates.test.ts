import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, isoDay } from './dates.ts'

test.each([
  ['12/8/2022', '2022-08-12'],
  ['ngày 26 tháng 11 năm 2024', '2024-11-26'],
  ['26.11.2024', '2024-11-26'],
  ['06/1 0/2022', '2022-10-06'],
  ['ngày 05 - 01 - 2024 và ngày 06/01/2024', '2024-01-05'],
  ['29/02/2024', '2024-02-29'],
])('the day a paper was signed is its first date, however it is written: %j', (text, day) => {
  expect(dayIn(text)).toBe(day)
})

test.each([
  '31/4/2024',
  '29/02/2023',
  '29/02/2100',
  '00/01/2024',
  '12/13/2024',
  '12/8/1899',
  'tháng 8 năm 2022',
])('a day that no calendar has is not made up: %j', (text) => {
  expect(dayIn(text)).toBeNull()
})

test('property: a day is known exactly where the calendar has it', () => {
  const part = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2200 }), part, part, (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day))
      const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
      expect(isoDay(year, month, day)).toBe(real ? date.toISOString().slice(0, 10) : null)
    }),
  )
})
