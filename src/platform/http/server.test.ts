import { Agent, get, request } from 'node:http'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { listen } from './server.ts'

const local = { host: '127.0.0.1', port: 0 }

function ask(port: number, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/', agent }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve(text))
    }).on('error', reject)
  })
}

/** Everything that comes back for these bytes until the server hangs up. */
function answerTo(port: number, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(sent))
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
}

test('asked to stop, a request under way is finished and no new one is taken', async () => {
  const began = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const app = new Hono()
  app.get('/', async (c) => {
    began.resolve()
    await released.promise
    return c.text('saved')
  })
  const listening = await listen(app, local)
  const agent = new Agent({ keepAlive: true })
  const saving = ask(listening.port, agent)
  await began.promise
  const stopped = listening.stop()
  await expect(ask(listening.port)).rejects.toThrow('ECONNREFUSED')
  released.resolve()
  expect(await saving).toBe('saved')
  // The kept-alive connection does not hold the server open.
  await stopped
  agent.destroy()
})

test('a port that is taken is told by its number, with what to do', async () => {
  const first = await listen(new Hono(), local)
  await expect(listen(new Hono(), { ...local, port: first.port })).rejects.toMatchObject({
    code: 'port-taken',
    params: { port: first.port },
  })
  await first.stop()
})

test('a head without end is cut off, so that nobody holds a connection with nothing', async () => {
  const listening = await listen(new Hono(), local)
  const asked = request({ host: '127.0.0.1', port: listening.port, headers: { x: 'y'.repeat(20_000) } })
  const status = await new Promise((resolve, reject) => {
    asked.on('response', (answer) => resolve(answer.statusCode)).on('error', reject)
    asked.end()
  })
  expect(status).toBe(431)
  await listening.stop()
})

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400, 'request-malformed'],
  ['a header without a name', 'GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n', 400, 'request-malformed'],
  [
    'cookies of 20 KB',
    `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers-too-large',
  ],
])('%s is refused with a sentence, not with a bare number', async (_, sent, status, code) => {
  const listening = await listen(new Hono(), local)
  const answer = await answerTo(listening.port, sent)
  await listening.stop()
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(head).toContain('Content-Type: application/problem+json')
  expect(head).toContain('X-Content-Type-Options: nosniff')
  expect(JSON.parse(body)).toMatchObject({ status, code, detail: expect.stringMatching(/Hãy/) })
})

test('a head that does not come to its end is told so before the line is cut', async () => {
  const listening = await listen(new Hono(), local, { headers: 50, request: 50, look: 10 })
  const answer = await answerTo(listening.port, 'GET / HTTP/1.1\r\nHost: a\r\n')
  await listening.stop()
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head).toMatch(/^HTTP\/1\.1 408 /)
  expect(JSON.parse(body)).toMatchObject({ status: 408, code: 'request-slow' })
})
