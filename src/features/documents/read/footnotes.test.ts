import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { readDocument } from './document.ts'

const head = ['KẾ HOẠCH', 'Chỉnh trang phường', '', 'Căn cứ nhu cầu, phường xây dựng kế hoạch như sau:', '']
const read = (...lines: string[]) => readDocument(plainText([...head, ...lines].join('\n')))
const texts = (reading: ReturnType<typeof read>) => reading.clauses.map((clause) => clause.text)

describe('a note at the foot of a page keeps its number, and the sentence above it stays whole', () => {
  test.each([
    ['⁽¹⁾', '⁽¹⁾'],
    ['(1)', '(1)'],
    ['[1]', '[1]'],
  ])('a sentence cut by the note that its mark %s calls', (mark, note) => {
    const reading = read(
      '1. Lắp đèn.',
      `2. Tỷ lệ hẻm có đèn đạt chuẩn${mark} và số đèn của các`,
      '',
      `${note} Theo thống kê năm 2021 là 53,2 %.`,
      '',
      'khu phố phải tăng dần.',
      '3. Bảo trì.',
    )
    expect(reading.footnotes).toMatchObject([{ no: 1, text: 'Theo thống kê năm 2021 là 53,2 %.' }])
    expect(texts(reading)[1]).toMatch(/của các khu phố phải tăng dần\.$/)
    expect(texts(reading)[2]).toBe('Bảo trì.')
  })

  test('a mark that a scan took for "!" calls the note that lost its number, over the number of the page', () => {
    const reading = read(
      '1. Diện tích cây xanh đạt 8 m2/người!.',
      '',
      '2. Bảo trì cây xanh.',
      '',
      'Theo số liệu kiểm kê, cuối năm 2021 đạt 6,7 m2/người.',
      '2',
      '',
      '_3. Tưới cây.',
    )
    expect(reading.footnotes).toMatchObject([
      { no: 1, text: 'Theo số liệu kiểm kê, cuối năm 2021 đạt 6,7 m2/người.' },
    ])
    expect(reading.clauses.map(({ id }) => id)).toEqual(['1', '2', '3'])
    expect(texts(reading)[1]).toBe('Bảo trì cây xanh.')
  })

  test('without such a mark a paragraph "Theo số liệu …" is the text\'s own', () => {
    const reading = read(
      '1. Trồng cây.',
      '',
      'Theo số liệu kiểm kê đạt 6,7 m2/người.',
      '2',
      '',
      '2. Tưới cây.',
    )
    expect(reading.footnotes).toEqual([])
    expect(texts(reading)[0]).toContain('Theo số liệu')
  })

  test('a raised mark calls the note whose number copying has set plain', () => {
    const reading = read(
      '1. Tỷ lệ hẻm có đèn đạt 95% (tăng 7% so với năm 2025¹).',
      '',
      '1 Năm 2025, tỷ lệ hẻm có đèn là 88%.',
      '',
      '2. Bảo trì.',
    )
    expect(reading.footnotes).toMatchObject([{ no: 1, text: 'Năm 2025, tỷ lệ hẻm có đèn là 88%.' }])
    expect(texts(reading)).toHaveLength(2)
  })

  test('two notes of one page are two', () => {
    const reading = read(
      '1. Tỷ lệ hẻm có đèn⁽¹⁾ và số cây⁽²⁾ phải tăng.',
      '',
      '⁽¹⁾ Năm 2021 là 53 %.',
      '⁽²⁾ Năm 2021 là 900 cây.',
      '',
      '2. Bảo trì.',
    )
    expect(reading.footnotes.map(({ no, text }) => [no, text])).toEqual([
      [1, 'Năm 2021 là 53 %.'],
      [2, 'Năm 2021 là 900 cây.'],
    ])
    expect(texts(reading)[1]).toBe('Bảo trì.')
  })

  test('a bracketed list that no mark calls is a list, not notes', () => {
    const reading = read('1. Gồm:', '(1) Lắp đèn;', '(2) Trồng cây.', '2. Bảo trì.')
    expect(reading.footnotes).toEqual([])
    expect(reading.clauses.map((clause) => clause.id)).toEqual(['1', '1.1', '1.2', '2'])
  })

  test('lines that begin with raised numbers, called by none, stay where they are', () => {
    const reading = read(
      '1. Gồm các việc sau:',
      '',
      '⁽¹⁾ Lắp đèn ở hẻm.',
      '',
      '⁽¹⁾ Trồng cây ở phố.',
      '',
      '2. Bảo trì.',
    )
    expect(reading.footnotes).toEqual([])
  })

  test('square metres are no mark', () => {
    const reading = read('1. Đạt 9,5 m² một người.', '', '2. Đạt 12 km² toàn phường.')
    expect(reading.footnotes).toEqual([])
    expect(texts(reading)[0]).toContain('m²')
  })

  test('the place of a note is where its words stand', () => {
    const text = '1. Tỷ lệ hẻm có đèn⁽¹⁾.\n\n⁽¹⁾ Năm 2021 là 53 %.\n\n2. Bảo trì.'
    const [note] = readDocument(plainText(text)).footnotes
    expect(note?.at.map(([start, end]) => text.slice(start, end)).join('')).toBe('Năm 2021 là 53 %.')
  })
})
