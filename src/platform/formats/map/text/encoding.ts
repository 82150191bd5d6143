import { legacyFont } from '../../text/decode.ts'
import type { MapEncoding } from '../model.ts'
import { fromTcvn3, fromViscii, fromVni } from '../../../../domain/legacy-text.ts'
import { isUnicodeVietnamese } from './cad.ts'
import { vietnameseShare } from './syllables.ts'

/** Bytes to text as one encoding has it, in composed form (NFC), since search and labels need that. */
export function decoderOf(name: string): (bytes: Uint8Array) => string {
  const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
  switch (name.toLowerCase()) {
    case 'tcvn3':
      return (bytes) => fromTcvn3(latin1(bytes))
    case 'vni':
      return (bytes) => fromVni(latin1(bytes))
    case 'viscii':
      return (bytes) => fromViscii(latin1(bytes))
    default: {
      const decoder = new TextDecoder(label(name))
      return (bytes) => decoder.decode(bytes).normalize('NFC')
    }
  }
}

function label(name: string): string {
  const page = /^(?:cp|windows-?|ansi[ _]?)?(125\d|874|932|936|949|950)$/i.exec(name.trim())?.[1]
  const wanted = page === undefined ? name.trim() : `windows-${page}`
  try {
    return new TextDecoder(wanted).encoding
  } catch {
    return 'windows-1252'
  }
}

/** What the bytes of a file's texts are written in; `unsure` where they say nothing that decides it. */
export function detectEncoding(bytes: Uint8Array): MapEncoding {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return { name: 'UTF-16LE', from: 'declared' }
  if (a === 0xfe && b === 0xff) return { name: 'UTF-16BE', from: 'declared' }
  const wide = bareUtf16(bytes)
  if (wide) return { name: wide, from: 'detected' }
  if (isUtf8(bytes)) return { name: 'UTF-8', from: 'detected' }
  const latin1 = Buffer.from(bytes).toString('latin1')
  const told = bySyllables(bytes)
  if (told) return { name: told, from: 'detected' }
  const legacy = legacyFont(latin1)
  if (isWindows1258(bytes)) return { name: 'windows-1258', from: 'detected' }
  if (legacy) return { name: legacy, from: 'detected' }
  return { name: 'windows-1258', from: 'unsure' }
}

const candidates = ['TCVN3', 'VNI', 'windows-1258', 'VISCII'] as const

/** The old font whose letters were written as if they were Latin ones of Unicode. */
export function oldFontOf(text: string): 'TCVN3' | 'VNI' | undefined {
  const [right, tcvn3, vni] = [text, fromTcvn3(text), fromVni(text)].map(vietnameseShare)
  const best = tcvn3!.share >= vni!.share ? tcvn3! : vni!
  const sure = best.words >= 3 && best.share >= 0.6 && best.share >= right!.share + 0.2
  return sure ? (best === tcvn3 ? 'TCVN3' : 'VNI') : undefined
}

/** The one reading in which most words can be Vietnamese, where no other comes near: a few labels are enough. */
function bySyllables(bytes: Uint8Array): (typeof candidates)[number] | undefined {
  const sample = bytes.subarray(0, 1_048_576)
  const [best, next] = candidates
    .map((name) => ({ name, ...vietnameseShare(decoderOf(name)(sample)) }))
    .sort((a, b) => b.share - a.share)
  if (!best || !next || best.words < 3 || best.share < 0.6) return undefined
  return best.share >= next.share + 0.2 ? best.name : undefined
}

/** The page or old font of bytes that are no UTF-8, where their words can be Vietnamese in one of them alone. */
export const oldPageOf = (bytes: Uint8Array): string | undefined =>
  bySyllables(bytes) ?? (isWindows1258(bytes) ? 'windows-1258' : undefined)

/** A long sample may end within a letter. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: bytes.length >= 1_048_576 })
    return true
  } catch {
    return false
  }
}

/** Tones are marks of their own there, after the vowel: at least three, and nearly all of them so placed. */
function isWindows1258(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1258').decode(bytes)
  const marks = text.match(/\p{M}/gu)?.length ?? 0
  const placed = text.match(/[aeiouyâăêôơư]\p{M}/giu)?.length ?? 0
  return marks >= 3 && placed >= marks * 0.98
}

function bareUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  const head = bytes.subarray(0, 65_536)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 8 && even < head.length / 200) return 'UTF-16LE'
  if (even > head.length / 8 && odd < head.length / 200) return 'UTF-16BE'
  return undefined
}

/** Whether GDAL shall hand the bytes on as Latin-1 letters, one each, since it cannot read them or loses the last. */
export const isOurs = (name: string): boolean => /^(tcvn3|vni|viscii)$|1258$/i.test(name)

const fonts: Readonly<Record<string, (text: string) => string>> = {
  tcvn3: fromTcvn3,
  vni: fromVni,
  viscii: fromViscii,
}

/**
 * For text that GDAL has already turned into UTF-8, where it could, or handed on as the bytes it found. Under `latin`
 * each letter below 256 is a byte of the file; others were written there by their number.
 */
export function decodeAs(name: string, latin = false): (text: string | Uint8Array) => string {
  const bytesOf = decoderOf(name)
  const font = fonts[name.toLowerCase()]
  // One drawing may hold both: what has letters that no old font has is Unicode already.
  const legacy = (text: string) => (font && !isUnicodeVietnamese(text) ? font(text) : text)
  const page = (text: string) =>
    text.replaceAll(/[\x80-\xFF][\0-\xFF]*/g, (run) => bytesOf(Buffer.from(run, 'latin1')))
  const fromText = latin && !font ? page : legacy
  const strict = new TextDecoder('utf-8', { fatal: true })
  const utf8 = (bytes: Uint8Array): string | undefined => {
    try {
      return strict.decode(bytes)
    } catch {
      return undefined
    }
  }
  return (text) => {
    const read = typeof text === 'string' ? text : utf8(text)
    return read === undefined ? bytesOf(text as Uint8Array) : fromText(read).normalize('NFC')
  }
}
