import type { Words } from '../../../../domain/words.ts'
import type { Choice, Sureness } from '../../model/import/mapping.ts'
import type { BookCode, BookTerm, Codebook } from './codebook.ts'
import { layerWords, spansOf, type Span } from './words.ts'

/** What a CAD layer and its colour stand for. */
export interface CodeReading {
  /** What the name says, in whole words; null where it says nothing that is known. */
  readonly term: string | null
  readonly code: string | null
  readonly sureness: Sureness
  readonly choices: readonly Choice[]
  readonly reason: Words
}

export interface Sign {
  /** Repaired where it was broken. */
  readonly cad: string | null
  readonly colour: string | null
}

/** Kind of plan, where it is known: some functions have a code of their own in each. */
export type PlanKind = 'general' | 'zoning' | null

/**
 * The code of a CAD layer: by the code in its name, by its words, by its colour where the name says nothing. What
 * two codes may stand for is asked, and so is what name and colour see differently.
 */
export function codeOf(sign: Sign, book: Codebook, plan: PlanKind): CodeReading {
  const written = writtenCode(sign.cad, book)
  if (written) return written
  const byWords = readWords(sign.cad ?? '', book)
  const byColour = coded(book, plan, coloured(sign.colour, book)).filter(({ rank }) => rank === 0)
  if (byWords.length === 0) return ofColour(sign, byColour)
  const term = [...new Set(byWords.map((match) => match.term.term))].join(', ')
  const codes = agreed(byWords, book)
  if (codes.length === 0) return noCode(term)
  const fitting = coded(book, plan, codes)
  const all = codes.map((code) => book.codes.get(code)!)
  if (!fitting.some(({ rank }) => rank === 0) && all.some(({ rank }) => rank === 0))
    return asked(term, all, otherPlan)
  if (fitting.length > 1) return ofMany(term, fitting, byColour)
  return ofOne(term, fitting[0]!, byWords, byColour)
}

/** The code itself stands in the name, behind a stage and before a level: `QHDH_DAT_O_NHOMNHAO_DVO`. */
function writtenCode(cad: string | null, book: Codebook): CodeReading | null {
  const name =
    cad
      ?.trim()
      .toUpperCase()
      .replaceAll(/[\s-]+/g, '_') ?? ''
  const found = [...book.codes.values()]
    .filter(({ code }) => {
      // TON, CAN and SON are words as well: a short code counts only where nothing else stands there.
      if (!code.includes('_')) return name === code.toUpperCase() || name === `DAT_${code.toUpperCase()}`
      return new RegExp(`(^|[^A-Z0-9])${escaped(code.toUpperCase())}($|[^A-Z0-9])`).test(name)
    })
    .toSorted((a, b) => b.code.length - a.code.length)[0]
  if (!found) return null
  const reason = { vi: 'mã ghi trong tên lớp', en: 'the code stands in the name' }
  return { term: found.name, code: found.code, sureness: 'sure', choices: [], reason }
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

interface Match extends Span {
  readonly term: BookTerm
  /** By its whole wording, not a short form. */
  readonly whole: boolean
}

/** The longest wordings that stand in a name; shorter ones within them do not count. */
function readWords(cad: string, book: Codebook): Match[] {
  const words = layerWords(cad).filter((word) => !noise.has(word))
  const all = book.terms.flatMap((term) =>
    term.forms.flatMap((form, i) => spansOf(words, form).map((span) => ({ ...span, term, whole: i === 0 }))),
  )
  return all.filter(
    (one) =>
      !all.some(
        (other) => other !== one && holds(other, one) && (longer(other, one) || earlier(all, other, one)),
      ),
  )
}
/** Words that say nothing of the function: land, planned, existing. */
const noise = new Set(['dat', 'đất', 'd?t', 'đ?t', 'qh', 'ht', 'cl'])

const holds = (a: Span, b: Span) => a.from <= b.from && a.to >= b.to
const longer = (a: Span, b: Span) => a.to - a.from > b.to - b.from
/** Two forms of one term on the same words count once. */
const earlier = (all: readonly Match[], a: Match, b: Match) =>
  a.term === b.term && a.from === b.from && a.to === b.to && all.indexOf(a) < all.indexOf(b)

/** Codes that all words of the name allow; where they allow none together, all that any of them does. */
function agreed(matches: readonly Match[], book: Codebook): string[] {
  const sets = bySpan(matches).map((set) => new Set(set.flatMap(({ term }) => nearest(term, book))))
  const [first = new Set<string>(), ...rest] = sets
  const common = [...first].filter((code) => rest.every((set) => set.has(code)))
  return common.length > 0 ? common : [...new Set(sets.flatMap((set) => [...set]))]
}

/** Of a term's codes those of the nearest list: a function of plans goes before a purpose of the cadastre. */
function nearest({ codes }: BookTerm, book: Codebook): readonly string[] {
  const own = codes.filter((code) => book.codes.get(code)?.rank === 0)
  return own.length > 0
    ? [
        ...own,
        ...codes.filter(
          (code) => !own.includes(code) && own.every((one) => book.codes.get(one)?.plan === 'general'),
        ),
      ]
    : codes
}

/** Terms on the same words are readings of each other; terms beside each other must hold together. */
function bySpan(matches: readonly Match[]): Match[][] {
  const spans = new Map<string, Match[]>()
  for (const match of matches) {
    const key = `${match.from}-${match.to}`
    spans.set(key, [...(spans.get(key) ?? []), match])
  }
  return [...spans.values()]
}

function coloured(colour: string | null, book: Codebook): string[] {
  if (colour === null) return []
  return [...book.codes.values()].filter(({ colours }) => colours.includes(colour)).map(({ code }) => code)
}

const coded = (book: Codebook, plan: PlanKind, codes: readonly string[]): BookCode[] =>
  codes
    .map((code) => book.codes.get(code))
    .filter((code): code is BookCode => code !== undefined)
    .filter((code) => plan === null || code.plan === null || code.plan === plan)

function ofOne(
  term: string,
  code: BookCode,
  matches: readonly Match[],
  byColour: readonly BookCode[],
): CodeReading {
  const others = byColour.filter((one) => one.code !== code.code)
  const confirmed = byColour.some((one) => one.code === code.code)
  const sets = bySpan(matches)
  const says = (match: Match) => match.term.codes.includes(code.code)
  // Words that mean something else beside it, or that may mean something else themselves: the area may be either.
  const mixed = sets.some((set) => !set.some(says)) || !sets.some((set) => set.every(says))
  if ((mixed && !confirmed) || (others.length > 0 && !confirmed))
    return asked(term, [code, ...others], disagree)
  const sure = code.rank === 0 && (confirmed || matches.every(({ whole }) => whole))
  return {
    term,
    code: code.code,
    sureness: sure ? 'sure' : 'likely',
    choices: [],
    reason: confirmed
      ? { vi: `theo tên lớp ("${term}") và màu`, en: `by the words of the name ("${term}") and its colour` }
      : { vi: `theo tên lớp ("${term}")`, en: `by the words of the name ("${term}")` },
  }
}

function ofMany(term: string, codes: readonly BookCode[], byColour: readonly BookCode[]): CodeReading {
  const both = codes.filter(({ code }) => byColour.some((one) => one.code === code))
  if (both.length !== 1) return asked(term, codes, compete)
  const reason = {
    vi: `tên lớp ("${term}") hợp với nhiều mã, màu hợp với một`,
    en: `the words ("${term}") allow several codes, the colour one of them`,
  }
  return { term, code: both[0]!.code, sureness: 'likely', choices: choicesOf(codes, reason), reason }
}

function ofColour({ cad }: Sign, codes: readonly BookCode[]): CodeReading {
  if (codes.length === 0) {
    const reason = {
      vi: 'tên lớp và màu không cho biết chức năng',
      en: 'neither name nor colour tell the function',
    }
    return { term: null, code: null, sureness: 'none', choices: [], reason }
  }
  const reason = { vi: 'chỉ theo màu', en: 'by its colour alone' }
  // A name with words of its own may well say something that we cannot read.
  if (codes.length > 1 || (cad !== null && layerWords(cad).join('').length > 2))
    return { term: null, code: null, sureness: 'asked', choices: choicesOf(codes, reason), reason }
  return { term: codes[0]!.name, code: codes[0]!.code, sureness: 'likely', choices: [], reason }
}

function noCode(term: string): CodeReading {
  const reason = {
    vi: `danh mục đã đọc chưa có mã cho "${term}"`,
    en: `the list as read has no code for "${term}"`,
  }
  return { term, code: null, sureness: 'none', choices: [], reason }
}

const compete = { vi: 'nhiều mã đều hợp', en: 'several codes fit' }
const disagree = {
  vi: 'tên lớp và màu, hoặc các từ trong tên, không cùng một mã',
  en: 'name and colour, or words of the name, do not agree',
}
const otherPlan = { vi: 'mã thuộc loại quy hoạch khác', en: 'the code belongs to another kind of plan' }

const asked = (term: string, codes: readonly BookCode[], reason: Words): CodeReading => ({
  term,
  code: null,
  sureness: 'asked',
  choices: choicesOf(codes, reason),
  reason,
})

const choicesOf = (codes: readonly BookCode[], reason: Words): Choice[] => [
  ...new Map(codes.map((one) => [one.code, { code: one.code, reason }])).values(),
]
