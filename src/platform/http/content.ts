import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { HttpContext } from './app.ts'

/** Bytes that are named by their digest and so never change. */
export interface Content {
  readonly digest: string
  readonly type: string
  readonly bytes: () => Promise<Uint8Array>
  /** True where the address itself holds a digest: such an answer is kept by the browser for good. */
  readonly immutable: boolean
}

type Encoding = 'br' | 'gzip' | 'identity'

/** Hands out content with its digest as ETag, compressed once and kept in memory. */
export interface ContentServer {
  serve(c: HttpContext, content: Content, status?: 200 | 404): Promise<Response>
}

/** Bytes of memory for what has been handed out lately. */
const room = 64 * 1024 * 1024

export function openContentServer(): ContentServer {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const sizes = new Map<string, number>()
  const forget = (key: string) => void (kept.delete(key), sizes.delete(key))
  const make = (key: string, content: Content, encoding: Encoding) => {
    const made = content.bytes().then((bytes) => encode(bytes, encoding))
    kept.set(key, made)
    made.then(
      (bytes) => {
        sizes.set(key, bytes.byteLength)
        let total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
        // Oldest first; a `Map` keeps the order in which keys came.
        for (const [old, size] of sizes) {
          if (total <= room || old === key) break
          forget(old)
          total -= size
        }
      },
      () => forget(key),
    )
    return made
  }
  return {
    async serve(c, content, status = 200) {
      const encoding = compressible(content.type) ? accepted(c.req.header('accept-encoding')) : 'identity'
      const key = `${content.digest}.${encoding}`
      const headers = headersOf(content, encoding)
      if (status === 200 && c.req.header('if-none-match')?.includes(headers.ETag))
        return new Response(null, { status: 304, headers })
      const bytes = await (kept.get(key) ?? make(key, content, encoding))
      return new Response(bytes, { status, headers })
    },
  }
}

function headersOf(content: Content, encoding: Encoding) {
  return {
    'Content-Type': content.type,
    // One tag an encoding: they are different bytes.
    ETag: `"${content.digest}.${encoding}"`,
    'Cache-Control': content.immutable ? 'public, max-age=31536000, immutable' : 'public, no-cache',
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    ...(compressible(content.type) && { Vary: 'Accept-Encoding' }),
  }
}

function compressible(type: string): boolean {
  return /^(text\/|image\/svg|application\/(.*\+)?(json|xml|javascript|wasm|yaml))/.test(type)
}

function accepted(header: string | undefined): Encoding {
  const offered = (name: string) =>
    header?.split(',').some((part) => {
      const [coding = '', weight = ''] = part.trim().split(/\s*;\s*/)
      return coding === name && !/^q=0(\.0*)?$/.test(weight)
    })
  if (offered('br')) return 'br'
  return offered('gzip') ? 'gzip' : 'identity'
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Quality 9: 11 gains 2 % more and takes twenty times as long. */
async function encode(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'br') return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
  if (encoding === 'gzip') return zip(bytes, { level: 9 })
  return new Uint8Array(bytes)
}
