import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { isLine, linesOf } from './lines.ts'
import { isOffice, isPersonName, signatureOf, startsSignature } from './signer.ts'

const signed = (text: string, running = '') => {
  const signer = signatureOf(linesOf(plainText(text)).filter(isLine), running)?.signer
  return signer ? [signer.onBehalfOf, signer.title, signer.name] : null
}

describe('who signed, and for whom, decides what a paper is worth', () => {
  test.each([
    ['T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\n(Đã ký)\n\nLê Văn Mẫu', ['Ban Thường vụ', 'Bí thư', 'Lê Văn Mẫu']],
    [
      'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Ví Dụ',
      ['Ủy ban nhân dân', 'Phó Chủ tịch', 'Trần Thị Ví Dụ'],
    ],
    ['KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nPhạm Văn Mẫu', ['Giám đốc', 'Phó Giám đốc', 'Phạm Văn Mẫu']],
    ['CHỦ TỊCH\n\nNGUYỄN THỊ MẪU', [null, 'Chủ tịch', 'Nguyễn Thị Mẫu']],
    ['TRƯỞNG PHÒNG\n\nKTS. Hồ Văn Mẫu', [null, 'Trưởng phòng', 'KTS. Hồ Văn Mẫu']],
  ])('%j', (text, expected) => {
    expect(signed(text)).toEqual(expected)
  })

  test('a block without a name, an office and a body says nobody', () => {
    expect(signed('(Đã ký)')).toBeNull()
    expect(signed('')).toBeNull()
  })

  test('a stamp, an office or a body is never taken for a person', () => {
    for (const text of ['Đã ký', 'PHÓ CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN', 'Mẫu', 'trần văn mẫu'])
      expect([text, isPersonName(text)]).toEqual([text, false])
    for (const text of ['Trần Văn Mẫu', 'Đ/c Lê Thị Ví Dụ', 'LÊ VĂN MẪU'])
      expect([text, isPersonName(text)]).toEqual([text, true])
  })

  test('a signature begins at an office in capitals, though its marks were lost, and not in running text', () => {
    for (const text of ['CHỦ TỊCH', 'CHU TICH', 'K/T BÍ THƯ', 'TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'])
      expect([text, startsSignature(text)]).toEqual([text, true])
    for (const text of ['Chủ tịch chủ trì', 'CHỦ TRƯƠNG CHUNG', 'TM là viết tắt'])
      expect([text, startsSignature(text)]).toEqual([text, false])
    expect(isOffice('Giám đốc')).toBe(false)
  })
})
