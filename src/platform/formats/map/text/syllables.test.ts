import { expect, test } from 'vitest'
import { isSyllable, vietnameseShare } from './syllables.ts'

test('words of labels can be Vietnamese, what an old font leaves of them cannot', () => {
  const right = 'Đất ở đô thị của hộ gia đình mương nước khuyên giếng quốc nghĩa trang thuỷ hoà tường xã UBND'
  const wrong = ['§Êt', 'thÞ', 'hé', '®×nh', 'Ñaát', 'ñöôøng', 'thò'].filter((word) => !isSyllable(word))
  expect(right.split(' ').filter((word) => !isSyllable(word))).toEqual(['UBND'])
  expect(wrong).toEqual(['§Êt', 'thÞ', '®×nh', 'Ñaát', 'ñöôøng'])
})

test('each word counts once, plain ones not at all', () => {
  expect(vietnameseShare('Đất Đất lúa ABC 12 thÞ')).toEqual({ share: 2 / 3, words: 3 })
})
