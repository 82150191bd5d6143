import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** Asks for one address over kept connections, again and again, for a time; answers how often it was answered. */
const { address, connections, ms } = workerData as { address: string; connections: number; ms: number }
const agent = new Agent({ keepAlive: true, maxSockets: connections })

function once(): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address}: ${answer.statusCode}`)),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

const counted = { answers: 0, bytes: 0 }
const began = performance.now()
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() - began < ms) {
      counted.bytes = await once()
      counted.answers++
    }
  }),
)
agent.destroy()
parentPort?.postMessage(
  { perSecond: (counted.answers * 1000) / (performance.now() - began), bytes: counted.bytes },
  [],
)
