import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { p, r, tc, tr, word } from '../../../../test/formats/word.ts'
import { readPlanFile } from './read.ts'

const head = (mark: string) =>
  `ỦY BAN NHÂN DÂN\nPHƯỜNG HÒA MINH\nSố: 9/KH-UBND\n${mark}\nKẾ HOẠCH\nTrồng cây năm 2026\n\n1. Trồng cây.\n`

describe('a secret paper is not read, however it comes', () => {
  it('as text, and as a stamp in the head table of a Word file', async () => {
    await expect(readPlanFile(Buffer.from(head('TỐI MẬT')), 'a.txt')).rejects.toMatchObject({
      code: 'secret-document',
    })
    const table = `<w:tbl>${tr(tc('ỦY BAN NHÂN DÂN'), `<w:tc>${p(r('CỘNG HÒA'))}${p(r('MẬT'))}</w:tc>`)}</w:tbl>`
    await expect(readPlanFile(word(table + p(r('KẾ HOẠCH'))), 'a.docx')).rejects.toMatchObject({
      code: 'secret-document',
    })
  })

  const secret = { code: 'secret-document' }
  const box = (inner: string) => p(`<w:r><w:pict>${inner}</w:pict></w:r>`)
  const title = p(r('KẾ HOẠCH')) + p(r('Trồng cây năm 2026')) + p(r('1. Trồng cây dọc các tuyến phố.'))

  it.each([
    [
      'in a text box',
      box(`<v:shape><v:textbox><w:txbxContent>${p(r('M Ậ T'))}</w:txbxContent></v:textbox></v:shape>`),
    ],
    ['drawn as WordArt', box('<v:shape><v:textpath string="TỐI MẬT"/></v:shape>')],
    ['in a frame of one cell', `<w:tbl>${tr(tc('MẬT'))}</w:tbl>`],
    ['behind the issuer, after a tab', p(`${r('UBND TỈNH A')}<w:r><w:tab/></w:r>${r('MẬT')}`)],
    ['in runs of its own letters', p(r('M') + r('Ậ') + r('T'))],
  ])('a stamp %s of a Word file', async (_, stamp) => {
    await expect(readPlanFile(word(p(r('UBND XÃ B')) + stamp + title), 'a.docx')).rejects.toMatchObject(
      secret,
    )
  })

  it('a stamp in the header that is printed on each page', async () => {
    const rels = '<Relationships><Relationship Type="x/header" Target="header2.xml"/></Relationships>'
    const bytes = word(title, { header2: p(r('MẬT')) }, { 'word/_rels/document.xml.rels': strToU8(rels) })
    await expect(readPlanFile(bytes, 'a.docx')).rejects.toMatchObject(secret)
    const open = word(
      title,
      { header2: p(r('Bảo mật thông tin')) },
      { 'word/_rels/document.xml.rels': strToU8(rels) },
    )
    const { source, document } = await readPlanFile(open, 'a.docx')
    expect(source.text).toContain('Bảo mật thông tin')
    expect(document.title).toBe('Trồng cây năm 2026')
  })

  it('an open one is, with the format and digest of its bytes', async () => {
    const { source } = await readPlanFile(Buffer.from(head('')), 'a.txt')
    expect(source).toMatchObject({
      format: 'txt',
      pages: null,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})
