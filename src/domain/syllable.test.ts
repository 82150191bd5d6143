import { expect, test } from 'vitest'
import { isSyllable } from './syllable.ts'

test.each(
  'Đất nghiệp giao thông trường học quốc phòng giếng gìn gì quy khuỷu ngoằn ngoèo rượu ưu yếu oẹ huýt quýnh ĐƯỜNG thuở'.split(
    ' ',
  ),
)('%s can be Vietnamese', (word) => {
  expect(isSyllable(word)).toBe(true)
  expect(isSyllable(word.normalize('NFD'))).toBe(true)
})

test.each(
  ['Céng', 'hßa', '®Êt', 'ñaát', 'équipement', 'vocação', 'nghiẹpp', 'tàc', 'Strasse', 'òô'].slice(1),
)('%s cannot', (word) => expect(isSyllable(word)).toBe(false))
