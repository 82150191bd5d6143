import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { readDocument } from './document.ts'

const head = ['KẾ HOẠCH', 'Chỉnh trang phường', '', 'Căn cứ nhu cầu, phường xây dựng kế hoạch như sau:', '']
const read = (...lines: string[]) => readDocument(plainText([...head, ...lines].join('\n')))
const ids = (...lines: string[]) => read(...lines).clauses.map((clause) => clause.id)
const codes = (...lines: string[]) => read(...lines).issues.map((issue) => issue.code)

describe('a clause is quoted by its path, so its path must be the one on paper', () => {
  test('roman, number, dotted, letter', () => {
    expect(
      ids(
        'I. MỤC TIÊU',
        '1. Chung',
        'a) Đèn',
        'b) Cây',
        '2. Riêng',
        '2.1. Hẻm',
        '2.2. Phố',
        'II. GIẢI PHÁP',
        '1. Vốn',
      ),
    ).toEqual(['I', 'I.1', 'I.1.a', 'I.1.b', 'I.2', 'I.2.1', 'I.2.2', 'II', 'II.1'])
  })

  test('articles count on through chapters', () => {
    expect(
      ids('Chương I', 'CHUNG', 'Điều 1. Phạm vi', 'Chương II', 'RIÊNG', 'Điều 2. Đèn', '1. Hẻm.'),
    ).toEqual(['CI', 'Đ1', 'CII', 'Đ2', 'Đ2.1'])
  })

  test('"Chương I" alone on its line takes the next as its title', () => {
    expect(read('Chương I', 'QUY ĐỊNH CHUNG', 'Điều 1. Phạm vi').clauses[0]).toMatchObject({
      no: 'I',
      text: 'QUY ĐỊNH CHUNG',
      heading: true,
    })
  })

  test('a number used twice keeps both clauses, under names of their own, and says so', () => {
    const lines = ['1. Lắp đèn.', '', '2. Trồng cây.', '', '2. Bảo trì.', '', '3. Báo cáo.']
    expect(ids(...lines)).toEqual(['1', '2', '2~2', '3'])
    expect(codes(...lines)).toContain('number-repeated')
  })

  test('a number left out is reported and nothing is renumbered', () => {
    const lines = ['1. Lắp đèn.', '', '2. Trồng cây.', '', '4. Bảo trì.']
    expect(ids(...lines)).toEqual(['1', '2', '4'])
    expect(codes(...lines)).toContain('number-order')
  })

  test('a roman number that scanning shortened is read as the one that must follow, and reported', () => {
    const lines = ['I. MỤC TIÊU', '1. Đèn.', 'I. GIẢI PHÁP', '1. Vốn.', 'III. TỔ CHỨC', '1. Phòng.']
    expect(ids(...lines)).toEqual(['I', 'I.1', 'II', 'II.1', 'III', 'III.1'])
    expect(codes(...lines)).toContain('number-slip')
  })

  test('a year or a figure that begins a printed line is no clause', () => {
    expect(
      ids('1. Hoàn thành lắp đèn ở các hẻm trước năm', '2030. Sau đó bảo trì.', '2. Trồng cây.'),
    ).toEqual(['1', '2'])
  })

  test('paragraphs without a number belong to the clause above, bullets kept', () => {
    const [clause] = read('1. Lắp đèn', '- Chủ trì: Phòng Kinh tế.', '- Thời gian: năm 2025.').clauses
    expect(clause?.body.map((part) => part.text)).toEqual([
      '- Chủ trì: Phòng Kinh tế.',
      '- Thời gian: năm 2025.',
    ])
    expect(clause?.text).toBe('Lắp đèn\n- Chủ trì: Phòng Kinh tế.\n- Thời gian: năm 2025.')
  })
})

describe('a sentence that a page cut is whole again', () => {
  test('what the next page repeats is taken out and reported', () => {
    const reading = read(
      '1. Phường trồng cây ở các tuyến đường mới mở và chăm sóc',
      '',
      '- 2 -',
      '',
      'mới mở và chăm sóc',
      'cây cũ trong các hẻm.',
      '2. Bảo trì.',
    )
    expect(reading.clauses[0]?.text).toBe(
      'Phường trồng cây ở các tuyến đường mới mở và chăm sóc cây cũ trong các hẻm.',
    )
    expect(reading.issues.map(({ code, found }) => [code, found])).toEqual([
      ['repeated-fragment', 'mới mở và chăm sóc'],
    ])
  })

  test('a fragment that nothing goes before is reported, not glued to the sentence above', () => {
    const reading = read('1. Phường trồng cây.', '', 'và các hẻm nhỏ.', '', '2. Bảo trì.')
    expect(reading.issues).toMatchObject([{ code: 'fragment', found: 'và các hẻm nhỏ.' }])
  })

  test('a paragraph that ended is not joined with the next', () => {
    expect(
      read('1. Gồm.', '', 'Phường trồng cây.', '', 'Tổ dân phố tưới cây.').clauses[0]?.body,
    ).toHaveLength(2)
  })
})
