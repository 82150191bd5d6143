import { fold } from './fold.ts'

/** A stretch `[start, end)` of the text that a query hit. */
export type Hit = readonly [start: number, end: number]

/** A text made ready for searching: folded, with the place of each folded character in the original. */
interface Folded {
  readonly text: string
  readonly origin: readonly number[]
}

/**
 * How well a text answers a query: 3 the phrase with its tone marks, 2 the phrase without, 1 all its words at the
 * beginning of words, 0 not at all. Hits lie in the text as given.
 */
export function match(
  text: string,
  query: string,
): { readonly rank: 0 | 1 | 2 | 3; readonly hits: readonly Hit[] } {
  const wanted = fold(query)
  if (wanted === '') return { rank: 0, hits: [] }
  const folded = foldInPlace(text)
  const phrase = placesOf(folded, wanted)
  if (phrase.length > 0) return { rank: sameMarks(text, query) ? 3 : 2, hits: phrase }
  const words = wanted.split(' ').map((word) => placesOf(folded, word))
  if (words.some((hits) => hits.length === 0)) return { rank: 0, hits: [] }
  return { rank: 1, hits: merged(words.flat()) }
}

/** The query stands in the text mark for mark: "hoa" does not stand in "hoà". */
function sameMarks(text: string, query: string): boolean {
  const [within, wanted] = [exactKey(text), exactKey(query)]
  for (let i = within.indexOf(wanted); i >= 0; i = within.indexOf(wanted, i + 1))
    if (!/\p{M}/u.test(within[i + wanted.length] ?? '')) return true
  return false
}

/** Lower case with tone marks at the end of each word: hoà and hòa are one, hoa is another. */
function exactKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\p{L}\p{M}]+/gu, (word) => {
      const tones = word.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.join('') ?? ''
      return word.replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '') + tones
    })
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function foldInPlace(text: string): Folded {
  let out = ''
  const origin: number[] = []
  let at = 0
  for (const character of text) {
    const piece = /\s/.test(character) ? (out.endsWith(' ') ? '' : ' ') : fold(character)
    for (let i = 0; i < piece.length; i++) origin.push(at)
    out += piece
    at += character.length
  }
  return { text: out, origin: [...origin, text.length] }
}

/** Where `wanted` stands at the beginning of a word. */
function placesOf({ text, origin }: Folded, wanted: string): Hit[] {
  const hits: Hit[] = []
  for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
    if (i > 0 && /[\p{L}\p{N}]/u.test(text[i - 1] ?? '')) continue
    // The hit ends where the next character begins, so that marks written apart stay with their letter.
    hits.push([origin[i] ?? 0, origin[i + wanted.length] ?? 0])
  }
  return hits
}

function merged(hits: readonly Hit[]): Hit[] {
  const result: Hit[] = []
  for (const [start, end] of [...hits].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && start <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)]
    else result.push([start, end])
  }
  return result
}
