import type { Terminal } from '../platform/cli/index.ts'
import { readConfig } from '../platform/config/index.ts'
import { openDothi, type Dothi } from './compose.ts'
import { makeExampleTown } from './example-town.ts'

/** Runs a command's work on the record, which is made first, with the example town, where there is none. */
export async function withDothi<T>(
  terminal: Terminal,
  version: string,
  work: (dothi: Dothi) => Promise<T>,
): Promise<T> {
  const dothi = await openDothi(readConfig(process.env), version)
  try {
    await makeExampleTown(dothi, (line) => terminal.tell({ vi: line, en: line }))
    return await work(dothi)
  } finally {
    await dothi.close()
  }
}
