import fc from 'fast-check'
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
    ['UBND TỈNH A          MẬT', 'Mật'],
    ['UBND TỈNH A TỐI MẬT', 'Tối mật'],
    ['UBND TỈNH A M Ậ T', 'Mật'],
    ['UBND TINH A MAT', 'Mật'],
    ['UBND TỈNH A MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Mật'],
    ['UBND TỈNH A MẬT'.normalize('NFD'), 'Mật'],
    ['MẬT   SỐ: 01/KH-UBND', 'Mật'],
    ['MẬT SỐ: 01/KH-UBND', 'Mật'],
    ['MẬT ỦY BAN NHÂN DÂN', 'Mật'],
    ['TỐI MẬT (Bản số 02)', 'Tối mật'],
    ['MẬT - Lưu hành nội bộ', 'Mật'],
    ['Sông Trà, ngày 3 tháng 4 năm 2026 MẬT', 'Mật'],
    ['Độ mật MẬT', 'Mật'],
    ['Cấp độ mật: Mật', 'Mật'],
    ['Độ mật: A', 'Tuyệt mật'],
    ['TÀI LIỆU MẬT', 'Mật'],
    ['“TỐI  MẬT”. ,', 'Tối mật'],
    ['T0I MAT', 'Tối mật'],
    ['M\nẬ\nT', 'Mật'],
    ['MAT', 'Mật'],
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
    'CÔNG TY BẢO MẬT',
    'BAN CHỈ ĐẠO BẢO VỆ BÍ MẬT\nSố: 15/BC-BCĐ',
    'CỤC CƠ YẾU\nMẬT MÃ VÀ BẢO MẬT THÔNG TIN',
    'BỆNH VIỆN MẮT\nSố: 15/BC-BVM',
    'SỞ Y TẾ\nBỆNH VIỆN\nMẮT',
    'ỦY BAN\nMẶT\nTRẬN TỔ QUỐC VIỆT NAM',
    'PHƯƠNG ÁN QUẢN LÝ TÀI LIỆU MẬT\nnăm 2026',
    'KẾ HOẠCH\nQUẢN LÝ VÀ LƯU TRỮ TÀI LIỆU MẬT',
    'Số: 15/UBND-NC\nV/v quản lý tài liệu\nđóng dấu MẬT',
    'QUY CHẾ\nBẢO VỆ BÍ\nMẬT BAN HÀNH NĂM 2026',
    'Căn cứ Quy chế bảo vệ bí mật;\nI. MỤC ĐÍCH\n- Phân loại:\nmật',
    `${'Điều này nói về việc khác.\n'.repeat(80)}MẬT`,
  ])('%j holds no mark', (text) => {
    expect(secrecyMark(text)).toBeNull()
  })
})

describe('whatever stands round it', () => {
  const degree = fc.constantFrom('MẬT', 'TỐI MẬT', 'TUYỆT MẬT')
  const spaced = (mark: string) =>
    mark
      .split(' ')
      .map((word) => word.split('').join(' '))
      .join('   ')
  const worn = fc
    .tuple(
      degree,
      fc.constantFrom<(mark: string) => string>(
        (mark) => mark,
        (mark) => `[${mark}]`,
        (mark) => `**${mark}**.`,
        (mark) => `"${mark}" _`,
        (mark) => mark.normalize('NFD'),
        spaced,
      ),
    )
    .map(([mark, wear]) => wear(mark))
  const lines = [
    'UBND TỈNH AN BÌNH',
    'ĐẢNG BỘ TỈNH AN BÌNH',
    'Số: 15/KH-UBND',
    'An Bình, ngày 02 tháng 3 năm 2026',
  ]
  const gap = fc.constantFrom(' ', '   ', '\t', ' | ')

  test('a stamp in any line of the head, before it, behind it or by itself, is seen', () => {
    fc.assert(
      fc.property(worn, gap, fc.nat(3), fc.constantFrom('alone', 'behind'), (mark, blank, at, where) => {
        const stamped = lines.flatMap((line, i) =>
          i !== at ? [line] : where === 'alone' ? [mark, line] : [`${line}${blank}${mark}`],
        )
        expect(secrecyMark(`${stamped.join('\n')}\nKẾ HOẠCH\nTrồng cây\n`)).not.toBeNull()
      }),
    )
  })

  test('the words of an open title never stop the reading, wherever its lines of two words and more break', () => {
    const titles = [
      'KẾ HOẠCH THỰC HIỆN CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC VÀ BẢO MẬT THÔNG TIN NĂM 2026',
      'QUYẾT ĐỊNH VỀ MẬT ĐỘ XÂY DỰNG TRONG KHU DÂN CƯ CÓ MẬT ĐỘ CAO',
      'Quy chế sử dụng khóa bí mật, mật khẩu và mật mã dân sự',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...titles), fc.infiniteStream(fc.boolean()), (title, breaks) => {
        const broken = title.replaceAll(/(\S+ \S+) (?=\S+ \S)/g, (_, pair) =>
          breaks.next().value ? `${pair}\n` : `${pair} `,
        )
        expect(secrecyMark(`${lines.join('\n')}\n\n${broken}\n`)).toBeNull()
      }),
    )
  })
})
