import { describe, expect, test } from 'vitest'
import { createRoute, z } from '@hono/zod-openapi'
import { openLog } from '../log/index.ts'
import { Fault } from '../../domain/fault.ts'
import { createHttp, openContentServer, openMetrics } from './index.ts'

const lines: string[] = []
const log = openLog('info', { write: (line) => lines.push(line) })
const app = createHttp({ log, metrics: openMetrics(), bodyLimit: () => 1024 })
const content = openContentServer()

app.get('/ok', (c) => c.text('ok'))
app.post('/save', async (c) => c.text(String((await c.req.text()).length)))
app.get('/can-bo/secret', (c) => c.text('canary'))
app.get('/can-bo/*', (c) => c.text('canary'))
app.get('/metrics', (c) => c.text('canary'))
app.get('/broken', () => {
  throw new TypeError('canary is undefined')
})
app.get('/busy', () => {
  throw new Fault('not-ready', { what: 'x' })
})
app.openapi(
  createRoute({
    method: 'get',
    path: '/tasks',
    request: { query: z.object({ group: z.coerce.number().int() }) },
    responses: { 200: { description: 'tasks' } },
  }),
  (c) => c.text(String(c.req.valid('query').group)),
)
app.get('/file', (c) =>
  content.serve(c, {
    digest: 'd1',
    type: 'text/html; charset=utf-8',
    immutable: false,
    bytes: () => Promise.resolve(new TextEncoder().encode('nhiệm vụ '.repeat(200))),
  }),
)
app.get('/edition-api', (c) => c.json({ a: 1 }, 200, { 'Content-Security-Policy': "default-src 'none'" }))

/** Answers to every address, as a router behind ours may: only the rule of who may come near says no. */
const open = createHttp({ log, metrics: openMetrics(), bodyLimit: () => 1024 })
open.all('/*', (c) => c.text('canary'))

const near = { incoming: { socket: { remoteAddress: '127.0.0.1' } } } as never
const far = { incoming: { socket: { remoteAddress: '203.0.113.9' } } } as never
const at = (
  path: string,
  headers: Record<string, string> = {},
  env = near,
  method = 'GET',
  body?: string,
  to = app,
) =>
  to.request(
    `http://127.0.0.1:3000${path}`,
    { method, headers: { host: '127.0.0.1:3000', ...headers }, ...(body !== undefined && { body }) },
    env,
  )

describe('a refusal is one shape that a program and a person can read', () => {
  test('problem+json with both codes and the sentence in Vietnamese, or in English when asked for', async () => {
    const vi = await at('/nowhere')
    expect(vi.status).toBe(404)
    expect(vi.headers.get('content-type')).toContain('application/problem+json')
    expect(await vi.json()).toMatchObject({
      type: '/mo-ta-api#not-found',
      status: 404,
      code: 'not-found',
      title: 'Không tìm thấy',
      instance: `urn:dothi:request:${vi.headers.get('x-request-id')}`,
    })
    const en = (await (await at('/nowhere', { 'accept-language': 'fr, en-GB;q=0.8' })).json()) as {
      detail: string
    }
    expect(en.detail).toBe('There is no /nowhere here. Check the address or search by name.')
  })

  test('a mistake of ours says nothing of our insides, and its id leads to the log', async () => {
    const answer = await at('/broken', { 'x-request-id': 'abcd-1234' })
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).not.toContain('canary')
    expect(text).toContain('abcd-1234')
    expect(lines.some((line) => line.includes('abcd-1234') && line.includes('canary is undefined'))).toBe(
      true,
    )
  })

  test('what the contract refuses names the field', async () => {
    const answer = await at('/tasks?group=two')
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      code: 'bad-request',
      detail: expect.stringContaining('query.group'),
    })
  })

  test('a body over the limit is refused, also where it hides its length', async () => {
    const own = { origin: 'http://127.0.0.1:3000' }
    expect((await at('/save', own, near, 'POST', 'x'.repeat(1024))).status).toBe(200)
    expect((await at('/save', own, near, 'POST', 'x'.repeat(1025))).status).toBe(413)
  })
})

describe('every answer carries the policy', () => {
  test.each(['/ok', '/nowhere', '/broken', '/busy', '/file', '/tasks?group=x', '/can-bo/secret'])(
    '%s',
    async (path) => {
      const { headers } = await at(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toContain('http')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-request-id')).toBeTruthy()
    },
  )

  test('one that set its own policy keeps it', async () => {
    expect((await at('/edition-api')).headers.get('content-security-policy')).toBe("default-src 'none'")
  })
})

describe('staff pages and figures of the machine do not exist for anyone else', () => {
  const paths = [
    '/can-bo/secret',
    '/CAN-BO/secret',
    '/%63an-bo/secret',
    '/%2563an-bo/secret',
    '//can-bo/secret',
    '/can-bo.data',
    '/en/can-bo/secret',
    '/api/can-bo/secret',
    '/can-bo%2fsecret',
    '/metrics',
  ]
  test.each(paths)('%s from another machine', async (path) => {
    const there = await at(path, {}, far, 'GET', undefined, open)
    expect(there.status).toBe(404)
    const nowhere = await at('/nowhere-at-all', {}, far)
    const shape = async (answer: Response) => Object.keys((await answer.json()) as object)
    expect(await shape(there)).toEqual(await shape(nowhere))
  })

  test.each([
    ['a foreign name that was pointed at this machine', { host: 'evil.example:3000' }],
    ['a name that only begins like ours', { host: '127.0.0.1.evil.example' }],
    ['a proxy on this machine', { 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy that says so in the standard way', { forwarded: 'for=203.0.113.9' }],
  ])('%s', async (_, headers) => {
    expect((await at('/can-bo/secret', headers)).status).toBe(404)
    expect((await at('/metrics', headers)).status).toBe(404)
  })

  test('without a socket address the answer is no', async () => {
    expect(
      (await app.request('http://127.0.0.1/can-bo/secret', { headers: { host: '127.0.0.1' } })).status,
    ).toBe(404)
  })

  test('on this machine they answer', async () => {
    expect(await (await at('/can-bo/secret')).text()).toBe('canary')
    expect((await at('/can-bo/secret', { host: '[::1]:3000' })).status).toBe(200)
  })

  test('a public path that only looks alike is public', async () => {
    expect((await at('/can-bo-cong-khai', {}, far, 'GET', undefined, open)).status).toBe(200)
    expect((await at('/ok', {}, far)).status).toBe(200)
  })
})

describe('a change is taken from our own page only', () => {
  test.each([
    [{ origin: 'http://127.0.0.1:3000' }, 200],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'http://127.0.0.1:4000' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
  ])('%j', async (headers, status) => {
    expect((await at('/save', headers as Record<string, string>, near, 'POST', 'x')).status).toBe(status)
  })
})

describe('content that never changes is sent once', () => {
  test('compressed when the browser can, plain when not, and not at all when it has it', async () => {
    const plain = await at('/file')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toContain('nhiệm vụ')
    const small = await at('/file', { 'accept-encoding': 'gzip, br' })
    expect(small.headers.get('content-encoding')).toBe('br')
    expect((await small.arrayBuffer()).byteLength).toBeLessThan(100)
    const etag = small.headers.get('etag') ?? ''
    const again = await at('/file', { 'accept-encoding': 'gzip, br', 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect((await at('/file', { 'if-none-match': etag })).status).toBe(200)
    expect((await at('/file', { 'accept-encoding': 'br;q=0, gzip' })).headers.get('content-encoding')).toBe(
      'gzip',
    )
  })
})

test('the log has the path but not what was searched for', async () => {
  await at('/ok?q=canary-search')
  expect(lines.join('')).not.toContain('canary-search')
})
