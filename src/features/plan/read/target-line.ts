import type { Strand } from '../../../domain/strand.ts'
import { Strand as Strands } from '../../../domain/strand.ts'
import type { TargetValue } from '../model.ts'
import { indicatorIn, scopeIn, subjectIn, withoutYears } from './names.ts'
import { plain } from './plain.ts'
import { quantitiesIn, type Quantity } from './quantities.ts'
import { classesIn, universalsIn, type ClassMention, type UniversalMention } from './standards.ts'
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

type Mention =
  | { readonly kind: 'figure'; readonly start: number; readonly end: number; readonly figure: Quantity }
  | { readonly kind: 'class'; readonly start: number; readonly end: number; readonly standard: ClassMention }
  | {
      readonly kind: 'universal'
      readonly start: number
      readonly end: number
      readonly service: UniversalMention
    }

interface Name {
  readonly indicator: Strand
  readonly scope: Strand | null
  /** The figure stands before its name: "100 % hộ dân …". */
  readonly after: boolean
}

export const markPattern = /⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾/g

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
    const given = own?.year ?? (baseline ? null : (led ?? last))
    const year = given ?? (baseline ? null : (next?.year ?? set))
    const borrowed = given === null && next !== undefined
    if (own && !baseline && own.end <= mention.start) last = own.year
    stated.push(
      ...valuesOf(line, mention, found, year, baseline, unitBehind).map((value) => ({ ...value, borrowed })),
    )
  })
  return paired(
    text,
    years,
    stated.map((value) => returned(value, stated, set)),
  )
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

function mentionsIn(text: string): Mention[] {
  const classes = classesIn(text).map((standard) => ({
    kind: 'class' as const,
    start: standard.start,
    end: standard.end,
    standard,
  }))
  const services = universalsIn(text).map((service) => ({
    kind: 'universal' as const,
    start: service.start,
    end: service.end,
    service,
  }))
  const figures = quantitiesIn(text).map((figure) => ({
    kind: 'figure' as const,
    start: figure.start,
    end: figure.end,
    figure,
  }))
  const standards = [...services, ...classes].filter((each) => !counted(text, figures, each.start))
  const free = figures.filter(
    (figure) => !standards.some((each) => each.start <= figure.start && figure.end <= each.end),
  )
  return [...standards, ...free].sort((a, b) => a.start - b.start)
}

/** "100 % đô thị đạt chuẩn đô thị loại V" counts towns: the class belongs to the name of what is counted. */
function counted(text: string, figures: readonly { start: number; end: number }[], start: number): boolean {
  const before = figures.findLast((figure) => figure.end <= start)
  return (
    before !== undefined &&
    !/[,;.:(]|\s(?:và|đến|vào)\s/.test(text.slice(before.end, start)) &&
    /\p{L}/u.test(text.slice(before.end, start))
  )
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
    if (joined && goesOn(gap.slice(i + joined[0].length))) return i + joined[0].length - 1
  }
  return gap.length
}

/** "và" parts two values only where a year, a figure or an indicator of its own follows. */
const goesOn = (rest: string) =>
  /^(?:$|đạt|đến|vào|năm|phấn đấu|phổ cập|trên|dưới|khoảng|tối|ít|không|hoàn thành|có|\d|tỷ lệ|tỉ lệ|diện tích|mật độ|còn)/iu.test(
    rest.trim(),
  )

/** "Đến năm 2025, …" or "Giai đoạn 2021 - 2025: …" at the start of a sentence holds for all that follows. */
function opens(text: string, mark: YearMark): boolean {
  const before = text.slice(0, mark.start)
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf(';')) + 1
  return (
    /^(?:[\s\-–+•*_.,]|[a-zđ]\)|\d+[.)]|phan dau|muc tieu|trong|cu the|giai doan)*$/u.test(
      plain(before.slice(start)),
    ) && /^\s*[,:]/.test(text.slice(mark.end))
  )
}

interface Where {
  readonly head: number
  readonly tail: number
  readonly years: readonly YearMark[]
  readonly before: Name | null
  readonly nameless: boolean
}

function nameOf(line: Strand, text: string, mention: Mention, where: Where): Name | null {
  const words = (start: number, end: number) =>
    withoutYears(line, start, end, where.years).replace(markPattern)
  const said = indicatorIn(words(where.head, mention.start))
  if (mention.kind === 'class') {
    const named = line.slice(...mention.standard.named).tidy()
    return { indicator: named, scope: said ?? where.before?.scope ?? null, after: false }
  }
  if (mention.kind === 'universal') return { indicator: said ?? Strands.empty, scope: null, after: false }
  const behind = subjectIn(words(mention.end, subjectEnd(text, where.tail)))
  if (said)
    return {
      indicator: said,
      scope: (isUnit(mention, behind) ? null : behind) ?? scopeIn(said),
      after: false,
    }
  const goesOnWithName = where.before && !where.before.after && where.before.indicator.text !== ''
  const fresh = behind && isNewSubject(text.slice(0, mention.start), behind, where.before)
  if (fresh)
    return {
      indicator: withDeed(words(where.head, mention.start), behind),
      scope: scopeIn(behind),
      after: true,
    }
  const counted = unitAsName(line, mention, where.before)
  if (!behind && counted) return counted
  if (goesOnWithName || (where.before && (!behind || inBrackets(text, mention.start)))) return where.before
  if (behind)
    return {
      indicator: withDeed(words(where.head, mention.start), behind),
      scope: scopeIn(behind),
      after: true,
    }
  return where.before ?? (where.nameless ? { indicator: Strands.empty, scope: null, after: false } : null)
}

/** "Đạt 15 bác sĩ/vạn dân, 40 giường bệnh/vạn dân": the unit is all the name that there is. */
function unitAsName(line: Strand, mention: Mention, before: Name | null): Name | null {
  if (mention.kind !== 'figure' || !mention.figure.unit?.includes('/') || mention.figure.unit.startsWith('%'))
    return null
  const said = line
    .slice(mention.start, mention.end)
    .match(/\d[\s%]*(\p{L}[^\d]*)$/u)?.[1]
    ?.tidy()
  const free = before === null || (before.after && before.indicator.text !== said?.text)
  return said && free ? { indicator: said, scope: null, after: true } : null
}

/** "A dưới 12 %; 100 % chất thải rắn được thu gom": after a semicolon a figure with words behind it starts anew. */
function isNewSubject(before: string, behind: Strand, name: Name | null): boolean {
  if (!name || name.scope?.text === behind.text) return false
  const count = behind.text.split(' ').length
  if (/[;.]\s*(?:\p{L}+\s+){0,3}$/u.test(before)) return count >= 2
  return (
    /,\s*$/.test(before) && count >= 3 && /\s(?:được|có|đạt|tham gia|sử dụng|bảo đảm)\s/u.test(behind.text)
  )
}

/** "02 tuyến phố đi bộ, vườn hoa": a comma ends the subject only where a year, a figure or an indicator follows. */
function subjectEnd(text: string, tail: number): number {
  if (text[tail - 1] !== ',') return tail
  const rest = text.slice(tail)
  if (
    goesOn(rest) ||
    /^\s*(?:phấn đấu|tỷ lệ|bảo đảm|đảm bảo|góp phần|từng bước|đồng thời|trong đó|xây dựng|nâng|giảm|tăng)/iu.test(
      rest,
    )
  )
    return tail
  const end = rest.search(/[.;:(]|,\s*(?=\d|đến năm|vào năm|trên|dưới|tối|ít nhất|tỷ lệ|phấn đấu)/iu)
  return end < 0 ? text.length : tail + end
}

/** "không quá 05 trường": after a named indicator a word or two behind the figure are its unit. */
const isUnit = (mention: Mention, behind: Strand | null): boolean =>
  mention.kind === 'figure' &&
  mention.figure.unit === null &&
  behind !== null &&
  behind.text.split(' ').length <= 2

/** "khởi công ít nhất 03 dự án": a noun too short to be a name takes the deed before it. */
function withDeed(before: Strand, noun: Strand): Strand {
  const deed =
    noun.text.split(' ').length <= 2
      ? before.match(/(?:^|[;,.\s])((?:\p{Ll}|\p{Lu}(?=\p{Ll}))[\p{L} ]{2,30}?)\s*$/u)?.[1]
      : undefined
  return deed ? Strands.join([deed.tidy(), noun], ' ') : noun
}

const inBrackets = (text: string, at: number) =>
  text.slice(0, at).split('(').length > text.slice(0, at).split(')').length

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
  if (inBrackets(text, mention.start) && own && !own.ahead) return true
  if (mention.figure.origin && /^[^.;]{0,40}?\s(?:lên|xuống|còn|đến)\s/u.test(text.slice(mention.end)))
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
