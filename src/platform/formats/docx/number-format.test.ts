import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bulletSign, formatNumber, toLetters, toRoman, withSymbols } from './number-format.ts'

test.each([
  ['upperRoman', 4, 'IV'],
  ['lowerRoman', 9, 'ix'],
  ['upperLetter', 3, 'C'],
  ['lowerLetter', 28, 'bb'],
  ['decimalZero', 7, '07'],
  ['none', 3, ''],
  ['decimal', 12, '12'],
  ['chicago', 2, '2'],
] as const)('a clause is cited by the number that Word shows: %s %i is %j', (format, value, shown) => {
  expect(formatNumber(value, format)).toBe(shown)
})

test('what has no roman number or letter is shown in digits, never as nothing', () => {
  expect([0, -1, 40_000].map(toRoman)).toEqual(['0', '-1', '40000'])
  expect([0, 26 * 30 + 1].map(toLetters)).toEqual(['0', '781'])
})

test('property: two roman numbers are never the same, and each counts what it says', () => {
  const worth: Readonly<Record<string, number>> = { M: 1000, D: 500, C: 100, L: 50, X: 10, V: 5, I: 1 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
      const signs = toRoman(value)
        .split('')
        .map((sign) => worth[sign] ?? 0)
      const counted = signs.reduce((sum, sign, i) => sum + (sign < (signs[i + 1] ?? 0) ? -sign : sign), 0)
      expect(counted).toBe(value)
    }),
  )
})

test('a sign of a symbol font is written as what it draws: "≥ 60" must not become "• 60"', () => {
  expect(withSymbols('\uF0B3 60; \uF0A3 5; \uF02D 3')).toBe('≥ 60; ≤ 5; - 3')
  expect(bulletSign(' \uF0B7 ')).toBe('•')
})
