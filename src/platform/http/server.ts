import type { Server } from 'node:http'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Fault } from '../../domain/fault.ts'

export interface Listening {
  readonly port: number
  /** Takes no new request, lets those under way finish (10 s at most), then returns. */
  stop(): Promise<void>
}

export interface Serves {
  fetch(request: Request, env: Partial<HttpBindings>): Response | Promise<Response>
}

/** Milliseconds. */
const limits = { headers: 10_000, request: 120_000, keepAlive: 5_000, drain: 10_000 }

export async function listen(
  app: Serves,
  at: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env as HttpBindings),
    serverOptions: { maxHeaderSize: 16_384 },
  }) as Server
  server.headersTimeout = limits.headers
  server.requestTimeout = limits.request
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
