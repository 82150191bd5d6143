import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '../../domain/fault.ts'

/** How long a writer waits for another process to finish, in ms. */
export const patience = 15_000

/**
 * Tries again, later and later with jitter, while `attempt` finds the record busy. The wait is ours and not
 * SQLite's, whose own would stop the whole server for its length.
 */
export async function untilFree<T>(
  attempt: () => T,
  busy: (error: unknown) => boolean,
  wait = patience,
): Promise<T> {
  const deadline = performance.now() + wait
  for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
    try {
      return attempt()
    } catch (error) {
      if (!busy(error)) throw error
      if (performance.now() > deadline)
        throw new Fault('record-busy', { seconds: Math.round(wait / 1000) }, error)
    }
    await sleep(pause * (0.5 + Math.random()))
  }
}
