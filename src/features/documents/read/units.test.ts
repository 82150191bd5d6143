import { expect, test } from 'vitest'
import { unitSlips } from './units.ts'

test('a square that scanning lost is told with its place: 8 m?/người would else be metres', () => {
  const text = 'đạt 8 m?/người, diện tích 20 km?; 1.200m?.'
  const slips = unitSlips(text)
  expect(slips.map(({ found, suggest }) => [found, suggest])).toEqual([
    ['m?', 'm²'],
    ['km?', 'km²'],
    ['m?', 'm²'],
  ])
  for (const { found, at } of slips) expect(text.slice(...(at[0] ?? [0, 0]))).toBe(found)
})

test('a question is none', () => {
  expect(unitSlips('Đường dài bao nhiêu m? Rộng 8 m. Còn 5 cm?')).toEqual([])
})
