import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from '../../domain/fault.ts'
import type { Kind } from './detect.ts'
import type { Answer } from './in-worker.ts'
import { parse } from './parse.ts'
import type { Watch } from './watch.ts'

const { bytes, kind, name } = workerData as { bytes: Uint8Array; kind: Kind; name: string }

const say = (answer: Answer): void => parentPort?.postMessage(answer, [])
const watch: Watch = {
  firstPage: (text, pages) => say({ firstPage: text, pages }),
  pages: async (done, pages) => say({ done, pages }),
}

async function answer(): Promise<Answer> {
  try {
    return { parsed: await parse(bytes, kind, name, watch) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { fault: { code: error.code, params: error.params } }
  }
}

say(await answer())
