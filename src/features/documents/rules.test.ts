import { describe, expect, test } from 'vitest'
import { Fault } from '../../domain/fault.ts'
import { refuseSecret, secrecyMark } from './rules.ts'

const head = (mark: string) => `ỦY BAN NHÂN DÂN\nTHỊ XÃ SÔNG TRÀ\n${mark}\nSố: 15/KH-UBND\n\nKẾ HOẠCH\n`

describe('a secret paper is never read, for who reads it here commits an offence', () => {
  test.each([
    ['MẬT', 'Mật'],
    ['TỐI MẬT', 'Tối mật'],
    ['TUYỆT MẬT', 'Tuyệt mật'],
    ['**MẬT**', 'Mật'],
    ['[ TỐI  MẬT ]', 'Tối mật'],
    ['T U Y Ệ T   M Ậ T', 'Tuyệt mật'],
    ['MÂT', 'Mật'],
    ['TUYET MAT', 'Tuyệt mật'],
    ['MẬT'.normalize('NFD'), 'Mật'],
    ['Mật', 'Mật'],
    ['Độ mật: Mật', 'Mật'],
    ['Mức độ mật: tối mật', 'Tối mật'],
    ['HỎA TỐC - MẬT', 'Mật'],
    ['Số: 15/KH-UBND        MẬT', 'Mật'],
    ['Số: 15/KH-UBND MẬT', 'Mật'],
    ['Số 15-KH/TU TỐI MẬT', 'Tối mật'],
    ['MẬT   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Mật'],
    ['| TỐI MẬT<br>Số: 15 | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |', 'Tối mật'],
    ['ỦY BAN\tMẬT', 'Mật'],
    ['Số: 15-KH/TU (MẬT)', 'Mật'],
    ['Độ khẩn: Khẩn; Độ mật: Tối mật', 'Tối mật'],
    ['DẤU CHỈ MỨC ĐỘ MẬT: TỐI MẬT', 'Tối mật'],
    ['Dấu mật: MẬT', 'Mật'],
  ])('the stamp %j stops the reading', (line, degree) => {
    expect(secrecyMark(head(line))).toBe(degree)
    expect(() => refuseSecret(head(line))).toThrow(expect.objectContaining({ code: 'secret-document' }))
  })

  test('the sentence says whom to ask, and that nothing was kept', () => {
    const sentence = new Fault('secret-document', { mark: 'MẬT' }).sentence('vi')
    expect(sentence).toContain('không lưu')
    expect(sentence).toMatch(/văn thư/)
  })
})

describe('an open paper about secrecy is read', () => {
  test.each([
    'KẾ HOẠCH BẢO VỆ BÍ MẬT NHÀ NƯỚC NĂM 2024',
    'về danh mục tài liệu mật, tối mật, tuyệt mật',
    'KẾ HOẠCH\nTHỰC HIỆN LUẬT BẢO VỆ BÍ\nMẬT NHÀ NƯỚC',
    'KẾ HOẠCH\nTĂNG CƯỜNG CÔNG TÁC BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC',
    'MẶT TRẬN TỔ QUỐC VIỆT NAM',
    'MẬT ĐỘ XÂY DỰNG',
    'I. MẬT ĐỘ XÂY DỰNG',
    'Về việc tăng cường bảo mật; an toàn thông tin',
    'Độ mật: Không',
    'Căn cứ Quy chế bảo vệ bí mật;\nI. MỤC ĐÍCH\n- Phân loại:\nmật',
    `${'Điều này nói về việc khác.\n'.repeat(80)}MẬT`,
  ])('%j holds no mark', (text) => {
    expect(secrecyMark(text)).toBeNull()
  })
})
