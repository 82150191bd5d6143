import { expect, test } from 'vitest'
import { clausePath, otherPath, pageNames, pathOf, publishedPages, taskPath } from './paths.ts'

test('an address that was printed leads to one page, and to no other', () => {
  const all = pageNames.flatMap((name) => [pathOf(name, 'vi'), pathOf(name, 'en')])
  expect(new Set(all).size).toBe(all.length)
  expect(publishedPages).not.toContain('search')
  expect(publishedPages).toHaveLength(pageNames.length - 2)
})

test('the other language shows the same page, there and back', () => {
  for (const name of pageNames) {
    expect(otherPath(pathOf(name, 'vi'), 'vi')).toBe(pathOf(name, 'en'))
    expect(otherPath(pathOf(name, 'en'), 'en')).toBe(pathOf(name, 'vi'))
  }
  expect(otherPath('/nhiem-vu/1.10', 'vi')).toBe('/en/tasks/1.10')
  expect(otherPath(`${taskPath('1.10', 'en')}/`, 'en')).toBe('/nhiem-vu/1.10')
  expect(otherPath('/chi-tieu/', 'vi')).toBe('/en/targets')
})

test('an address that is none of ours leads home, not into nothing', () => {
  expect(otherPath('/khong-co', 'vi')).toBe('/en')
  expect(otherPath('/en/nothing', 'en')).toBe('/')
  expect(otherPath('/nhiem-vu/', 'vi')).toBe('/en/tasks')
})

test('a clause is one click away, under the number that the paper gives it', () => {
  expect(clausePath('III.2.1', 'vi')).toBe('/ke-hoach#III.2.1')
})
