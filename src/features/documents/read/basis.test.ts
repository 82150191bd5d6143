import { describe, expect, test } from 'vitest'
import { Strand } from '../../../domain/strand.ts'
import { basisOf } from './basis.ts'

const read = (...sentences: string[]) =>
  basisOf(sentences.map((text) => Strand.of(text))).map(({ kind, number, issuer, issuedOn }) => [
    kind,
    number,
    issuer,
    issuedOn,
  ])

describe('the papers that a plan rests on can be looked up', () => {
  test.each([
    [
      'Căn cứ Nghị định số 64/2010/NĐ-CP ngày 11 tháng 6 năm 2010 của Chính phủ về quản lý cây xanh đô thị;',
      [['Nghị định', '64/2010/NĐ-CP', 'Chính phủ', '2010-06-11']],
    ],
    [
      'Xét đề nghị của Trưởng phòng Kinh tế tại Tờ trình số 07/TTr-KT ngày 02/01/2024,',
      [['Tờ trình', '07/TTr-KT', 'Trưởng phòng Kinh tế', '2024-01-02']],
    ],
    [
      'Thực hiện ý kiến chỉ đạo của UBND tỉnh tại Công văn số 2210/UBND-CN ngày 10/6/2025,',
      [['Công văn', '2210/UBND-CN', 'UBND tỉnh', '2025-06-10']],
    ],
    ['Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;', [['Luật', null, null, '2014-06-18']]],
    ['Căn cứ Luật Kiến trúc năm 2019;', [['Luật', null, null, null]]],
    [
      'Thực hiện Nghị quyết Đại hội Đảng bộ thị xã lần thứ XII, nhiệm kỳ 2020 - 2025',
      [['Nghị quyết', null, null, null]],
    ],
    [
      'theo kết quả rà soát quy hoạch và Kế hoạch số 45/KH-UBND của UBND tỉnh.',
      [['Kế hoạch', '45/KH-UBND', 'UBND tỉnh', null]],
    ],
    [
      'Căn cứ Nghị quyết số 26/2022/UBTVQH15 ngày 21/9/2022 của Ủy ban Thường vụ Quốc hội sửa đổi, bổ sung một số điều;',
      [['Nghị quyết', '26/2022/UBTVQH15', 'Ủy ban Thường vụ Quốc hội', '2022-09-21']],
    ],
    [
      'Theo đề nghị của Sở Xây dựng tại Tờ trình số 98/TTr- SXD ngày 10/8/2023 và Văn bản số 122/SXD-PT ngày 15/8/2023.',
      [
        ['Tờ trình', '98/TTr-SXD', 'Sở Xây dựng', '2023-08-10'],
        ['Văn bản', '122/SXD-PT', 'Sở Xây dựng', '2023-08-15'],
      ],
    ],
  ])('%j', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected)
  })

  test('one paper named twice stands once, in its fuller form and at the place of the first', () => {
    expect(
      read(
        'Thực hiện Nghị quyết số 06-NQ/TW và Chương trình hành động số 21-CTr/TU ngày 12/8/2022 của Tỉnh ủy;',
        'Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị về đô thị.',
      ),
    ).toEqual([
      ['Nghị quyết', '06-NQ/TW', 'Bộ Chính trị', '2022-01-24'],
      ['Chương trình hành động', '21-CTr/TU', 'Tỉnh ủy', '2022-08-12'],
    ])
  })

  test('a plan that names no paper rests on none', () => {
    expect(read('Phường xây dựng kế hoạch trồng 120 cây, quyết định giao tổ 5 thực hiện năm 2024.')).toEqual(
      [],
    )
  })

  test('each stands where it was read', () => {
    const text = 'Căn cứ Quyết định số 12/QĐ-UBND ngày 3/2/2020 của UBND tỉnh về giá đất;'
    const [basis] = basisOf([Strand.of(text)])
    expect(basis?.at.map(([start, end]) => text.slice(start, end)).join('')).toBe(basis?.text)
    expect(basis?.text).toBe('Quyết định số 12/QĐ-UBND ngày 3/2/2020 của UBND tỉnh')
  })
})
