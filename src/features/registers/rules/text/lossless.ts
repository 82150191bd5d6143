import { fromTcvn3, fromVni } from '../../../../domain/legacy-text.ts'
import { isSyllable } from '../../../../domain/syllable.ts'

/** How a text was broken where nothing of it was lost. */
export type Breakage = 'NFD' | 'UTF-8/Latin-1' | 'TCVN3' | 'VNI' | 'Ð/Đ'

/**
 * What became of a text: `whole` is as it should be; `repaired` was put right without a guess; `doubt` reads as
 * Vietnamese in two ways.
 */
export type Lossless =
  | { readonly kind: 'whole'; readonly text: string }
  | { readonly kind: 'repaired'; readonly text: string; readonly how: Breakage }
  | { readonly kind: 'doubt'; readonly text: string; readonly how: Breakage; readonly other: string }

/** `font`: what other texts of the same file were seen to be typed in. */
export function repairLossless(given: string, font?: 'TCVN3' | 'VNI'): Lossless {
  const composed = given.normalize('NFC')
  if (isAscii(composed)) return { kind: 'whole', text: composed }
  const bytes = fromMisreadUtf8(composed)
  if (bytes !== null) return { kind: 'repaired', text: bytes.normalize('NFC'), how: 'UTF-8/Latin-1' }
  const typed = fontOf(composed, font)
  if (typed) return typed
  const withD = composed.replaceAll('Ð', 'Đ')
  if (withD !== composed && !hasHoles(composed)) return { kind: 'repaired', text: withD, how: 'Ð/Đ' }
  return composed === given
    ? { kind: 'whole', text: given }
    : { kind: 'repaired', text: composed, how: 'NFD' }
}

/** Which old font the texts of a file were typed in, where at least one of them can be nothing else. */
export function fontOfTexts(texts: Iterable<string>): 'TCVN3' | 'VNI' | undefined {
  let [tcvn3, vni] = [0, 0]
  for (const text of texts) {
    const found = isAscii(text) ? undefined : fontOf(text.normalize('NFC'), undefined)
    if (found?.kind !== 'repaired') continue
    if (found.how === 'TCVN3') tcvn3++
    else vni++
  }
  if (tcvn3 === vni) return undefined
  return tcvn3 > vni ? 'TCVN3' : 'VNI'
}

const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text)
/** A question mark within or beside letters: what a conversion writes for a letter that it does not know. */
export const hasHoles = (text: string) => /\p{L}[?\uFFFD]|[?\uFFFD]\p{L}|\uFFFD|(^|\s)\?(\s|$)/u.test(text)

const words = (text: string) => text.match(/[\p{L}\p{M}¡-¿×÷\u00AD]+/gu) ?? []
/** Every word beyond ASCII can be Vietnamese. */
const isVietnamese = (text: string) => words(text).every((word) => isAscii(word) || isSyllable(word))

function fontOf(text: string, font: 'TCVN3' | 'VNI' | undefined): Lossless | undefined {
  // Signs beyond Latin-1 stand in no text of these fonts.
  if (/[^\p{ASCII}\u0080-\u00FF]/u.test(text) || hasHoles(text)) return undefined
  const readings = [
    { how: 'TCVN3' as const, other: fromTcvn3(text) },
    { how: 'VNI' as const, other: fromVni(text).normalize('NFC') },
  ].filter(({ other }) => other !== text && isVietnamese(other))
  if (readings.length === 0) return undefined
  const wanted = readings.find(({ how }) => how === font) ?? (readings.length === 1 ? readings[0] : undefined)
  if (isVietnamese(text.replaceAll('Ð', 'Đ')))
    return font && wanted?.how === font ? { kind: 'doubt', text, ...wanted } : undefined
  if (wanted) return { kind: 'repaired', text: wanted.other, how: wanted.how }
  const [first] = readings
  return first && { kind: 'doubt', text, ...first }
}

/** Bytes of UTF-8 that were read as Windows-1252 or Latin-1: only what is UTF-8 without a fault is taken for it. */
function fromMisreadUtf8(text: string): string | null {
  const bytes: number[] = []
  for (const sign of text) {
    const byte = windows1252.get(sign) ?? sign.codePointAt(0)!
    if (byte > 0xff) return null
    bytes.push(byte)
  }
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
    return read === text ? null : read
  } catch {
    return null
  }
}

/** Signs of Windows-1252 between 0x80 and 0x9F; the five free places stay control characters, as browsers do. */
const windows1252: ReadonlyMap<string, number> = new Map(
  Array.from(
    { length: 32 },
    (_, i) => [new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + i)), 0x80 + i] as const,
  ),
)
