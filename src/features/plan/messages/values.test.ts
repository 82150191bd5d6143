import { expect, test } from 'vitest'
import { en } from './en.ts'
import { publicWords } from './public.ts'
import { valueWords } from './values.ts'
import { vi } from './vi.ts'

test.each([
  ['>=', 60, '%', 'tối thiểu 60%', 'at least 60%'],
  ['>', 80, '%', 'trên 80%', 'over 80%'],
  ['~', 10.94, '%', 'khoảng 10,94%', 'about 10.94%'],
  ['=', 3.72, '%', '3,72%', '3.72%'],
  ['~', 9.5, 'm²/người', 'khoảng 9,5\u00a0m²/người', 'about 9.5\u00a0m²/người'],
  ['universal', null, null, 'phổ cập (chưa có định nghĩa)', 'universal (not defined)'],
  [
    'meets',
    { class: 'IV', part: 'all' },
    null,
    'đạt chuẩn đô thị loại IV',
    'meets the standard of a class IV town',
  ],
  [
    'meets',
    { class: 'III', part: 'some' },
    null,
    'đạt một số tiêu chí đô thị loại III',
    'meets some criteria of a class III town',
  ],
] as const)('%s %s %s is said as the document means it', (comparator, value, unit, viWords, enWords) => {
  expect(valueWords({ comparator, value }, unit, 'vi')).toBe(viWords)
  expect(valueWords({ comparator, value }, unit, 'en')).toBe(enWords)
})

test('both languages say everything, none of it empty', () => {
  expect(publicWords('en')).toBe(en)
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort())
  for (const [key, value] of Object.entries({ ...vi, ...en })) expect(value, key).not.toBe('')
})

test('a value that the paper leaves open is said to be open, not to be universal', () => {
  expect(valueWords({ comparator: '>=', value: null }, '%', 'vi')).toBe('chưa nêu giá trị')
  expect(valueWords({ comparator: 'meets', value: null }, null, 'en')).toBe('no value stated')
  expect(valueWords({ comparator: 'universal', value: null }, null, 'vi')).toContain('phổ cập')
})
