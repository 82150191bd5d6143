import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test('the order in which a value was put together does not change its digest', () => {
  expect(canonical({ b: 1, a: { d: null, c: [2, 'ộ'] } })).toBe('{"a":{"c":[2,"ộ"],"d":null},"b":1}')
  expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}')
})

test('bytes are kept apart from text that looks like them', () => {
  expect(canonical(new Uint8Array([0, 255]))).toBe('{"hex":"00ff"}')
  expect(canonical('00ff')).toBe('"00ff"')
})

test('property: reading it back gives the same value, and the same text again', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }), (value) => {
      const text = canonical(value)
      expect(canonical(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
