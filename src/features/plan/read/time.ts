import { addDays, type Day, dayOf, daysInMonth } from '../../../domain/day.ts'
import type { Strand } from '../../../domain/strand.ts'
import type { TaskTime } from '../model.ts'
import { plain } from './plain.ts'

/** A stretch of days named in a text; null at both ends where its year is not said. */
interface Moment {
  readonly kind: 'day' | 'month' | 'quarter' | 'half' | 'year'
  readonly year: number | null
  /** First and last month, and the day where one is named. */
  readonly months: readonly [number, number]
  readonly day: number | null
  readonly start: number
  readonly end: number
}

const year = String.raw`(?:19|20)\d{2}`
// Tail of a month or quarter: `/2024`, `-2024`, ` năm 2024`, `, năm 2024`. Written for text without tone marks.
const ofYear = String.raw`(?:\s*[/\-.]\s*(?:nam\s*)?|\s*,?\s*(?:cua\s+)?nam\s+|\s+)`
const forms = new RegExp(
  [
    String.raw`ngay\s+(?<d1>\d{1,2})\s+thang\s+(?<m1>\d{1,2})(?:${ofYear}(?<y1>${year}))?`,
    String.raw`(?:ngay\s+)?(?<!\d)(?<d2>\d{1,2})\s*[/\-.]\s*(?<m2>\d{1,2})(?:\s*[/\-.]\s*(?<y2>${year})|\s+nam\s+(?<y2b>${year}))(?!\d)`,
    String.raw`(?:ngay\s+)?(?<!\d)(?<d3>\d{1,2})\s*/\s*(?<m5>\d{1,2})(?![\d/])`,
    String.raw`(?<!\d)(?<n6>0?[369]|sau|ba|chin)\s+thang\s+(?<half>dau|cuoi)\s+(?:cua\s+)?nam(?:\s+(?<y6>${year}))?`,
    String.raw`(?:cac\s+)?thang\s*(?<m3>\d{1,2})(?!\d)(?:${ofYear}(?<y3>${year}))?`,
    String.raw`(?<!\d)(?<m4>\d{1,2})\s*/\s*(?<y4>${year})`,
    String.raw`(?:cac\s+)?quy\s*(?<q5>[i1l]v|[i1l]{1,3}|[2-4])(?![\p{L}\d])(?:${ofYear}(?<y5>${year}))?`,
    String.raw`(?:nam\s*)?(?<!\d)(?<y7>${year})(?!\d)`,
  ].join('|'),
  'gu',
)
const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }
/** "Quý 11" is what a scan makes of "quý II": a quarter's strokes, whatever they were taken for. */
const quarterNo = (text: string): number => romans[text.replaceAll(/[1l]/g, 'i')] ?? Number(text)

/**
 * When a task is to be done. Days are in Asia/Ho_Chi_Minh and the last one is included: "trước ngày 30/6/2024"
 * ends on 29/6, "đến ngày 30/6/2024" on 30/6. Where the text sets no day, `from` and `to` stay null.
 */
export function readTime(strand: Strand | null): TaskTime {
  const value = strand?.trim().replace(/[\s.;,]+$/g)
  if (!value || value.text === '') return { kind: 'unstated', from: null, to: null, text: null, at: [] }
  return { ...timeOf(value.text), text: value.text, at: value.at() }
}

/** "Tháng 11" in a plan of one year: a month, a quarter or a day without a year is of that year. */
export function inYearOf(time: TaskTime, year: number | null): TaskTime {
  const open = time.from === null && time.to === null && /^(?:month|quarter|range|until)$/.test(time.kind)
  return open && year !== null && time.text !== null ? { ...time, ...timeOf(time.text, year) } : time
}

function timeOf(written: string, inYear: number | null = null): Pick<TaskTime, 'kind' | 'from' | 'to'> {
  const text = wholeNumbers(plain(written))
  const moments = withYears(listed(text, momentsOf(text)), inYear)
  const span = moments.length === 0 ? null : spanOf(text, moments)
  // "Kỳ họp giữa năm 2024": on the day that a meeting is called for.
  if (/\bky hop\b/.test(text) && moments.every(({ kind }) => kind === 'year')) return unstated
  const rhythm = rhythmOf(text)
  if (rhythm === null) return span ?? unstated
  // "Trước ngày 15/12 hằng năm" names a day of every year: the cycle has no first and last day.
  return { kind: rhythm, from: span?.from ?? null, to: span?.to ?? null }
}

/** "06/1 0", "ngày 3 0/6", "năm 20 26": a scan's blanks inside a number. */
const wholeNumbers = (text: string): string =>
  text
    .replaceAll(/(?<=\d\s?\/\s?1) (?=[0-2](?!\d))/g, '')
    .replaceAll(/(?<=ngay [0-3]) (?=\d(?!\d)\s?(?:[/.]|thang))/g, '')
    .replaceAll(/(?<=(?:nam |\/ ?)(?:19|20)) (?=\d{2}(?!\d))/g, '')

function rhythmOf(text: string): 'periodic' | 'standing' | null {
  if (
    /\b(?:hang|moi|tung)\s+(?:nam|quy|thang|tuan|ngay|6 thang)\b|\bdinh ky\b|\d\s*lan\s*\/|\/\s*lan\b|\b(?:mot|1|01) lan\b/.test(
      text,
    )
  )
    return 'periodic'
  return /\b(?:thuong xuyen|lien tuc|thuong ky|quanh nam)\b/.test(text) ? 'standing' : null
}

function momentsOf(text: string): Moment[] {
  return [...text.matchAll(forms)].flatMap((match) => {
    const g = match.groups ?? {}
    const place = { start: match.index, end: match.index + match[0].length }
    const made = momentOf(g)
    return made && made.months[0] >= 1 && made.months[1] <= 12 ? [{ ...made, ...place }] : []
  })
}

const numberOr = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

function momentOf(g: Readonly<Record<string, string | undefined>>): Omit<Moment, 'start' | 'end'> | null {
  const day = numberOr(g['d1'] ?? g['d2'] ?? g['d3'])
  if (day !== null)
    return { ...oneMonth(g['m1'] ?? g['m2'] ?? g['m5'], g['y1'] ?? g['y2'] ?? g['y2b']), kind: 'day', day }
  if (g['half']) {
    const count = { ba: 3, sau: 6, chin: 9 }[g['n6'] ?? ''] ?? Number(g['n6'])
    const months = g['half'] === 'dau' ? ([1, count] as const) : ([13 - count, 12] as const)
    return { kind: 'half', year: numberOr(g['y6']), months, day: null }
  }
  if (g['m3'] ?? g['m4'])
    return { ...oneMonth(g['m3'] ?? g['m4'], g['y3'] ?? g['y4']), kind: 'month', day: null }
  if (g['q5']) return { ...quarter(quarterNo(g['q5'])), year: numberOr(g['y5']) }
  return { kind: 'year', year: numberOr(g['y7']), months: [1, 12], day: null }
}

const oneMonth = (month: string | undefined, inYear: string | undefined) => {
  const number = Number(month)
  return { year: numberOr(inYear), months: [number, number] as const }
}

const quarter = (number: number) =>
  ({ kind: 'quarter', months: [number * 3 - 2, number * 3], day: null }) as const

/** "Quý I, II năm 2024", "tháng 3, 4 và 5/2024": the bare numbers after the first are of its kind too. */
function listed(text: string, moments: readonly Moment[]): Moment[] {
  return moments.flatMap((moment) => {
    if (moment.year !== null || (moment.kind !== 'month' && moment.kind !== 'quarter')) return [moment]
    const more: Moment[] = []
    const next = new RegExp(
      String.raw`(?:\s*(?:,|-|–|va|den)\s*)(?<n>[i1l]v|[il]{1,3}|1{3}|\d{1,2})(?![\p{L}\d])(?:${ofYear}(?<y>${year}))?`,
      'uy',
    )
    next.lastIndex = moment.end
    for (let found = next.exec(text); found; found = next.exec(text)) {
      const written = found.groups?.['n'] ?? ''
      const number = moment.kind === 'quarter' ? quarterNo(written) : (romans[written] ?? Number(written))
      const place = { year: numberOr(found.groups?.['y']), start: found.index, end: next.lastIndex }
      if (moment.kind === 'quarter' && number <= 4) more.push({ ...quarter(number), ...place })
      else if (moment.kind === 'month' && number <= 12)
        more.push({ kind: 'month', day: null, months: [number, number], ...place })
      else break
    }
    return [moment, ...more]
  })
}

/** "Từ tháng 3 đến tháng 9 năm 2024": a moment without a year takes that of the next one, else of the last. */
function withYears(moments: readonly Moment[], inYear: number | null): Moment[] {
  const inside = (a: Moment, b: Moment) =>
    b.start <= a.start && a.end <= b.end && a.end - a.start < b.end - b.start
  let following = moments.findLast((moment) => moment.year !== null)?.year ?? inYear
  return moments
    .filter((moment) => !moments.some((other) => inside(moment, other)))
    .toReversed()
    .map((moment) => {
      following = moment.year ?? following
      return { ...moment, year: following }
    })
    .toReversed()
}

const firstDay = (m: Moment): Day | null =>
  m.year === null ? null : dayOf(m.year, m.months[0], m.kind === 'day' ? (m.day ?? 1) : 1)
const lastDay = (m: Moment): Day | null =>
  m.year === null
    ? null
    : dayOf(m.year, m.months[1], m.kind === 'day' ? (m.day ?? 1) : daysInMonth(m.year, m.months[1]))

const onward = /tro di|(?:nhung|cac)\s+nam\s+(?:tiep\s+theo|sau|tiep|ke\s+tiep)|nhung\s+nam\s+toi/

function spanOf(text: string, moments: readonly Moment[]): Pick<TaskTime, 'kind' | 'from' | 'to'> {
  const [first, last] = [moments[0], moments.at(-1)]
  if (!first || !last) return { kind: 'unstated', from: null, to: null }
  const before = text.slice(0, first.start)
  const open = onward.test(text.slice(first.end))
  if (open) return { kind: 'range', from: firstDay(first), to: null }
  if (moments.length > 1) return several(text, moments, first, last)
  // Before an hour of the day is on that day.
  if (/\btruoc\s+\d{1,2}\s*(?:gio|h|g)\s*(?:\d{2})?(?:\s*phut)?,?\s*$/.test(before))
    return until(lastDay(first))
  if (/\btruoc\s*$/.test(before)) return until(dayBefore(firstDay(first)))
  if (
    /\b(?:den|toi|het|cham nhat|muon nhat|qua)(?:\s+(?:het|la|vao|truoc|trong|cuoi|giua|dau))*\s*$/.test(
      before,
    )
  )
    return until(lastDay(first))
  if (/\b(?:tu|sau|ke tu|bat dau)\s*$/.test(before)) return { kind: 'range', from: firstDay(first), to: null }
  if (first.kind === 'day') return until(lastDay(first))
  const kind = first.kind === 'half' ? 'range' : first.kind
  return { kind, from: firstDay(first), to: lastDay(first) }
}

function several(text: string, moments: readonly Moment[], first: Moment, last: Moment) {
  const beforeLast = text.slice(moments.at(-2)?.end ?? 0, last.start)
  const to = /\btruoc\s*$/.test(beforeLast) ? dayBefore(firstDay(last)) : lastDay(last)
  // "Năm 2024 (trước ngày 30/11/2024)" narrows; two moments of which the first is a limit are a limit.
  if (/\b(?:truoc|den|het|cham nhat)\s*$/.test(text.slice(0, first.start))) return until(to)
  return { kind: 'range' as const, from: firstDay(first), to }
}

const unstated = { kind: 'unstated' as const, from: null, to: null }
const until = (to: Day | null) => ({ kind: 'until' as const, from: null, to })
const dayBefore = (day: Day | null): Day | null => (day === null ? null : addDays(day, -1))
