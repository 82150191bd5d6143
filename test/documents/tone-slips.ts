import { fold } from '../../src/domain/fold.ts'
import { phrases } from '../../src/features/documents/read/lexicon.ts'
import { toneSlips } from '../../src/features/documents/read/tones.ts'

export interface ToneScore {
  readonly where: 'set phrases' | 'any word'
  readonly planted: number
  readonly found: number
  /** Found, and the right spelling suggested. */
  readonly mended: number
  /** Issues at places where nothing was planted. */
  readonly falseAlarms: number
}

interface Word {
  readonly start: number
  readonly text: string
}

/** Plants slips, one at a time, in texts that have none, and reads each text again. */
export function measureTones(
  texts: readonly string[],
  count: number,
  where: ToneScore['where'],
  seed = 1,
): ToneScore {
  const draw = chance(seed)
  let found = 0
  let mended = 0
  let falseAlarms = 0
  let planted = 0
  const places = texts.map((text) => (where === 'any word' ? syllables(text) : inPhrases(text)))
  while (planted < count) {
    const at = draw(texts.length)
    const text = texts[at] ?? ''
    const word = places[at]?.[draw(places[at].length)]
    const slipped = word && slip(word.text, draw)
    if (!word || !slipped) continue
    planted++
    const issues = toneSlips(text.slice(0, word.start) + slipped + text.slice(word.start + word.text.length))
    const end = word.start + slipped.length
    const hit = issues.find(({ at: [span] }) => span && span[0] <= word.start && span[1] >= end)
    if (hit) found++
    if (hit?.suggest?.split(' ').includes(word.text)) mended++
    falseAlarms += issues.length - (hit ? 1 : 0)
  }
  return { where, planted, found, mended, falseAlarms }
}

/** A linear congruential generator: the same slips every time. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

const syllables = (text: string): Word[] =>
  [...text.matchAll(/\p{Ll}{2,}/gu)].map(({ index, 0: word }) => ({ start: index, text: word }))

/** Syllables of set phrases, as they stand in the text. */
function inPhrases(text: string): Word[] {
  const lower = text.toLowerCase()
  return phrases.flatMap((phrase) =>
    occurrences(lower, phrase).flatMap((start) =>
      syllables(text.slice(start, start + phrase.length)).map((word) => ({ ...word, start: start + word.start })),
    ),
  )
}

function occurrences(text: string, phrase: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const edges = `${text[at - 1] ?? ' '}${text[at + phrase.length] ?? ' '}`
    if (!/\p{L}/u.test(edges)) found.push(at)
  }
  return found
}

const vowels = ['aàáảãạăằắẳẵặâầấẩẫậ', 'eèéẻẽẹêềếểễệ', 'iìíỉĩị', 'oòóỏõọôồốổỗộơờớởỡợ', 'uùúủũụưừứửữự', 'yỳýỷỹỵ']

/** One vowel with other marks; null where the word has none that could be mistaken. */
function slip(word: string, draw: (below: number) => number): string | null {
  const places = [...word.matchAll(/[\u00C0-\u024F\u1EA0-\u1EF9aeiouy]/gu)]
    .map((match) => match.index)
    .filter((at) => vowels.some((family) => family.includes(word.charAt(at))))
  const marked = places.filter((at) => fold(word.charAt(at)) !== word.charAt(at))
  const at = (marked.length > 0 ? marked : places)[draw(marked.length || places.length)]
  const family = vowels.find((each) => at !== undefined && each.includes(word.charAt(at)))
  const letter = family?.[draw(family.length)]
  if (at === undefined || !letter || letter === word.charAt(at)) return null
  return word.slice(0, at) + letter + word.slice(at + 1)
}
