import { fold } from '../../../domain/fold.ts'
import type { Strand } from '../../../domain/strand.ts'
import { isCapitals } from './words.ts'

/** The rank orders what may stand under what; a lower rank never stands under a higher one. */
export type Style =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'upper'
  | 'roman'
  | 'number'
  | 'bracket'
  | 'letter'

export const rank: Readonly<Record<Style, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  upper: 2,
  roman: 3,
  number: 4,
  bracket: 5,
  letter: 6,
}

export interface Label {
  readonly style: Style
  /** As written, without punctuation: `III`, `2.1`, `a`, `5` of `Điều 5`. */
  readonly no: string
  /** Its places in the order: `2.1` is [2, 1], `III` is [3], `c` is [3]. */
  readonly order: readonly number[]
  /** Characters of the text that the label takes, bullet and white space included. */
  readonly length: number
  /** Read from marks that seldom make a number (`5,`): it must follow the one before. */
  readonly loose?: boolean
  /** Written with a `1` or `l`, one of which may be a smudge: `I1.` for `I.` */
  readonly smudged?: boolean
  /** Scanning lost a stroke of it (`I.` for `III.`): the number is the one expected. */
  readonly mended?: boolean
}

const ordinals = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const lead = String.raw`^(?:[-–—+•]\s*(?=\d{1,2}[.)]\s))?`
const word = new RegExp(
  String.raw`${lead}(Phần|Chương|Mục|Đi[ềêè]u)\s+(?:thứ\s+)?([IVXL]+|\d{1,3}[a-z]?|\p{L}{2,4})\b\s*[.:\-–—)]?\s*`,
  'iu',
)
const roman = /^([IVXl1|]{1,6})\s*[.)\-–—/]+[\s_]*(?=["“]?\p{Lu})/u
/** "I MỤC TIÊU": a heading in capitals whose point scanning has lost. */
const bareRoman = /^([IVX]{1,5})\s+(?=\p{Lu}{2})/u
const sectionWords =
  /^(?:muc |quan diem|nhiem vu|to chuc|noi dung|giai phap|tinh hinh|danh gia|ket qua|thuc trang|yeu cau|kinh phi)/
const dotted = new RegExp(String.raw`${lead}(\d{1,2}(?:\.\d{1,2}){1,3})\s*(?:[.)]|[.]?[-–—])?\s+(?=\S)`, 'u')
const number = new RegExp(
  String.raw`${lead}(\d{1,3})\s*(?:(?:\.\s*[-–—]?|,(?=\s)|/\s|[-–—])\s*(?=["“(]?\p{L})|\.\s+(?=\d[\d.,]*\s?(?:%|\p{L})))`,
  'u',
)
const bracket = /^\(?(\d{1,2})\)\s*(?=["“(]?\p{L})/u
// "d) 100 % khu dân cư …": a figure may open an entry.
const letter =
  /^\(?([a-zđ])(?:(?:[)]|[./]|[-–—](?=\s?\p{Lu}))\s*(?=["“(]?\p{L})|[)]\s+(?=[≥≤<>]?\s?\d[\d.,]*\s?(?:%|\p{L})))/u
const upper = /^([A-H])\s*(?:[.)]|[.]?[-–—])\s*(?=\p{Lu})/u
const alphabet = 'abcdđeghiklmnopqrstuvxy'

/** The number that a paragraph begins with, as far as its first characters tell; what it may be is for the order to say. */
export function labelsOf(strand: Strand): Label[] {
  const text = strand.text
  if (!/^[-–—+•(IVXl1|\dA-Ha-zđPCMĐ]/u.test(text)) return []
  return [
    asWord(text),
    asRoman(text),
    asUpper(text),
    asDotted(text),
    asNumber(text),
    asBracket(text),
    asLetter(text),
  ].filter((label) => label !== null)
}

const wordStyles: Readonly<Record<string, Style>> = {
  phan: 'part',
  chuong: 'chapter',
  muc: 'section',
  dieu: 'article',
}

function asWord(text: string): Label | null {
  const found = word.exec(text)
  if (!found) return null
  const [all, name = '', no = ''] = found
  const style = wordStyles[fold(name)]
  const place = placeOf(no)
  if (!style || place === 0 || (name !== name.toUpperCase() && !/^\p{Lu}/u.test(name))) return null
  const stop = /[.:\-–—)]\s*$/.test(all) || all.length === text.length
  if (style === 'article' ? !stop : !stop && !/^\p{Lu}/u.test(text.slice(all.length))) return null
  return { style, no, order: [place], length: all.length }
}

function placeOf(no: string): number {
  if (/^\d/.test(no)) return Number.parseInt(no, 10)
  return /^[IVXL]+$/.test(no) ? romanValue(no) : ordinals.indexOf(fold(no)) + 1
}

/** A row of a table that recognition has run together ("I HẠ TẦNG SỐ") begins alike; a heading's words tell it apart. */
function headingRoman(text: string): RegExpExecArray | null {
  const found = text.length < 80 && isCapitals(text) ? bareRoman.exec(text) : null
  return found && sectionWords.test(fold(text.slice(found[0].length))) ? found : null
}

function asRoman(text: string): Label | null {
  const found = roman.exec(text) ?? headingRoman(text)
  if (!found?.[1]) return null
  const no = found[1].replaceAll(/[l1|]/g, 'I')
  if (/^1+$/.test(found[1])) return null
  const value = romanValue(no)
  return value > 0 && toRoman(value) === no
    ? { style: 'roman', no, order: [value], length: found[0].length, smudged: no !== found[1] }
    : null
}

function asUpper(text: string): Label | null {
  const found = upper.exec(text)
  return found?.[1]
    ? { style: 'upper', no: found[1], order: [found[1].charCodeAt(0) - 64], length: found[0].length }
    : null
}

function asDotted(text: string): Label | null {
  const found = dotted.exec(text)
  return found?.[1]
    ? { style: 'number', no: found[1], order: found[1].split('.').map(Number), length: found[0].length }
    : null
}

function asNumber(text: string): Label | null {
  const found = number.exec(text)
  return found?.[1]
    ? {
        style: 'number',
        no: found[1],
        order: [Number(found[1])],
        length: found[0].length,
        loose: found[0].includes(','),
      }
    : null
}

function asBracket(text: string): Label | null {
  const found = bracket.exec(text)
  return found?.[1]
    ? { style: 'bracket', no: found[1], order: [Number(found[1])], length: found[0].length }
    : null
}

function asLetter(text: string): Label | null {
  const found = letter.exec(text)
  return found?.[1]
    ? { style: 'letter', no: found[1], order: [alphabet.indexOf(found[1]) + 1], length: found[0].length }
    : null
}

const romanDigits = [
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

export function romanValue(text: string): number {
  let rest = text
  let value = 0
  for (const [digit, worth] of romanDigits)
    while (rest.startsWith(digit)) {
      rest = rest.slice(digit.length)
      value += worth
    }
  return rest === '' ? value : 0
}

/**
 * A heading in capitals whose roman number lost strokes, or turned into `1`, or took a smudge for a stroke: read as
 * the number expected.
 */
export function mendedRoman(label: Label, expected: number): Label | null {
  const written =
    label.style === 'roman' ? label.no : /^1{1,3}$/.test(label.no) && expected === 1 ? 'I' : null
  const meant = toRoman(expected)
  if (written === null || label.order.length > 1) return null
  if (label.smudged && label.order[0] === expected + 1)
    return { ...label, no: meant, order: [expected], mended: true }
  if (label.style === 'roman' && (label.order[0] ?? 0) >= expected) return null
  const strokes = (text: string): string => text.replaceAll('I', '')
  return strokes(written) === strokes(meant)
    ? { ...label, style: 'roman', no: meant, order: [expected], mended: true }
    : null
}

function toRoman(value: number): string {
  let rest = value
  let text = ''
  for (const [digit, worth] of romanDigits)
    while (rest >= worth) {
      text += digit
      rest -= worth
    }
  return text
}

/** A bullet at the start of a paragraph, with the white space after it. */
export const bullet = /^[-–—+•●▪*]\s*(?=\S)/u
