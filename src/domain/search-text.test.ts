import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { match } from './search-text.ts'

const text = 'Thị xã đạt chuẩn đô thị loại IV; đẩy mạnh đô thị hoá'
const marked = (query: string, within = text) => match(within, query).hits.map(([s, e]) => within.slice(s, e))

describe('people type without tone marks, on any keyboard', () => {
  test.each([
    'dat chuan do thi',
    'đạt chuẩn đô thị',
    'DAT  CHUAN Đô thi',
    'đạt chuẩn đô thị'.normalize('NFD'),
  ])('%s finds the phrase and marks it', (query) => expect(marked(query)).toEqual(['đạt chuẩn đô thị']))

  test('what is written with the same marks comes before what is not', () => {
    expect(match(text, 'đạt chuẩn').rank).toBe(3)
    expect(match(text, 'dat chuan').rank).toBe(2)
    expect(match(text, 'loại chuẩn').rank).toBe(1)
    expect(match(text, 'cây xanh').rank).toBe(0)
  })

  test('hoà and hòa are the same word, hoa is not', () => {
    expect(match('hòa bình', 'hoà').rank).toBe(3)
    expect(match('hòa bình', 'hoa').rank).toBe(2)
  })

  test('a text with marks written apart is marked whole', () => {
    const apart = 'cây xanh đường phố'.normalize('NFD')
    expect(marked('duong', apart)).toEqual(['đường'.normalize('NFD')])
  })

  test('a query hits the beginning of words only, so that "an" does not mark half the page', () => {
    expect(marked('an', 'an toàn, đoàn')).toEqual(['an'])
  })

  test('an empty query finds nothing', () => expect(match(text, '  ').rank).toBe(0))
})

test('any stretch of words of a text finds that text, with and without marks', () => {
  const word = fc.constantFrom('đất', 'đô', 'thị', 'hoá', 'nhà', 'ở', 'xã', 'phường', 'cấp', 'nước', '5G')
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (words, from, length) => {
        const start = from % words.length
        const query = words.slice(start, start + 1 + (length % 4)).join(' ')
        expect(match(words.join(' '), query).rank).toBe(3)
        expect(match(words.join(' ').normalize('NFD'), query.toUpperCase()).rank).toBe(3)
      },
    ),
  )
})
