import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

test('the example of RFC 8785 §3.2.3, so that anyone can check a digest with another program', () => {
  const text = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`
  expect(canonicalJson(JSON.parse(text) as Json)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('the order in which keys were written does not matter, and the value stays the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const shuffled = reversed(value as Json)
      expect(canonicalJson(shuffled)).toBe(canonicalJson(value as Json))
      expect(canonicalJson(JSON.parse(canonicalJson(value as Json)) as Json)).toBe(
        canonicalJson(value as Json),
      )
    }),
  )
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, '\uD800'])(
  '%s has no place in JSON and is refused',
  (value) => expect(() => canonicalJson([value])).toThrow(RangeError),
)

function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => reversed(item as Json))
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
