import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export interface Supervisor {
  /** Lets the worker finish its turn and ends it; after `patience` ms it is killed and its job begins anew later. */
  stop(patience?: number): Promise<void>
}

/**
 * Keeps a worker process running beside the server. `entry` opens the record and calls `workerProcess`.
 * `pause`, in ms, keeps one that cannot start
 * from spinning.
 */
export function supervise(entry: URL, report: (exit: string) => void, pause = 1000): Supervisor {
  const stopping = new AbortController()
  const state: { child: ChildProcess | undefined } = { child: undefined }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const child = fork(fileURLToPath(entry), { execArgv: ['--disable-warning=ExperimentalWarning'] })
      state.child = child
      const exit = await new Promise<string>((resolve) => {
        child.on('exit', (code, signal) => resolve(signal ?? String(code)))
        child.on('error', (error) => resolve(error.message))
      })
      if (stopping.signal.aborted) return
      report(exit)
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    stop: async (patience = 5000) => {
      stopping.abort()
      state.child?.kill('SIGTERM')
      const late = setTimeout(() => state.child?.kill('SIGKILL'), patience)
      await running
      clearTimeout(late)
    },
  }
}
