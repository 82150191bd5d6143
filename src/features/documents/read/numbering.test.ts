import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Strand } from '../../../domain/strand.ts'
import { labelsOf, mendedRoman, romanValue } from './numbering.ts'

const labels = (text: string) => labelsOf(Strand.of(text)).map((label) => `${label.style} ${label.no}`)

describe('a clause is found by the number that its office wrote', () => {
  test.each([
    ['III. TỔ CHỨC THỰC HIỆN', 'roman III'],
    ['lI. NHIỆM VỤ', 'roman II'],
    ['2.1. Rà soát', 'number 2.1'],
    ['2.1.3 Rà soát', 'number 2.1.3'],
    ['- 1. Phòng Quản lý đô thị', 'number 1'],
    ['1.- Mục đích', 'number 1'],
    ['(1) Rà soát', 'bracket 1'],
    ['đ) Huy động', 'letter đ'],
    ['d) 100% khu dân cư mới', 'letter d'],
    ['2. 95% số hộ', 'number 2'],
    ['B. NỘI DUNG', 'upper B'],
    ['Điều 5. Hiệu lực', 'article 5'],
    ['Chương II QUY ĐỊNH CHUNG', 'chapter II'],
    ['Phần thứ hai', 'part hai'],
    ['Mục 3. Cây xanh', 'section 3'],
  ])('%j', (text, label) => {
    expect(labels(text)).toContain(label)
  })

  test.each([
    '15,5 m trở lên',
    '2030. ',
    '25% số hộ',
    'Điều 5 của Luật Xây dựng',
    'Mục tiêu đến năm 2030',
    'Phần lớn các tuyến đường',
    'IIII. Sai số',
    'ở đô thị',
    '- Thời gian: Quý II',
  ])('a figure or a word at the start of a line is no number: %j', (text) => {
    expect(labels(text)).toEqual([])
  })

  test('a label takes its own characters and the text keeps its first word', () => {
    for (const text of ['Điều 5. Nội dung', '2.1. Nội dung', 'a) Nội dung', 'IV. Nội dung', '- 3. Nội dung'])
      for (const { length } of labelsOf(Strand.of(text))) expect(text.slice(length)).toBe('Nội dung')
  })

  test('letters count by the Vietnamese alphabet: đ is the fifth, and comes before e', () => {
    const order = (text: string) => labelsOf(Strand.of(text)).find((label) => label.style === 'letter')?.order
    expect(['a) X', 'd) X', 'đ) X', 'e) X', 'g) X'].map(order)).toEqual([[1], [4], [5], [6], [7]])
  })
})

describe('a roman number that lost a stroke in scanning', () => {
  const roman = (text: string) => labelsOf(Strand.of(text))[0]
  test.each([
    ['I. X', 2, 'II'],
    ['II. X', 3, 'III'],
    ['V. X', 4, null],
    ['I. X', 5, null],
    ['II. X', 2, null],
    ['I1. X', 1, 'I'],
    ['I1. X', 2, null],
    ['1. X', 1, 'I'],
    ['1. X', 2, null],
  ])('%j where %d is expected is read as %j', (text, expected, meant) => {
    const label = roman(text)
    expect(label && mendedRoman(label, expected)?.no).toBe(meant ?? (label && undefined))
  })

  test('a heading that lost its point is one, a row of a table run together is none', () => {
    expect(roman('II NHIỆM VỤ, GIẢI PHÁP')).toMatchObject({ style: 'roman', no: 'II' })
    expect(roman('II HẠ TẦNG SỐ')).toBeUndefined()
  })

  test('property: what is written in capitals I, V, X, L counts as in school', () => {
    const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L']
    const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), (value) => {
        expect(romanValue(`${tens[Math.floor(value / 10)]}${ones[value % 10]}`)).toBe(value)
      }),
    )
  })
})
