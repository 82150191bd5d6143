import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A Word file as LibreOffice prints it. */
export function asPdf(word: Uint8Array): Uint8Array {
  return inFolder((folder) => readFileSync(printed(word, folder)))
}

/** What Tesseract makes of a Word file printed and scanned at 150 dots an inch, as small offices scan: its slips are real ones. */
export function asScannedText(word: Uint8Array): string {
  return inFolder((folder) => {
    run('pdftoppm', ['-r', '150', '-gray', '-png', printed(word, folder), join(folder, 'page')])
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'))
    return pages
      .sort()
      .map((page) => {
        run('tesseract', [join(folder, page), join(folder, page), '-l', 'vie'])
        return readFileSync(join(folder, `${page}.txt`), 'utf8')
      })
      .join('')
  })
}

function printed(word: Uint8Array, folder: string): string {
  const input = join(folder, 'document.docx')
  writeFileSync(input, word)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, input])
  return join(folder, 'document.pdf')
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' })
}

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'dothi-samples-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
