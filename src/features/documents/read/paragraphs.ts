import { Strand } from '../../../domain/strand.ts'
import type { ReadingIssue } from '../model.ts'
import type { Line } from './lines.ts'
import { blank } from './lines.ts'
import { bullet, labelsOf } from './numbering.ts'
import { beginsLower, endsLoose, endsOpen, endsSentence, isCapitals } from './words.ts'

/** Lines made whole. `strand` is tidied; `tail` is the white space after its last line. */
export interface Whole {
  readonly strand: Strand
  readonly tail: Strand
  readonly gap: boolean
}

export interface Wholes {
  readonly paragraphs: readonly Whole[]
  readonly issues: readonly ReadingIssue[]
}

interface Draft {
  readonly lines: Line[]
  text: string
}

/** Joins printed lines, and paragraphs that a page break cut in two; takes out what a page break repeated. */
export function paragraphsOf(lines: readonly Line[]): Wholes {
  const setting = settingOf(lines)
  const drafts: Draft[] = []
  const issues: ReadingIssue[] = []
  for (const line of lines) {
    const last = drafts.at(-1)
    const fresh = last ? withoutRepeat(last, line, issues) : line
    if (!fresh) continue
    if (last && continues(last, fresh, setting)) {
      last.lines.push(fresh)
      last.text = fresh.strand.text
    } else {
      if (last && beginsLower(fresh.strand.text) && /[.!?]$/.test(last.text) && !startsItem(fresh.strand))
        issues.push({ code: 'fragment', found: fresh.strand.text, suggest: null, at: fresh.strand.at() })
      drafts.push({ lines: [fresh], text: fresh.strand.text })
    }
  }
  return { paragraphs: drafts.map(wholeOf), issues }
}

function wholeOf({ lines }: Draft): Whole {
  const parts = lines.flatMap((line, index) =>
    index === lines.length - 1 ? [line.strand] : [line.strand, line.tail.length > 0 ? line.tail : blank],
  )
  return {
    strand: Strand.join(parts).tidy(),
    tail: lines.at(-1)?.tail ?? Strand.empty,
    gap: lines[0]?.gap ?? true,
  }
}

/** How the text is set: the width that nine in ten lines keep, and where full lines begin. */
interface Setting {
  readonly width: number
  readonly margin: number | null
}

function settingOf(lines: readonly Line[]): Setting {
  const printed = lines.filter((line) => !line.block.whole)
  const widths = printed.map((line) => line.strand.length).sort((a, b) => a - b)
  const width = Math.max(60, widths[Math.floor(widths.length * 0.9)] ?? Number.POSITIVE_INFINITY)
  const indents = new Map<number, number>()
  for (const line of printed) {
    const indent = line.block.indent
    if (indent === null || line.strand.length < width * 0.7) continue
    indents.set(Math.round(indent), (indents.get(Math.round(indent)) ?? 0) + 1)
  }
  const often = [...indents].filter(([, times]) => times * 10 >= printed.length).map(([indent]) => indent)
  return { width, margin: often.length > 0 ? Math.min(...often) : null }
}

/** Its first line is set in, as paragraphs begin. */
const setIn = (line: Line, { margin }: Setting): boolean =>
  margin !== null && line.block.indent !== null && line.block.indent >= margin + 2

export const startsItem = (strand: Strand): boolean => bullet.test(strand.text) || labelsOf(strand).length > 0

function continues(draft: Draft, line: Line, setting: Setting): boolean {
  const before = draft.text
  const text = line.strand.text
  if (startsItem(line.strand)) return splitNumber(draft, line)
  if (isCapitals(before) !== isCapitals(text) && !endsOpen(before) && !(isCapitals(text) && text.length < 12))
    return false
  if (line.gap && draft.lines.at(-1)?.block.level) return false
  if (line.gap || line.afterPage) return goesOn(before, text, line.afterPage)
  if (opensBasis.test(text) && /[;.,:]$/.test(before)) return false
  if (endsSentence(before) && !beginsLower(text))
    return !setIn(line, setting) && before.length >= setting.width * 0.8
  // A short title ("Điều 5. Tổ chức thực hiện") over a paragraph that is set in.
  const opensParagraph = /^\p{Lu}/u.test(text) && setIn(line, setting) && before.length < setting.width * 0.6
  if (opensParagraph && !endsOpen(before)) return false
  return beginsLower(text) || endsLoose(before) || before.length >= setting.width * 0.6
}

/** The sentences that a document rests on stand each on a line of its own. */
const opensBasis = /^(?:Căn cứ|Xét|Theo đề nghị|Thực hiện|Trên cơ sở|Kính gửi)\s/u

/** A line that only looks like an item: the line before it stopped where a number must follow ("đến năm / 2030. …"). */
function splitNumber(draft: Draft, line: Line): boolean {
  if (line.gap || line.afterPage || !/^\d/.test(line.strand.text) || isCapitals(draft.text)) return false
  if (/(?:^|\s)(?:hằng|hàng|mỗi|cả)\s(?:ngày|tháng|năm)$/iu.test(draft.text)) return false
  return /(?:^|\s)(?:số|ngày|năm|tháng|từ|đến|và|là|khoảng)$/iu.test(draft.text)
}

/** Over white space or a page's end: only what has not ended goes on. */
function goesOn(before: string, text: string, afterPage: boolean): boolean {
  if (endsSentence(before)) return before.endsWith(':') && beginsLower(text)
  if (isCapitals(before)) return false
  if (beginsLower(text) || endsOpen(before)) return true
  return endsLoose(before) ? afterPage || /^\d/.test(text) : afterPage && before.length > 60
}

/** The line without the words that a page break has repeated; null where nothing else is left. */
function withoutRepeat(draft: Draft, line: Line, issues: ReadingIssue[]): Line | null {
  if (startsItem(line.strand)) return line
  const before = draft.lines
    .slice(-2)
    .map((each) => each.strand.text)
    .join(' ')
  const repeated = overlap(before.toLowerCase(), line.strand.text, line.gap || line.afterPage)
  if (repeated === 0) return line
  const found = line.strand.slice(0, repeated).trim()
  const rest = line.strand.slice(repeated).trim()
  issues.push({ code: 'repeated-fragment', found: found.text, suggest: '', at: found.at() })
  return rest.length === 0 ? null : { ...line, strand: rest }
}

/**
 * How many characters of `text` repeat the end of `before`: all of it (three words at least where no break stands
 * between), or four words and more of it where the sentence goes on after a break.
 */
function overlap(before: string, text: string, broken: boolean): number {
  const lower = text.toLowerCase()
  const words = [...lower.matchAll(/\S+/g)].slice(0, 25)
  const boundary = !/[\p{L}\p{N}]/u.test(before.charAt(before.length - text.length - 1))
  if (before.endsWith(lower) && boundary && (broken || words.length >= 3)) return text.length
  if (!broken || !beginsLower(text)) return 0
  for (let count = words.length; count >= 4; count--) {
    const last = words[count - 1]
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0)
    if (before.endsWith(lower.slice(0, end))) return end
  }
  return 0
}
