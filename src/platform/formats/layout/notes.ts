import type { DraftParagraph } from '../builder.ts'
import { noteMark, superscript } from '../superscript.ts'
import type { Rule } from './model.ts'
import { isLine, type PageLine, type PagePart } from './page.ts'

export interface PageSplit {
  readonly body: PagePart[]
  readonly notes: DraftParagraph[]
}

/**
 * Parts the notes at the foot of a page from its text. They begin with a raised or bracketed number, in smaller
 * letters or under a short rule; `open` is the note that the page before left unfinished.
 */
export function splitNotes(
  parts: readonly PagePart[],
  rules: readonly Rule[],
  open: number | null,
): PageSplit & { readonly open: number | null } {
  const usual = usualSize(parts)
  const start = parts.findIndex((part, i) => isLine(part) && begins(part, parts.slice(i), rules, usual, open))
  if (start < 0) return { body: [...parts], notes: [], open: null }
  const notes: DraftParagraph[] = []
  const body = parts.slice(0, start)
  let current = open
  for (const part of parts.slice(start)) {
    if (!isLine(part) || part.draft.furniture) {
      body.push(part)
      continue
    }
    const mark = markOf(part)
    if (mark) current = mark.number
    notes.push({ ...part.draft, note: current, text: mark ? mark.rest : part.draft.text })
  }
  return { body, notes, open: current }
}

function begins(
  line: PageLine,
  rest: readonly PagePart[],
  rules: readonly Rule[],
  usual: number,
  open: number | null,
): boolean {
  if (line.draft.furniture || rest.some((part) => !isLine(part))) return false
  const small = rest.filter(isLine).every((part) => part.size < 0.95 * usual || part.draft.furniture === true)
  const ruled = rules.some((rule) => isSeparator(rule, line))
  return (small || ruled) && (markOf(line) !== undefined || (ruled && open !== null))
}

/** A short rule from the left edge of the text, just above the line. */
function isSeparator(rule: Rule, line: PageLine): boolean {
  const above = line.y - line.size - rule.y1
  const flat = rule.y2 - rule.y1 < 2 && rule.x2 - rule.x1 > 40 && rule.x2 - rule.x1 < 260
  return flat && above > -3 && above < 1.5 * line.size && Math.abs(rule.x1 - line.x1) < 4 * line.size
}

/** The number that opens a note, and the text after it. */
function markOf(line: PageLine): { readonly number: number; readonly rest: string } | undefined {
  const found = /^\s*(?:[⁽(]\s*([\d⁰¹²³⁴-⁹]{1,3})\s*[⁾)]|([⁰¹²³⁴-⁹]{1,3}))[.:]?\s*/.exec(line.draft.text)
  const plain = found ? undefined : /^(\d{1,3})\s+(?=\p{L})/u.exec(line.draft.text)
  const digits = found?.[1] ?? found?.[2] ?? (plain && smallFirst(line) ? plain[1] : undefined)
  if (digits === undefined) return undefined
  const number = Number(digits.replaceAll(/[⁰¹²³⁴-⁹]/g, (sign) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))))
  return { number, rest: line.draft.text.slice((found ?? plain)?.[0].length ?? 0) }
}

const smallFirst = (line: PageLine) =>
  (line.items[0]?.size ?? line.size) < 0.8 * line.size || line.items[0]?.raised === true

/** The letter height of most of the page. */
function usualSize(parts: readonly PagePart[]): number {
  const counts = new Map<number, number>()
  for (const part of parts.filter(isLine)) {
    const size = Math.round(part.size * 2) / 2
    counts.set(size, (counts.get(size) ?? 0) + part.draft.text.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Raised numbers of the text that have a note become marks; a raised 2 or 3 after a unit of length stays. */
export function markReferences(text: string, known: ReadonlySet<number>): string {
  return text.replaceAll(/(?<![⁽⁰¹²³⁴-⁹⁻])[⁰¹²³⁴-⁹]{1,3}(?![⁾⁰¹²³⁴-⁹])/g, (found, at: number) => {
    const number = [...known].find((n) => superscript(String(n)) === found)
    const unit = /(^|[\s\d])[kcdm]?m$/.test(text.slice(0, at)) && /^[²³]$/.test(found)
    return number === undefined || unit ? found : noteMark(number)
  })
}
