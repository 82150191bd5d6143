import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { readDocument } from './document.ts'

const head = ['KẾ HOẠCH', 'Chỉnh trang phường', '', 'Căn cứ nhu cầu, phường xây dựng kế hoạch như sau:', '']
const header = ['| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |', '|---|---|---|---|']
const read = (...rows: string[]) =>
  readDocument(plainText([...head, '1. Nhiệm vụ cụ thể:', '', ...rows, ''].join('\n'), 'a.md'))
const tableOf = (...rows: string[]) => {
  const reading = read(...rows)
  return [...reading.tables, ...reading.clauses.flatMap((clause) => clause.tables)]
}
const cells = (table: ReturnType<typeof tableOf>[number] | undefined) =>
  table?.rows.map((row) => row.group?.text ?? row.cells.map((cell) => cell.text))

describe('a duty in a table keeps its column', () => {
  test('the header is told from the rows', () => {
    const [table] = tableOf(...header, '| 1 | Lắp đèn | Phòng Kinh tế | 2025 |')
    expect(table?.header.map((cell) => cell.text)).toEqual(['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian'])
    expect(cells(table)).toEqual([['1', 'Lắp đèn', 'Phòng Kinh tế', '2025']])
    expect(table?.caption?.text).toContain('Nhiệm vụ cụ thể')
  })

  test('numbers of columns are no row', () => {
    expect(
      cells(tableOf(...header, '| (1) | (2) | (3) | (4) |', '| 1 | Lắp đèn | Phòng Kinh tế | 2025 |')[0]),
    ).toHaveLength(1)
  })

  test('a roman number and a title with nothing beside head a group', () => {
    expect(
      cells(tableOf(...header, '| I | Chiếu sáng |  |  |', '| 1 | Lắp đèn | Phòng Kinh tế | 2025 |')[0]),
    ).toEqual(['I Chiếu sáng', ['1', 'Lắp đèn', 'Phòng Kinh tế', '2025']])
  })

  test('a table of the next page goes on: header repeated, a row cut in two made one', () => {
    const tables = tableOf(
      ...header,
      '| 1 | Lắp đèn | Phòng Kinh tế | 2025 |',
      '| 2 | Trồng cây ở các | Tổ 5 | 2026 |',
      '',
      '- 2 -',
      '',
      ...header,
      '|  | tuyến mới mở | |  |',
      '| 3 | Bảo trì | Tổ 6 | 2027 |',
    )
    expect(tables).toHaveLength(1)
    expect(cells(tables[0])).toEqual([
      ['1', 'Lắp đèn', 'Phòng Kinh tế', '2025'],
      ['2', 'Trồng cây ở các tuyến mới mở', 'Tổ 5', '2026'],
      ['3', 'Bảo trì', 'Tổ 6', '2027'],
    ])
  })

  test('two tables with columns of their own are two', () => {
    expect(
      tableOf(
        ...header,
        '| 1 | Lắp đèn | Phòng Kinh tế | 2025 |',
        '',
        '| TT | Chỉ tiêu | Đơn vị |',
        '|---|---|---|',
        '| 1 | Số đèn | bộ |',
      ),
    ).toHaveLength(2)
  })
})
