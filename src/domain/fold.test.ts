import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test('a citizen who types without tone marks finds what the plan says with them', () => {
  expect(fold('Đạt chuẩn ĐÔ THỊ loại IV')).toBe('dat chuan do thi loai iv')
  expect(fold('hoà bình')).toBe(fold('hòa bình'))
  expect(fold('đô  thị'.normalize('NFD'))).toBe('do thi')
})

test('folding is stable and does not depend on the normal form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
    }),
  )
})
