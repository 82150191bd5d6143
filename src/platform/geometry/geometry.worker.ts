import { parentPort } from 'node:worker_threads'
import { Fault } from '../../domain/fault.ts'
import { Geos } from './geos.ts'
import { operations } from './operations.ts'
import type { Answer, Question } from './pool.ts'

const geos = await Geos.start()

function answer({ name, rest }: Question): Answer {
  try {
    const run = operations[name] as (geos: Geos, ...rest: readonly unknown[]) => unknown
    return { result: run(geos, ...rest), heapBytes: geos.heapBytes }
  } catch (error) {
    // A refusal of GEOS is an answer; anything else, such as a full heap, ends the thread and is told by it.
    if (!(error instanceof Fault)) throw error
    return { fault: { code: error.code, params: error.params }, heapBytes: geos.heapBytes }
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question), []))
