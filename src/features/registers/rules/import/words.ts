import { fold } from '../../../../domain/fold.ts'
import { broken } from '../text/lossy.ts'

/** Words of the name of a CAD layer, in small letters; a question mark in them is a lost letter. */
export function layerWords(name: string): string[] {
  return name
    .normalize('NFC')
    .replaceAll('Ð', 'Đ')
    .replaceAll(/([\p{Ll}?])(\p{Lu}{2,})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\d?]+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word))
}

/** A run of words that a wording covers: `[from, to)`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Where a wording stands in the words, run together or apart ("nghiadia", "cong cong" and "congcong"). */
export function spansOf(words: readonly string[], form: string): Span[] {
  const wanted = form.replaceAll(/[^\p{L}\p{M}\d]+/gu, '')
  const spans: Span[] = []
  for (let from = 0; from < words.length; from++) {
    let joined = ''
    for (let to = from; to < words.length && joined.length < wanted.length; to++) {
      joined += words[to]
      if (joined.length === wanted.length && sameWording(joined, wanted)) spans.push({ from, to: to + 1 })
    }
  }
  return spans
}

/** Without marks all tones fit; with marks or lost letters the same ones must stand there. */
function sameWording(found: string, wanted: string): boolean {
  if (/^[a-z\d]+$/.test(found)) return fold(wanted) === found
  if (found === wanted || found === broken(wanted)) return true
  return sorted(found) === sorted(wanted)
}

/** hoà and hòa are one word: marks are counted, not their order. */
const sorted = (text: string) =>
  text.replaceAll(/\p{M}/gu, '') === text
    ? fold(text) +
      Array.from(text.normalize('NFD'))
        .filter((sign) => /\p{M}|đ/u.test(sign))
        .sort()
        .join('')
    : text
