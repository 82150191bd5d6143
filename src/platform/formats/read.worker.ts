import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from '../../domain/fault.ts'
import type { Kind } from './detect.ts'
import type { Answer } from './in-worker.ts'
import { parse } from './parse.ts'

const { bytes, kind, name } = workerData as { bytes: Uint8Array; kind: Kind; name: string }

async function answer(): Promise<Answer> {
  try {
    return { parsed: await parse(bytes, kind, name) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { fault: { code: error.code, params: error.params } }
  }
}

parentPort?.postMessage(await answer(), [])
