import type { Strand } from '../../../domain/strand.ts'
import type { Basis } from '../model.ts'
import { datePattern, dayIn } from './dates.ts'
import { kinds } from './kinds.ts'

const kindNames = [...kinds].filter((kind) => kind !== 'Văn bản' && kind !== 'Lệnh')
/** "Văn bản" alone is any paper; with a number it is one. */
const named = [...kindNames, String.raw`Văn bản(?=\s+số\s)`].join('|')
/** A line may break behind the dash of a sign: "402/TTr- SXD". */
const sign = String.raw`\d{1,5}(?:\/\d{4})?\s?[-/]\s?[\p{Lu}Đ][\p{L}\d]*(?:(?:[-/.]|\s?-\s(?=\p{Lu}{2}))[\p{L}\d]+)*`
const body = String.raw`[\p{Lu}][^,;:()."“”\n]*?`
/** After the name of a body begins what it decided. */
const stop = String.raw`(?=\s*(?:[,;:.()“”"]|$|\s(?:về|thực hiện|ban hành|quy định|phê duyệt|sửa đổi|hướng dẫn|triển khai|trình|khóa|khoá|đề nghị|thông qua|giao|tại|và|cho|phân công|sắp xếp|đã|để|công bố|công nhận)(?=[\s,;]|$)))`
const cited = new RegExp(
  String.raw`(?<!\p{L})(${named})(?:\s+(?!số\s)[^,;:.()“”"\n]{1,90}?)?(?:\s+số)?:?\s*(${sign})(?:,?\s*${datePattern})?(?:\s*,?\s*của\s+(${body})${stop})?`,
  'giu',
)
const undated = new RegExp(
  String.raw`(?<!\p{L})(Luật|Bộ luật|Pháp lệnh|Hiến pháp)(\s+[^,;:.()“”"\n]{2,90}?)\s+(?:${datePattern}|năm\s+\d{4})`,
  'giu',
)
/** A congress decides once: its resolution is named without number and day. */
const congress =
  /(?<!\p{L})Nghị quyết\s+(?:của\s+)?Đại hội\s[^,;:()."“”\n]{0,90}?lần thứ\s+([IVXLC]+|\d+|\p{L}+)/giu

/** The documents that these sentences rest on, each once, in the order of the text. */
export function basisOf(sentences: readonly Strand[]): Basis[] {
  const found = new Map<string, Basis>()
  for (const strand of sentences)
    for (const { key, basis } of citations(strand)) {
      const known = found.get(key)
      if (!known) found.set(key, basis)
      else if (fullness(basis) > fullness(known)) found.set(key, basis)
    }
  return [...found.values()]
}

const fullness = (basis: Basis): number =>
  [basis.kind, basis.number, basis.issuer, basis.issuedOn].filter((value) => value !== null).length

interface Citation {
  readonly from: number
  readonly to: number
  readonly key: string
  readonly basis: Basis
}

function citations(strand: Strand): Citation[] {
  const numbered = [...strand.text.matchAll(cited)].map((match) => numberedAct(strand, match))
  const named = [
    ...[...strand.text.matchAll(undated)].map((match) =>
      namedAct(strand, match, kindName(match[1] ?? ''), match[0]),
    ),
    ...[...strand.text.matchAll(congress)].map((match) =>
      namedAct(strand, match, 'Nghị quyết', `đại hội ${match[1]}`),
    ),
  ].filter((act) => !numbered.some((each) => act.from < each.to && each.from < act.to))
  return [...numbered, ...named].sort((a, b) => a.from - b.from)
}

function numberedAct(strand: Strand, match: RegExpExecArray): Citation {
  const to = match.index + match[0].length
  const from = match.index + lastKind(match[0].slice(0, match[0].indexOf(match[2] ?? '')))
  const text = strand.slice(from, to).trim()
  const number = (match[2] ?? '').replaceAll(/\s/g, '')
  const basis: Basis = {
    kind: kindName(startingKind.exec(text.text)?.[0] ?? match[1] ?? ''),
    number,
    issuer: match[9]?.trim() ?? asked.exec(strand.text.slice(0, from))?.[1] ?? null,
    issuedOn: dayIn(text.text),
    text: text.text,
    at: text.at(),
  }
  return { from, to, key: number.toLowerCase(), basis }
}

const startingKind = new RegExp(`^(?:${named})`, 'iu')
const capitalKind = new RegExp(
  String.raw`(?<!\p{L})(?:${kindNames.join('|')}|Văn bản)\s+(?:số\s*:?\s*)?$`,
  'u',
)

/** Where the kind that the number belongs to begins: "rà soát quy hoạch và Kế hoạch số …" names a Kế hoạch. */
const lastKind = (before: string): number => capitalKind.exec(before)?.index ?? 0

function namedAct(strand: Strand, match: RegExpExecArray, kind: string, key: string): Citation {
  const to = match.index + match[0].length
  const text = strand.slice(match.index, to)
  const basis: Basis = {
    kind,
    number: null,
    issuer: null,
    issuedOn: dayIn(text.text),
    text: text.text,
    at: text.at(),
  }
  return { from: match.index, to, key: key.toLowerCase(), basis }
}

/** "Xét đề nghị của Sở Xây dựng tại Tờ trình số … và Báo cáo số …": who asks stands before all that it names. */
const asked =
  /(?:đề nghị|ý kiến(?: chỉ đạo| kết luận)?|chỉ đạo|yêu cầu|kết luận) của\s+(?:(?:Giám đốc|Chánh|Thủ trưởng)\s+)?([\p{Lu}][^;:().]{2,80}?)\s+tại\s*(?:[^;:]{1,160}?(?:,|\svà)\s*)?$/iu

function kindName(written: string): string {
  return kindNames.find((kind) => kind.toLowerCase() === written.toLowerCase()) ?? written
}
