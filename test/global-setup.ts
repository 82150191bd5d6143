import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFolder } from './once.ts'
import { cluster, postgisHint, stopCluster, withoutPostgis } from './postgres.ts'

/** Names the folder that the test files of this run share; nothing is made there until a spec asks for it. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // It is asked for by each project of a run; the first one's folder is everybody's.
  if (process.env[runFolder]) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'dothi-test-'))
  // The user that PostgreSQL runs as must be able to reach its own folder in it.
  await chmod(folder, 0o711)
  process.env[runFolder] = folder
  return async () => {
    if (withoutPostgis(folder)) process.stderr.write(`${postgisHint}\n`)
    await stopCluster(join(folder, cluster))
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
