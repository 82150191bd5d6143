import { expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { linesOf, isLine } from './lines.ts'
import { recipientsOf } from './recipients.ts'

const read = (text: string) =>
  recipientsOf(linesOf(plainText(text)).filter(isLine)).map(({ name, purpose }) => [name, purpose])

test('each body that gets a copy is named once, with what it is for', () => {
  expect(
    read(
      [
        'Nơi nhận:',
        '- Ban Thường vụ Tỉnh ủy (báo cáo),',
        '- UBND tỉnh (b/c);',
        '- Các chi bộ, đảng bộ',
        'trực thuộc (để thực hiện);',
        '- Trung tâm Truyền thông (đăng tải);',
        '- Lưu: VT, QLĐT.vtt05',
      ].join('\n'),
    ),
  ).toEqual([
    ['Ban Thường vụ Tỉnh ủy', 'báo cáo'],
    ['UBND tỉnh', 'b/c'],
    ['Các chi bộ, đảng bộ trực thuộc', 'để thực hiện'],
    ['Trung tâm Truyền thông', 'đăng tải'],
    ['VT, QLĐT', 'lưu'],
  ])
})

test('without bullets an entry ends at its semicolon', () => {
  expect(read('Nơi nhận: Như trên;\nTrường Mầm non\nHoa Sen;\nLưu VT.')).toEqual([
    ['Như trên', null],
    ['Trường Mầm non Hoa Sen', null],
    ['VT', 'lưu'],
  ])
})

test('brackets that say no purpose belong to the name', () => {
  expect(read('Nơi nhận:\n- Công ty Cây xanh (chi nhánh Bắc);\n- Lưu: VT.')[0]).toEqual([
    'Công ty Cây xanh (chi nhánh Bắc)',
    null,
  ])
})

test('an empty list is no recipient', () => {
  expect(read('Nơi nhận:\n-\n')).toEqual([])
})
