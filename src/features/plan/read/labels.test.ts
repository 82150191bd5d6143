import { expect, test } from 'vitest'
import { Strand } from '../../../domain/strand.ts'
import { columnField, readLine } from './labels.ts'

const read = (text: string) => {
  const { before, fields } = readLine(Strand.of(text))
  return [before.text, ...fields.map(({ field, value }) => [field, value.text])]
}

test('labels of one line part its values, each with its own place', () => {
  expect(read('- Cơ quan chủ trì: Phòng Kinh tế; thời gian thực hiện: Năm 2026.')).toEqual([
    '',
    ['lead', 'Phòng Kinh tế;'],
    ['time', 'Năm 2026.'],
  ])
})

test('a word of a label inside a sentence is prose, not a field', () => {
  const prose = 'Công khai các nội dung: quy hoạch, kế hoạch và dự án.'
  expect(read(prose)).toEqual([prose])
})

test('what closes a paragraph in brackets names who acts and when', () => {
  expect(read('Lập quy chế (Đảng ủy phường chủ trì; hoàn thành trong năm 2026).').slice(1)).toEqual([
    ['implementing', 'Đảng ủy phường chủ trì'],
    ['time', 'hoàn thành trong năm 2026'],
  ])
})

test.each([
  ['STT', 'no'],
  ['Cơ quan chủ trì', 'lead'],
  ['Đơn vị phối hợp', 'coordinating'],
  ['Ghi chú', 'other'],
])('a column under "%s" holds: %s', (heading, field) => expect(columnField(heading)).toBe(field))
