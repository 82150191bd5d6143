import { strToU8, zipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import { readInWorker, readSource } from '../src/platform/formats/index.ts'
import type { Row } from './row.ts'

const sentence =
  'Rà soát, nạo vét rãnh thoát nước trên các tuyến đường chính, hoàn thành trước ngày 30 tháng 6 hằng năm. '

/** Reading files of each format: speed on long ones, which must grow with the size and no faster. */
export async function run(): Promise<readonly Row[]> {
  const fixture = (name: string) => readFile(new URL(`../test/documents/formats/${name}`, import.meta.url))
  const [docx, pdf] = [await fixture('ke-hoach.docx'), await fixture('ke-hoach.pdf')]
  await readSource(pdf, { name: 'first.pdf' })
  return [
    ...(await growth('text', text)),
    ...(await growth('Word', word)),
    await timed('a Word file of 2 pages, in a thread of its own', () =>
      readInWorker(docx, { name: 'a.docx' }),
    ),
    await timed('a PDF of 2 pages, in this thread', () => readSource(pdf, { name: 'a.pdf' })),
  ]
}

const text = (size: number) => strToU8(`${sentence}\n`.repeat(size))
function word(size: number): Uint8Array {
  const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const paragraphs = Array.from(
    { length: size },
    (_, i) => `<w:p><w:r><w:t>${i}. ${sentence}</w:t></w:r></w:p>`,
  )
  const document = `<w:document ${names}><w:body>${paragraphs.join('')}</w:body></w:document>`
  return zipSync({ 'word/document.xml': strToU8(document) }, { level: 1 })
}

/** The same document at two sizes; the ratio is time over size, 1 where it grows as the size does. */
async function growth(name: string, make: (size: number) => Uint8Array): Promise<Row[]> {
  const [small, large] = [make(2_000), make(20_000)]
  const [quick, slow] = [
    await best(() => readSource(small, { name: 'a' })),
    await best(() => readSource(large, { name: 'a' })),
  ]
  const megabytes = (20_000 * strToU8(sentence).length) / 1_000_000
  return [
    {
      name: `reading ${name}`,
      value: megabytes / (slow / 1000),
      unit: 'MB/s',
      against: 'growth of time over growth of size',
      ratio: slow / quick / 10,
    },
  ]
}

async function timed(name: string, work: () => Promise<unknown>): Promise<Row> {
  return { name, value: await best(work), unit: 'ms', against: null, ratio: null }
}

/** The best of five: what else runs on the machine only ever makes it slower. */
async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Infinity
  for (let i = 0; i < 5; i++) {
    const began = performance.now()
    await work()
    least = Math.min(least, performance.now() - began)
  }
  return least
}
