import { expect, test } from 'vitest'
import { readBytes } from '../../../../test/documents/read.ts'
import { lvl, numbered, p, r, word } from '../../../../test/formats/word.ts'

const numbering = `<w:abstractNum w:abstractNumId="1">${lvl(0, 'upperRoman', '%1.', '<w:pStyle w:val="De"/>')}${lvl(1, 'decimal', '%2.', '<w:pStyle w:val="Muc"/>')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>`
const style = (id: string, ilvl: number) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`
const hidden =
  '<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr><w:vanish/></w:rPr></w:style>'
const styles = style('De', 0) + style('Muc', 1) + hidden
const of = (id: string, inner: string) => p(inner, `<w:pStyle w:val="${id}"/>`)

const read = (body: string) =>
  readBytes(word(p(r('KẾ HOẠCH')) + p(r('Chỉnh trang đô thị')) + body, { numbering, styles }), 'mau.docx')

test('clauses are numbered as Word shows them, where only a style says so', async () => {
  const { clauses, tasks } = await read(
    of('De', r('NHIỆM VỤ')) +
      of('Muc', r('Lập quy chế. Cơ quan chủ trì: Sở Xây dựng; thời gian: quý II/2026.')) +
      of('Muc', r('Cắm mốc. Cơ quan chủ trì: UBND các xã, phường; thời gian: năm 2027.')),
  )
  expect(clauses.map(({ id }) => id)).toEqual(['I', 'I.1', 'I.2'])
  expect(tasks.map(({ no, lead }) => [no, lead[0]?.text])).toEqual([
    ['1', 'Sở Xây dựng'],
    ['2', 'UBND các xã, phường'],
  ])
})

test('a figure broken over runs, changed by a tracked change, beside hidden words, is the figure one sees', async () => {
  const proof = '<w:proofErr w:type="spellStart"/>'
  const { targets } = await read(
    of('De', r('MỤC TIÊU')) +
      of(
        'Muc',
        `${r('Đến năm 20')}${proof}${r('30, tỷ lệ đô th')}<w:bookmarkStart w:id="1" w:name="x"/>${r('ị hóa đạt ')}<w:del>${r('50')}</w:del><w:ins>${r('6')}${r('0')}</w:ins>${r('%')}${r(' (70%)', '<w:rStyle w:val="An"/>')}${r('.')}`,
      ) +
      of(
        'Muc',
        `${r('Đến năm 2030, mật độ đường đạt ')}<w:moveFrom>${r('9 km/km2')}</w:moveFrom><w:moveTo>${r('10 km/km2')}</w:moveTo>${r('.')}`,
      ),
  )
  expect(
    targets.map(({ indicator, unit, values }) => [
      indicator,
      unit,
      values.map(({ year, value }) => [year, value]),
    ]),
  ).toEqual([
    ['tỷ lệ đô thị hóa', '%', [[2030, 60]]],
    ['mật độ đường', 'km/km2', [[2030, 10]]],
  ])
})

test('what a field shows is read, whether written long or short, its code is not', async () => {
  const long = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF han_chot 15/8/2031</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('30/6/2026')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const short = `<w:fldSimple w:instr="DOCPROPERTY chu_tri">${r('Sở Nội vụ')}</w:fldSimple>`
  const { tasks, source } = await read(
    of('De', r('NHIỆM VỤ')) +
      of(
        'Muc',
        `${r('Kiện toàn tổ. Cơ quan chủ trì: ')}${short}${r('; thời gian: đến ngày ')}${long}${r('.')}`,
      ),
  )
  expect(tasks.map(({ lead, time }) => [lead[0]?.text, time.to])).toEqual([['Sở Nội vụ', '2026-06-30']])
  expect(source.text).not.toContain('2031')
})

test('numbers set by hand in a list of Word go on from those of its style', async () => {
  const { clauses } = await read(
    of('De', r('MỤC TIÊU')) +
      of('De', r('NHIỆM VỤ')) +
      numbered('Trồng cây ven sông.', 7, 1) +
      of('Muc', r('Tưới cây.')),
  )
  expect(clauses.map(({ id }) => id)).toEqual(['I', 'II', 'II.1', 'II.2'])
})
