import { Worker } from 'node:worker_threads'
import { Fault, type FaultParams } from '../../domain/fault.ts'
import type { FaultCode } from '../../domain/faults.ts'
import type { SourceText } from '../../domain/source-text.ts'
import type { Kind } from './detect.ts'
import { limits } from './limits.ts'
import type { Parsed } from './parse.ts'
import { readWith, type ReadOptions } from './read.ts'
import type { Watch } from './watch.ts'

export interface WorkerOptions extends ReadOptions {
  /** Heap of the reading thread, MB, and deadline, ms; the usual ones where left out. */
  readonly heapMb?: number
  readonly deadlineMs?: number
}

/** What the reading thread says while it reads, and answers with. */
export type Answer =
  | { readonly firstPage: string; readonly pages: number }
  | { readonly done: number; readonly pages: number }
  | { readonly parsed: Parsed }
  | { readonly fault: { readonly code: FaultCode; readonly params: FaultParams } }

/** Reads in a thread of its own: a file that eats memory or time ends that thread and is refused. */
export async function readInWorker(bytes: Uint8Array, options: WorkerOptions): Promise<SourceText> {
  return readWith(
    (data, kind, name, watch) => parseInWorker({ bytes: data, kind, name }, watch, options),
    bytes,
    options,
  )
}

interface Input {
  readonly bytes: Uint8Array
  readonly kind: Kind
  readonly name: string
}

function parseInWorker(input: Input, watch: Watch, options: WorkerOptions): Promise<Parsed> {
  const { kind, name } = input
  const { heapMb = limits.workerHeapMb, deadlineMs = limits.readMs } = options
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read.worker.ts', import.meta.url), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      // Nothing of the caller's flags is needed to read bytes, and of its environment only where Node keeps sources
      // made ready.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // Left out where there is none: a thread would take the word "undefined" for a folder.
      env: process.env['NODE_COMPILE_CACHE'] ? { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] } : {},
    })
    const end = (error: unknown) => {
      reject(error)
      void worker.terminate()
    }
    const late = setTimeout(
      () => end(new Fault('file-slow', { name, seconds: Math.ceil(deadlineMs / 1000) })),
      deadlineMs,
    )
    worker.on('message', (answer: Answer) => {
      if ('fault' in answer) reject(new Fault(answer.fault.code, answer.fault.params))
      else if ('parsed' in answer) resolve(answer.parsed)
      else {
        // A page more is a sign of life: the deadline bounds what stands still.
        late.refresh()
        report(answer, watch).catch(end)
      }
    })
    worker.on('error', (error: Error & { code?: string }) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new Fault('file-memory', { name, limit: heapMb })
          : new Fault('file-broken', { name, where: kind }, error),
      ),
    )
    worker.on('exit', () => {
      clearTimeout(late)
      // Settled long since, but for a thread that ended without a word.
      reject(new Fault('file-broken', { name, where: kind }))
    })
  })
}

async function report(said: Extract<Answer, { readonly pages: number }>, watch: Watch): Promise<void> {
  if ('firstPage' in said) watch.firstPage(said.firstPage, said.pages)
  else await watch.pages(said.done, said.pages)
}
