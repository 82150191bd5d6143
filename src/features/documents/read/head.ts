import type { Strand } from '../../../domain/strand.ts'
import type { DocumentHead } from '../model.ts'
import { usualCase } from './capitals.ts'
import { dayIn } from './dates.ts'
import { isKindLine, kindOfLine, signs } from './kinds.ts'
import { joined, type Line } from './lines.ts'
import { bare, beginsLower, endsOpen, isCapitals } from './words.ts'

/** What stands above the opening sentences. */
export interface HeadLines {
  readonly kind: Strand | null
  readonly number: Strand | null
  /** Bodies of the left column, the highest first. */
  readonly bodies: readonly Strand[]
  /** "CỦA BAN …" under the kind of a Party document. */
  readonly author: Strand | null
  readonly place: Strand | null
  readonly date: Strand | null
  readonly title: Strand | null
  /** The title is a letter's "V/v …": its number may still be blank. */
  readonly about: boolean
  /** Lines that are part of every head and no value: the nation's name, the Party's, the body above. */
  readonly formal: readonly Strand[]
  /** Lines of the head that nothing was read from. */
  readonly rest: readonly Strand[]
}

const nation = ['conghoaxahoichunghiavietnam', 'doclaptudohanhphuc', 'dangcongsanvietnam'] as const
/** The nation's or the Party's name, or a part of it that a narrow column has broken off. */
const isNation = (text: string): boolean => {
  const key = bare(text)
  return key.length >= 7 && nation.some((name) => name.startsWith(key) || name.endsWith(key))
}
const numberLine = /^s[ốo]\s*[:.]?\s*(\d+\s*(?:\/\d{4})?\s*[-/–]\s*[\p{L}\d]+(?:\s?[-/–.]\s?[\p{L}\d]+)*)/iu
const emptyNumber = /^s[ốo]\s*[:.]?\s*[….\s_]*[-/–]?\s*[\p{L}\d/-]*$/iu
/** "Sông Trà, ngày    tháng   năm 2024"; also "Quận 3, ngày 5/3/2025". */
const placeDate =
  /^(\p{Lu}[^,\d]{1,60}?(?:\s\d{1,2}(?=,))?),?\s*ngày\s*(?:[\d….\s_]*tháng\s*[\d….\s_]*năm\s*[\d….\s_]*|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}$)/u
const about = /^(?:V\s?\/\s?v|Về việc)\s*:?\s*/u

/** Reads the lines above the opening; two columns may stand one after the other, or in turns. */
export function headOf(lines: readonly Line[]): HeadLines {
  const kindAt = lines.findIndex((line) => isKind(line.strand))
  const above = kindAt < 0 ? lines : lines.slice(0, kindAt)
  const author =
    kindAt < 0
      ? []
      : lines.slice(kindAt + 1).filter((line, index) => index < 2 && line.strand.text.startsWith('CỦA '))
  const below = kindAt < 0 ? [] : lines.slice(kindAt + 1).filter((line) => !author.includes(line))
  const found = aboveKind(above)
  const titleLines = kindAt < 0 ? found.about : below.slice(0, titleEnd(below))
  const under = below.slice(titleLines.length)
  const competence = under.filter((line) => isCapitals(line.strand.text))
  const rest = [
    ...found.rest,
    ...(kindAt < 0 ? [] : found.about),
    ...under.filter((line) => !competence.includes(line)),
  ]
  const title = titleLines.length > 0 ? joined(titleLines) : null
  return {
    kind: lines[kindAt]?.strand ?? null,
    number: found.number,
    bodies: found.bodies,
    author: author[0]?.strand.slice('CỦA '.length) ?? null,
    place: found.place,
    date: found.date,
    title,
    about: kindAt < 0 && title !== null,
    formal: [...found.formal, ...[...author, ...competence].map((line) => line.strand)],
    rest: rest.map((line) => line.strand),
  }
}

const isKind = (strand: Strand): boolean => isCapitals(strand.text) && isKindLine(strand.text)

/** The title ends at white space or a drawn line; a paragraph set in the middle, or in small letters, still belongs. */
function titleEnd(lines: readonly Line[]): number {
  let end = 1
  for (; end < lines.length; end++) {
    const line = lines[end]
    const before = lines[end - 1]
    if (!line || !before || authority.test(line.strand.text)) break
    const text = line.strand.text
    const centred = line.block.align === 'center' && before.block.align === 'center'
    if (line.gap && !centred && !beginsLower(text) && !endsOpen(before.strand.text)) break
  }
  return Math.min(end, lines.length)
}

/** Whose power it is to decide, in capitals under the title of a decision. */
const authority =
  /^(?:(?:PHÓ )?CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BAN |BỘ TRƯỞNG|GIÁM ĐỐC|THƯỜNG TRỰC|CHÍNH PHỦ|THỦ TƯỚNG)/u

interface Above {
  number: Strand | null
  place: Strand | null
  date: Strand | null
  bodies: readonly Strand[]
  about: Line[]
  formal: Strand[]
  rest: Line[]
}

function aboveKind(lines: readonly Line[]): Above {
  const found: Above = {
    number: null,
    place: null,
    date: null,
    bodies: [],
    about: [],
    formal: [],
    rest: [],
  }
  const bodies: Line[] = []
  let inAbout = false
  for (const line of lines) {
    const text = line.strand.text
    const number = line.strand.match(numberLine)
    const date = line.strand.match(placeDate)
    if (isNation(text)) found.formal.push(line.strand)
    else if (number?.[1]) found.number ??= number[1]
    else if (date?.[1]) {
      found.place ??= date[1].trim()
      found.date ??= line.strand.slice(date[1].length).match(/[^,\s].*/)?.[0] ?? null
      if (!dayIn(text)) found.formal.push(line.strand)
    } else if (emptyNumber.test(text) && /^s/i.test(text)) found.formal.push(line.strand)
    else if (about.test(text) || (inAbout && !isCapitals(text))) {
      inAbout = true
      found.about.push({ ...line, strand: line.strand.slice(about.exec(text)?.[0].length ?? 0) })
    } else if (isCapitals(text)) bodies.push(line)
    else found.rest.push(line)
  }
  found.bodies = bodyGroups(bodies)
  found.formal.push(...found.bodies)
  return found
}

const bodyStarts =
  /^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|SỞ|BỘ|BAN|PHÒNG|VĂN PHÒNG|TỈNH ỦY|TỈNH UỶ|THỊ ỦY|THỊ UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|HUYỆN UỶ|QUẬN ỦY|ĐẢNG ỦY|ĐẢNG UỶ|ĐẢNG BỘ|CHI BỘ|CHI CỤC|CỤC|TỔNG CỤC|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|MẶT TRẬN|CÔNG AN|TRUNG TÂM|TÒA|VIỆN|BCH|BTV)/u

/** The names of bodies, one above the other; a name may run over lines. */
function bodyGroups(lines: readonly Line[]): Strand[] {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && !bodyStarts.test(line.strand.text)) last.push(line)
    else groups.push([line])
  }
  return groups.map((group) => joined(group))
}

/** The head's values; each with its place. */
export function headValues(
  lines: HeadLines,
  issuer: Strand | null,
  running: string,
): Omit<DocumentHead, 'signer' | 'horizon'> {
  const at: DocumentHead['at'] = {}
  const keep = (field: string, strand: Strand | null): Strand | null => {
    if (strand) at[field] = strand.at()
    return strand
  }
  const number = keep('number', lines.number)?.text.replaceAll(/\s/g, '').replaceAll('–', '-') ?? null
  const day = lines.date ? dayIn(lines.date.text) : null
  const kind = keep('kind', lines.kind)
  return {
    kind: kind ? kindOfLine(kind.text) : (kindOfNumber(number) ?? (lines.about ? 'Công văn' : null)),
    number,
    issuer: usual(keep('issuer', issuer), running),
    place: keep('place', lines.place)?.text ?? null,
    issuedOn: day && keep('issuedOn', lines.date) ? day : null,
    title: keep('title', lines.title)?.text ?? null,
    at,
  }
}

const usual = (strand: Strand | null, running: string): string | null =>
  strand ? usualCase(strand.text, running) : null

/** A letter has no line that names its kind; its sign then names none of the others. */
function kindOfNumber(number: string | null): string | null {
  const sign = number?.split(/[/-]/).find((part) => /^\p{L}/u.test(part))
  return sign ? (signs[sign] ?? 'Công văn') : null
}
