import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const folder = fileURLToPath(new URL('./golden/', import.meta.url))

/** Compares `text` with the golden file `test/golden/<path>`; `npm run bless` writes it anew. */
export async function golden(path: string, text: string): Promise<void> {
  const file = join(folder, path)
  if (process.env.DOTHI_BLESS === '1') {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const kept = await readFile(file, 'utf8').catch(() => `(no ${path}: run npm run bless)\n`)
  expect(text, `${path} has changed; if that is right, run npm run bless`).toBe(kept.replaceAll('\r\n', '\n'))
}
