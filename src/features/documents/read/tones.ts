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

/** A phrase, or what only looks like one: its syllables as written and as compared. */
interface Spelling {
  readonly written: readonly string[]
  readonly compared: readonly string[]
}

/** All spellings with one folded form. */
interface Entry {
  readonly folded: readonly string[]
  readonly spellings: readonly Spelling[]
  /** Other words that read alike and are no slip. */
  readonly right: readonly Spelling[]
}

interface Match {
  readonly from: number
  readonly length: number
  /** The phrase that is nearest to what is written. */
  readonly phrase: Spelling
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
  const sure = new Uint8Array(words.length)
  const slips: Match[] = []
  for (let index = 0; index + 1 < words.length; index++)
    for (const entry of entries.get(`${words[index]?.folded} ${words[index + 1]?.folded}`) ?? []) {
      if (!fits(text, words, index, entry)) continue
      const phrase = wrongSpelling(words, index, entry)
      if (phrase) slips.push({ from: index, length: entry.folded.length, phrase })
      else sure.fill(1, index, index + entry.folded.length)
    }
  const issues: ReadingIssue[] = []
  let end = 0
  for (const match of slips) {
    if (match.from < end || isDoubtful(words, match, sure)) continue
    issues.push(issueOf(text, words, match))
    end = match.from + match.length
  }
  return issues
}

/** Phrases by the folded form of their first two syllables, the longest first. */
function entriesOf(): Map<string, Entry[]> {
  const byFold = new Map<string, { spellings: Spelling[]; right: Spelling[] }>()
  for (const [list, part] of [
    [phrases, 'spellings'],
    [alike, 'right'],
  ] as const)
    for (const phrase of list) {
      const known = byFold.get(fold(phrase)) ?? { spellings: [], right: [] }
      const written = phrase.split(' ')
      known[part].push({ written, compared: written.map(spelling) })
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

/** Syllables with their places; each form is folded once. */
function wordsOf(text: string): Word[] {
  const known = new Map<string, Pick<Word, 'folded' | 'spelled'>>()
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    let forms = known.get(word)
    if (!forms) {
      forms = { folded: fold(word), spelled: spelling(word) }
      known.set(word, forms)
    }
    const { folded, spelled } = forms
    words.push({ text: word, start: index, end: index + word.length, folded, spelled })
  }
  return words
}

/** The words from `from` on read like the phrase, with nothing but blanks between them. */
function fits(text: string, words: readonly Word[], from: number, { folded }: Entry): boolean {
  for (let at = 0; at < folded.length; at++) {
    const word = words[from + at]
    const before = words[from + at - 1]
    if (!word || word.folded !== folded[at]) return false
    if (at > 0 && before && !together(text, before, word)) return false
  }
  return true
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

/** The nearest spelling of the phrase where none of them is what is written. */
function wrongSpelling(words: readonly Word[], from: number, { spellings, right }: Entry): Spelling | null {
  let nearest: Spelling | null = null
  let least = Number.POSITIVE_INFINITY
  for (const phrase of right) if (offBy(words, from, phrase) === 0) return null
  for (const phrase of spellings) {
    const off = offBy(words, from, phrase)
    if (off === 0) return null
    if (off < least) nearest = phrase
    least = Math.min(least, off)
  }
  return nearest
}

function offBy(words: readonly Word[], from: number, { compared }: Spelling): number {
  let off = 0
  for (let at = 0; at < compared.length; at++) if (words[from + at]?.spelled !== compared[at]) off++
  return off
}

/** A pair counts as a slip only where neither word belongs to another phrase; in longer ones the wrong words are asked. */
function isDoubtful(words: readonly Word[], { from, length, phrase }: Match, sure: Uint8Array): boolean {
  for (let at = 0; at < length; at++) {
    const word = words[from + at]
    const asked = length === 2 || word?.spelled !== phrase.compared[at]
    if (asked && sure[from + at] === 1) return true
    // A capital after the first syllable, as names have, which no lexicon knows; a line all in capitals is none.
    if (at > 0 && word && /^\p{Lu}\p{Ll}/u.test(word.text)) return true
  }
  return false
}

function issueOf(text: string, words: readonly Word[], match: Match): ReadingIssue {
  const written = words.slice(match.from, match.from + match.length)
  const start = written[0]?.start ?? 0
  const end = written.at(-1)?.end ?? start
  const suggest = match.phrase.written
    .map((syllable, at) => likeCase(syllable, written[at]?.text ?? ''))
    .join(' ')
  return { code: 'tone-slip', found: text.slice(start, end), suggest, at: [[start, end]] }
}

/** A syllable in lower case with its tone last, so that both habits of placing it compare alike. */
function spelling(syllable: string): string {
  const parts = syllable.toLowerCase().normalize('NFD')
  const tone = tones.exec(parts)?.[1] ?? ''
  return parts.replace(tone, '') + tone
}

function likeCase(syllable: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return syllable.toUpperCase()
  return /^\p{Lu}/u.test(model) ? syllable.charAt(0).toUpperCase() + syllable.slice(1) : syllable
}
