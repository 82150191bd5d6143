/** What the socket and the headers say of who asks. */
export interface Caller {
  /** Address at the other end of the socket; undefined where there is none. */
  readonly remote: string | undefined
  readonly host: string | null
  /** True where a header says that somebody passed the request on. */
  readonly forwarded: boolean
}

const forwardedBy = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

export function callerOf(request: Request, remote: string | undefined): Caller {
  return {
    remote,
    host: request.headers.get('host'),
    forwarded: forwardedBy.some((name) => request.headers.has(name)),
  }
}

/**
 * True only for a program on this machine that speaks to us directly and under our own name. The host is
 * checked because a foreign page can point its own name at 127.0.0.1; a forwarded request comes from a proxy on
 * this machine, and whoever stands behind it does not.
 */
export function onThisMachine({ remote, host, forwarded }: Caller): boolean {
  return !forwarded && isLoopback(remote) && isLoopbackHost(host)
}

function isLoopback(address: string | undefined): boolean {
  if (!address) return false
  return address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address)
}

function isLoopbackHost(host: string | null): boolean {
  return host !== null && /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)
}

/** Paths that exist for one machine only: staff pages and API, with the data a page fetches for itself. */
export function isStaffPath(path: string): boolean {
  return /^(\/en)?(\/api)?\/can-bo(?![\p{L}\p{N}_-])/u.test(plainPath(path))
}

/** The path as any router may come to understand it: decoded, in lower case, with single slashes. */
function plainPath(path: string): string {
  let plain = path
  // Encoded twice is decoded twice, so that no layer below sees a staff path that this one did not.
  for (let round = 0; round < 3 && plain.includes('%'); round++) {
    try {
      plain = decodeURIComponent(plain)
    } catch {
      break
    }
  }
  return plain.toLowerCase().replaceAll('\\', '/').replaceAll(/\/+/g, '/')
}

/** True where a change was asked for from our own page. GET and HEAD change nothing. */
export function fromOwnPage(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}
