import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '../domain/fault.ts'
import { withLock } from '../platform/db/index.ts'

/**
 * Does `work` once, however many processes ask for it at the same time: the others wait until it is `done`. A
 * process that was killed half-way leaves its turn to the next.
 */
export async function once(
  lock: string,
  what: string,
  done: () => Promise<boolean>,
  work: () => Promise<void>,
): Promise<void> {
  while (!(await done())) {
    try {
      return await withLock(lock, what, async () => {
        if (!(await done())) await work()
      })
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'busy')) throw error
      // Another process is at it; a look every so often costs nothing beside work of seconds.
      await pause(100)
    }
  }
}
