import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grid, paragraphs, placeFaults, tables, texts } from '../../../../test/formats/blocks.ts'
import { Fault } from '../../../domain/fault.ts'
import { readText } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, name = 'a.md') => {
  const source = readText(bytes(text), name)
  expect(placeFaults(source)).toEqual([])
  return source
}

describe('encodings', () => {
  const text = 'Số: 12/KH-UBND\nĐường Nguyễn Nghiêm được trồng cây.'

  it('UTF-8 with its mark, UTF-16 with and without one, decomposed: one text', () => {
    const utf16 = Buffer.from(text, 'utf16le')
    const forms = [
      bytes(`\uFEFF${text}`),
      bytes(text.normalize('NFD')),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      utf16,
      Buffer.from(utf16).swap16(),
    ]
    for (const form of forms) expect(readText(form, 'a.txt').text).toBe(text)
  })

  it('Windows-1258 is read: its tones are marks after the vowel', () => {
    const cp1258 = Buffer.from([
      0x4b, 0xea, 0xec, 0x20, 0x68, 0x6f, 0x61, 0xf2, 0x63, 0x68, 0x20, 0x63, 0x75, 0xec, 0x61,
    ])
    expect(readText(cp1258, 'a.txt').text).toContain('Kế ')
  })

  it.each([
    ['TCVN3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc, thÞ x· §øc Phæ'],
    ['VNI', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc, thò xaõ Ñöùc Phoå'],
  ])('%s is named and refused, not shown as rubbish', (font, sample) => {
    for (const form of [Buffer.from(sample, 'latin1'), bytes(sample)])
      expect(() => readText(form, 'cu.txt')).toThrow(
        expect.objectContaining({ code: 'file-legacy-font', params: { name: 'cu.txt', font } }),
      )
  })

  it('any text of letters in use today is never taken for an old font', () => {
    expect(() => read('ÔNG HỒ VĂN NÊ, BÀ TÔ THỊ RÊ; m², 30 °C, ©, 50µg, Đặng Ö')).not.toThrow()
  })
})

describe('lines', () => {
  it('keeps the text as it is, marks too, and says where blank lines and pages were', () => {
    const source = read('# KẾ HOẠCH\r\n\r\n  **1. Mục đích**\r\n- a\f2\r\n')
    expect(source.text).toBe('# KẾ HOẠCH\n\n  **1. Mục đích**\n- a\n2\n')
    expect(paragraphs(source)).toMatchObject([
      { level: 1, gapBefore: false, page: 1 },
      { bold: true, gapBefore: true, indent: 2, page: 1, whole: false },
      { page: 1 },
      { page: 2, gapBefore: false },
    ])
    expect(source.pages).toBe(2)
  })

  it('property: any text gives places that hold, in NFC', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '|',
            '-',
            'ạ',
            'a\u0323',
            '\u0301',
            '\f',
            '\n',
            '\r',
            ' ',
            '\t',
            '<br>',
            '\\|',
            '#',
            '+',
            '\u00AD',
            '\uD800',
            'x',
          ),
          { maxLength: 60 },
        ),
        (parts) => {
          expect(placeFaults(readText(bytes(parts.join('')), 'a.txt'))).toEqual([])
        },
      ),
    )
  })

  it('property: any bytes are a text or a fault', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        try {
          expect(placeFaults(readText(data, 'a.txt'))).toEqual([])
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
        }
      }),
    )
  })
})

describe('markdown tables', () => {
  it('rows, header, escaped pipes and line breaks in cells', () => {
    const source = read(
      '| TT | Việc | Hạn |\n|:--|---|---|\n| 1 | A \\| B<br>C | 2026 |\n\n| TT | Việc | Hạn |\n|---|---|---|\n| 2 | D | |',
    )
    expect(tables(source).map((table) => grid(source, table))).toEqual([
      [
        ['TT', 'Việc', 'Hạn'],
        ['1', 'A \\| B / C', '2026'],
      ],
      [
        ['TT', 'Việc', 'Hạn'],
        ['2', 'D', ''],
      ],
    ])
    expect(tables(source)[0]?.rows.map((row) => row.header)).toEqual([true, false])
  })

  it('without a separator row, without outer pipes, and as a grid', () => {
    const bare = read('| 1 | A |\n| 2 | B |')
    expect(grid(bare, tables(bare)[0])).toEqual([
      ['1', 'A'],
      ['2', 'B'],
    ])
    const open = read('TT | Việc\n---|---\n1 | A')
    expect(grid(open, tables(open)[0])).toEqual([
      ['TT', 'Việc'],
      ['1', 'A'],
    ])
    const boxed = read(
      '+----+------+\n| TT | Việc |\n+====+======+\n| 1  | Trồng |\n|    | cây |\n+----+------+',
    )
    expect(grid(boxed, tables(boxed)[0])).toEqual([
      ['TT', 'Việc'],
      ['1', 'Trồng / cây'],
    ])
  })

  it('a line with one pipe is a line', () => {
    expect(texts(read('a | b\nc'))).toEqual(['a | b', 'c'])
  })
})
