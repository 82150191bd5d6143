import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../domain/fold.ts'
import { personalColumns } from './personal.ts'

const rows = (column: string, values: readonly unknown[]) => values.map((value) => ({ [column]: value }))
const judge = (column: string, values: readonly unknown[] = []) =>
  personalColumns([column], rows(column, values))[0]

describe('owners never come in with parcels', () => {
  test.each([
    'Chủ sử dụng',
    'CHỦ SỬ DỤNG ĐẤT',
    'TenChuSDD',
    'TENCHU',
    'ten_chu',
    'chusd',
    'CSD',
    'Chu',
    'Chủ sở hữu',
    'chủ hộ',
    'Người sử dụng đất',
    'Họ tên',
    'HO_VA_TEN',
    'hoten',
    'CCCD',
    'SoCMND',
    'Số căn cước',
    'so_dinh_danh',
    'Số điện thoại',
    'SDT',
    'SoDT',
    'phone_no',
    'owner',
    'OWNER_NAME',
    'Năm sinh',
    'Địa chỉ chủ',
    'dia_chi_thuong_tru',
    'email',
  ])('a column called %s is refused, with or without marks', (name) => {
    for (const column of [name, fold(name), name.normalize('NFD'), name.toUpperCase()])
      expect([column, judge(column)?.verdict]).toEqual([column, 'refused'])
  })

  test.each([
    'Tên chức năng',
    'tenChucNang',
    'Chủ đầu tư',
    'Chủ trương đầu tư',
    'Mục đích sử dụng đất',
    'mucDichSuDung',
    'ownership',
    'Số tờ',
    'Số thửa',
    'dienTich',
    'Diện tích',
    'Địa chỉ thửa đất',
    'maDoiTuong',
    'tenDuong',
    'phanLoai',
    'Chuyên đề',
  ])('a column called %s is none of these', (name) => expect(judge(name)).toBeUndefined())
})

describe('what stands in a column tells too, whatever its name', () => {
  test('names of living people', () => {
    const people = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung', 'Võ Minh Em']
    expect(judge('GHICHU2', people)).toMatchObject({ what: 'person-name', verdict: 'refused' })
    expect(
      judge(
        'F3',
        people.map((one) => fold(one).replaceAll(/\b[a-z]/g, (c) => c.toUpperCase())),
      ),
    ).toMatchObject({
      what: 'person-name',
      verdict: 'refused',
    })
    expect(judge('F3', ['Hộ ông Nguyễn A', 'bà Trần B', 'UBND xã'])).toMatchObject({ verdict: 'refused' })
  })

  test('streets, schools and communes that bear the names of persons are taken', () => {
    expect(judge('TenDuong', ['Nguyễn Thị Minh Khai', 'Võ Thị Sáu', 'Trần Phú'])).toBeUndefined()
    expect(judge('F1', ['Trường THCS Nguyễn Nghiêm', 'Trạm y tế Phổ Văn', 'Chợ Trà Câu'])).toBeUndefined()
    expect(judge('DVHC', ['Nguyễn Nghiêm', 'Nguyễn Nghiêm', 'Phổ Văn', 'Trà Câu'])).toBeUndefined()
  })

  test('identity numbers and phones, also where a number column lost the zero', () => {
    expect(judge('F1', ['051099001234', '051189004321'])).toMatchObject({
      what: 'id-number',
      verdict: 'refused',
    })
    expect(judge('F1', [51099001234, 51189004321])).toMatchObject({ what: 'id-number', verdict: 'refused' })
    expect(judge('F1', ['0912 345 678', '+84 905.123.456'])).toMatchObject({
      what: 'phone',
      verdict: 'refused',
    })
  })

  test('a person in one remark of many is a doubt with its row, for an officer to look at', () => {
    const remarks = Array.from({ length: 40 }, (_, i) => (i === 7 ? 'gọi 0912345678' : `ghi chú ${i}`))
    expect(judge('ghiChu', remarks)).toMatchObject({ verdict: 'doubt', what: 'phone', rows: [7] })
  })

  test('codes, areas and coordinates are no numbers of persons', () => {
    expect(judge('maThongTinQH', ['010012345678', '010012345679'])).toBeUndefined()
    expect(judge('X', [1_633_280.586, 1_633_281.5])).toBeUndefined()
    expect(judge('dt', ['1.234,5', '120,0'])).toBeUndefined()
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 9_999_999, noNaN: true })), (numbers) => {
        expect(judge('F', numbers)).toBeUndefined()
      }),
    )
  })

  test('no value is ever repeated in what is told', () => {
    const found = personalColumns(['a'], rows('a', ['Nguyễn Văn An', 'Trần Thị Bình']))
    expect(JSON.stringify(found)).not.toMatch(/Nguyễn|Trần/)
  })
})
