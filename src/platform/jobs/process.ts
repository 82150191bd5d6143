import type { Job, TownRecord } from '../db/index.ts'
import type { JobKind } from './kind.ts'
import { runWorker } from './worker.ts'

/**
 * The whole life of a worker's own process: works until told to stop (SIGTERM), or until the server that
 * started it is gone, which closes the channel between them; then closes the record.
 */
export async function workerProcess(
  record: TownRecord,
  kinds: readonly JobKind[],
  report: (error: unknown, job: Job) => void,
): Promise<void> {
  const stop = new AbortController()
  const end = () => stop.abort()
  process.once('SIGTERM', end).once('disconnect', end)
  try {
    await runWorker(record, kinds, { signal: stop.signal, report })
  } finally {
    process.off('disconnect', end)
    await record.close()
    if (process.connected) process.disconnect()
  }
}
