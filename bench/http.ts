import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { root } from '../scripts/process.ts'
import { dataFolder, startServer, watch } from '../test/server.ts'
import type { Row } from './row.ts'

interface Load {
  readonly perSecond: number
  readonly bytes: number
}

/** 32 kept connections from a thread of this process; the server has the other core. */
function load(address: string, ms: number): Promise<Load> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load.worker.ts', import.meta.url), {
      workerData: { address, connections: 32, ms },
    })
    worker.on('message', resolve)
    worker.on('error', reject)
  })
}

async function measure(address: string): Promise<Load> {
  await load(address, 1500)
  return load(address, 5000)
}

export async function run(): Promise<readonly Row[]> {
  const folder = await dataFolder()
  const server = await startServer(folder.data, { DOTHI_LOG: 'info' })
  const list = new URL('nhiem-vu', server.public).href
  const bare = watch(
    spawn(process.execPath, [join(root, 'bench', 'bare.ts'), list], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )
  try {
    const file = await measure(list)
    const handler = await measure(await bare.firstLine)
    const rendered = await measure(new URL('nhiem-vu/loc', server.public).href)
    const against = `a bare Hono handler, same ${file.bytes} bytes: ${Math.round(handler.perSecond)}/s`
    return [
      {
        name: 'task list, a file of the edition',
        value: file.perSecond,
        unit: 'requests/s',
        against: `${against} (goal 0.5)`,
        ratio: file.perSecond / handler.perSecond,
      },
      {
        name: 'task list, rendered on request',
        value: rendered.perSecond,
        unit: 'requests/s',
        against,
        ratio: rendered.perSecond / handler.perSecond,
      },
    ]
  } finally {
    bare.child.kill()
    await server.stop()
    await folder.remove()
  }
}
