import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { grid, placeFaults, tables, textAt, texts } from '../../../../test/formats/blocks.ts'
import { picturePdf } from '../../../../test/formats/picture-pdf.ts'
import { find, pdftoppm, tesseract } from '../program.ts'
import { readSource } from '../index.ts'
import { readHocr } from './hocr.ts'
import { pictureRules, readPgm } from './picture-rules.ts'
import { tiffPages } from './tiff.ts'

const fixture = (name: string) => join(import.meta.dirname, '../../../../test/documents/formats', name)
const able = find(tesseract) !== undefined && find(pdftoppm) !== undefined

describe.skipIf(!able)('a scan, where Tesseract and Poppler are installed (docs/howto/read-scans.md)', () => {
  let folder = ''
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'dothi-scan-test-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Prints a page as a picture, as a scanner would see it. */
  const scanned = (name: string, page: number, form: 'pgm' | 'png') => {
    const args = [
      '-r',
      '200',
      '-gray',
      '-f',
      `${page}`,
      '-l',
      `${page}`,
      '-singlefile',
      ...(form === 'png' ? ['-png'] : []),
    ]
    execFileSync('pdftoppm', [...args, fixture(name), join(folder, 'page')])
    return new Uint8Array(readFileSync(join(folder, `page.${form}`)))
  }

  it('reads a picture: head by column, words in order, every doubt at its place', async () => {
    const source = await readSource(scanned('ke-hoach.pdf', 1, 'png'), { name: 'ban-quet.png' })
    expect(placeFaults(source)).toEqual([])
    expect([source.format, source.pages]).toEqual(['scan', 1])
    expect(texts(source).slice(0, 4)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG HÒA MINH',
      'Số: 45/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ])
    for (const doubt of source.doubts) expect(textAt(source, doubt)).toBe(doubt.found)
  })

  it('reads the table of a scanned PDF from its drawn borders', async () => {
    const pdf = picturePdf([scanned('phu-luc.pdf', 2, 'pgm')], 200)
    const source = await readSource(pdf, { name: 'phu-luc-quet.pdf' })
    const rows = grid(source, tables(source)[0])
    expect(rows[0]).toEqual(['TT[1x2]', 'Nội dung công việc[1x2]', 'Cơ quan[2x1]', 'Thời gian[1x2]'])
    expect(rows.at(-1)?.[3]).toBe('Các tổ dân phố; Đoàn / thanh niên phường')
  })

  it('a scanned page among pages of text is read too, and not dropped', async () => {
    const text =
      '1 0 0 1 72 700 Tm (Ke hoach trong cay xanh nam hai nghin khong tram hai muoi sau cua phuong) Tj'
    const pdf = picturePdf([scanned('ke-hoach.pdf', 2, 'pgm')], 200, `BT /F 12 Tf ${text} ET`)
    const source = await readSource(pdf, { name: 'hai-phan.pdf' })
    expect(texts(source)[0]).toContain('Ke hoach trong cay')
    expect(source.text).toContain('CHỦ TỊCH')
    expect(source.pages).toBe(2)
  })

  it('stops after page 1 when it is told to, before any other page is read', async () => {
    const page = scanned('ke-hoach.pdf', 1, 'pgm')
    const seen: string[] = []
    const afterFirstPage = (text: string) => {
      seen.push(text)
      throw new Error('stop')
    }
    await expect(
      readSource(picturePdf([page, page], 200), { name: 'a.pdf', afterFirstPage }),
    ).rejects.toThrow('stop')
    expect(seen).toEqual([expect.stringContaining('KẾ HOẠCH')])
  })
})

describe('a scan, where they are not', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('is refused with what to install', async () => {
    vi.stubEnv('PATH', '')
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])
    await expect(readSource(png, { name: 'a.png' })).rejects.toMatchObject({
      code: 'program-missing',
      params: { debian: 'tesseract-ocr tesseract-ocr-vie' },
    })
  })
})

describe('what Tesseract says', () => {
  it('words get baseline, height and doubt from hOCR', () => {
    const hocr = `<div class='ocr_page' title='image "x"; bbox 0 0 1000 2000; ppageno 0'><span class='ocr_line' title="bbox 100 200 500 240; baseline 0 -10; x_size 40"><span class='ocrx_word' title='bbox 100 200 200 240; x_wconf 96'>Kế</span> <span class='ocrx_word' title='bbox 220 200 300 240; x_wconf 31'><em>hoach</em></span><span class='ocrx_word' title='bbox 490 200 500 240; x_wconf 90'>|</span></span></div>`
    const page = readHocr(hocr, 'a.png')
    expect(page.items).toMatchObject([
      { text: 'Kế', doubtful: false },
      { text: 'hoach', doubtful: true },
    ])
    expect(page.items[0]?.y).toBeCloseTo(230 * 0.421, 3)
  })
})

describe('pictures', () => {
  it('long dark runs are borders, letters and dark fields are not', () => {
    const [width, height] = [120, 90]
    const head = Buffer.from(`P5\n${width} ${height}\n255\n`)
    const grey = Buffer.alloc(width * height, 255)
    const ink = (x1: number, y1: number, x2: number, y2: number) => {
      for (let y = y1; y < y2; y++) grey.fill(0, y * width + x1, y * width + x2)
    }
    ink(10, 10, 110, 12) // a border
    ink(10, 10, 12, 80) // another
    ink(40, 40, 46, 52) // a letter
    ink(60, 30, 100, 70) // a stamp
    const picture = readPgm(Buffer.concat([head, grey]))
    expect(picture && pictureRules(picture, 1)).toEqual([
      { x1: 10, x2: 109, y1: 10, y2: 11 },
      { x1: 10, x2: 11, y1: 10, y2: 79 },
    ])
  })

  it('counts the pictures of a TIFF, also where its chain bites its tail', () => {
    const tiff = (next: number) => {
      const bytes = Buffer.alloc(40)
      bytes.write('II*\0')
      bytes.writeUInt32LE(8, 4)
      bytes.writeUInt32LE(20, 10)
      bytes.writeUInt32LE(next, 22)
      return bytes
    }
    expect([tiffPages(tiff(0)), tiffPages(tiff(8)), tiffPages(tiff(4_000_000_000))]).toEqual([2, 2, 2])
  })
})
