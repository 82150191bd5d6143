import { describe, expect, it } from 'vitest'
import { grid, paragraphs, placeFaults, tables, texts } from '../../../../test/formats/blocks.ts'
import { lvl, numbered, p, r, tc, tr, word } from '../../../../test/formats/word.ts'
import { readDocx } from './index.ts'

const read = (body: string, parts: Record<string, string> = {}) => {
  const source = readDocx(word(body, parts), 'mau.docx')
  expect(placeFaults(source)).toEqual([])
  return source
}

describe('automatic numbers: a citation "khoản 2.1" needs the number that Word shows', () => {
  const outline = `<w:abstractNum w:abstractNumId="5">${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%2.')}${lvl(2, 'decimal', '%2.%3.')}${lvl(3, 'lowerLetter', '%4)')}${lvl(4, 'bullet', '\uF0B7')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`

  it('counts through levels and starts lower ones again', () => {
    const levels = [0, 1, 2, 2, 1, 2, 3, 4, 0, 1]
    const source = read(levels.map((ilvl) => numbered('Nội dung', 1, ilvl)).join(''), { numbering: outline })
    expect(texts(source).map((text) => text.replace(' Nội dung', ''))).toEqual([
      'I.',
      '1.',
      '1.1.',
      '1.2.',
      '2.',
      '2.1.',
      'a)',
      '•',
      'II.',
      '1.',
    ])
    expect(paragraphs(source).map((block) => source.text.slice(...(block.label ?? [0, 0])))[2]).toBe('1.1.')
  })

  it('lists of one definition share a counter; an override starts it anew, once', () => {
    const source = read([1, 1, 2, 2, 1].map((num) => numbered('x', num, 0)).join(''), { numbering: outline })
    expect(texts(source)).toEqual(['I. x', 'II. x', 'IV. x', 'V. x', 'VI. x'])
  })

  it('takes the list and level from the style, legal digits, no gap, and number 0 as none', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${lvl(0, 'upperRoman', 'Chương %1', '<w:pStyle w:val="C"/>')}${lvl(1, 'decimal', 'Điều %1.%2', '<w:pStyle w:val="D"/><w:isLgl/><w:suff w:val="nothing"/>')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>`
    const style = (id: string, more = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`
    const source = read(
      p(r('một'), '<w:pStyle w:val="C"/>') +
        p(r(': hai'), '<w:pStyle w:val="D"/>') +
        p(r('trơn'), '<w:pStyle w:val="D"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      { numbering, styles: style('C') + style('D') },
    )
    expect(texts(source)).toEqual(['Chương I một', 'Điều 1.1: hai', 'trơn'])
  })

  it('follows a numbering style to its definition and keeps a level from starting again', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Ds"/></w:abstractNum><w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Ds"/>${lvl(0, 'decimal', '%1.')}${lvl(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`
    const source = read([0, 1, 1, 0, 1].map((ilvl) => numbered('y', 3, ilvl)).join(''), { numbering })
    expect(texts(source)).toEqual(['1. y', '(1) y', '(2) y', '2. y', '(3) y'])
  })
})

describe('what Word shows, and nothing else', () => {
  it('keeps insertions, drops deletions, hidden text and field codes', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('mã')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('kết quả')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const source = read(
      p(`${r('Giữ ')}<w:del>${r('bỏ')}</w:del><w:ins>${r('thêm ')}</w:ins>${r('ẩn', '<w:vanish/>')}${field}`),
    )
    expect(texts(source)).toEqual(['Giữ thêm kết quả'])
  })

  it('joins the paragraphs of a deleted paragraph mark', () => {
    expect(texts(read(p(r('Một nửa '), '<w:rPr><w:del/></w:rPr>') + p(r('câu'))))).toEqual(['Một nửa câu'])
  })

  it('writes raised digits as such and leaves other raised text alone', () => {
    const up = '<w:vertAlign w:val="superscript"/>'
    expect(
      texts(
        read(
          p(
            r('9,5m') +
              r('2', up) +
              r('; 3') +
              r('th', up) +
              r('; 15%') +
              r('(', up) +
              r('1', up) +
              r(')', up),
          ),
        ),
      ),
    ).toEqual(['9,5m²; 3th; 15%⁽¹⁾'])
  })

  it('parts a paragraph at soft breaks, of which only the last line is whole', () => {
    const source = read(p(`${r('KẾ HOẠCH')}<w:r><w:br/></w:r>${r('phát triển cây')}`))
    expect(paragraphs(source).map((block) => block.whole)).toEqual([false, true])
  })

  it('drops soft hyphens, keeps hard ones and tabs, writes symbols', () => {
    const odd =
      '<w:r><w:t>tiế\u00ADn </w:t><w:noBreakHyphen/><w:tab/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>'
    expect(texts(read(p(odd)))).toEqual(['tiến -\t≥5'])
  })

  it('reads a text box once, after its paragraph', () => {
    const box = (text: string) => `<w:txbxContent>${p(r(text))}</w:txbxContent>`
    const both = `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>${box('HỎA TỐC')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('HỎA TỐC')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(texts(read(p(both + r('Kính gửi'))))).toEqual(['Kính gửi', 'HỎA TỐC'])
  })

  it('shows capitals that only the look makes, levels, alignment, bold, pages', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>'
    const source = read(
      p(r('Mục đích'), '<w:pStyle w:val="H"/>') +
        p(`<w:r><w:lastRenderedPageBreak/></w:r>${r('Sang trang')}`),
      { styles },
    )
    expect(texts(source)[0]).toBe('MỤC ĐÍCH')
    expect(paragraphs(source)).toMatchObject([
      { level: 2, align: 'center', bold: true, page: 1 },
      { level: null, page: 2 },
    ])
    expect(source.pages).toBe(2)
  })
})

describe('notes', () => {
  it('numbers marks in the order of the text and gives all paragraphs of a note', () => {
    const note = (id: number, ...inner: string[]) => `<w:footnote w:id="${id}">${inner.join('')}</w:footnote>`
    const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    const ref = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const up = '<w:vertAlign w:val="superscript"/>'
    const source = read(p(r('Đạt 60%') + r('(', up) + ref(9) + r(')', up) + r(' và 80%') + ref(4)), {
      footnotes: `<w:footnote w:type="separator" w:id="0">${p(r('—'))}</w:footnote>${note(4, p(mark + r(' Sau.')))}${note(9, p(mark + r(' Trước.')), p(r('Đoạn hai.')))}`,
    })
    expect(texts(source)).toEqual(['Đạt 60%⁽¹⁾ và 80%⁽²⁾', 'Trước.', 'Đoạn hai.', 'Sau.'])
    expect(paragraphs(source).map((block) => block.note)).toEqual([null, 1, 1, 2])
  })
})

describe('tables', () => {
  it('gives merged cells their columns and rows, and marks repeated headers', () => {
    const source = read(
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('TT')}${tc('Nhiệm vụ')}${tc('Cơ quan', '<w:gridSpan w:val="2"/>')}</w:tr>` +
        tr(tc('1', '<w:vMerge w:val="restart"/>'), tc('Trồng cây'), tc('A'), tc('B')) +
        tr(tc('', '<w:vMerge/>'), tc('Vớt bèo'), tc('C'), tc('D')) +
        '</w:tbl>',
    )
    const [table] = tables(source)
    expect(grid(source, table)).toEqual([
      ['TT', 'Nhiệm vụ', 'Cơ quan[2x1]'],
      ['1[1x2]', 'Trồng cây', 'A', 'B'],
      ['Vớt bèo', 'C', 'D'],
    ])
    expect(table?.rows.map((row) => row.header)).toEqual([true, false, false])
    expect(table?.rows[2]?.cells.map((cell) => cell.column)).toEqual([1, 2, 3])
  })

  it('opens a frame of one cell, and reads a table within a cell into it', () => {
    const inner = `<w:tbl>${tr(tc('trong'), tc('hai'))}</w:tbl>`
    const framed = read(`<w:tbl>${tr(`<w:tc>${p(r('Khung'))}${inner}</w:tc>`)}</w:tbl>`)
    expect([texts(framed), grid(framed, tables(framed)[0])]).toEqual([['Khung'], [['trong', 'hai']]])
    const nested = read(`<w:tbl>${tr(`<w:tc>${inner}</w:tc>`, tc('ngoài'))}</w:tbl>`)
    expect(grid(nested, tables(nested)[0])).toEqual([['trong / hai', 'ngoài']])
  })
})
