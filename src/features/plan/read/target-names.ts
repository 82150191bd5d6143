import type { Strand } from '../../../domain/strand.ts'
import { Strand as Strands } from '../../../domain/strand.ts'
import type { Mention } from './mentions.ts'
import { indicatorIn, scopeIn, subjectIn, withoutYears } from './names.ts'
import type { YearMark } from './years.ts'

export interface Name {
  readonly indicator: Strand
  readonly scope: Strand | null
  /** The figure stands before its name: "100 % hộ dân …". */
  readonly after: boolean
}

/** A footnote's mark, also set plain behind "78%" or taken for "!"; a raised number behind a metre is its square. */
export const markPattern =
  /⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾|(?<=[\p{L}\d%)”".,;])(?<!m)[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=\d%)\d{1,2}(?=[\s;,.)]|$)|(?<=[\p{L}\d%)”"²³])!(?=[\s;,.)]|$)/gu

/** "và" parts two values only where a year, a figure or an indicator of its own follows. */
export const goesOn = (rest: string) =>
  /^(?:$|đạt|đến|vào|năm|phấn đấu|phổ cập|trên|dưới|khoảng|tối|ít|không|hoàn thành|có(?=\s+(?:\d|ít nhất|trên|dưới|khoảng|tối thiểu))|\d|tỷ lệ|tỉ lệ|diện tích|mật độ|còn)/iu.test(
    rest.trim(),
  )

interface Where {
  readonly head: number
  readonly tail: number
  readonly years: readonly YearMark[]
  readonly before: Name | null
  readonly nameless: boolean
}

export function nameOf(line: Strand, text: string, mention: Mention, where: Where): Name | null {
  const words = (start: number, end: number) =>
    withoutYears(line, start, end, where.years).replace(markPattern)
  const said = indicatorIn(words(where.head, mention.start))
  if (mention.kind === 'class') {
    const named = line.slice(...mention.standard.named).tidy()
    return { indicator: named, scope: said ?? where.before?.scope ?? null, after: false }
  }
  if (mention.kind === 'universal') return { indicator: said ?? Strands.empty, scope: null, after: false }
  const compared = /^(?:trên|hơn|ít nhất|tối thiểu|không dưới|khoảng)\s/iu.test(text.slice(mention.start))
  const behind = subjectIn(words(mention.end, subjectEnd(text, where.tail)), compared)
  if (said && behind && /^(?:mỗi|từng)\s/iu.test(said.text))
    return { indicator: behind, scope: said, after: true }
  if (said && behind && isTopic(said, behind, text.slice(where.head, mention.start)))
    return { indicator: behind, scope: scopeIn(behind), after: true }
  if (said && where.before && isPartOf(text.slice(where.head, mention.start), said))
    return { ...where.before, scope: said }
  if (said)
    return {
      indicator: said,
      scope:
        (isUnit(mention, behind) || linked.test(text.slice(mention.end)) ? null : behind) ?? scopeIn(said),
      after: false,
    }
  const goesOnWithName = where.before && !where.before.after && where.before.indicator.text !== ''
  const fresh =
    behind &&
    (countsTowns.test(behind.text) || isNewSubject(text.slice(0, mention.start), behind, where.before))
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
  const deed = where.before ? null : unitWithDeed(line, mention, words(where.head, mention.start))
  return (
    deed ?? where.before ?? (where.nameless ? { indicator: Strands.empty, scope: null, after: false } : null)
  )
}

/** "Chiếu sáng: 95 % chiều dài đường chính …": before the colon stands the matter, behind the figure what is measured. */
const isTopic = (said: Strand, behind: Strand, before: string) =>
  /:\s*$/.test(before) &&
  behind.text.split(' ').length >= 3 &&
  said.text.split(' ').length <= 4 &&
  !/^(?:tỷ lệ|tỉ lệ|số|tổng|diện tích|mật độ|tỷ trọng|mức|thu nhập|giá trị|tốc độ|quy mô|đất|độ|chỉ số)(?!\p{L})/iu.test(
    said.text,
  )

/** "…, trong đó 01 đô thị loại IV và 03 đô thị loại V": each class is counted by itself. */
const countsTowns = /^đô thị loại\s/iu

/** "… xuống dưới 0,5 % và xóa hết vào năm 2030": what follows is another deed, not a place. */
const linked =
  /^[^.;,]{0,24}?\svà\s+(?:cơ bản\s+)?(?:xóa|xoá|không|duy trì|giữ|tiếp tục|phấn đấu|hoàn thành)/u

/** "…, trong đó khu vực phía Đông đạt 70 %": the same indicator of a part of the town. */
const isPartOf = (before: string, said: Strand) =>
  /trong đó/iu.test(before) &&
  /^(?:(?:riêng|các|ở|tại)\s+)*(?:khu vực|phường|xã|vùng|nội thị|ngoại thị|thị trấn|đô thị|nông thôn|địa bàn)(?!\p{L})/iu.test(
    said.text,
  )

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

/** "Thu hút ít nhất 3,2 triệu lượt khách": the deed and what is counted. */
function unitWithDeed(line: Strand, mention: Mention, before: Strand): Name | null {
  if (mention.kind !== 'figure' || !/\p{L}{3}/u.test(mention.figure.unit ?? '')) return null
  const noun = line
    .slice(mention.start, mention.end)
    .match(/\d\s*(?:(?:triệu|nghìn|ngàn|vạn|tỷ|tỉ)\s+)?(\p{L}[^\d]*)$/u)?.[1]
    ?.tidy()
  const named = noun && withDeed(before, noun)
  return named && named.length > noun.length ? { indicator: named, scope: null, after: true } : null
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
  const end = rest.search(
    /[;:(]|\.(?:\s|$)|,\s*(?=\d|đến năm|vào năm|trên|dưới|tối|ít nhất|tỷ lệ|phấn đấu)/iu,
  )
  const more = end < 0 ? rest : rest.slice(0, end)
  // A figure of its own there: what follows the comma is another indicator.
  return /\d/.test(more.replaceAll(/(?:19|20)\d{2}/g, '')) ? tail : tail + more.length
}

/** "không quá 05 trường": after a named indicator a word or two behind the figure are its unit. */
export const isUnit = (mention: Mention, behind: Strand | null): boolean =>
  mention.kind === 'figure' &&
  mention.figure.unit === null &&
  behind !== null &&
  behind.text.split(' ').length <= 2

/** "khởi công ít nhất 03 dự án": a noun too short to be a name takes the deed before it. */
function withDeed(before: Strand, noun: Strand): Strand {
  const deed =
    noun.text.split(' ').length <= 2 &&
    !/(?:hoàn thành|duy trì|giữ vững|bảo đảm|đảm bảo|phấn đấu|(?<!\p{L})có)\s*$/iu.test(before.text)
      ? before.match(/(?:^|[;,.\s])((?:\p{Ll}|\p{Lu}(?=\p{Ll}))[\p{L} ]{2,30}?)\s*$/u)?.[1]
      : undefined
  return deed ? Strands.join([deed.tidy(), noun], ' ') : noun
}

export const inBrackets = (text: string, at: number) =>
  text.slice(0, at).split('(').length > text.slice(0, at).split(')').length
