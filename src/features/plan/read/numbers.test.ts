import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber } from './numbers.ts'

describe('a figure of the plan means what a Vietnamese officer meant', () => {
  test.each([
    ['10,94', 10.94, null],
    ['1.234,5', 1234.5, null],
    ['1.234.567', 1234567, null],
    ['20.500', 20500, null],
    ['02', 2, null],
    ['0,125', 0.125, null],
    ['9.5', 9.5, 'form'],
    ['15.20', 15.2, 'form'],
    ['0.125', 0.125, 'form'],
    ['1,234.5', 1234.5, 'form'],
    ['1,234,567', 1234567, 'form'],
    ['1,500', 1.5, 'meaning'],
    ['12,500', 12.5, 'meaning'],
  ])('%s is %d', (text, value, doubt) => {
    expect(readNumber(text)).toEqual({ value, doubt })
  })

  test.each(['1.2.3', '12.34.567', '1,2,3', '1.234,5.6', '', '.5', '5.', 'loại', '1.23,4', '01.234,5'])(
    '"%s" is no number and is not guessed',
    (text) => {
      expect(readNumber(text)).toBeNull()
    },
  )

  test('property: what a Vietnamese program writes is read back to the last digit', () => {
    const written = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (cents) => {
        expect(readNumber(written.format(cents / 100))?.value).toBe(cents / 100)
      }),
    )
  })
})
