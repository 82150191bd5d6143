import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder } from './folder.ts'

/**
 * Writes a file so that whoever reads it finds the old bytes or the new, never a part: a temporary file beside
 * it, flushed to the disk, takes its name. A stop at any moment leaves at worst a `.tmp` file behind.
 */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  await makeFolder(dirname(path))
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** The same for bytes that come one after the other, under a name that is known only when all of them are there. */
export async function streamWhole(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
  name: () => string,
): Promise<void> {
  await makeFolder(folder)
  const temporary = join(folder, `${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      for await (const part of bytes) await file.writeFile(part)
      await file.sync()
    } finally {
      await file.close()
    }
    const path = name()
    await makeFolder(dirname(path))
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** A new name is safe only when its folder is on the disk too; Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
