/** A standard that is met or not: a class of town, or a service for everybody. Places are in the line's text. */
export interface ClassMention {
  readonly start: number
  readonly end: number
  readonly class: string
  readonly part: 'all' | 'some'
  /** The words that say what is met and how much of it ("một số tiêu chí của đô thị loại III"). */
  readonly named: readonly [number, number]
}

export interface UniversalMention {
  readonly start: number
  readonly end: number
  /** Each thing that is for everybody; several pieces where the list shares its first words ("mạng 4G, 5G"). */
  readonly items: readonly (readonly (readonly [number, number])[])[]
  readonly scope: readonly [number, number] | null
}

const rank = String.raw`(?<rank>đặc biệt|VI|IV|V|I{1,3}|[1-6])(?![\p{L}\d])`
const townClass = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:đạt|hoàn thành|đáp ứng|hoàn thiện|đảm bảo|bảo đảm|có|theo)\s+)*(?<part>(?:một số|một phần|cơ bản(?: đạt)?|nhiều|phần lớn|đa số|hầu hết|(?:tối thiểu |ít nhất |trên |khoảng )?\d+\s*%|toàn bộ|tất cả|đầy đủ|đủ)\s+)?(?:các\s+)?(?<what>(?:tiêu chuẩn|tiêu chí|chuẩn)(?:\s+(?:của|về|phân loại|là))*\s+(?:đô thị|thị xã|thành phố|thị trấn))\s+loại\s+${rank}` +
    String.raw`|(?<![\p{L}])(?:được (?:công nhận|xếp|nâng)(?:\s+(?:là|lên|thành))?|trở thành|đạt|lên|là|thành|giữ vững|duy trì)\s+(?<what2>đô thị)\s+loại\s+${rank.replace('rank', 'rank2')}` +
    String.raw`|(?<![\p{L}])(?:đạt|được công nhận(?:\s+đạt)?|hoàn thành)\s+(?<part3>một số\s+)?(?<what3>chuẩn|tiêu chuẩn|tiêu chí)\s+(?<rank3>nông thôn mới(?: nâng cao| kiểu mẫu)?|đô thị văn minh|văn minh đô thị|đô thị thông minh)`,
  'giu',
)
const partly = /một số|một phần|cơ bản|nhiều|phần lớn|đa số|hầu hết|%/iu
const digits: Readonly<Record<string, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV', 5: 'V', 6: 'VI' }

export function classesIn(text: string): ClassMention[] {
  return [...text.matchAll(townClass)].map((match) => {
    const g = match.groups ?? {}
    const what = g['what'] ?? g['what2'] ?? g['what3'] ?? ''
    const written = (g['rank'] ?? g['rank2'] ?? g['rank3'] ?? '').trim()
    const partOf = g['part'] ?? g['part3'] ?? ''
    const whole = partOf === '' || /100\s*%/.test(partOf)
    const at = match.index + (whole ? match[0].lastIndexOf(what) : match[0].indexOf(partOf))
    const part = !whole && partly.test(partOf) ? 'some' : 'all'
    return {
      start: match.index,
      end: match.index + match[0].length,
      class: digits[written] ?? (/^[ivx]+$/i.test(written) ? written.toUpperCase() : written.toLowerCase()),
      part,
      named: [at, match.index + match[0].length] as const,
    }
  })
}

const universal =
  /(?<!\p{L}|(?:tỷ lệ|tỉ lệ|mức độ|độ|mức|diện) )(?:phổ cập|phủ kín|phủ sóng(?= (?:toàn|dịch vụ|mạng))|xóa hoàn toàn)\s+(?:(?:toàn diện|hoàn toàn|100%)\s+)?/giu
const objectEnd =
  /[;.:(⁽]|,?\s+(?:(?:phấn đấu\s+)?(?:đến|vào|trong|tới)\s+(?:hết\s+)?(?:năm|giai đoạn)|đến 20)|\s*,\s*(?=(?:phổ cập|phủ|tỷ lệ|tỉ lệ|đạt|có|trên|bảo đảm|đảm bảo|xây dựng|hoàn thành|\d[\d.,]*[\s%]|mật độ|diện tích|toàn bộ))|\s+và\s+(?=(?:phổ cập|tỷ lệ|tỉ lệ|đạt|có|trên \d|bảo đảm|đảm bảo|xây dựng|hoàn thành|\d[\d.,]*[\s%]))/iu
const scopeStart = /\s+(?:tại|ở|trên địa bàn|cho|đến từng|đến|tới)\s+(?=\p{L})/u

export function universalsIn(text: string): UniversalMention[] {
  return [...text.matchAll(universal)].flatMap((match) => {
    const from = match.index + match[0].length
    const rest = text.slice(from)
    const stop = rest.search(objectEnd)
    const phrase = (stop < 0 ? rest : rest.slice(0, stop)).trimEnd()
    // "… được phủ kín 100 %" is a figure.
    if (phrase === '' || /^\d[\d.,]*\s*%/.test(phrase)) return []
    const cut = scopeStart.exec(phrase)
    const object = cut ? phrase.slice(0, cut.index) : phrase
    const scope = cut ? ([from + cut.index + cut[0].length, from + phrase.length] as const) : null
    return [{ start: match.index, end: from + phrase.length, items: listed(object, from), scope }]
  })
}

/** "dịch vụ mạng 4G, 5G và điện thoại thông minh": a bare code takes the words before the code of the item before it. */
function listed(object: string, offset: number): (readonly [number, number])[][] {
  const items: (readonly [number, number])[][] = []
  let shared: readonly [number, number] | null = null
  let from = 0
  for (const part of object.split(/(\s*,\s*|\s+và\s+)/u)) {
    const [start, end] = [from, from + part.length]
    from = end
    if (/^\s*(?:,|và)\s*$/u.test(part) || part.trim() === '') continue
    const place = [offset + start, offset + end] as const
    const code = /^\S*\d\S*$/u.test(part.trim())
    items.push(code && shared ? [shared, place] : [place])
    const before = /^(.*\s)\S*\d\S*$/u.exec(part)?.[1]
    if (!code) shared = before ? ([offset + start, offset + start + before.length] as const) : null
  }
  return items
}
