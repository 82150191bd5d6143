import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../../../domain/fault.ts'
import type { SourceText } from '../../../domain/source-text.ts'
import { TextBuilder } from '../builder.ts'
import { documentDrafts } from '../layout/document.ts'
import type { PageContent } from '../layout/model.ts'
import { limits } from '../limits.ts'
import { find, inFolder, missing, pdftoppm, run, tesseract } from '../program.ts'
import { readHocr } from './hocr.ts'
import { pictureRules, readPgm } from './picture-rules.ts'
import { tiffPages } from './tiff.ts'

export interface Scan {
  readonly bytes: Uint8Array
  readonly kind: 'pdf' | 'png' | 'jpg' | 'tif'
  readonly name: string
  /** Pages of the PDF; those that are no pictures are taken as they are. A picture file has none. */
  readonly pages: readonly PageContent[]
  /** Gets the text of page 1, which is read alone, and the number of pages; what it throws ends the reading. */
  readonly afterFirstPage: ((text: string, pages: number, scanned: boolean) => void) | undefined
  /** Gets how many pages are read, and of how many; what it throws ends the reading. */
  readonly afterPages: ((done: number, pages: number) => Promise<void>) | undefined
}

/** Pixels of the longer side: 300 dots an inch on A4. */
const pixels = 3508
/** Pages read at a time; each Tesseract keeps to one core. */
const abreast = 2

/** Reads pictures of pages through Tesseract (Vietnamese); page 1 first and alone. */
export async function readScan(scan: Scan): Promise<SourceText> {
  if (!find(tesseract)) throw missing(tesseract, scan.name)
  if (scan.kind === 'pdf' && !find(pdftoppm)) throw missing(pdftoppm, scan.name)
  await needVietnamese(scan.name)
  const count = scan.kind === 'tif' ? tiffPages(scan.bytes) : Math.max(1, scan.pages.length)
  if (count > limits.pages)
    throw new Fault('file-pages', { name: scan.name, pages: count, limit: limits.pages })
  const ends = performance.now() + count * limits.scanPageMs
  return inFolder(async (folder) => {
    const input = join(folder, `in.${scan.kind}`)
    await writeFile(input, scan.bytes)
    const first = await readPage(scan, folder, 1)
    scan.afterFirstPage?.(assembled([first], 1).text, count, true)
    const pages = [first]
    for (let from = 2; from <= count; from += abreast) {
      await scan.afterPages?.(pages.length, count)
      if (performance.now() > ends)
        throw new Fault('file-slow', { name: scan.name, seconds: (count * limits.scanPageMs) / 1000 })
      const numbers = Array.from({ length: Math.min(abreast, count - from + 1) }, (_, i) => from + i)
      pages.push(...(await Promise.all(numbers.map((number) => readPage(scan, folder, number)))))
    }
    const source = assembled(pages, count)
    if (source.text.trim() === '') throw new Fault('file-no-text', { name: scan.name })
    return source
  })
}

/** Without the Vietnamese letters Tesseract would read every tone wrongly, and sound sure of it. */
async function needVietnamese(name: string): Promise<void> {
  const languages = (await run(tesseract, { name, args: ['--list-langs'] })).toString().split(/\s+/)
  if (!languages.includes('vie')) throw missing({ ...tesseract, name: 'Tesseract OCR (vie)' }, name)
}

async function readPage(scan: Scan, folder: string, number: number): Promise<PageContent> {
  const { name } = scan
  const known = scan.pages[number - 1]
  if (known && !known.picture) return known
  const drawn = scan.kind === 'pdf' ? await drawPage(folder, number, name) : join(folder, `in.${scan.kind}`)
  const one = scan.kind === 'tif' ? ['-c', `tessedit_page_number=${number - 1}`] : []
  const args = [drawn, 'stdout', '-l', 'vie', '--psm', '3', ...one, '-c', 'tessedit_create_hocr=1']
  const hocr = (await run(tesseract, { name, args, env: { OMP_THREAD_LIMIT: '1' } })).toString('utf8')
  const page = readHocr(hocr, name)
  const picture = scan.kind === 'pdf' ? readPgm(await readFile(drawn)) : undefined
  if (scan.kind === 'pdf') await rm(drawn)
  const rules = picture ? pictureRules(picture, page.scale) : []
  return { page: number, width: page.width, height: page.height, items: page.items, rules }
}

async function drawPage(folder: string, number: number, name: string): Promise<string> {
  const target = join(folder, `page-${number}`)
  const args = [
    '-gray',
    '-f',
    `${number}`,
    '-l',
    `${number}`,
    '-scale-to',
    `${pixels}`,
    '-singlefile',
    join(folder, 'in.pdf'),
    target,
  ]
  await run(pdftoppm, { name, args })
  return `${target}.pgm`
}

function assembled(pages: readonly PageContent[], count: number): SourceText {
  const builder = new TextBuilder()
  for (const draft of documentDrafts(pages)) builder.add(draft)
  return builder.finish('scan', count)
}
