import type { SourceText } from '../../domain/source-text.ts'
import { parse } from './parse.ts'
import { readWith, type ReadOptions } from './read.ts'

export { readInWorker } from './in-worker.ts'
export { limits } from './limits.ts'
export { formatsInstalled } from './program.ts'
export type { ReadOptions }

/**
 * Reads a document of any known format into one text with its blocks; everything else is a `Fault`. For a file
 * from outside use `readInWorker`, which bounds memory and time.
 */
export async function readSource(bytes: Uint8Array, options: ReadOptions): Promise<SourceText> {
  return readWith(parse, bytes, options)
}
