import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grid, placeFaults, tables, texts } from '../../../test/formats/blocks.ts'
import { readText } from './text/index.ts'

const read = (text: string) => {
  const source = readText(new TextEncoder().encode(text), 'a.txt')
  expect(placeFaults(source)).toEqual([])
  return source
}
const rows = (text: string) => {
  const source = read(text)
  return tables(source).map((table) =>
    grid(source, table).map((row) => row.map((cell) => cell.replaceAll(' / ', ' '))),
  )
}

describe('a table drawn by blanks is a table: its tasks would else be one long paragraph', () => {
  it('with headings of two lines, cells over lines, a heading row, and words set close', () => {
    const text = [
      'STT        Nhiệm vụ             Chủ trì        Thời gian',
      '                                               hoàn thành',
      ' I    Quy hoạch và hạ tầng khung của đô thị mới',
      ' 1    Lập quy hoạch phân    Tổ Quy hoạch   Quý II/2025',
      '      khu số 1              thị trấn',
      ' 2    Cắm mốc               Tổ Hạ tầng     30/9/2025',
      '',
      'Các tổ thực hiện nghiêm túc những việc được giao nêu trên.',
    ].join('\n')
    expect(rows(text)).toEqual([
      [
        ['STT', 'Nhiệm vụ', 'Chủ trì', 'Thời gian hoàn thành'],
        expect.arrayContaining([expect.stringContaining('Quy hoạch và hạ tầng khung của đô thị mới')]),
        ['1', 'Lập quy hoạch phân khu số 1', 'Tổ Quy hoạch thị trấn', 'Quý II/2025'],
        ['2', 'Cắm mốc', 'Tổ Hạ tầng', '30/9/2025'],
      ],
    ])
    expect(texts(read(text)).at(-1)).toContain('Các tổ thực hiện')
  })

  it('cut by a page it goes on behind the page number, without headings; the next heading ends it', () => {
    const text = [
      'TT   Nhiệm vụ              Chủ trì         Thời gian',
      '1    Lập quy hoạch phân    Tổ Quy hoạch    Quý II/2025',
      '',
      '                            2',
      '',
      '     khu số 1              thị trấn',
      '2    Cắm mốc               Tổ Hạ tầng      30/9/2025',
      '',
      '     IV- TỔ CHỨC THỰC HIỆN',
    ].join('\n')
    expect(rows(text).map((table) => table.map((row) => row.join(' | ')))).toEqual([
      ['TT | Nhiệm vụ | Chủ trì | Thời gian', '1 | Lập quy hoạch phân | Tổ Quy hoạch | Quý II/2025'],
      [' | khu số 1 | thị trấn | ', '2 | Cắm mốc | Tổ Hạ tầng | 30/9/2025'],
    ])
    expect(texts(read(text)).at(-1)).toBe('IV- TỔ CHỨC THỰC HIỆN')
  })

  it('without numbers: a line that fills fewer columns goes on with the row above', () => {
    expect(
      rows(
        'Chỉ tiêu            ĐVT   Năm 2025   Năm 2030\nTỷ lệ đô thị        %         28         35\nhóa\nĐất cây xanh        ha       1,5        2,5\n',
      ),
    ).toEqual([
      [
        ['Chỉ tiêu', 'ĐVT', 'Năm 2025', 'Năm 2030'],
        ['Tỷ lệ đô thị hóa', '%', '28', '35'],
        ['Đất cây xanh', 'ha', '1,5', '2,5'],
      ],
    ])
  })

  it.each([
    'ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ HÒA MINH          Độc lập - Tự do - Hạnh phúc\n',
    'Nơi nhận:            TM. ỦY BAN NHÂN DÂN      CHỦ TỊCH\n- Như trên;          KT.   PHÓ\n',
    'Cơ quan chủ trì, thời gian và sản phẩm nêu tại phụ lục.\nCác đơn vị thực hiện.\n',
    'STT   Nhiệm vụ   Chủ trì\n\nToàn bộ nhiệm vụ do Phòng Kinh tế thực hiện trong năm.\n',
  ])('%j is none', (text) => {
    expect(tables(read(text))).toEqual([])
  })

  it('property: whatever words the cells hold and however wide they are, each comes back in its row and column', () => {
    const word = fc.constantFrom('Lập', 'quy', 'hoạch', 'phân', 'khu', 'Tổ', 'số', '12', 'năm', 'm²/người')
    const cell = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    const heads = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian']
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.nat(4),
        (cells, more) => {
          const all = [heads, ...cells.map((row, i) => [String(i + 1), ...row])]
          const widths = heads.map(
            (_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)) + 2 + more,
          )
          const text = all
            .map((row) =>
              row
                .map((each, i) => each.padEnd(widths[i] ?? 0))
                .join('')
                .trimEnd(),
            )
            .join('\n')
          expect(rows(`${text}\n`)).toEqual([all])
        },
      ),
    )
  })
})
