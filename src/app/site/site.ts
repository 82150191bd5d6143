import { randomBytes } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { Fault } from '../../domain/fault.ts'
import type { Clock } from '../../platform/clock/index.ts'
import {
  contentPolicy,
  createHttp,
  isStaffPath,
  openContentServer,
  openMetrics,
  Sessions,
  type Content,
  type ContentServer,
  type HttpContext,
  type HttpEnv,
} from '../../platform/http/index.ts'
import type { Log } from '../../platform/log/index.ts'
import type { Edition } from '../../features/editions/index.ts'
import type { RenderPage } from '../pages.ts'
import type { PageServices } from '../../ui/services.ts'
import { describeApi } from './description.ts'
import { plainStyle, stylePath } from './document.ts'
import { addHealth, type Check } from './health.ts'
import { addSignIn, officerOf, type Officer, type OfficerSession } from './sign-in.ts'

/** What every page is handed, but for what one request brings. */
type SiteServices = Omit<PageServices, 'nonce' | 'failed'>

/** What the site is made of; a test hands in less than the server does. */
export interface SiteParts {
  readonly log: Log
  readonly clock: Clock
  readonly version: string
  readonly assets: ReadonlyMap<string, Content>
  /** Address of the site as others know it; null where it is known to nobody else. */
  readonly origin: string | null
  readonly edition: () => Promise<Edition | null>
  /** Of the other collections whose files are served, those in force; where two have a file, the first answers. */
  readonly others?: () => Promise<readonly Edition[]>
  readonly checks: readonly Check[]
  readonly render: RenderPage
  /** Services of the features, for one request; an officer is there only on staff paths, once signed in. */
  readonly services: (request: Request, officer: Officer | null) => SiteServices | Promise<SiteServices>
  /** Adds the features' API. */
  readonly api: (app: OpenAPIHono<HttpEnv>, tools: ApiTools) => void
}

export interface ApiTools {
  /** Hands out a file of the edition in force. */
  readonly file: (c: HttpContext, path: string) => Promise<Response>
  /** Who asks on a staff path. */
  readonly officer: (c: HttpContext) => Officer | null
}

export interface Site {
  readonly app: OpenAPIHono<HttpEnv>
  /** A new one-time token for the sign-in link. */
  ticket(): string
}

const mega = 1024 * 1024

/** A document may have 50 MB; its form adds a little. A map comes as a stream, in its own bounds. Nothing public takes a body at all. */
function bodyLimit(path: string): number {
  if (!isStaffPath(path)) return mega / 16
  return /^\/api\/can-bo\/lop-du-lieu\/[a-z0-9-]+\/nhap$|^(\/en)?\/can-bo\/nhap-ban-do(\.data)?$/.test(path)
    ? 513 * mega
    : 51 * mega
}

export function createSite(parts: SiteParts): Site {
  const metrics = openMetrics()
  const sessions = new Sessions<OfficerSession>(parts.clock)
  const readOnly = (path: string) => !isStaffPath(path)
  const app = createHttp({ log: parts.log, metrics, bodyLimit, readOnly })
  app.use(openData)
  // What is made on request is as long as what is published; a file of an edition comes compressed already.
  const compressed = compress()
  app.use((c, next) => (isStaffPath(c.req.path) ? next() : compressed(c, next)))
  addHealth(app, metrics, parts.checks)
  addSignIn(app, sessions)
  const content = openContentServer()
  const file = editionFile(parts, content)
  parts.api(app, {
    async file(c, path) {
      const answer = await file(c, path)
      if (answer) return answer
      throw new Fault('not-ready', { what: 'chưa có bản công bố / nothing is published yet' })
    },
    officer: (c) => officerOf(c, sessions),
  })
  addDescription(app, parts)
  addRobots(app, parts)
  addContent(app, parts, content)
  addPages(app, parts, sessions)
  return { app, ticket: () => sessions.ticket() }
}

/** Data of an edition is for any page of any site to read. No credentials: nobody is known on public addresses. */
const openData: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next()
  if (isStaffPath(c.req.path) || !/^\/api\/|\.(geojson|json|csv|xlsx)$/.test(c.req.path)) return
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Access-Control-Expose-Headers', 'ETag, X-Request-Id')
}

/** What is made up must not come up in a search engine as a town's plan; of a real one, searches are left out. */
function addRobots(app: OpenAPIHono<HttpEnv>, { edition }: SiteParts): void {
  app.get('/robots.txt', async (c) => {
    const current = await edition()
    const closed =
      current === null || current.manifest.illustration
        ? ['/']
        : ['/tim', '/en/search', '/nhiem-vu/loc', '/en/tasks/filter', '/api/search']
    return c.text(['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), ''].join('\n'))
  })
}

function addDescription(app: OpenAPIHono<HttpEnv>, { version, origin }: SiteParts): void {
  const servers = [{ url: origin ?? '/' }]
  const config = { openapi: '3.0.3', info: { title: 'dothi', version }, servers }
  app.doc('/openapi.json', config)
  const document = () => app.getOpenAPIDocument(config)
  app.get('/mo-ta-api', (c) => c.html(describeApi(document(), 'vi')))
  app.get('/en/mo-ta-api', (c) => c.html(describeApi(document(), 'en')))
  app.get(stylePath, (c) => c.body(plainStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
}

/** Files of the build and of the edition in force: the same for every reader, whatever a link has after `?`. */
function addContent(app: OpenAPIHono<HttpEnv>, parts: SiteParts, content: ContentServer): void {
  const file = editionFile(parts, content)
  // Asked for by browsers on pages that name no icon, such as the description of the API.
  app.get('/favicon.ico', (c, next) => {
    const icon = [...parts.assets].find(([path]) => /^\/assets\/mark-[^/]*\.svg$/.test(path))?.[1]
    return icon ? content.serve(c, { ...icon, immutable: false }) : next()
  })
  app.get('*', async (c, next) => {
    if (isStaffPath(c.req.path)) return next()
    const asset = parts.assets.get(c.req.path)
    if (!asset) return (await file(c, c.req.path)) ?? next()
    c.set('kind', 'asset')
    return content.serve(c, asset)
  })
}

function editionFile({ edition, others }: SiteParts, content: ContentServer) {
  return async (c: HttpContext, path: string): Promise<Response | null> => {
    for (const current of [await edition(), ...((await others?.()) ?? [])]) {
      const file = current?.find(path)
      if (!current || !file) continue
      c.set('kind', 'edition')
      return content.serve(c, { ...file, bytes: () => current.read(file.path), immutable: false })
    }
    return null
  }
}

function addPages(app: OpenAPIHono<HttpEnv>, parts: SiteParts, sessions: Sessions<OfficerSession>): void {
  app.all('*', (c) => {
    if (/^\/(en\/)?api(\/|$)/.test(c.req.path))
      throw new Fault('not-found', { what: c.req.path.slice(0, 200) })
    c.set('kind', isStaffPath(c.req.path) ? 'staff' : 'page')
    return page(c, parts, officerOf(c, sessions))
  })
}

async function page(c: HttpContext, parts: SiteParts, officer: Officer | null): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const answer = await parts.render(c.req.raw, {
    ...(await parts.services(c.req.raw, officer)),
    nonce,
    failed: (error) => parts.log.error({ request: c.get('request'), err: error }, 'page failed'),
  })
  const headers = new Headers(answer.headers)
  headers.set('Content-Security-Policy', contentPolicy({ nonce }))
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', officer ? 'no-store' : 'no-cache')
  return new Response(answer.body, { status: answer.status, headers })
}
