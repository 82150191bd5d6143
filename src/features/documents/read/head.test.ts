import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { readDocument } from './document.ts'

const opening = 'Căn cứ nhu cầu của phường, Ủy ban nhân dân phường Bến Nghề ban hành kế hoạch như sau:'
const headOf = (lines: readonly string[]) =>
  readDocument(plainText([...lines, '', opening, '', '1. Rà soát các tuyến hẻm.', '2. Lắp đèn.'].join('\n')))
    .head

describe('a paper is filed by its number, day, place and body', () => {
  test('two columns on the same printed lines, parted by white space', () => {
    expect(
      headOf([
        'ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'PHƯỜNG BẾN NGHỀ                 Độc lập - Tự do - Hạnh phúc',
        'Số: 31/KH-UBND            Bến Nghề, ngày 14 tháng 3 năm 2025',
        '',
        'KẾ HOẠCH',
        'Chiếu sáng hẻm năm 2025',
      ]),
    ).toMatchObject({
      kind: 'Kế hoạch',
      number: '31/KH-UBND',
      place: 'Bến Nghề',
      issuedOn: '2025-03-14',
      title: 'Chiếu sáng hẻm năm 2025',
      horizon: { from: 2025, to: 2025, vision: null },
    })
  })

  test('a day in figures, and a title that begins as a basis does', () => {
    expect(
      headOf([
        'ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'PHƯỜNG BẾN NGHỀ                 Độc lập - Tự do - Hạnh phúc',
        'Số: 31/KH-UBND                         Bến Nghề, ngày 5/3/2025',
        '',
        'KẾ HOẠCH',
        '',
        'Thực hiện Chương trình chiếu sáng năm 2025',
      ]),
    ).toMatchObject({
      place: 'Bến Nghề',
      issuedOn: '2025-03-05',
      title: 'Thực hiện Chương trình chiếu sáng năm 2025',
    })
  })

  test('the body in the left column run into the place', () => {
    expect(
      headOf([
        'TỈNH ỦY A ĐẢNG CỘNG SẢN VIỆT NAM',
        'HUYỆN ỦY BẾN NGHỀ Bến Nghề, ngày 14 tháng 3 năm 2025',
        'Số 31-KH/HU',
        '',
        'KẾ HOẠCH',
        'Chiếu sáng hẻm',
      ]),
    ).toMatchObject({ issuer: 'Huyện ủy Bến Nghề', place: 'Bến Nghề', issuedOn: '2025-03-14' })
  })

  test('a letter whose number is still blank is a letter', () => {
    expect(
      headOf([
        'UBND TỈNH A                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'SỞ XÂY DỰNG                      Độc lập - Tự do - Hạnh phúc',
        'Số:        /SXD-QLN         A, ngày     tháng     năm 2025',
        'V/v chiếu sáng hẻm',
      ]),
    ).toMatchObject({ kind: 'Công văn', number: null, issuedOn: null, title: 'chiếu sáng hẻm' })
  })

  test('two columns whose white space recognition has lost', () => {
    expect(
      headOf([
        'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'PHƯỜNG BẾN NGHỀ Độc lập - Tự do - Hạnh phúc',
        'Số: 31/KH-UBND Bến Nghề, ngày 14 tháng 3 năm 2025',
        '',
        'KẾ HOẠCH',
        'Chiếu sáng hẻm',
      ]),
    ).toMatchObject({
      number: '31/KH-UBND',
      issuer: 'Ủy ban nhân dân phường Bến Nghề',
      place: 'Bến Nghề',
      issuedOn: '2025-03-14',
    })
  })

  test('a date that broke before its year is one date', () => {
    expect(
      headOf([
        'ỦY BAN NHÂN DÂN',
        'PHƯỜNG BẾN NGHỀ',
        'Số: 31/KH-UBND',
        'Bến Nghề, ngày 14 tháng 3 năm',
        '2025',
        '',
        'KẾ HOẠCH',
        'Chiếu sáng hẻm',
      ]).issuedOn,
    ).toBe('2025-03-14')
  })

  test('what is left open for a pen is not filled in: no number, no day', () => {
    expect(
      headOf([
        'ỦY BAN NHÂN DÂN',
        'PHƯỜNG BẾN NGHỀ',
        'Số:      /KH-UBND',
        'Bến Nghề, ngày … tháng … năm 2025',
        '',
        'KẾ HOẠCH',
        'Chiếu sáng hẻm',
      ]),
    ).toMatchObject({ number: null, issuedOn: null, place: 'Bến Nghề', kind: 'Kế hoạch' })
  })

  test('a letter has no line that names its kind: its sign and its matter say what it is', () => {
    expect(headOf(['ỦY BAN NHÂN DÂN', 'PHƯỜNG BẾN NGHỀ', 'Số: 88/UBND-ĐT', 'V/v sửa đèn hẻm'])).toMatchObject(
      { kind: 'Công văn', number: '88/UBND-ĐT', title: 'sửa đèn hẻm' },
    )
  })

  test('a number that was typed with blanks and a long dash is the same number', () => {
    expect(headOf(['ĐẢNG ỦY PHƯỜNG BẾN NGHỀ', 'Số 7 – KH/ĐU', '', 'KẾ HOẠCH', 'Chiếu sáng hẻm']).number).toBe(
      '7-KH/ĐU',
    )
  })

  test('a Party committee is read with the organ that decided', () => {
    const reading = readDocument(
      plainText(
        [
          'ĐẢNG BỘ TỈNH LAM GIANG',
          'THỊ ỦY SÔNG TRÀ',
          'Số 12-KH/TU',
          '',
          'KẾ HOẠCH',
          'Chiếu sáng đô thị',
          '',
          'Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị, Ban Thường vụ Thị ủy xây dựng kế hoạch như sau:',
          '',
          'I. MỤC TIÊU',
          '1. Lắp đèn.',
        ].join('\n'),
      ),
    )
    expect(reading.head.issuer?.toLowerCase()).toBe('ban thường vụ thị ủy sông trà')
  })
})
