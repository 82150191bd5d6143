import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'

/** A program of the tests that runs as a process of its own. */
export interface OtherProcess {
  /** The next line it says; undefined when it has ended. */
  said(): Promise<string | undefined>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  readonly ended: Promise<number | null>
}

/**
 * Starts `file` under this Node; whatever still runs after the test is killed. Asked for behind what takes the record
 * away, so that it is killed before.
 */
export function otherProcesses(): (file: URL, ...args: readonly unknown[]) => OtherProcess {
  const running = new Set<OtherProcess>()
  afterEach(async () => {
    for (const one of running) await one.kill()
    running.clear()
  })
  return (file, ...args) => {
    const flags = ['--disable-warning=ExperimentalWarning', fileURLToPath(file)]
    const child = spawn(process.execPath, [...flags, ...args.map((arg) => JSON.stringify(arg))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
    const one: OtherProcess = {
      ended,
      said: async () => {
        const line: IteratorResult<string, undefined> = await lines.next()
        return line.value
      },
      kill: async () => {
        child.kill('SIGKILL')
        await ended
      },
    }
    running.add(one)
    return one
  }
}
