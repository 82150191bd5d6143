import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Fault } from '../../domain/fault.ts'
import { makeFolder } from './folder.ts'

/**
 * Runs `work` while no other process does the same under this lock file. A lock whose process is gone (killed
 * half-way) is taken over; a living one is refused, not waited for.
 */
export async function withLock<T>(path: string, what: string, work: () => Promise<T>): Promise<T> {
  await makeFolder(dirname(path))
  if (!(await take(path))) {
    if (await held(path)) throw new Fault('busy', { what })
    await clear(path)
    if (!(await take(path))) throw new Fault('busy', { what })
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

/** The lock appears with the number of its process in it: an empty one would look like one that was left behind. */
async function take(path: string): Promise<boolean> {
  const own = `${path}.${randomUUID()}`
  await writeFile(own, String(process.pid))
  try {
    await link(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // A disk that knows no second name of a file, such as exFAT.
    return await writeFile(path, String(process.pid), { flag: 'wx' }).then(
      () => true,
      (reason: NodeJS.ErrnoException) => {
        if (reason.code === 'EEXIST') return false
        throw reason
      },
    )
  } finally {
    await rm(own, { force: true })
  }
}

/** Of several that find the same dead lock one moves it away; the others come too late and find a living one. */
async function clear(path: string): Promise<void> {
  const away = `${path}.${randomUUID()}`
  await rename(path, away).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  // Somebody took it between our look and our hand: it stays theirs.
  if (await held(away)) await link(away, path).catch(() => undefined)
  await rm(away, { force: true })
}

async function held(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: the process lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
