import { hasHoles } from './lossless.ts'
export { hasHoles }

/** What is made of a text that lost letters: a proposal where exactly one known wording fits, else nothing. */
export type Lossy =
  | { readonly kind: 'proposed'; readonly text: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'whole' }

/** Known wordings, to find what a broken text was: `of` → all wordings that break into it. */
export interface Vocabulary {
  readonly wordings: ReadonlyMap<string, ReadonlySet<string>>
  /** Words of the longest wording. */
  readonly longest: number
}

/**
 * All runs of two and more words of the known names, and single words where they are a name or begin one. A
 * single word in the middle of a name says too little: "th?" may be thị, thể or thứ.
 */
export function vocabularyOf(names: Iterable<string>): Vocabulary {
  const wordings = new Map<string, Set<string>>()
  let longest = 1
  for (const name of names) {
    const words = name
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{M}\d]+/u)
      .filter(Boolean)
    longest = Math.max(longest, words.length)
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to <= words.length; to++) {
        if (to === from + 1 && from > 0) continue
        const wording = words.slice(from, to).join(' ')
        const key = broken(wording)
        wordings.set(key, (wordings.get(key) ?? new Set()).add(wording))
      }
  }
  return { wordings, longest }
}

/**
 * Small letters as a conversion to Windows-1252 leaves them: what that page has stays, đ ă ĩ ũ ơ ư become the
 * letter they look like, all others a question mark.
 */
export function broken(text: string): string {
  return Array.from(text.normalize('NFC').toLowerCase(), (letter) => {
    const like = lookalikes[letter]
    return like ?? (letter.codePointAt(0)! > 0xff ? '?' : letter)
  }).join('')
}
const lookalikes: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ă: 'a',
  ĩ: 'i',
  ũ: 'u',
  ơ: 'o',
  ư: 'u',
}

/**
 * The text with its lost letters put back, where known wordings cover every broken word and at each place exactly
 * one fits. Always a proposal.
 */
export function proposeLost(given: string, vocabulary: Vocabulary): Lossy {
  if (!hasHoles(given)) return { kind: 'whole' }
  const pieces = given.normalize('NFC').split(/([^\p{L}\p{M}\d?\uFFFD]+)/u)
  const at = [...pieces.keys()].filter((i) => i % 2 === 0 && pieces[i] !== '')
  const keys = at.map((i) => broken((pieces[i] as string).replaceAll('\uFFFD', '?')))
  for (let from = 0; from < keys.length;) {
    const found = longestAt(keys, from, vocabulary)
    if (found === 'many') return { kind: 'lost' }
    if (found) {
      found.forEach((word, k) => {
        const i = at[from + k] as number
        pieces[i] = asWritten(pieces[i] as string, word)
      })
      from += found.length
    } else if (keys[from]!.includes('?') || /ð/i.test(pieces[at[from] as number] as string))
      return { kind: 'lost' }
    else from++
  }
  return { kind: 'proposed', text: pieces.join('') }
}

/** Words of the longest known wording that begins here; `many` where two fit that differ. */
function longestAt(keys: readonly string[], from: number, vocabulary: Vocabulary): string[] | 'many' | null {
  for (let length = Math.min(vocabulary.longest, keys.length - from); length > 0; length--) {
    const key = keys.slice(from, from + length).join(' ')
    const found = vocabulary.wordings.get(key)
    if (!found) continue
    if (found.size > 1) return 'many'
    return [...found][0]!.split(' ')
  }
  return null
}

/** The word in the case in which the broken one stands. */
function asWritten(was: string, word: string): string {
  const letters = was.replaceAll(/[^\p{L}]/gu, '')
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase()
  const first = was[0] as string
  const capital = first !== '?' && first !== first.toLowerCase()
  return capital ? word[0]!.toUpperCase() + word.slice(1) : word
}
