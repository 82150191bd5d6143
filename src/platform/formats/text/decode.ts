import { Fault } from '../../../domain/fault.ts'

/** Bytes of a text file to a string: UTF-8, UTF-16, Windows-1258; old font encodings are named and refused. */
export function decodeText(bytes: Uint8Array, name: string): string {
  const text = unicode(bytes) ?? windows1258(bytes)
  if (text !== undefined) {
    refuseLegacy(text, name)
    return text
  }
  refuseLegacy(latin1(bytes), name)
  throw new Fault('file-encoding', { name })
}

function unicode(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const bare = bareUtf16(bytes)
  if (bare) return new TextDecoder(bare).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without its mark: in Vietnamese text every blank and most consonants have one zero byte. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const head = bytes.subarray(0, 65_536)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 8 && even < head.length / 200) return 'utf-16le'
  if (even > head.length / 8 && odd < head.length / 200) return 'utf-16be'
  return undefined
}

/** Windows-1258 writes tones as marks after the vowel; only text in which every mark stands so is taken for it. */
function windows1258(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1258').decode(bytes)
  const marks = text.match(/\p{M}/gu)?.length ?? 0
  const placed = text.match(/[aeiouyâăêôơư]\p{M}/giu)?.length ?? 0
  return marks >= 3 && placed >= marks * 0.98 ? text.normalize('NFC') : undefined
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)

const vietnamese = /[ăđĩũơưĂĐĨŨƠƯ\u1EA0-\u1EF9]/g
// Signs that TCVN3 (.VnTime) and VNI fonts draw as Vietnamese letters, and that no Vietnamese word holds.
const tcvn3 = /[a-zA-Z][µ¸¶·¹¨»¾¼½Æ©ÇËÐÎÏÑªÖ¬ß×Ø§«®][a-zA-Z]?|®[a-zA-Zµ-ÿ]/g
const vni = /[aeoyAEOY][øùûïåëüØÙÛÏÅËÜ]|[uöô][øùûïåëü]|ñ[aeiouyöô]|[AaEeOo][äÄ]/g

/**
 * Text typed for TCVN3 or VNI fonts is valid Unicode and wrong in every word ("Céng hßa x· héi"). It is told
 * by such signs within words while true Vietnamese letters are missing.
 */
export function legacyFont(text: string): 'TCVN3' | 'VNI' | undefined {
  const head = text.slice(0, 200_000)
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0
  const [right, old, other] = [count(vietnamese), count(tcvn3), count(vni)]
  const most = Math.max(old, other)
  if (most < 5 || most < right * 2) return undefined
  return old >= other ? 'TCVN3' : 'VNI'
}

/** Refuses text in an old font encoding with the way to convert it. */
export function refuseLegacy(text: string, name: string): void {
  const font = legacyFont(text)
  if (font) throw new Fault('file-legacy-font', { name, font })
}
