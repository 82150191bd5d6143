import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grid, paragraphs, placeFaults, tables, texts } from '../../../../test/formats/blocks.ts'
import { Fault } from '../../../domain/fault.ts'
import { readHtml } from './index.ts'

const read = (html: string) => {
  const source = readHtml(new TextEncoder().encode(html), 'a.html')
  expect(placeFaults(source)).toEqual([])
  return source
}

describe('a web page is read as shown', () => {
  it('without scripts, styles and what is hidden; entities and blanks as drawn', () => {
    const source = read(
      '<title>T</title><style>p{}</style><p>Kế&nbsp;hoạch\n  &lt;A&gt; <b>số</b></p><script>x</script><p hidden>a</p><p style="display: none">b</p>',
    )
    expect(texts(source)).toEqual(['Kế hoạch <A> số'])
  })

  it('headings, alignment, bold, italic, capitals by style, line breaks', () => {
    const source = read(
      '<h2 align=center>Mục</h2><p style="text-align:right;font-weight:bold">a<br>b</p><p><i>c</i></p><p style="text-transform:uppercase">kế hoạch</p>',
    )
    expect(paragraphs(source)).toMatchObject([
      { level: 2, align: 'center', bold: true, whole: true },
      { align: 'right', bold: true, whole: false },
      { whole: true },
      { italic: true, bold: false },
      {},
    ])
    expect(texts(source).at(-1)).toBe('KẾ HOẠCH')
  })

  it('numbers of lists as a browser draws them, nested, started, by letter', () => {
    const source = read(
      '<ol start=3><li>ba<ul><li>chấm</li></ul></li><li value=9><p>chín</p><p>tiếp</p></li></ol><ol type=a><li>x</ol><ul style="list-style:none"><li>trơn</ul>',
    )
    expect(texts(source)).toEqual(['3. ba', '• chấm', '9. chín', 'tiếp', 'a. x', 'trơn'])
    expect(paragraphs(source)[0]?.label).toEqual([0, 2])
  })

  it('raised digits, notes of Word pages with all their paragraphs', () => {
    const source = read(
      '<p>9m<sup>2</sup> đạt 60%<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><div id="ftn1"><p><a href="#_ftnref1">[1]</a> Năm 2021.</p><p>Hai.</p></div>',
    )
    expect(texts(source)).toEqual(['9m² đạt 60%⁽¹⁾.', 'Năm 2021.', 'Hai.'])
    expect(paragraphs(source).map((block) => block.note)).toEqual([null, 1, 1])
  })

  it('the frame of the site is furniture where the page names its main part', () => {
    const source = read(
      '<nav>Trang chủ</nav><header>Cổng</header><main><header>UBND</header><p>Nội dung</p></main><footer>Liên hệ</footer>',
    )
    expect(paragraphs(source).filter((block) => block.furniture)).toHaveLength(3)
    expect(paragraphs(read('<header>UBND</header><p>x</p>')).some((block) => block.furniture)).toBe(false)
  })

  it('the charset that the page names', () => {
    const head = '<meta charset="windows-1258"><p>K'
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xea, 0xec]), Buffer.from(' hoach</p>')])
    expect(readHtml(bytes, 'a.html').text).toBe('Kế hoach\n')
  })
})

describe('tables', () => {
  it('spans over columns and rows, header rows', () => {
    const source = read(
      '<table><thead><tr><th rowspan=2>TT<th colspan=2>Việc</tr><tr><th>A<th>B</tr></thead><tr><td>1<td>c<td>d</tr></table>',
    )
    expect(grid(source, tables(source)[0])).toEqual([
      ['TT[1x2]', 'Việc[2x1]'],
      ['A', 'B'],
      ['1', 'c', 'd'],
    ])
    expect(tables(source)[0]?.rows.map((row) => row.header)).toEqual([true, true, false])
    expect(tables(source)[0]?.rows[1]?.cells.map((cell) => cell.column)).toEqual([1, 2])
  })

  it('a table for layout is opened', () => {
    expect(texts(read('<table><tr><td>một</td></tr><tr><td>hai</td></tr></table>'))).toEqual(['một', 'hai'])
  })
})

describe('whatever comes', () => {
  it('elements nested without end are refused, not followed into the ground', () => {
    expect(() => read('<div>'.repeat(100_000))).toThrow(
      expect.objectContaining({ code: 'archive-too-large' }),
    )
  })

  it('property: any tags give places that hold', () => {
    const parts = fc.constantFrom(
      '<p>',
      '</p>',
      '<table>',
      '<tr>',
      '<td rowspan=0>',
      '<td colspan=9999>',
      '</td>',
      '</table>',
      '<ol>',
      '<li value=x>',
      '</ol>',
      '<br>',
      'ạ',
      'a\u0323',
      ' ',
      '<sup>',
      '1',
      '</sup>',
      '<a href="#_ftn3">',
      '</a>',
      '<pre>',
      '\n',
      '&#0;',
      '&shy;',
      '<!--',
      '<h1>',
      '<div id=ftn3>',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 50 }), (tags) => {
        try {
          read(tags.join(''))
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
        }
      }),
    )
  })
})
