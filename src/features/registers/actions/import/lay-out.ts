import { copyFile, link, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeFolder, type Objects } from '../../../../platform/files/index.ts'
import type { FilePart } from '../../model/import/run.ts'

/** Lays kept files out under the names they came with, for the time of `work`, which has a folder for itself too. */
export async function laidOut<T>(
  files: Pick<Objects, 'path'>,
  parts: readonly FilePart[],
  work: (path: string, folder: string) => Promise<T>,
): Promise<T> {
  const whole = await mkdtemp(join(tmpdir(), 'dothi-import-'))
  const folder = join(whole, 'files')
  try {
    await makeFolder(folder)
    for (const { name, sha256 } of parts) await put(files.path(sha256), join(folder, safe(name)))
    const main = parts.find(({ name }) => parts.length === 1 || /\.(shp|tab|mif)$/i.test(name))
    const inside = /^([^/]+\.gdb)\//i.exec(parts[0]?.name ?? '')?.[1]
    return await work(join(folder, main ? safe(main.name) : (inside ?? '')), whole)
  } finally {
    await rm(whole, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The same bytes under a second name where the disk can, so that a large file is not written twice. */
async function put(from: string, to: string): Promise<void> {
  await makeFolder(dirname(to))
  await link(from, to).catch(() => copyFile(from, to))
}

/** Names from outside stay inside the folder. */
const safe = (name: string) =>
  name
    .split(/[/\\]/)
    .map((part) =>
      part
        .replaceAll(/[\p{Cc}:*?"<>|]/gu, '_')
        .replace(/^\.+/, '_')
        .slice(-120),
    )
    .filter((part) => part !== '')
    .slice(-3)
    .join('/')
