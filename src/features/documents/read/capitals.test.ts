import { expect, test } from 'vitest'
import { usualCase } from './capitals.ts'

test('a name in capitals is written as the running text writes it', () => {
  const running = 'Ban Thường vụ Thị ủy Thí Dụ yêu cầu các chi bộ thực hiện.'
  expect(usualCase('BAN THƯỜNG VỤ', running)).toBe('Ban Thường vụ')
})

test('a name that stands in the head alone keeps the capitals of its place', () => {
  expect(usualCase('ỦY BAN NHÂN DÂN PHƯỜNG THÍ DỤ', '')).toBe('Ủy ban nhân dân phường Thí Dụ')
  expect(usualCase('Đảng ủy phường HÒA AN', '')).toBe('Đảng ủy phường Hòa An')
})

test('one spelling of "Ủy", whatever the typist did', () =>
  expect(usualCase('UỶ BAN NHÂN DÂN XÃ THÍ DỤ', '')).toMatch(/^Ủy ban nhân dân/))
