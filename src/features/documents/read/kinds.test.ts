import { expect, test } from 'vitest'
import { kindOfLine, kinds, signs } from './kinds.ts'
import { beginsLower, endsLoose, endsOpen, endsSentence, isCapitals } from './words.ts'

test.each([
  ['K Ế H O Ạ C H', 'Kế hoạch'],
  ['NGHỊ QUYẾT', 'Nghị quyết'],
  ['NGHI QUYET', 'Nghị quyết'],
  ['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'Chương trình hành động'],
])('the kind of a paper is known though scanning spaced or stripped its letters: %j', (line, kind) => {
  expect(kindOfLine(line)).toBe(kind)
})

test.each(['QUYẾT ĐỊNH:', 'KẾ HOẠCH TRỒNG CÂY', 'Về kế hoạch'])('%j names no kind by itself', (line) => {
  expect(kindOfLine(line)).toBeNull()
})

test('a sign names a kind that the list of kinds holds', () => {
  for (const kind of Object.values(signs)) expect(kinds).toContain(kind)
})

test.each([
  ['Kết thúc.', true],
  ['liệt kê;', true],
  ['gồm:', true],
  ['đã nói.”', true],
  ['phải tăng.⁽¹⁾', true],
  ['theo chuẩn[2]', false],
  ['còn tiếp', false],
  ['quỹ đất,', false],
])('a sentence that a page cut is told from one that ended: %j', (text, ended) => {
  expect(endsSentence(text)).toBe(ended)
})

test('a line that stops at "và", a comma or an open bracket is not a whole one; one that stops at a noun may be', () => {
  for (const text of ['hạ tầng và', 'các xã,', 'các trục (', 'theo quy định của'])
    expect(endsOpen(text)).toBe(true)
  for (const text of ['hạ tầng', 'sẽ giữ', 'bằng lăng']) expect(endsOpen(text)).toBe(false)
  expect(endsLoose('đến năm')).toBe(true)
  expect(endsOpen('đến năm')).toBe(false)
})

test('capitals and small letters are told apart with Vietnamese marks on them', () => {
  expect(['ỦY BAN', 'ĐẢNG ỦY 12', 'Ủy BAN', 'TW', '1234'].map(isCapitals)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['đường phố', '“ổn định', '(và', 'Đường', '12 km'].map(beginsLower)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
