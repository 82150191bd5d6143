import type { OpenAPIHono } from '@hono/zod-openapi'
import { getCookie, setCookie } from 'hono/cookie'
import type { MiddlewareHandler } from 'hono'
import { html } from 'hono/html'
import { Fault } from '../../domain/fault.ts'
import { isStaffPath, type HttpContext, type HttpEnv, type Sessions } from '../../platform/http/index.ts'
import { languageOf } from '../../ui/language.ts'
import { staffPath } from '../../ui/staff-path.ts'
import { plainDocument } from './document.ts'

/** What a session knows: the post that the local officer acts for; null until one is chosen. */
export interface OfficerSession {
  readonly post: string | null
}

/** The signed-in officer of one request. */
export interface Officer {
  /** The post acted for at this moment; null until one is chosen. */
  post(): string | null
  choose(post: string): void
}

/** Who asks; null for anyone without a session, and on every public path. */
export function officerOf(c: HttpContext, sessions: Sessions<OfficerSession>): Officer | null {
  const token = isStaffPath(c.req.path) ? sessionToken(c) : undefined
  if (token === undefined || !sessions.find(token)) return null
  return {
    post: () => sessions.find(token)?.post ?? null,
    choose: (post) => sessions.change(token, { post }),
  }
}

export const signInPath = '/can-bo/vao'

/** Cookies are shared by all ports of a machine; the name keeps two servers apart. */
const cookieName = (c: HttpContext) => `dothi-${new URL(c.req.url).port || '80'}`

function sessionToken(c: HttpContext): string | undefined {
  return getCookie(c, cookieName(c))
}

/** Exchanges the link of the start for a session; staff paths themselves are admitted before this. */
export function addSignIn(app: OpenAPIHono<HttpEnv>, sessions: Sessions<OfficerSession>): void {
  app.get(signInPath, (c) => {
    c.set('kind', 'staff')
    c.header('Cache-Control', 'no-store')
    const token = sessions.open(c.req.query('ma') ?? '', { post: null })
    if (token === null) return signInNeeded(c)
    setCookie(c, cookieName(c), token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect('/can-bo', 303)
  })
  app.use(demandSession(sessions))
}

/** Whatever a staff path leads to, nobody gets there without a session. */
function demandSession(sessions: Sessions<OfficerSession>): MiddlewareHandler<HttpEnv> {
  return (c, next) => {
    if (!isStaffPath(c.req.path) || sessions.find(sessionToken(c))) return next()
    c.set('kind', 'staff')
    if (c.req.path.includes('/api/')) throw new Fault('sign-in-needed')
    return Promise.resolve(signInNeeded(c))
  }
}

const words = {
  vi: {
    title: 'Cần đăng nhập',
    text: 'Hãy mở đường dẫn mà máy chủ in ra khi khởi động. Mỗi đường dẫn chỉ dùng được một lần; khởi động lại máy chủ để có đường dẫn mới.',
    other: 'English',
    public: 'Trang công khai',
  },
  en: {
    title: 'Sign-in needed',
    text: 'Please open the link that the server printed when it started. Each link works once; restart the server for a new one.',
    other: 'Tiếng Việt',
    public: 'Public pages',
  },
} as const

function signInNeeded(c: HttpContext): Response | Promise<Response> {
  const language = languageOf(c.req.path)
  const other = language === 'vi' ? 'en' : 'vi'
  const t = words[language]
  const page = html`<h1>${t.title}</h1>
    <p>${t.text}</p>
    <p>
      <a href="${staffPath(other)}" lang="${other}">${t.other}</a> ·
      <a href="${language === 'vi' ? '/' : '/en'}">${t.public}</a>
    </p>`
  const headers = { 'Cache-Control': 'no-store' }
  return c.html(plainDocument(language, t.title, page), 401, headers)
}
