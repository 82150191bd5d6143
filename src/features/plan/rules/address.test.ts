import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysFor } from './address.ts'

test('an address that was printed stays: the first of two with one number keeps it', () => {
  expect(keysFor(['1.1', '1.2', '1.1', '1.1'])).toEqual(['1.1', '1.2', '1.1-2', '1.1-3'])
  expect(keysFor(['1.1', '1.1', '1.1-2'])).toEqual(['1.1', '1.1-3', '1.1-2'])
})

test('a number that no file may be called has an address all the same', () => {
  expect(keysFor(['1đ', '(a)', '…', 'II.2/1'])).toEqual(['1d', 'a', 'khong-so', 'ii-2-1'])
})

test('nothing hides behind another, whatever a document numbers its tasks', () => {
  const names = fc.array(fc.oneof(fc.constantFrom('1', '1-2', '1-3', 'a', 'đ', ''), fc.string()))
  fc.assert(
    fc.property(names, (list) => {
      const keys = keysFor(list)
      expect(new Set(keys).size).toBe(list.length)
      for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
    }),
  )
})
