import { Worker } from 'node:worker_threads'
import { Fault, type FaultParams } from '../../domain/fault.ts'
import type { FaultCode } from '../../domain/faults.ts'
import type { Arguments, OperationName, Result } from './operations.ts'

export interface Question {
  readonly name: OperationName
  readonly rest: readonly unknown[]
}

export type Answer = { readonly heapBytes: number } & (
  | { readonly result: unknown }
  | { readonly fault: { readonly code: FaultCode; readonly params: FaultParams } }
)

interface Job {
  readonly question: Question
  readonly transfer: readonly ArrayBuffer[]
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** A heap of GEOS never shrinks: a thread that came to hold more than this is let go after its work. */
const heapKept = 512 * 1024 * 1024

const closedWords = 'The geometry threads are closed'

/** Threads with a GEOS each, started when there is work for them; questions wait their turn. */
export class GeosPool {
  readonly size: number
  private readonly idle: Worker[] = []
  private readonly busy = new Map<Worker, Job>()
  private readonly waiting: Job[] = []
  private closed = false

  constructor(size: number) {
    this.size = size
  }

  /** Asks one thread. What `transfer` lists is handed over and gone from this side. */
  ask<N extends OperationName>(
    name: N,
    rest: Arguments<N>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Result<N>> {
    if (this.closed) return Promise.reject(new Error(closedWords))
    return new Promise((resolve, reject) => {
      const job = { question: { name, rest }, transfer, resolve: resolve as Job['resolve'], reject }
      this.waiting.push(job)
      this.next()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    for (const job of this.waiting.splice(0)) job.reject(new Error(closedWords))
    const threads = [...this.idle.splice(0), ...this.busy.keys()]
    await Promise.all(threads.map((thread) => thread.terminate()))
  }

  private next(): void {
    if (this.waiting.length === 0) return
    const thread = this.idle.pop() ?? (this.busy.size < this.size ? this.start() : undefined)
    const job = thread && this.waiting.shift()
    if (!thread || !job) return
    this.busy.set(thread, job)
    thread.ref()
    thread.postMessage(job.question, job.transfer)
  }

  private start(): Worker {
    const thread = new Worker(new URL('./geometry.worker.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Of the server's environment only where Node keeps our sources made ready: it starts in half the time.
      // Left out where there is none: a thread would take the word "undefined" for a folder.
      env: process.env['NODE_COMPILE_CACHE'] ? { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] } : {},
    })
    thread.on('message', (answer: Answer) => this.answered(thread, answer))
    thread.on('error', (error) => this.ended(thread, error))
    thread.on('exit', () => this.ended(thread))
    return thread
  }

  private answered(thread: Worker, answer: Answer): void {
    const job = this.busy.get(thread)
    this.busy.delete(thread)
    if (answer.heapBytes > heapKept) void thread.terminate()
    else {
      // A thread without work does not keep the process alive.
      thread.unref()
      this.idle.push(thread)
    }
    if ('fault' in answer) job?.reject(new Fault(answer.fault.code, answer.fault.params))
    else job?.resolve(answer.result)
    this.next()
  }

  private ended(thread: Worker, error?: Error): void {
    const job = this.busy.get(thread)
    this.busy.delete(thread)
    const at = this.idle.indexOf(thread)
    if (at >= 0) this.idle.splice(at, 1)
    const why = error?.message.split('\n')[0] ?? 'the thread ended'
    job?.reject(new Fault('geometry-failed', { step: job.question.name, why }, error))
    if (!this.closed) this.next()
  }
}
