import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSource, type Source } from './samples/markup.ts'
import { asPdf, asScannedText } from './samples/office.ts'
import { wordFile } from './samples/word.ts'

/**
 * Makes the documents for testing the reader from their sources: `node scripts/make-samples.ts [NAME…]`. Word files come
 * out the same bytes each time. PDF goes through LibreOffice, as offices make it, and scans through Tesseract (`vie`);
 * what is made is committed, for not every machine has them.
 */
const root = join(import.meta.dirname, '../test/documents')
const wanted = process.argv.slice(2)

for (const [sources, target] of [
  ['sources', 'samples'],
  ['sources/holdout', 'holdout'],
] as const)
  for (const file of readdirSync(join(root, sources)).filter((name) => name.endsWith('.src'))) {
    const name = file.slice(0, -'.src'.length)
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const source = parseSource(readFileSync(join(root, sources, file), 'utf8'))
    await make(source, join(root, target, name))
  }

async function make(source: Source, path: string): Promise<void> {
  const word = await wordFile(source)
  writeFileSync(`${path}.${source.format}`, source.format === 'pdf' ? asPdf(word) : word)
  if (source.scanned) writeFileSync(`${path}-ocr.txt`, asScannedText(word))
  console.log(path)
}
