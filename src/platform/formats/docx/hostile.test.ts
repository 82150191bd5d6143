import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { p, r, word } from '../../../../test/formats/word.ts'
import { readDocx } from './index.ts'

const code = (bytes: Uint8Array): string | undefined => {
  try {
    readDocx(bytes, 'la.docx')
    return 'read'
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('a hostile or broken file is refused with a sentence', () => {
  it('a bomb whose directory tells the truth', () => {
    expect(code(zipSync({ 'word/document.xml': new Uint8Array(20_000_000) }))).toBe('archive-too-large')
  })

  it('a bomb whose directory lies about its size', () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(5_000_000) })
    const view = new DataView(bytes.buffer)
    const directory = view.getUint32(bytes.length - 6, true)
    view.setUint32(directory + 24, 1000, true)
    expect(code(bytes)).toBe('archive-too-large')
  })

  it('entities that blow up or name a file', () => {
    const xml =
      '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body/></w:document>'
    expect(code(zipSync({ 'word/document.xml': strToU8(xml) }))).toBe('xml-unsafe')
  })

  it.each(['../evil.xml', '/etc/evil', 'C:/evil', 'word\\..\\..\\evil'])('the path %s', (path) => {
    expect(code(word(p(r('x')), {}, { [path]: strToU8('x') }))).toBe('archive-unsafe')
  })

  it('two entries of one name: programs would disagree which one counts', () => {
    const bytes = zipSync({ 'word/document.xml': strToU8('<a/>'), 'word/documenu.xml': strToU8('<b/>') })
    const text = Buffer.from(bytes).toString('latin1').replaceAll('documenu', 'document')
    expect(code(new Uint8Array(Buffer.from(text, 'latin1')))).toBe('archive-unsafe')
  })

  it('a main part that lies on a server', () => {
    const rels =
      '<Relationships><Relationship Type="x/officeDocument" Target="http://example.com/a.xml" TargetMode="External"/></Relationships>'
    expect(code(zipSync({ '_rels/.rels': strToU8(rels), 'word/document.xml': strToU8('<a/>') }))).toBe(
      'archive-unsafe',
    )
  })

  it('elements nested without end', () => {
    expect(code(word('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)))).toBe('archive-too-large')
  })

  it('text that only Word can unfold is not dropped in silence', () => {
    expect(code(word(`${p(r('x'))}<w:altChunk/>`))).toBe('file-broken')
  })

  it('broken XML, cut files, other zips', () => {
    expect(code(word('<w:p><w:r>'))).toBe('file-broken')
    expect(code(word(p(r('x'))).slice(0, 200))).toBe('file-broken')
    expect(code(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBe('file-unknown')
  })
})
