import type { Job, TownRecord } from '../db/index.ts'
import type { JobKind } from './kind.ts'
import { runWorker } from './worker.ts'

/**
 * The whole life of a worker's own process: works until the channel to the server that started it is closed, because
 * the server says so or is gone, or until SIGTERM; then closes the record.
 */
export async function workerProcess(
  record: TownRecord,
  kinds: readonly JobKind[],
  report: (error: unknown, job: Job) => void,
): Promise<void> {
  const stop = new AbortController()
  const end = () => stop.abort()
  process.once('SIGTERM', end).once('disconnect', end)
  // A terminal sends these to the server and to us; the server decides when the worker stops.
  const ignore = () => undefined
  process.on('SIGINT', ignore).on('SIGHUP', ignore)
  // The server may be gone before anybody listened.
  if ('connected' in process && !process.connected) end()
  try {
    await runWorker(record, kinds, { signal: stop.signal, report })
  } finally {
    process.off('disconnect', end)
    process.off('SIGINT', ignore).off('SIGHUP', ignore)
    await record.close()
    if (process.connected) process.disconnect()
  }
}
