import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../scripts/process.ts'
import { dataFolder, startServer } from '../test/server.ts'
import type { Row } from './row.ts'

const times = 5

/** From the start of the process to the last byte of the first page. */
async function firstPage(data: string): Promise<number> {
  const began = performance.now()
  const server = await startServer(data, { DOTHI_LOG: 'warn' })
  const answer = await fetch(server.public)
  const text = await answer.text()
  const took = performance.now() - began
  await server.stop()
  if (answer.status !== 200 || !text.includes('</html>')) throw new Error(`first page: ${answer.status}`)
  return took
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

export async function run(): Promise<readonly Row[]> {
  const folders = await Promise.all(Array.from({ length: times }, () => dataFolder()))
  try {
    const [first] = folders
    await rm(join(root, 'build', 'sources.sha256'), { force: true })
    const built = await firstPage(first?.data ?? '')
    const fresh: number[] = []
    for (const { data } of folders.slice(1)) fresh.push(await firstPage(data))
    const again: number[] = []
    for (const { data } of folders) again.push(await firstPage(data))
    const row = (name: string, value: number): Row => ({
      name,
      value,
      unit: 'ms',
      against: null,
      ratio: null,
    })
    return [
      row('start to first page: new record, pages to build', built),
      row(`start to first page: new record, pages built (median of ${fresh.length})`, median(fresh)),
      row(`start to first page: existing record (median of ${again.length})`, median(again)),
    ]
  } finally {
    await Promise.all(folders.map((folder) => folder.remove()))
  }
}
