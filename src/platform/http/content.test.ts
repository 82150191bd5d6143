import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { HttpEnv } from './app.ts'
import { openContentServer, type Content } from './content.ts'

function site(content: Content) {
  const server = openContentServer()
  const app = new Hono<HttpEnv>()
  app.get('/', (c) => server.serve(c, content))
  return (headers: Record<string, string> = {}) => app.request('/', { headers })
}

const text = (digest: string, read: () => string): Content => ({
  digest,
  type: 'text/plain; charset=utf-8',
  immutable: false,
  bytes: async () => new TextEncoder().encode(read()),
})

test('bytes are read once, however many ask at the same time', async () => {
  const counted = { reads: 0 }
  const ask = site(text('a', () => `read ${++counted.reads}`))
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['read 1', 'read 1', 'read 1'])
})

test('a failure to read is told once and tried again, not kept', async () => {
  const state = { broken: true }
  const ask = site(
    text('a', () => {
      if (state.broken) throw new Error('disk')
      return 'well'
    }),
  )
  expect((await ask()).status).toBe(500)
  state.broken = false
  expect(await (await ask()).text()).toBe('well')
})

test('a font is not packed again, and an address with a digest is kept by the browser for good', async () => {
  const bytes = () => Promise.resolve(new Uint8Array([1, 2, 3]))
  const ask = site({ digest: 'f', type: 'font/woff2', immutable: true, bytes })
  const answer = await ask({ 'accept-encoding': 'br' })
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
})

test('the most that memory holds is bounded: what was asked for longest ago is read again', async () => {
  const server = openContentServer()
  const reads: number[] = []
  const app = new Hono<HttpEnv>()
  app.get('/:n', (c) => {
    const number = Number(c.req.param('n'))
    const bytes = () => {
      reads.push(number)
      return Promise.resolve(new Uint8Array(24 * 1024 * 1024))
    }
    return server.serve(c, { digest: String(number), type: 'font/woff2', immutable: true, bytes })
  })
  for (const number of [1, 2, 3, 2, 3, 1]) await (await app.request(`/${number}`)).arrayBuffer()
  expect(reads).toEqual([1, 2, 3, 1])
})
