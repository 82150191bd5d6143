import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clusterFolder, stopCluster } from './postgres.ts'

/** Names the folder of this run's PostgreSQL cluster; nothing starts until a spec asks for it. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-pg-'))
  process.env[clusterFolder] = folder
  return () => stopCluster(folder)
}
