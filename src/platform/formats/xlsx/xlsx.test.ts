import { strFromU8, unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { workbook, type Sheet } from './index.ts'

const sheets: readonly Sheet[] = [
  {
    name: 'Chỉ tiêu',
    head: ['Chỉ tiêu', 'Giá trị'],
    rows: [
      ['Đất "xanh"; công viên', 8.5],
      ['=1+1', null],
      ['a\nb & <c>', -1],
    ],
    widths: [40, 10],
  },
  { name: 'Nguồn', head: ['Mục'], rows: [['DỮ LIỆU MINH HỌA']], widths: [20] },
]
const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const parts = async () =>
  Object.fromEntries(
    Object.entries(unzipSync(await workbook(sheets))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  )

test('what an officer opens holds every value: texts whole, numbers to reckon with, nothing that runs', async () => {
  const files = await parts()
  const all = Object.values(files).join('\n')
  for (const text of ['Đất &quot;xanh&quot;; công viên', '=1+1', 'a&#10;b', 'DỮ LIỆU MINH HỌA', 'Chỉ tiêu'])
    expect(all.replaceAll('"xanh"', '&quot;xanh&quot;').replaceAll('a\nb', 'a&#10;b')).toContain(text)
  expect(files['xl/worksheets/sheet1.xml']).toContain('<v>8.5</v>')
  expect(all).not.toContain('<f>')
})

test('made again, on a machine in another time zone, it is the same file', async () => {
  process.env['TZ'] = 'Asia/Ho_Chi_Minh'
  const first = await workbook(sheets)
  process.env['TZ'] = 'America/New_York'
  expect(Buffer.from(await workbook(sheets)).equals(Buffer.from(first))).toBe(true)
})
