import { fork, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Fault } from '../../../../domain/fault.ts'
import type { MapBatch, MapBounds } from '../model.ts'
import { memoryExit, memoryWord, type Answer, type Order } from './protocol.ts'

export type ReadEnd = Extract<Answer, { kind: 'end' }>

interface Reader {
  readonly name: string
  readonly folder: string
  readonly input: string
  readonly bounds: MapBounds
  readonly signal?: AbortSignal | undefined
}

/** The process that reads one map: asked one thing at a time, killed when it is late, too large or not wanted any more. */
export class ReaderProcess {
  private readonly child: ChildProcess
  private readonly reader: Reader
  private readonly answers: Answer[] = []
  private failure: unknown
  private wake: (() => void) | undefined
  private readonly exited: Promise<void>

  constructor(reader: Reader) {
    this.reader = reader
    this.child = start(reader)
    this.child.on('message', (answer: Answer) => {
      this.answers.push(answer)
      this.wake?.()
    })
    this.exited = new Promise((resolve) => {
      this.child.on('error', (error) => this.fail(error))
      this.child.on('exit', (code, signal) => {
        this.fail(this.ended(code, signal))
        resolve()
      })
    })
    reader.signal?.addEventListener('abort', this.abort, { once: true })
  }

  async open(order: Extract<Order, { kind: 'open' }>): Promise<Extract<Answer, { kind: 'opened' }>> {
    this.order(order)
    const answer = await this.answer()
    if (answer.kind !== 'opened') throw new Error(`unexpected answer: ${answer.kind}`)
    return answer
  }

  /** Batches as they are asked for; gives what only the end could tell. */
  async *read(layers: readonly string[] | null): AsyncGenerator<MapBatch, ReadEnd, undefined> {
    this.order({ kind: 'read', layers })
    for (;;) {
      const answer = await this.answer()
      if (answer.kind === 'end') return answer
      if (answer.kind !== 'batch') continue
      yield answer.batch
      this.order({ kind: 'more' })
    }
  }

  /** Ends the process if it still lives. */
  async end(): Promise<void> {
    this.reader.signal?.removeEventListener('abort', this.abort)
    this.child.kill('SIGKILL')
    await this.exited
  }

  private readonly abort = () => {
    this.fail(this.reader.signal?.reason)
    this.child.kill('SIGKILL')
  }

  private order(order: Order): void {
    // A process that has just ended is told of by its exit.
    if (this.child.connected) this.child.send(order, () => undefined)
  }

  private fail(reason: unknown): void {
    this.failure ??= reason
    this.wake?.()
  }

  private async answer(): Promise<Answer> {
    const { deadlineMs } = this.reader.bounds
    const late = setTimeout(() => {
      this.fail(new Fault('map-slow', { name: this.reader.name, seconds: Math.ceil(deadlineMs / 1000) }))
      this.child.kill('SIGKILL')
    }, deadlineMs)
    try {
      for (;;) {
        const answer = this.answers.shift()
        if (answer?.kind === 'fault') throw new Fault(answer.code, answer.params)
        if (answer) return answer
        if (this.failure !== undefined) throw this.failure
        await new Promise<void>((resolve) => (this.wake = resolve))
      }
    } finally {
      clearTimeout(late)
    }
  }

  /** Without a word it ends only of want of memory, or of a mistake in GDAL that this file has found. */
  private ended(code: number | null, signal: NodeJS.Signals | null): Fault {
    const { name, bounds, folder } = this.reader
    // SIGKILL that is not ours is the system's own want of memory.
    const memory =
      code === memoryExit ||
      signal === 'SIGKILL' ||
      signal === 'SIGABRT' ||
      code === 134 ||
      existsSync(join(folder, memoryWord))
    return memory
      ? new Fault('map-memory', { name, limit: bounds.memoryMb })
      : new Fault('map-broken', { name, where: 'GDAL', why: `${code ?? signal}` })
  }
}

function start({ bounds, folder, input }: Reader): ChildProcess {
  const root = fileURLToPath(new URL('../../../../../', import.meta.url))
  // A path below one that is allowed already would take the rest of that folder away again.
  // The parts of a shapefile or MapInfo table lie beside the one that was named.
  const beside = /\.(shp|tab|mif)$/i.test(input) ? dirname(input) : input
  const worker = fileURLToPath(new URL('../reader.worker.ts', import.meta.url))
  return fork(worker, [], {
    serialization: 'advanced',
    // Nothing of the server's flags or environment is needed to read bytes, and of the disk only these folders.
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=SecurityWarning',
      `--max-old-space-size=${Math.floor(bounds.memoryMb * 0.5)}`,
      // GDAL is 28 MB of code, of which a file runs little: what it does not run is not looked through, and what runs
      // for less than a second is not made fast.
      '--wasm-lazy-validation',
      '--wasm-tiering-budget=200000000',
      '--permission',
      '--allow-worker',
      ...[root, folder, ...(beside.startsWith(folder) ? [] : [beside])].map(
        (path) => `--allow-fs-read=${path}`,
      ),
      `--allow-fs-write=${folder}`,
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    windowsHide: true,
  })
}
