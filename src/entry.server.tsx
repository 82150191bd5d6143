import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import {
  ServerRouter,
  isRouteErrorResponse,
  type EntryContext,
  type RouterContextProvider,
} from 'react-router'
import { servicesKey } from './ui/services.ts'

export { servicesKey } from './ui/services.ts'

/**
 * Renders a page whole before the first byte leaves: a file of an edition must hold no script that puts late
 * parts in place, and a page that fails half-way must not carry status 200.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: Readonly<RouterContextProvider>,
): Promise<Response> {
  const nonce = loadContext.get(servicesKey).nonce ?? undefined
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} {...(nonce && { nonce })} />,
      {
        ...(nonce && { nonce }),
        onAllReady() {
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
          pipe(body)
        },
        onShellError: (error) => reject(error instanceof Error ? error : new Error(String(error))),
        // An error inside a boundary has been handled by the router, which set the status before rendering.
        onError: () => undefined,
      },
    )
  })
}

/** An address that leads nowhere is no error of ours; everything else goes to the server's log. */
export function handleError(
  error: unknown,
  { request, context }: { readonly request: Request; readonly context: Readonly<RouterContextProvider> },
): void {
  if (isRouteErrorResponse(error) || request.signal.aborted) return
  context.get(servicesKey).failed(error, request)
}
