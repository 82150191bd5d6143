import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountText, dayText, parseAmount, parseDayText, parseYear } from './form-values.ts'

describe('an officer types figures and days as on paper', () => {
  test.each([
    ['10,94', 10.94],
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['-3', -3],
    ['loại IV', { class: 'IV', part: 'all' }],
    ['loại iii: một số tiêu chí', { class: 'III', part: 'some' }],
    ['Loại đặc biệt: toàn bộ', { class: 'đặc biệt', part: 'all' }],
  ])('%j', (text, value) => {
    expect(parseAmount(text)).toEqual(value)
  })

  test.each(['10.94', '1,234.5', '12.34', 'khoảng 10', '10%', '', 'loại IV: phần lớn', 'loại X'])(
    'what could be read in two ways, or not at all, is not guessed: %j',
    (text) => {
      expect(parseAmount(text)).toBeNull()
    },
  )

  test('property: a figure shown in the form and sent back unchanged is the same figure', () => {
    const figure = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000)
    fc.assert(
      fc.property(figure, (value) => {
        expect(parseAmount(amountText(value))).toBe(value)
      }),
    )
  })

  test.each(['IV', 'III', 'đặc biệt'])('a class shown and sent back is the same class: %s', (name) => {
    for (const part of ['all', 'some'] as const)
      expect(parseAmount(amountText({ class: name, part }))).toEqual({ class: name, part })
  })

  test('a day that no calendar has is refused, not moved', () => {
    expect(['12/08/2022', '12.8.2022', '2022-08-12'].map(parseDayText)).toEqual(Array(3).fill('2022-08-12'))
    expect(['31/02/2024', '12/13/2024', '2024-02-31', '12/8/22', 'hôm nay'].map(parseDayText)).toEqual(
      Array(5).fill(null),
    )
    expect(dayText('2022-08-12')).toBe('12/08/2022')
    expect(dayText(null)).toBeNull()
  })

  test('a year has four digits', () => {
    expect(['2025', '1999', '25', '2125', '20255', ''].map(parseYear)).toEqual([
      2025,
      1999,
      null,
      null,
      null,
      null,
    ])
  })
})
