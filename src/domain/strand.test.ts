import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Strand } from './strand.ts'

const read = (source: string, strand: Strand) =>
  strand
    .at()
    .map(([start, end]) => source.slice(start, end))
    .join('')

describe('a strand keeps the place of every character, so that a value can be shown in its document', () => {
  const source = 'Đảng ủy các xã,\n\nphường và các cơ quan'

  test('lines joined by the reader point to both pieces', () => {
    const joined = Strand.join([Strand.of(source, 0, 15), Strand.of(source, 17)], ' ')
    expect(joined.text).toBe('Đảng ủy các xã, phường và các cơ quan')
    expect(joined.at()).toEqual([
      [0, 15],
      [17, source.length],
    ])
  })

  test('tidy folds white space and stays in place', () => {
    const tidy = Strand.of(source).tidy()
    expect(tidy.text).toBe('Đảng ủy các xã, phường và các cơ quan')
    expect(tidy.at()).toEqual([
      [0, 16],
      [17, source.length],
    ])
  })

  test('a match gives its groups as strands, with undefined for a group that took no part', () => {
    const found = Strand.of(source).match(/(xã)|(huyện)/)
    expect(found?.[1]?.at()).toEqual([[12, 14]])
    expect(found?.[2]).toBeUndefined()
    expect(Strand.of(source).match(/tỉnh/)).toBeNull()
  })

  test('what stands nowhere in the source has no place', () => {
    expect(Strand.of('ab').replace(/[ab]/g, 'x').at()).toEqual([])
    expect(Strand.of('ab').replace(/[ab]/g, 'x').start).toBeNull()
    expect(Strand.of('xay').replace(/x/g).start).toBe(1)
  })

  test('property: cutting, splitting and replacing never move a character away from its source', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'đ', '⁽', '1') }), (text) => {
        const strand = Strand.of(text)
        expect(read(text, strand)).toBe(text)
        const bare = strand.replace(/⁽/g)
        expect(read(text, bare)).toBe(bare.text)
        for (const part of strand.split(/ /g)) expect(read(text, part)).toBe(part.text)
        const tidy = strand.tidy()
        expect(read(text, tidy).replaceAll('\n', ' ')).toBe(tidy.text)
        expect(tidy.text).toBe(text.trim().replaceAll(/\s+/g, ' '))
      }),
    )
  })
})
