import { fold } from '../../../domain/fold.ts'
import type { ReadingIssue } from '../model.ts'
import { alike, phrases } from './lexicon.ts'

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly folded: string
  /** In lower case with its tone last: both habits of placing it are one. */
  readonly spelled: string
}

/** Phrases by the folded form of their first two syllables; of each folded form, all spellings that are right. */
interface Entry {
  readonly folded: readonly string[]
  readonly spellings: readonly string[]
  /** Other words that read alike and are no slip. */
  readonly right: readonly string[]
}

/** Tones stand on either vowel of `hoà`, `thuỷ`: a habit, not a slip. */
const tones = /([\u0300\u0301\u0303\u0309\u0323])/u
const entries: ReadonlyMap<string, readonly Entry[]> = entriesOf()

/**
 * Tone slips of scanning: words that read like a set phrase without their marks and differ from it in them. Words
 * that are part of a phrase written right are not doubted.
 */
export function toneSlips(text: string): ReadingIssue[] {
  const words = wordsOf(text)
  const found = words.flatMap((_, index) => matchesAt(text, words, index))
  const sure = new Set(
    found.filter((match) => match.wrong.length === 0).flatMap(({ from, length }) => range(from, length)),
  )
  const issues: ReadingIssue[] = []
  let end = 0
  for (const match of found) {
    if (match.wrong.length === 0 || match.from < end || isDoubtful(words, match, sure)) continue
    issues.push(slip(text, words, match))
    end = match.from + match.length
  }
  return issues
}

interface Match {
  readonly from: number
  readonly length: number
  /** The spelling that is nearest to what is written. */
  readonly spelling: readonly string[]
  /** Words, by index, that are spelled otherwise. */
  readonly wrong: readonly number[]
}

const range = (from: number, length: number): number[] => Array.from({ length }, (_, index) => from + index)

/** A pair counts as a slip only where neither word belongs to another phrase; in longer ones the wrong words are asked. */
function isDoubtful(words: readonly Word[], match: Match, sure: ReadonlySet<number>): boolean {
  const asked = match.length === 2 ? range(match.from, 2) : match.wrong
  const written = words.slice(match.from, match.from + match.length)
  return asked.some((index) => sure.has(index)) || isName(written)
}

function entriesOf(): Map<string, Entry[]> {
  const byFold = new Map<string, { spellings: string[]; right: string[] }>()
  for (const [list, part] of [
    [phrases, 'spellings'],
    [alike, 'right'],
  ] as const)
    for (const phrase of list) {
      const known = byFold.get(fold(phrase)) ?? { spellings: [], right: [] }
      known[part].push(phrase)
      byFold.set(fold(phrase), known)
    }
  const found = new Map<string, Entry[]>()
  for (const [key, lists] of byFold) {
    const folded = key.split(' ')
    const start = folded.slice(0, 2).join(' ')
    found.set(start, [...(found.get(start) ?? []), { folded, ...lists }])
  }
  for (const list of found.values()) list.sort((a, b) => b.folded.length - a.folded.length)
  return found
}

/** Syllables with their places; each spelling is folded once. */
function wordsOf(text: string): Word[] {
  const known = new Map<string, Pick<Word, 'folded' | 'spelled'>>()
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const forms = known.get(word) ?? { folded: fold(word), spelled: spelling(word) }
    known.set(word, forms)
    words.push({ text: word, start: index, end: index + word.length, ...forms })
  }
  return words
}

/** Phrases that the words from `index` on read like, the longest first. */
function matchesAt(text: string, words: readonly Word[], index: number): Match[] {
  const first = words[index]
  const second = words[index + 1]
  if (!first || !second) return []
  const found: Match[] = []
  for (const { folded, spellings, right } of entries.get(`${first.folded} ${second.folded}`) ?? []) {
    const fits = folded.every((syllable, at) => {
      const word = words[index + at]
      const before = words[index + at - 1]
      return word?.folded === syllable && (at === 0 || (before !== undefined && together(text, before, word)))
    })
    if (!fits) continue
    const written = words.slice(index, index + folded.length).map((word) => word.spelled)
    const isRight = right.some((each) => sameWords(each.split(' '), written))
    const best = isRight ? [...written] : nearest(written, spellings)
    if (best.length === 0) continue
    const wrong = isRight
      ? []
      : range(index, folded.length).filter(
          (each) => spelling(best[each - index] ?? '') !== written[each - index],
        )
    found.push({ from: index, length: folded.length, spelling: best, wrong })
  }
  return found
}

/** Nothing but blanks stands between, or the end of a line that goes on. */
function together(text: string, before: Word, after: Word): boolean {
  const between = text.slice(before.end, after.start)
  return (
    between === ' ' ||
    /^[ \u00A0*]+$/.test(between) ||
    (/^[ *]*\n[ *]*$/.test(between) && !/^\p{Lu}\p{Ll}/u.test(after.text))
  )
}

function slip(text: string, words: readonly Word[], match: Match): ReadingIssue {
  const written = words.slice(match.from, match.from + match.length)
  const start = written[0]?.start ?? 0
  const end = written.at(-1)?.end ?? start
  const suggest = match.spelling.map((syllable, at) => likeCase(syllable, written[at]?.text ?? '')).join(' ')
  return { code: 'tone-slip', found: text.slice(start, end), suggest, at: [[start, end]] }
}

const sameWords = (syllables: readonly string[], written: readonly string[]): boolean =>
  syllables.every((each, at) => spelling(each) === written[at])

function nearest(written: readonly string[], spellings: readonly string[]): string[] {
  const ranked = spellings
    .map((phrase) => phrase.split(' '))
    .map((syllables) => ({
      syllables,
      off: syllables.filter((each, at) => spelling(each) !== written[at]).length,
    }))
  ranked.sort((a, b) => a.off - b.off)
  return ranked[0]?.syllables ?? []
}

/** A capital after the first syllable, as names have, which no lexicon knows; a line all in capitals is none. */
const isName = (words: readonly Word[]): boolean =>
  words.slice(1).some((word) => /^\p{Lu}\p{Ll}/u.test(word.text))

/** A syllable in lower case with its tone last, so that both habits of placing it compare alike. */
function spelling(syllable: string): string {
  const parts = syllable.toLowerCase().normalize('NFD')
  const tone = tones.exec(parts)?.[1] ?? ''
  return parts.replace(tone, '') + tone
}

function likeCase(syllable: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return syllable.toUpperCase()
  return model.charAt(0) === model.charAt(0).toUpperCase() &&
    model.charAt(0) !== model.charAt(0).toLowerCase()
    ? syllable.charAt(0).toUpperCase() + syllable.slice(1)
    : syllable
}
