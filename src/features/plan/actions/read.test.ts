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

  it('an open one is, with the format and digest of its bytes', async () => {
    const { source } = await readPlanFile(Buffer.from(head('')), 'a.txt')
    expect(source).toMatchObject({
      format: 'txt',
      pages: null,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})
