import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Fault } from '../../domain/fault.ts'
import { policyHeaders } from './policy.ts'
import { problemOf } from './problem.ts'

export interface Listening {
  readonly port: number
  /** Takes no new request, lets those under way finish (10 s at most), then returns. */
  stop(): Promise<void>
}

export interface Serves {
  fetch(request: Request, env: Partial<HttpBindings>): Response | Promise<Response>
}

/** Bytes of the first line and all headers together. */
const headerSize = 16_384

/** Milliseconds. */
const limits = { keepAlive: 5_000, drain: 10_000 }

/** How long a request may take to come, milliseconds, and how often that is looked at. */
interface Patience {
  readonly headers: number
  readonly request: number
  readonly look: number
}
const patient: Patience = { headers: 10_000, request: 120_000, look: 5_000 }

export async function listen(
  app: Serves,
  at: { readonly host: string; readonly port: number },
  patience: Patience = patient,
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env as HttpBindings),
    serverOptions: { maxHeaderSize: headerSize, connectionsCheckingInterval: patience.look },
  }) as Server
  server.headersTimeout = patience.headers
  server.requestTimeout = patience.request
  refuseMalformed(server)
  server.keepAliveTimeout = limits.keepAlive
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Fault('port-taken', { port: at.port }, error) : error),
    )
    server.listen(at.port, at.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : at.port
  return { port, stop: () => drain(server) }
}

/** What is no request at all never reaches the app; it is refused in the same words all the same. */
function refuseMalformed(server: Server): void {
  const answering = new WeakSet<Duplex>()
  server.on('request', ({ socket }, response) => {
    answering.add(socket)
    response.once('close', () => answering.delete(socket))
  })
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
    // Who hung up hears nothing, and in the middle of an answer a second head would be read as a part of it.
    if (code === 'ECONNRESET' || !socket.writable || answering.has(socket)) socket.destroy()
    else socket.end(malformed(code))
  })
}

/** The answer as it goes over the wire, in Vietnamese: of what language is asked for nobody knows. */
function malformed(code: string | undefined): string {
  const fault =
    code === 'HPE_HEADER_OVERFLOW'
      ? new Fault('headers-too-large', { limit: headerSize / 1024 })
      : new Fault(code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request-slow' : 'request-malformed')
  const id = randomUUID()
  const body = JSON.stringify(problemOf(fault, 'vi', id))
  const headers = [
    ['Content-Type', 'application/problem+json; charset=utf-8'],
    ['Content-Language', 'vi'],
    ['Content-Length', Buffer.byteLength(body)],
    ['Cache-Control', 'no-store'],
    ['Connection', 'close'],
    ['X-Request-Id', id],
    ...policyHeaders,
  ]
  const head = [`HTTP/1.1 ${fault.status} Refused`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), limits.drain)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    // A kept-alive connection that is answering now would stay open for its whole idle time.
    server.keepAliveTimeout = 1
    server.closeIdleConnections()
  })
}
