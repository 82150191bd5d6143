import { expect, test } from 'vitest'
import { csv } from './csv.ts'

test('Excel opens it by a double click: mark, commas, quotes and line breaks are where it wants them', () => {
  expect(
    csv(
      ['Chỉ tiêu', 'Năm'],
      [
        ['Đất "xanh", công viên', 2030],
        [null, -1.5],
        ['a\nb', 0],
      ],
    ),
  ).toBe('\uFEFFChỉ tiêu,Năm\r\n"Đất ""xanh"", công viên",2030\r\n,-1.5\r\n"a\nb",0\r\n')
})

test('a reader that parts at semicolons still finds whole cells', () => {
  expect(csv(['Cơ quan'], [['Phòng A; Phòng B']])).toBe('\uFEFFCơ quan\r\n"Phòng A; Phòng B"\r\n')
})

test.each(['=1+1', '+84', '-cmd', '@x'])(
  '%s is text, not a formula that runs on the reader’s machine',
  (text) => expect(csv(['a'], [[text]])).toContain(`'${text}`),
)
