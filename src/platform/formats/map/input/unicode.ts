import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import type { MapEncoding } from '../model.ts'
import { decoderOf, detectEncoding } from '../text/encoding.ts'
import { bytesAt } from './sample.ts'

const chunk = 1_048_576

/**
 * GeoJSON and KML are UTF-8 by their rules and not always in fact. What is in another encoding is written anew in our
 * copy, so that one reader suffices; the file as it came is kept elsewhere.
 */
export function inUtf8(path: string, declared?: string): MapEncoding {
  const found = detectEncoding(bytesAt(path, 0))
  if (found.name === 'UTF-8') return { name: 'UTF-8', from: 'fixed' }
  const own = found.from === 'unsure' && declared ? { name: declared, from: 'declared' as const } : found
  rewrite(path, own.name.startsWith('UTF-16') ? wide(own.name) : narrow(own.name))
  return own
}

/** The encoding that the first line of an XML file names. */
export const xmlEncoding = (head: Uint8Array): string | undefined =>
  /^[^<]*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)/.exec(Buffer.from(head).toString('latin1'))?.[1]

type Decode = (bytes: Uint8Array, last: boolean) => string

const wide = (name: string): Decode => {
  const decoder = new TextDecoder(name)
  return (bytes, last) => decoder.decode(bytes, { stream: !last })
}

/** A letter may be two bytes, and never goes on behind a mark of JSON or XML: the rest waits for what follows. */
function narrow(name: string): Decode {
  const decode = decoderOf(name)
  let rest: Uint8Array = new Uint8Array()
  return (bytes, last) => {
    const whole = Buffer.concat([rest, bytes])
    const end = last
      ? whole.length
      : 1 + Math.max(...['"', '<', ',', '\n'].map((mark) => whole.lastIndexOf(mark)))
    rest = whole.subarray(end)
    return decode(whole.subarray(0, end))
  }
}

function rewrite(path: string, decode: Decode): void {
  const [from, to] = [openSync(path, 'r'), openSync(`${path}.utf8`, 'w')]
  try {
    const bytes = Buffer.alloc(chunk)
    for (let size = readSync(from, bytes); size > 0; size = readSync(from, bytes))
      writeSync(to, decode(Uint8Array.from(bytes.subarray(0, size)), false))
    writeSync(to, decode(new Uint8Array(), true))
  } finally {
    closeSync(from)
    closeSync(to)
  }
  renameSync(`${path}.utf8`, path)
}
