import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Fault } from '../../domain/fault.ts'
import type { Log } from '../log/index.ts'
import { callerOf, fromOwnPage, isStaffPath, onThisMachine } from './access.ts'
import { acceptedLanguage } from './language.ts'
import type { Metrics } from './metrics.ts'
import { policyHeaders } from './policy.ts'
import { asFault, problemOf } from './problem.ts'

export interface HttpEnv {
  Bindings: Partial<HttpBindings>
  Variables: {
    /** Id of the request, in the log and in the answer. */
    request: string
    /** One of few words that the metrics count by. */
    kind: string
  }
}
export type HttpContext = Context<HttpEnv>

export interface HttpNeeds {
  readonly log: Log
  readonly metrics: Metrics
  /** Most bytes a body may have, by path. */
  readonly bodyLimit: (path: string) => number
  /** Paths where nothing can be changed: any other method is told which there are. */
  readonly readOnly?: (path: string) => boolean
}

const mega = 1024 * 1024

/** An app that already has ids, log, policy, refusals and the rule of who may come near; features add routes. */
export function createHttp(needs: HttpNeeds): OpenAPIHono<HttpEnv> {
  const app = createApi()
  app.use(observe(needs))
  app.use(onlyReads(needs))
  app.use(admit)
  app.use((c, next) => {
    const maxSize = needs.bodyLimit(c.req.path)
    const tooLarge = () => refuse(c, new Fault('body-too-large', { limit: maxSize / mega }), needs.log)
    return bodyLimit({ maxSize, onError: tooLarge })(c, next)
  })
  app.onError((error, c) => refuse(c, error, needs.log))
  app.notFound((c) => refuse(c, new Fault('not-found', { what: c.req.path.slice(0, 200) }), needs.log))
  return app
}

/** A part of the API that a feature makes; what its contract refuses is told in our words. */
export function createApi(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({
    defaultHook(result) {
      if (result.success) return
      const [issue] = result.error.issues
      const where = [result.target, ...(issue?.path ?? [])].join('.')
      throw new Fault('bad-request', { where, found: issue?.message ?? '' })
    },
  })
}

function observe({ log, metrics }: HttpNeeds): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const began = performance.now()
    const id = requestId(c.req.header('x-request-id'))
    c.set('request', id)
    c.set('kind', 'other')
    await next()
    const { headers, status } = c.res
    for (const [name, value] of policyHeaders) if (!headers.has(name)) headers.set(name, value)
    headers.set('X-Request-Id', id)
    const ms = performance.now() - began
    const kind = c.get('kind')
    metrics.request(kind, c.req.method, status, ms / 1000)
    // Without the query: what a citizen searched for is nobody's business.
    log.info({
      request: id,
      method: c.req.method,
      path: c.req.path,
      status,
      kind,
      ms: Math.round(ms * 10) / 10,
    })
  }
}

/** An id that a caller brings is kept where it is plain, so that a chain of servers shares one. */
function requestId(given: string | undefined): string {
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

const reading = ['GET', 'HEAD', 'OPTIONS']
const allow = { Allow: reading.join(', ') }

/** On what is public: says what can be asked, also to a page of another site, and refuses every change as such. */
function onlyReads({ readOnly }: HttpNeeds): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    if (!readOnly?.(c.req.path)) return next()
    if (!reading.includes(c.req.method)) throw new Fault('method-not-allowed', { method: c.req.method })
    if (c.req.method !== 'OPTIONS') return next()
    return c.body(null, 204, {
      ...allow,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': allow.Allow,
      'Access-Control-Max-Age': '86400',
    })
  }
}

/** Refuses what is only for this machine, as if it did not exist, and changes asked for from elsewhere. */
const admit: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if ((isStaffPath(c.req.path) || c.req.path === '/metrics') && !isLocal(c))
    throw new Fault('not-found', { what: c.req.path.slice(0, 200) })
  if (!fromOwnPage(c.req.raw)) throw new Fault('other-origin')
  await next()
}

const isLocal = (c: HttpContext) => onThisMachine(callerOf(c.req.raw, c.env?.incoming?.socket.remoteAddress))

function refuse(c: HttpContext, error: unknown, log: Log): Response {
  const fault = asFault(error)
  const id = c.get('request')
  if (fault.status >= 500) log.error({ request: id, code: fault.code, err: fault.cause ?? fault }, 'failed')
  const language = acceptedLanguage(c.req.header('accept-language'))
  const body = JSON.stringify(problemOf(fault, language, id))
  return new Response(body, {
    status: fault.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': language,
      'Cache-Control': 'no-store',
      Vary: 'Accept-Language',
      ...(fault.code === 'method-not-allowed' && allow),
    },
  })
}
