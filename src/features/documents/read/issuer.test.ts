import { expect, test } from 'vitest'
import { Strand } from '../../../domain/strand.ts'
import { issuerOf, type IssuerWords } from './issuer.ts'

const of = (words: Partial<Record<keyof IssuerWords, string | readonly string[]>>) => {
  const one = (text: unknown) => (typeof text === 'string' ? Strand.of(text) : null)
  const many = (texts: unknown) => (Array.isArray(texts) ? texts.map((text: string) => Strand.of(text)) : [])
  return issuerOf({
    bodies: many(words.bodies),
    author: one(words.author),
    opening: many(words.opening),
    behalf: one(words.behalf),
  })?.text
}

test('the lowest body of the head issues a document of the State', () =>
  expect(of({ bodies: ['Tỉnh Thí Dụ', 'Ủy ban nhân dân phường An Bình'] })).toBe(
    'Ủy ban nhân dân phường An Bình',
  ))

test('an office is named with the body it is of', () =>
  expect(of({ bodies: ['Ủy ban nhân dân phường An Bình', 'Văn phòng'] })).toBe(
    'Văn phòng Ủy ban nhân dân phường An Bình',
  ))

test('of a Party committee the organ that signs is named, with the committee of the head', () =>
  expect(of({ bodies: ['Thị ủy Thí Dụ'], behalf: 'Ban Thường vụ' })).toBe('Ban Thường vụ Thị ủy Thí Dụ'))

test('without a head the opening words tell who issues; without those nobody is guessed', () => {
  expect(of({ opening: ['Ủy ban nhân dân phường An Bình ban hành kế hoạch như sau'] })).toBe(
    'Ủy ban nhân dân phường An Bình',
  )
  expect(of({ opening: ['Nội dung như sau'] })).toBeUndefined()
})

test('the organ written under its committee in the head issues, named with it', () =>
  expect(of({ bodies: ['Đảng ủy phường An Bình', 'Ban Thường vụ'] })).toBe(
    'Ban Thường vụ Đảng ủy phường An Bình',
  ))
