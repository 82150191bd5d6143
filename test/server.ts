import { spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onceInRun } from './once.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface TestServer {
  /** Address of the public pages, with a slash at the end. */
  readonly public: string
  /** The one-time link of the officer. */
  readonly staff: string
  readonly data: string
  /** What it has written to stderr so far. */
  readonly log: () => string
  /** Asks it to stop, as Ctrl+C does, and waits for its end. */
  stop(): Promise<Ended>
  /** Ends it at once, as a cut of power does. */
  kill(): Promise<Ended>
}

/** A data folder of its own for one test file; remove it at the end. */
export async function dataFolder(): Promise<{ readonly data: string; remove(): Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), 'dothi-data-'))
  return { data, remove: () => rm(data, { recursive: true, force: true, maxRetries: 5 }) }
}

/** The same with the example town in it, made once in this run of the tests by the first command on a new folder, and copied. */
export async function exampleFolder(): Promise<
  Awaited<ReturnType<typeof dataFolder>> & { readonly made: Ended }
> {
  const example = await onceInRun('example', async (run) => {
    const made = await dothi(['audit', 'verify', '--json'], join(run, 'data')).ended
    if (made.code !== 0) throw new Error(`the example town could not be made:\n${made.err}`)
    await writeFile(join(run, 'made.json'), JSON.stringify(made))
  })
  const folder = await dataFolder()
  await cp(join(example, 'data'), folder.data, { recursive: true })
  return { ...folder, made: JSON.parse(await readFile(join(example, 'made.json'), 'utf8')) as Ended }
}

/** The version that commands run as: under another one the example's edition would be made again. */
export async function ownVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version
}

/** `npx dothi …` as a process of its own on a data folder. */
export function dothi(args: readonly string[], data: string, env: Record<string, string> = {}): Started {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src', 'app', 'main.ts'), ...args],
    {
      env: { ...process.env, DOTHI_PORT: '0', DATABASE_URL: '', ...env, DOTHI_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  return watch(child)
}

export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** The first whole line on stdout; fails with stderr where the process ends without one. */
  readonly firstLine: Promise<string>
  readonly err: () => string
}

export function watch(child: ChildProcess): Started {
  let out = ''
  let err = ''
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  // Not `close` of the process, which never comes where we closed its channel ourselves.
  const closed = [child.stdout, child.stderr].map((pipe) => new Promise((done) => pipe?.on('close', done)))
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const ended = Promise.all(closed).then(async (): Promise<Ended> => ({ code: await exit, out, err }))
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const end = out.indexOf('\n')
      if (end >= 0) resolve(out.slice(0, end))
    })
    void ended.then(() => reject(new Error(`ended without a line on stdout:\n${err}`)))
  })
  firstLine.catch(() => undefined)
  return { child, ended, firstLine, err: () => err }
}

/** A real server on any free port; on a new data folder it makes the example town first. */
export async function startServer(data: string, env: Record<string, string> = {}): Promise<TestServer> {
  const started = dothi(['serve', '--json'], data, env)
  const addresses = JSON.parse(await started.firstLine) as { public: string; staff: string }
  const { child, ended } = started
  const stop = () => {
    // A signal is a kill on Windows; that the channel closes is a word there too.
    if (process.platform === 'win32') child.disconnect()
    else child.kill('SIGTERM')
    return ended
  }
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  return { ...addresses, data, log: started.err, stop, kill }
}
