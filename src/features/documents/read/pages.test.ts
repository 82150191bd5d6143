import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { isLine, linesOf, type Item } from './lines.ts'
import { withoutFurniture } from './pages.ts'

const pages = (text: string, name?: string) => {
  const found = withoutFurniture(linesOf(plainText(text, name)))
  return {
    kept: texts(found.items),
    furniture: found.furniture.map((line) => line.strand.text),
    items: found.items,
  }
}
const texts = (items: readonly Item[]) => items.filter(isLine).map((line) => line.strand.text)

describe('what a page prints around the text is no part of a duty', () => {
  test.each(['- 2 -', 'Trang 2/15', '2', '2/15'])(
    'the page number %j between two halves of a sentence',
    (number) => {
      const { kept, furniture, items } = pages(`1. Trồng cây tại các tuyến\n\n${number}\n\nđường trung tâm.`)
      expect(kept).toEqual(['1. Trồng cây tại các tuyến', 'đường trung tâm.'])
      expect(furniture).toEqual([number])
      expect(items.filter(isLine).map((line) => line.afterPage)).toEqual([false, true])
    },
  )

  test('a figure alone on its line within a paragraph stays: it may be the target itself', () => {
    expect(pages('Diện tích công viên đạt\n150\nhéc ta vào cuối kỳ.').kept).toContain('150')
  })

  test('a running head goes, whatever number it bears; the same words within a page stay', () => {
    const page = (no: number) =>
      `Trường hợp thứ ${['một', 'hai', 'ba', 'bốn'][no - 1]} nói ở đây.\n\n- ${no} -\n\nKế hoạch chiếu sáng ${no}\n`
    const { kept, furniture } = pages([1, 2, 3, 4].map(page).join('\n'))
    expect(furniture.filter((text) => text.startsWith('Kế hoạch'))).toHaveLength(4)
    expect(kept).toHaveLength(4)
  })

  test('a duty that opens three pages by chance and stands elsewhere too is not taken for a running head', () => {
    const time = 'Thời gian thực hiện: Thường xuyên.'
    const page = (no: number) => `Nhiệm vụ ${no}.\n\n- ${no} -\n\n${time}\n`
    const { kept } = pages(`${[1, 2, 3].map(page).join('\n')}\nNhiệm vụ khác.\n${time}\nHết.\n`)
    expect(kept.filter((text) => text === time)).toHaveLength(4)
  })

  test('drawn lines and the label of invented papers are furniture', () => {
    const { kept, furniture } = pages('KẾ HOẠCH\n-------\n[DỮ LIỆU MINH HỌA]\nTrồng cây')
    expect(kept).toEqual(['KẾ HOẠCH', 'Trồng cây'])
    expect(furniture).toHaveLength(2)
  })
})

describe('marks that a text tool adds are not the words of the office', () => {
  test.each([
    ['**1. Trồng cây**', '1. Trồng cây'],
    ['# KẾ HOẠCH', 'KẾ HOẠCH'],
    ['Trồng \\- chăm sóc <u>cây</u>', 'Trồng - chăm sóc cây'],
    ['Số hộ (*) đạt chuẩn', 'Số hộ (*) đạt chuẩn'],
  ])('%j', (written, meant) => {
    expect(pages(written, 'a.md').kept).toEqual([meant])
  })

  test('a threshold at the start of a line is no quotation: "> 80%"', () => {
    expect(pages('Tỷ lệ:\n> 80%\n').kept.join(' ')).toContain('> 80%')
  })
})
