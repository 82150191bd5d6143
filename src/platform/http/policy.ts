/**
 * What a page may load and do. A file of an edition has no nonce: it holds no inline script and no `<style>`.
 * No address but our own stands here, so that no page ever sends a reader's request elsewhere.
 */
export function contentPolicy({ nonce = null, wasm = false }: PolicyNeeds = {}): string {
  const own = nonce ? `'self' 'nonce-${nonce}'` : "'self'"
  return [
    "default-src 'none'",
    `script-src ${own}${wasm ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src ${own}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

interface PolicyNeeds {
  readonly nonce?: string | null
  /** Only where GEOS runs in the page. */
  readonly wasm?: boolean
}

/** Sent with every answer, whatever it is. */
export const policyHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', contentPolicy()],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
]
