import { Strand } from '../../../domain/strand.ts'

/** What the text says of the body that issues it, from several places. */
export interface IssuerWords {
  /** Bodies of the head's left column, the highest first. */
  readonly bodies: readonly Strand[]
  /** "CỦA BAN CHẤP HÀNH …" under the kind of a Party document. */
  readonly author: Strand | null
  readonly opening: readonly Strand[]
  /** Whom the signer signs for. */
  readonly behalf: Strand | null
}

const sentence = new RegExp(
  String.raw`(?:^|[,;)]\s*|\.\s+)((?:Ban|Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Thường trực|Tỉnh ủy|Thị ủy|Thành ủy|Huyện ủy|Đảng ủy|Đảng bộ|Sở|Phòng|Chủ tịch|Bộ|Chính phủ|Văn phòng|Mặt trận)[^,;:().]{2,80}?)\s+(?:xây dựng|ban hành|yêu cầu|quyết định|thông báo|kết luận|đề nghị|giao|tổ chức|triển khai|đề ra|xác định|quyết nghị|thống nhất|cụ thể hóa|cụ thể hoá)(?=\s|[:,.])`,
  'u',
)
const committee =
  /^(?:tỉnh|thị|thành|huyện|quận|đảng)\s+(?:ủy|uỷ)|^đảng\s+bộ(?:\s+(?:tỉnh|thị xã|thành phố|huyện|quận|xã|phường))?/iu
const area = /^(?:tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu)\s+/iu
const isOrgan = /^(?:ban thường vụ|ban chấp hành|thường trực)$/iu
const organ = /^(?:ban thường vụ|ban chấp hành|thường trực)(?=\s|$)/iu

/**
 * The issuing body. A Party document names its committee in the head and the organ that decided in its text: the
 * two are read together ("Ban Thường vụ Thị ủy" and "THỊ ỦY ĐỨC PHỔ").
 */
export function issuerOf({ bodies, author, opening, behalf }: IssuerWords): Strand | null {
  const last = bodies.at(-1) ?? null
  const stated = issuerIn(opening)
  if (!last) return stated
  if (/^văn phòng$/iu.test(last.text) && bodies.length > 1)
    return Strand.join(bodies.slice(-2).toReversed(), ' ')
  const above = bodies.at(-2)
  // "ĐẢNG ỦY PHƯỜNG HÒA KHÊ | BAN THƯỜNG VỤ": the organ stands under its committee.
  if (above && committee.test(above.text) && isOrgan.test(last.text)) return Strand.join([last, above], ' ')
  if (!committee.test(last.text)) return last
  for (const words of [author, stated]) if (words && organ.test(words.text)) return withName(words, last)
  if (behalf && /^(?:ban thường vụ|thường trực)$/iu.test(behalf.text)) return Strand.join([behalf, last], ' ')
  return last
}

/** The organ with the name of its place, where its own words leave it out. */
function withName(organWords: Strand, body: Strand): Strand {
  const name = body.slice(committee.exec(body.text)?.[0].length ?? 0).trim()
  const words = organWords.text.toLowerCase()
  if (name.length === 0 || words.includes(name.text.toLowerCase())) return organWords
  // "Đảng ủy phường" and "ĐẢNG ỦY PHƯỜNG HÒA AN" share the kind of the place.
  const kind = area.exec(name.text)?.[0] ?? ''
  const rest = kind !== '' && words.endsWith(kind.trim().toLowerCase()) ? name.slice(kind.length) : name
  return Strand.join([organWords, rest], ' ')
}

/** The body that says in the opening sentence what it does: also for a head that scanning has cut away. */
function issuerIn(opening: readonly Strand[]): Strand | null {
  for (const strand of opening) {
    const found = strand.match(sentence)
    if (found?.[1]) return found[1]
  }
  return null
}
