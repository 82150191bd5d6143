import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../../domain/fault.ts'
import { makeFolder } from '../files/index.ts'

/**
 * Runs `work` while no other process does the same under this lock file; one that is held is refused, not waited for. The
 * lock is SQLite's own on an empty file: the system lets go of it when its process ends, however it ends, so that none is
 * ever left behind. The file stays.
 */
export async function withLock<T>(path: string, what: string, work: () => Promise<T>): Promise<T> {
  await makeFolder(dirname(path))
  const lock = new DatabaseSync(path, { timeout: 0 })
  try {
    take(lock, what)
    return await work()
  } finally {
    lock.close()
  }
}

function take(lock: DatabaseSync, what: string): void {
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    // SQLITE_BUSY.
    if ((error as { errcode?: number }).errcode === 5) throw new Fault('busy', { what })
    throw error
  }
}
