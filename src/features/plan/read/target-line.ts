import type { Strand } from '../../../domain/strand.ts'
import { Strand as Strands } from '../../../domain/strand.ts'
import type { TargetValue } from '../model.ts'
import { mentionsIn, type Mention } from './mentions.ts'
import { subjectIn, withoutYears } from './names.ts'
import { plain } from './plain.ts'
import { named } from './target-change.ts'
import { goesOn, inBrackets, isUnit, markPattern, nameOf, type Name } from './target-names.ts'
import { yearsIn, type YearMark } from './years.ts'

/** One value as a line states it, before what is said of one indicator is joined. */
export interface StatedValue {
  readonly indicator: Strand
  readonly scope: Strand | null
  readonly unit: string | null
  readonly year: number | null
  readonly comparator: TargetValue['comparator']
  readonly value: TargetValue['value']
  readonly text: Strand
  /** Said of the present or the past: hiện trạng, a year in brackets, "tăng từ …". */
  readonly baseline: boolean
  /** Where the value ends in its line: a footnote mark after it belongs to it. */
  readonly end: number
}

/** What the headings and the document say of time: the year they set, and the year it was issued in. */
export interface Years {
  readonly set: number | null
  readonly issued: number | null
  /** A footnote may give the figure alone: "Năm 2025 đạt 22,5 %". */
  readonly nameless?: boolean
}

/**
 * The values of one line of targets: "Đến năm 2025, A đạt trên 80 %, phổ cập B; C đạt 5 % vào năm 2025, đến
 * năm 2030 đạt 8 % (năm 2021: 3 %)".
 */
export function readTargetLine(line: Strand, { set, issued, nameless = false }: Years): StatedValue[] {
  // Marks and list signs are blanked, not cut, so that places in the text stay places in the line.
  const text = line.text.replaceAll(markPattern, (mark) => ' '.repeat(mark.length))
  const years = yearsIn(text)
  const mentions = mentionsIn(text)
  const stated: Borrowing[] = []
  let name: Name | null = null
  let led: number | null = null
  let last: number | null = null
  mentions.forEach((mention, i) => {
    const from = mentions[i - 1]?.end ?? 0
    const head = i === 0 ? 0 : from + tailLength(text.slice(from, mention.start))
    const to = mentions[i + 1]?.start ?? text.length
    const tail = mention.end + tailLength(text.slice(mention.end, to))
    const ahead = years.filter((mark) => mark.start >= head && mark.end <= mention.start)
    const lead = ahead.find((mark) => opens(text, mark))
    if (lead) led = lead.year
    if (/[.;]\s*$/.test(text.slice(from, head))) last = null
    const own =
      years.find((mark) => mark.start >= mention.end && mark.end <= tail) ??
      ahead.findLast((mark) => mark !== lead)
    const found = nameOf(line, text, mention, { head, tail, years, before: name, nameless })
    if (!found) return
    name = found
    const unitBehind = found.after ? null : unitAfter(line, mention, tail, years)
    const baseline = isBaseline(text, head, mention, own ?? null, issued)
    const next = years.find(
      (mark) =>
        mark.start >= mention.end &&
        !inBrackets(text, mark.start) &&
        !/[.;]/.test(text.slice(mention.end, mark.start)),
    )
    const given = own?.year ?? (baseline ? yearOfPast(text.slice(mention.end)) : (led ?? last))
    const year = given ?? (baseline ? null : (next?.year ?? set))
    const borrowed = given === null && next !== undefined
    if (own && !baseline && own.end <= mention.start) last = own.year
    stated.push(
      ...valuesOf(line, mention, named(line, found, mention, head), year, baseline, unitBehind).map(
        (value) => ({ ...value, borrowed }),
      ),
    )
  })
  return paired(
    text,
    years,
    stated.map((value) =>
      inSoleYear(
        returned(value, stated, set),
        years.filter((mark) => !inBrackets(text, mark.start)),
      ),
    ),
  )
}

/** A sentence that names one year means it for all its figures, before and behind a semicolon too. */
function inSoleYear(value: StatedValue, years: readonly YearMark[]): StatedValue {
  const [sole, ...more] = new Set(years.filter(({ now }) => !now).map(({ year }) => year))
  return value.year !== null || value.baseline || sole === undefined || more.length > 0
    ? value
    : { ...value, year: sole }
}

/** "… so với 29,86 m² của năm 2021". */
function yearOfPast(after: string): number | null {
  const found = /^\s*(?:của|vào|ở|trong)?\s*(?:cuối\s+|đầu\s+)?năm\s+(\d{4})/u.exec(after)?.[1]
  return found === undefined ? null : Number(found)
}

interface Borrowing extends StatedValue {
  /** Its year stands with a later figure: "A đạt 60 %, B đạt 70 % vào năm 2025". */
  readonly borrowed: boolean
}

/** "… đạt 8,5 m², phấn đấu đạt 10 m² vào năm 2035": the later figure of one indicator keeps its year to itself. */
function returned(
  { borrowed, ...value }: Borrowing,
  all: readonly Borrowing[],
  set: number | null,
): StatedValue {
  const owner = all.find(
    (each) => !each.borrowed && each.year === value.year && each.indicator === value.indicator,
  )
  return borrowed && owner ? { ...value, year: set } : value
}

/** How much of the words between two values still belongs to the first: up to the comma, "và", "lên" or bracket. */
function tailLength(gap: string): number {
  let depth = 0
  for (let i = 0; i < gap.length; i++) {
    const char = gap[i] ?? ''
    if (char === '(') {
      if (depth === 0 && !gap.slice(i).includes(')')) return i
      depth++
    }
    if (char === ')' && --depth < 0) return i + 1
    if (depth > 0) continue
    if (/[;,:]/.test(char) || (char === '.' && /^\s|^$/.test(gap.slice(i + 1, i + 2)))) return i + 1
    const joined = /^\s(?:và|lên|xuống|còn|trong đó|phấn đấu)\s/u.exec(gap.slice(i))
    if (joined && !gap.slice(0, i).endsWith('trở') && goesOn(gap.slice(i + joined[0].length)))
      return i + joined[0].length - 1
  }
  return gap.length
}

/** "Đến năm 2025, …" or "Giai đoạn 2021 - 2025: …" at the start of a sentence holds for all that follows. */
function opens(text: string, mark: YearMark): boolean {
  const before = text.slice(0, mark.start)
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf(';')) + 1
  return (
    /^(?:[\s\-–+•*_.,]|[a-zđ]\)|\d+[.)]|phan dau|ve|muc tieu|trong|cu the|giai doan|tam nhin)*$/u.test(
      plain(before.slice(start)),
    ) && /^[*_\s]*[,:]/.test(text.slice(mark.end))
  )
}

function isBaseline(
  text: string,
  head: number,
  mention: Mention,
  own: YearMark | null,
  issued: number | null,
): boolean {
  if (mention.kind !== 'figure') return false
  const before = text.slice(head, mention.start)
  if (
    own?.now ||
    /hiện trạng|hiện nay|hiện tại|hiện đạt|hiện có|thực trạng|hiện(?=\s*(?:đạt|là|:))/iu.test(before)
  )
    return true
  if (/so với\s+(?:mức\s+|khoảng\s+)*$/iu.test(before)) return true
  const estimated = /(?<!\p{L})ước(?!\p{L})/iu.test(text.slice(head, mention.end))
  if (estimated && !own?.ahead && (own === null || issued === null || own.year <= issued)) return true
  // "Năm 2025 đạt 70 %, phấn đấu năm 2030 đạt 80 %": this year's figure before what is striven for.
  const strives = /^[^.;]*(?<!\p{L})phấn đấu(?!\p{L})/iu.test(text.slice(mention.end))
  if (own && own.year === issued && !own.ahead && strives && !/phấn đấu/iu.test(before)) return true
  if (inBrackets(text, mention.start) && own && !own.ahead) return true
  if (
    mention.figure.origin &&
    /^[^.;]{0,40}?\s(?:(?<!trở )lên|xuống|còn|đến)\s/u.test(text.slice(mention.end))
  )
    return true
  return own !== null && issued !== null && own.year < issued && !own.ahead
}

function unitAfter(line: Strand, mention: Mention, tail: number, years: readonly YearMark[]): string | null {
  const behind = subjectIn(withoutYears(line, mention.end, tail, years).replace(markPattern))
  return isUnit(mention, behind) ? (behind?.text ?? null) : null
}

function valuesOf(
  line: Strand,
  mention: Mention,
  name: Name,
  year: number | null,
  baseline: boolean,
  unitBehind: string | null,
): StatedValue[] {
  const text = line.slice(mention.start, mention.end).replace(markPattern).tidy()
  const shared = { year, text, baseline, end: mention.end, scope: name.scope }
  if (mention.kind === 'class') {
    const { class: of, part } = mention.standard
    return [
      { ...shared, indicator: name.indicator, unit: null, comparator: 'meets', value: { class: of, part } },
    ]
  }
  if (mention.kind === 'universal') {
    const scope = mention.service.scope ? line.slice(...mention.service.scope).tidy() : null
    return mention.service.items.map((pieces) => ({
      ...shared,
      indicator: Strands.join(pieces.map(([start, end]) => line.slice(start, end))).tidy(),
      scope,
      unit: null,
      comparator: 'universal' as const,
      value: null,
    }))
  }
  const { value, upper, comparator, unit } = mention.figure
  const one = { ...shared, indicator: name.indicator, unit: unit ?? unitBehind, comparator, value }
  if (upper === null) return [one]
  return [
    { ...one, comparator: '>=' },
    { ...one, comparator: '<=', value: upper },
  ]
}

/** "… năm 2025 và năm 2030 lần lượt đạt 60 % và 80 %": years and figures go in pairs. */
function paired(text: string, years: readonly YearMark[], stated: StatedValue[]): StatedValue[] {
  const targets = stated.filter((each) => !each.baseline)
  if (!/lần lượt|tương ứng/iu.test(text) || years.length !== targets.length) return stated
  return stated.map((each) => ({ ...each, year: years[targets.indexOf(each)]?.year ?? each.year }))
}
