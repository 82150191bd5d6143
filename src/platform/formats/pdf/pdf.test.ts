import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grid, paragraphs, placeFaults, tables, textAt, texts } from '../../../../test/formats/blocks.ts'
import { Fault } from '../../../domain/fault.ts'
import type { SourceText } from '../../../domain/source-text.ts'
import { readInWorker, readSource } from '../index.ts'

const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../test/documents/formats/${name}`, import.meta.url)))
const read = async (name: string): Promise<SourceText> => {
  const source = await readSource(Buffer.from(file(name)), { name })
  expect(placeFaults(source)).toEqual([])
  return source
}
/** The words in order, however they are laid out. */
const words = (source: SourceText) =>
  source.blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? block.furniture
          ? []
          : [block]
        : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
    )
    .flatMap((block) => textAt(source, block).split(/\s+/))

describe('a PDF printed from a Word file reads as the Word file does', () => {
  it('prose: head and signature by column, squares, marks and notes', async () => {
    const [pdf, docx] = [await read('ke-hoach.pdf'), await read('ke-hoach.docx')]
    expect(pdf.pages).toBe(2)
    // The signature block is cut by the page there, so only what stands before and after it is compared.
    const [fromPdf, fromDocx] = [words(pdf), words(docx)]
    const end = fromDocx.indexOf('nhận:')
    expect(fromPdf.slice(0, end)).toEqual(fromDocx.slice(0, end))
    const notes = (source: SourceText) =>
      paragraphs(source)
        .filter((block) => block.note !== null)
        .map((block) => [block.note, textAt(source, block)])
    expect(notes(pdf)).toEqual(notes(docx))
    expect([...fromPdf].sort()).toEqual([...fromDocx].sort())
  })

  it('prose: pages, bold, centre, page numbers', async () => {
    const pdf = await read('ke-hoach.pdf')
    const block = (text: string) => paragraphs(pdf)[texts(pdf).indexOf(text)]
    expect(block('KẾ HOẠCH')).toMatchObject({ bold: true, align: 'center', page: 1, whole: false })
    expect(block('2')).toMatchObject({ furniture: true, page: 2 })
    expect(block('Hòa Minh, ngày 03 tháng 02 năm 2025')).toMatchObject({ italic: true })
  })

  it('a table over two pages: merged cells, group rows, header repeated', async () => {
    const [pdf, docx] = [await read('phu-luc.pdf'), await read('phu-luc.docx')]
    const plain = (source: SourceText) =>
      tables(source).map((table) =>
        grid(source, table).map((row) => row.map((cell) => cell.replaceAll(' / ', ' '))),
      )
    const [first = [], second = []] = plain(pdf)
    expect([...first, ...second.slice(2)]).toEqual(plain(docx)[0])
    expect(second.slice(0, 2)).toEqual(first.slice(0, 2))
    for (const table of tables(pdf))
      expect(table.rows.map((row) => row.header)).toEqual(table.rows.map((_, i) => i < 2))
  })
})

describe('who waits for a PDF', () => {
  const long = { name: 'ke-hoach.pdf' }

  it('is told its first page and its length, in a thread too, before the rest is read', async () => {
    for (const reader of [readSource, readInWorker]) {
      const told: unknown[] = []
      const afterFirstPage = (text: string, pages: number, scanned: boolean) =>
        void told.push(text.includes('KẾ HOẠCH'), text.length, pages, scanned)
      const whole = await reader(file('ke-hoach.pdf'), { ...long, afterFirstPage })
      expect(told).toEqual([true, expect.toSatisfy((length) => length < whole.text.length), 2, false])
    }
  })

  it('ends the reading with words of its own', async () => {
    const afterFirstPage = () => {
      throw new Error('later')
    }
    for (const reader of [readSource, readInWorker])
      await expect(reader(file('ke-hoach.pdf'), { ...long, afterFirstPage })).rejects.toThrow('later')
  })
})

describe('whatever comes', () => {
  it('a PDF with a password is named as such', async () => {
    const locked =
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O(' +
      'a'.repeat(32) +
      ')/U(' +
      'b'.repeat(32) +
      ')/P -4>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[(x)(x)]>>\n%%EOF'
    await expect(readSource(new TextEncoder().encode(locked), { name: 'kin.pdf' })).rejects.toMatchObject({
      code: 'file-encrypted',
    })
  })

  it('property: a damaged PDF is read or refused, and never breaks the reader', async () => {
    const whole = file('phu-luc.pdf')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
        fc.nat(whole.length),
        async (changes, cut) => {
          const bytes = whole.slice(0, cut % 3 === 0 ? cut : whole.length)
          for (const [place, value] of changes) bytes[place] = value
          try {
            expect(placeFaults(await readSource(bytes, { name: 'hong.pdf' }))).toEqual([])
          } catch (error) {
            expect(error).toBeInstanceOf(Fault)
          }
        },
      ),
      { numRuns: process.env['DOTHI_LONG'] ? 200 : 20 },
    )
  })
})
