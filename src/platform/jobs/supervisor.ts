import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export interface Supervisor {
  /**
   * Ends the worker, whose job gives way at its next progress and waits again; after `patience` ms, more than a
   * page of a scan takes, it is killed.
   */
  stop(patience?: number): Promise<void>
}

export interface SupervisorOptions {
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** Before one that ended is started again, ms: keeps one that cannot start from spinning. */
  readonly pause?: number
}

/** Keeps a worker process running beside the server. `entry` opens the record and calls `workerProcess`. */
export function supervise(
  entry: URL,
  report: (exit: string) => void,
  { args = [], env = process.env, pause = 1000 }: SupervisorOptions = {},
): Supervisor {
  const stopping = new AbortController()
  const state: { child: ChildProcess | undefined } = { child: undefined }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const execArgv = ['--disable-warning=ExperimentalWarning']
      const child = fork(fileURLToPath(entry), args, { execArgv, env })
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
    stop: async (patience = 15_000) => {
      stopping.abort()
      // The worker takes the closed channel for the word to end: on Windows a signal would be a kill.
      if (state.child?.connected) state.child.disconnect()
      const late = setTimeout(() => state.child?.kill('SIGKILL'), patience)
      await running
      clearTimeout(late)
    },
  }
}
