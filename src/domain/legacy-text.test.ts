import { expect, test } from 'vitest'
import { fromTcvn3, fromVni } from './legacy-text.ts'

test.each([
  ['khu daân cö ñoâ thò', 'khu dân cư đô thị'],
  ['coâng nghieäp, soùng, toøa', 'công nghiệp, sóng, tòa'],
  ['ñöôøng lôùn, röøng, löïa', 'đường lớn, rừng, lựa'],
])('VNI: %s is %s', (typed, read) => expect(fromVni(typed)).toBe(read))

test('TCVN3: letters of .VnTime', () => expect(fromTcvn3('§Êt c©y xanh ®« thÞ')).toBe('Đất cây xanh đô thị'))
