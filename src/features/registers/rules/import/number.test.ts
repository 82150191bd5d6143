import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commaDecimals, readBoolean, readDay, readNumber } from './number.ts'

test.each([
  ['1.234,5 m²', 1234.5],
  ['1,234.5', 1234.5],
  ['1234,5', 1234.5],
  ['0,25', 0.25],
  ['1.234.567', 1_234_567],
  ['12 345,6', 12_345.6],
  ['-3', -3],
  ['2,5 ha', 2.5],
  ['1e3', 1000],
])('%s is %d', (text, value) => expect(readNumber(text)).toEqual({ kind: 'number', value }))

test('1.234 alone is not guessed; another cell of the column decides', () => {
  expect(readNumber('1.234')).toEqual({ kind: 'two', decimal: 1.234, thousands: 1234 })
  expect(commaDecimals(['1.234', '1.234,5'])).toBe(true)
  expect(commaDecimals(['1.234', '12.5'])).toBe(false)
  expect(commaDecimals(['1.234', '12.5', '12,5'])).toBeNull()
  expect(readNumber('1.234', true)).toEqual({ kind: 'number', value: 1234 })
})

test.each(['', 'KPH', '1.23.4', '1,,2', '12a', '.', '1/2'])('%j is no number', (text) =>
  expect(readNumber(text)).toEqual({ kind: 'none' }),
)

test('a number written as Vietnamese write it is read back', () => {
  const written = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (hundredths) => {
      const value = hundredths / 100
      expect(readNumber(written.format(value), true)).toEqual({
        kind: 'number',
        value: value === 0 ? 0 : value,
      })
    }),
  )
})

test('days and yes or no as people write them', () => {
  expect(['15/12/2021', '2021-12-15', '20211215', '15.12.2021'].map(readDay)).toEqual(
    Array(4).fill('2021-12-15'),
  )
  expect(['31/02/2021', 'quý III', ''].map(readDay)).toEqual([null, null, null])
  expect(['Có', 'x', 'không', '0', 'có lẽ'].map(readBoolean)).toEqual([true, true, false, false, null])
})
