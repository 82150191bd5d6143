import { expect, test } from 'vitest'
import { createHttp, openMetrics } from '../../platform/http/index.ts'
import { openLog } from '../../platform/log/index.ts'
import { addHealth } from './health.ts'

const near = { incoming: { socket: { remoteAddress: '127.0.0.1' } } } as never

test('whoever keeps the machine learns which part is not ready, a stranger never why', async () => {
  const faults: Record<string, string | null> = { record: null, edition: null }
  const metrics = openMetrics()
  const app = createHttp({ log: openLog('silent'), metrics, bodyLimit: () => 1024 })
  const check = (name: string) => () => Promise.resolve({ name, fault: faults[name] ?? null })
  addHealth(app, metrics, [check('record'), check('edition')])
  const ask = async (path: string) => {
    const answer = await app.request(
      `http://127.0.0.1:3000${path}`,
      { headers: { host: '127.0.0.1:3000' } },
      near,
    )
    expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store'])
    return [answer.status, await answer.json()]
  }
  expect(await ask('/readyz')).toEqual([200, { ready: true, record: true, edition: true }])
  faults['edition'] = 'Error: /var/lib/dothi: permission denied'
  expect(await ask('/readyz')).toEqual([503, { ready: false, record: true, edition: false }])
  // Alive is another question: who restarts a server that only waits for its disk makes things worse.
  expect(await ask('/healthz')).toEqual([200, { alive: true }])
})
