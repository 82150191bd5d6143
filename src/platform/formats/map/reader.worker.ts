import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Fault } from '../../../domain/fault.ts'
import type { MapBatch } from './model.ts'
import { Orders } from './process/orders.ts'
import { memoryExit, memoryWord, type Answer } from './process/protocol.ts'
import { Reading } from './process/reading.ts'

/*
 * The whole life of the process that reads one map: orders in, answers out over its channel. It ends with the
 * channel, so that nothing outlives a server that is gone.
 */

const say = (answer: Answer) => process.send?.(answer)
const orders = new Orders()
process.once('disconnect', () => process.exit(0))

/** A batch goes out, the next is made when it is dealt with: nothing piles up in between. */
async function read(batches: AsyncGenerator<MapBatch>): Promise<boolean> {
  for await (const batch of batches) {
    say({ kind: 'batch', batch })
    if ((await orders.next()).kind === 'stop') return false
  }
  return true
}

async function serve(reading: Reading): Promise<void> {
  say(await reading.open())
  for (;;) {
    const order = await orders.next()
    if (order.kind === 'stop') return
    if (order.kind !== 'read') continue
    if (!(await read(reading.batches(order.layers)))) return
    say({ kind: 'end', notes: reading.notes.take(), peakMb: peakMb() })
  }
}

/**
 * Memory of buffers and WASM is counted by nobody but the system: a thread looks at it, whatever this one does. It
 * leaves word in the folder before it ends the process, since Windows knows no signals that could say why.
 */
function watchMemory(memoryMb: number, folder: string): void {
  const code = `const { workerData } = require('node:worker_threads')
    const { writeFileSync } = require('node:fs')
    setInterval(() => {
      if (process.memoryUsage.rss() <= workerData.bytes) return
      writeFileSync(workerData.word, '')
      process.kill(process.pid, 'SIGKILL')
    }, 100)`
  const word = join(folder, memoryWord)
  new Worker(code, { eval: true, workerData: { bytes: memoryMb * 1_048_576, word } }).unref()
}

/** The most memory this process has held, MB. */
const peakMb = () => Math.ceil(process.resourceUsage().maxRSS / 1024)

/** GDAL aborts when it gets no more memory; buffers and arrays are refused by name. */
function isMemory(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return /abort|memory|OOM/i.test(error.message)
  return error instanceof RangeError && /memory|allocation|Invalid (typed )?array length/i.test(error.message)
}

async function main(): Promise<void> {
  const order = await orders.next()
  if (order.kind !== 'open') return
  watchMemory(order.bounds.memoryMb, order.folder)
  const reading = new Reading(order)
  try {
    await serve(reading)
  } catch (error) {
    if (isMemory(error)) process.exit(memoryExit)
    const fault =
      error instanceof Fault
        ? error
        : new Fault('map-broken', { name: order.name, where: 'dothi', why: String(error).slice(0, 300) })
    say({ kind: 'fault', code: fault.code, params: fault.params })
  }
}

await main()
process.disconnect?.()
