import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSource } from './samples/markup.ts'
import { wordFile } from './samples/word.ts'

/**
 * Makes the Word and PDF documents for testing the reader from their sources: `node scripts/make-samples.ts [NAME…]`.
 * PDF goes through LibreOffice, as offices make it. What is made is committed, for not every machine has LibreOffice.
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
    const bytes = await wordFile(source)
    const path = join(root, target, `${name}.${source.format}`)
    writeFileSync(path, source.format === 'pdf' ? asPdf(bytes) : bytes)
    console.log(path)
  }

function asPdf(word: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'dothi-samples-'))
  try {
    const input = join(folder, 'document.docx')
    writeFileSync(input, word)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, input]
    execFileSync('soffice', args, { stdio: 'ignore' })
    return readFileSync(join(folder, 'document.pdf'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
