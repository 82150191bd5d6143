import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldText, numberOf } from './entry-form.ts'

describe('numbers of a form', () => {
  test('what the form shows is read back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 10_000 }), (whole, part) => {
        const value = whole / part
        if (/e/.test(String(value))) return
        expect(numberOf(fieldText({ type: 'number' }, value))).toBe(value)
      }),
    )
  })
  test.each([
    ['1.234,5', 1234.5],
    ['30.000', 30_000],
    ['0,25', 0.25],
    ['12.5', 12.5],
    ['1,2,3', null],
    ['mười', null],
  ])('%s', (text, value) => expect(numberOf(text)).toBe(value))
})
