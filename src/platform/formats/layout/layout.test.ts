import { describe, expect, it } from 'vitest'
import type { Draft } from '../builder.ts'
import { documentDrafts } from './document.ts'
import { gridsOf } from './grid.ts'
import type { Item, PageContent, Rule } from './model.ts'

const size = 12
/** Text set at a place, each letter 6 points wide. */
const at = (x: number, y: number, text: string, more: Partial<Item> = {}): Item => ({
  text,
  x,
  y,
  width: text.length * 6,
  size,
  bold: false,
  italic: false,
  ...more,
})
const page = (items: Item[], rules: Rule[] = [], number = 1): PageContent => ({
  page: number,
  width: 595,
  height: 842,
  items,
  rules,
})
const lines = (drafts: readonly Draft[]) =>
  drafts.map((draft) => (draft.kind === 'paragraph' ? draft.text : 'BẢNG'))
const read = (...items: Item[]) => lines(documentDrafts([page(items)]))
const body = (y: number) =>
  at(85, y, 'Nội dung chạy hết chiều ngang của trang giấy, từ lề trái sang tận lề phải')

describe('the head in two columns', () => {
  const left = [at(90, 80, 'ỦY BAN NHÂN DÂN'), at(90, 95, 'PHƯỜNG A'), at(95, 115, 'Số: 1/KH-UBND')]
  const right = [
    at(300, 80, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    at(330, 95, 'Độc lập - Tự do - Hạnh phúc'),
    at(310, 115, 'A, ngày 01 tháng 02 năm 2025'),
  ]
  const inOrder = [...left, ...right].map((item) => item.text)

  it('is read left first, also where the two sides sit on lines of their own', () => {
    expect(read(...left, ...right, body(160))).toEqual([...inOrder, body(0).text])
    expect(
      read(...left, ...right.map((item) => ({ ...item, y: item.y + 5 })), body(160)).slice(0, 6),
    ).toEqual(inOrder)
  })

  it('one line may face two, over a narrow gap; a title in the middle closes the head', () => {
    const one = [
      at(90, 80, 'THỊ ỦY HÒA LONG'),
      at(300, 80, 'ĐẢNG CỘNG SẢN'),
      at(330, 95, 'VIỆT NAM'),
      at(300, 112, 'KẾ HOẠCH'),
    ]
    expect(read(...one, body(160)).slice(0, 4)).toEqual(one.map((item) => item.text))
    const narrow = [
      at(90, 80, 'ĐẢNG ỦY PHƯỜNG TÂN HÒA'),
      at(120, 94, 'Số 8-CTr/ĐU'),
      at(228, 87, 'ĐẢNG CỘNG SẢN VIỆT NAM'),
      at(230, 101, 'Tân Hòa, ngày 03'),
    ]
    expect(read(...narrow, body(160)).slice(0, 4)).toEqual(narrow.map((item) => item.text))
  })

  it('one wide gap in a line makes no columns', () => {
    expect(read(body(80), at(85, 95, 'Số:'), at(160, 95, '/KH-UBND'), body(110))[1]).toBe('Số:\t/KH-UBND')
  })

  it('numbers hung out to the left are no column', () => {
    expect(
      read(
        at(85, 80, '1.'),
        at(120, 80, 'Mục đích'),
        at(85, 95, '2.'),
        at(120, 95, 'Yêu cầu'),
        at(85, 110, '3.'),
        at(120, 110, 'Mục tiêu'),
      ),
    ).toEqual(['1. Mục đích', '2. Yêu cầu', '3. Mục tiêu'])
  })
})

describe('lines', () => {
  it('blanks come from gaps, none within a word cut by the printer', () => {
    expect(read(at(85, 80, 'ph'), at(97.5, 80, 'ường'), at(125, 80, 'A'))).toEqual(['phường A'])
  })

  it('a raised square stays a square; a raised number with a note becomes its mark', () => {
    const small = { size: 7, y: 76 }
    const drafts = documentDrafts([
      page([
        at(85, 80, '9m'),
        at(97, 80, '2', { ...small, width: 3 }),
        at(106, 80, 'đạt'),
        at(124, 80, '1', { ...small, width: 3 }),
        body(95),
        at(85, 780, '1', { size: 6, width: 3, y: 777 }),
        at(90, 780, 'Số liệu', { size: 10 }),
      ]),
    ])
    expect(lines(drafts)).toEqual(['9m² đạt⁽¹⁾', body(0).text, 'Số liệu'])
    expect(drafts.at(-1)).toMatchObject({ note: 1 })
  })

  it('a note that runs over the page keeps its number', () => {
    const rule = (y: number): Rule => ({ x1: 85, x2: 230, y1: y, y2: y })
    const drafts = documentDrafts([
      page([body(95), at(85, 780, '(1) Số liệu', { size: 10 })], [rule(768)]),
      page([body(95), at(85, 780, 'còn tiếp', { size: 10 })], [rule(768)], 2),
    ])
    expect(drafts.slice(2)).toMatchObject([
      { text: 'Số liệu', note: 1 },
      { text: 'còn tiếp', note: 1, page: 2 },
    ])
  })

  it('a line that opens every page but stands within one too is text', () => {
    const pages = [1, 2, 3].map((n) =>
      page(
        [at(85, 60, '- Thời gian: Thường xuyên.'), body(200), at(85, 400 + n, '- Thời gian: Thường xuyên.')],
        [],
        n,
      ),
    )
    expect(documentDrafts(pages).some((draft) => draft.kind === 'paragraph' && draft.furniture)).toBe(false)
  })

  it('page numbers and lines that come on every page are furniture', () => {
    const pages = [1, 2, 3].map((n) =>
      page([at(290, 40, String(n)), at(85, 60, 'Công báo số 5'), body(200 + n * 20)], [], n),
    )
    expect(
      documentDrafts(pages).map((draft) => draft.kind === 'paragraph' && (draft.furniture ?? false)),
    ).toEqual([true, true, false, true, true, false, true, true, false])
  })
})

describe('tables without lines', () => {
  const row = (y: number, ...words: readonly [number, string][]) => words.map(([x, text]) => at(x, y, text))
  const grids = (drafts: readonly Draft[]) =>
    drafts.flatMap((draft) =>
      draft.kind === 'table'
        ? [
            draft.rows.map((cells) =>
              cells.cells.map((cell) => cell.paragraphs.map(({ text }) => text).join(' ')),
            ),
          ]
        : [],
    )

  it('a heading broken by a narrow column, and rows that go on over the page', () => {
    const first = page([
      ...row(80, [85, 'T'], [105, 'Nhiệm vụ'], [260, 'Cơ quan'], [400, 'Thời gian']),
      ...row(95, [85, 'T'], [260, 'chủ trì']),
      ...row(110, [85, '1'], [105, 'Rà soát quỹ đất'], [260, 'Phòng Kinh tế'], [400, 'Quý II']),
    ])
    const second = page(
      [
        ...row(60, [105, 'trống trong phường'], [260, 'và Đô thị'], [400, 'năm 2026']),
        ...row(75, [85, '2'], [105, 'Trồng cây'], [260, 'Ban Quản lý'], [400, '2026']),
      ],
      [],
      2,
    )
    expect(grids(documentDrafts([first, second]))).toEqual([
      [
        ['T T', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'],
        ['1', 'Rà soát quỹ đất', 'Phòng Kinh tế', 'Quý II'],
      ],
      [
        ['', 'trống trong phường', 'và Đô thị', 'năm 2026'],
        ['2', 'Trồng cây', 'Ban Quản lý', '2026'],
      ],
    ])
  })
})

it('a doubtful word is told where it stands, not where its letters stand first', () => {
  const [draft] = documentDrafts([
    page([at(85, 80, 'bannn'), at(122, 80, 'an'), at(140, 80, 'an', { doubtful: true })]),
  ])
  expect(draft?.kind === 'paragraph' && draft.doubts).toEqual([{ word: 'an', skip: 2 }])
})

describe('ruled tables', () => {
  const down = (x: number, y1: number, y2: number): Rule => ({ x1: x, x2: x, y1, y2 })
  const across = (y: number, x1: number, x2: number): Rule => ({ x1, x2, y1: y, y2: y })

  it('cells without a line between them are one', () => {
    const [grid] = gridsOf([
      down(0, 0, 60),
      down(50, 0, 60),
      down(100, 20, 60),
      down(150, 0, 60),
      across(0, 0, 150),
      across(20, 0, 150),
      across(40, 50, 150),
      across(60, 0, 150),
    ])
    const spans = grid?.cells.map((cell) => [cell.row, cell.column, cell.columnSpan, cell.rowSpan].join(','))
    expect(spans).toEqual(['0,0,1,1', '0,1,2,1', '1,0,1,2', '1,1,1,1', '1,2,1,1', '2,1,1,1', '2,2,1,1'])
  })

  it('an underline or a lone frame is no table', () => {
    expect(gridsOf([across(0, 0, 100)])).toEqual([])
    expect(gridsOf([down(0, 0, 50), down(50, 0, 50), across(0, 0, 50), across(50, 0, 50)])).toEqual([])
  })
})
