import type { TargetValue } from '../model.ts'
import { numberSource, readNumber } from './numbers.ts'

export type Comparator = TargetValue['comparator']

export interface Quantity {
  readonly start: number
  readonly end: number
  readonly comparator: Comparator
  readonly value: number
  /** The upper end of "10 - 15 %". */
  readonly upper: number | null
  readonly unit: string | null
  /** "(tăng) từ 53,2% … lên": where the figure starts from, not where it goes to. */
  readonly origin: boolean
}

const comparators: readonly (readonly [Comparator, string])[] = [
  ['<=', 'không (?:vượt )?quá|không vượt|không cao hơn|không lớn hơn|tối đa|nhiều nhất|cao nhất là|≤|<='],
  [
    '>=',
    'tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|không nhỏ hơn|đạt và vượt|bằng hoặc (?:cao|lớn) hơn|≥|>=',
  ],
  ['>', 'trên|hơn|vượt(?: mức)?|cao hơn|lớn hơn|nhiều hơn|>'],
  ['<', 'dưới|thấp hơn|ít hơn|nhỏ hơn|<'],
  ['~', 'khoảng|xấp xỉ|gần|ước(?: đạt)?|chừng|~|≈'],
]
const base = String.raw`(?:%|phần trăm|(?:km|m|cm)(?:²|³|2|3|\?(?=\s*\/)|(?<=\/\s*k?m)\?)?(?![\p{L}\d])|ha(?!\p{L})|(?:nghìn |ngàn |triệu |trăm )?(?:tỷ|tỉ) đồng|(?:triệu|nghìn|ngàn) đồng|đồng|(?:triệu |tỷ )?USD|(?:triệu|nghìn|vạn) (?:người|lượt khách|lượt|cây|m²|m2|m3|m³|tấn)|nhân khẩu|người dân|người|hộ dân|hộ gia đình|hộ|lít|kg|tấn|kWh|MW|kW|ngày[\s.-]*đêm|ng\.?đ|lao động|ngày|năm|tháng|giờ|phút|điểm %|điểm phần trăm|điểm|căn hộ|căn|giường bệnh|giường|bác sĩ|vạn dân|dân|phòng học|thuê bao|lượt|máy|xe|lần|suất|bậc|đồ án|bộ|chiếc|cái|thùng|trụ|vụ|héc ta|hecta)`
export const unitSource = String.raw`${base}(?:(?<=[m²³2a])\s+(?:sàn|đất|xây dựng|mặt nước|tự nhiên))?(?:\s*/\s*(?:\d[\d.]*\s*)?${base}(?:\s+(?:sàn|đất|đô thị))?)*(?![\p{L}])`
const compared = comparators.map(([, words]) => words).join('|')
const linking = String.raw`(?:(?:đạt|là|ở mức|mức|có|còn|được|đến|lên|bằng|từ|chiếm)\s+)*`
const pattern = new RegExp(
  String.raw`(?:(?<![\p{L}])(?<compare>${compared})\s*${linking})?(?<near>khoảng\s+)?(?<origin>(?<![\p{L}])từ\s+)?(?<![\p{L}\p{N}.,/-])(?<low>${numberSource})\s*(?<lowUnit>${unitSource})?(?:\s*(?:-|–|—|đến|tới|÷)\s*(?<high>${numberSource})(?![\d/])\s*(?<unit>${unitSource})?)?(?![\p{L}\p{N}/]|[.,-]\d|-\p{L})(?:\s*(?<onward>trở lên|trở xuống))?`,
  'giu',
)

/** "Số bác sĩ trên 1 vạn dân": the figure says of how many, it is no aim. */
const perSoMany =
  /^trên\s+(?:0?1|10|100|1\.?000|10\.?000|100\.?000)\s*(?:vạn dân|vạn người|người dân|dân|người|trẻ|hộ)/iu

/** Figures that measure something; years, days, numbers of documents and clauses are not. */
export function quantitiesIn(text: string): Quantity[] {
  const measured = [...text.matchAll(pattern)]
    .filter((match) => !perSoMany.test(match[0]))
    .flatMap((match) => quantityOf(text, match) ?? [])
  const found = [...measured, ...sharesIn(text), ...nonesIn(text)].sort((a, b) => a.start - b.start)
  return found.map((quantity, i) => sharing(text, quantity, found[i - 1]))
}

/** "có 12/15 xã đạt chuẩn": so many of all there are; what is counted is the unit and begins the name. */
function sharesIn(text: string): Quantity[] {
  const share =
    /(?<=(?:^[-–+•*\s]*|[;:,]\s*|(?<!\p{L})(?:có|đạt|được|đưa|còn|ít nhất|tối thiểu|phấn đấu|thêm)\s+))(\d{1,4})\s*\/\s*(\d{1,4})(?=\s+(thị trấn|khu phố|tổ dân phố|đơn vị|địa phương|cơ sở|tiêu chí|tiêu chuẩn|chỉ tiêu|(?!(?:tại|về|của|và|vào|năm|là|đến|thì|cho|để|nhằm|trên|ở|từ|theo|phải|được|của|hằng|hàng|các|tháng)\s)\p{Ll}{2,6})(?!\p{L}))/gimu
  return [...text.matchAll(share)].flatMap((match) => {
    const [value, all] = [Number(match[1]), Number(match[2])]
    if (value > all || all > 1900) return []
    const atLeast = /(?:ít nhất|tối thiểu)\s+$/iu.exec(text.slice(0, match.index))
    return [
      {
        start: atLeast?.index ?? match.index,
        end: match.index + match[0].length,
        comparator: atLeast ? '>=' : '=',
        value,
        upper: null,
        unit: match[3] ?? null,
        origin: false,
      },
    ]
  })
}

/** "Không còn nhà tạm": none is a figure too. */
function nonesIn(text: string): Quantity[] {
  const none =
    /(?<!\p{L})không (?:còn|để xảy ra|phát sinh(?: mới)?)(?=\s+(?!phù hợp|nữa|là|được|hiệu lực|khả năng|đáp ứng|như|chỉ)\p{Ll})/giu
  return [...text.matchAll(none)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    comparator: '=',
    value: 0,
    upper: null,
    unit: null,
    origin: false,
  }))
}

/** "Ít nhất 02 tuyến phố đi bộ, 01 chợ đêm": counts in one list share the comparator of the first. */
function sharing(text: string, quantity: Quantity, before: Quantity | undefined): Quantity {
  const list = before?.unit === null && quantity.unit === null && quantity.comparator === '='
  if (!list || !/^[^.;:(\d]*(?:,|\svà)\s*$/u.test(text.slice(before.end, quantity.start))) return quantity
  return { ...quantity, comparator: before.comparator }
}

function quantityOf(text: string, match: RegExpExecArray): Quantity | null {
  const g = match.groups ?? {}
  const unit = (g['unit'] ?? g['lowUnit'])?.trim() ?? null
  const low = readNumber(g['low'] ?? '')
  const high = g['high'] === undefined ? null : readNumber(g['high'])
  const at = match.index + match[0].indexOf(g['low'] ?? '')
  if (!low || (g['high'] !== undefined && !high) || isNoMeasure(text, at, match, unit)) return null
  return {
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    // "Có từ 80 % khu dân cư trở lên …": what is counted stands between.
    comparator: onwardBehind(text, match) ? '>=' : comparatorOf(g),
    value: low.value,
    upper: high?.value ?? null,
    unit:
      unit
        ?.replace(/^phần trăm$/, '%')
        .replaceAll(/\s*\/\s*/g, '/')
        .replaceAll('?', '²') ?? null,
    origin:
      g['origin'] !== undefined && high === null && g['onward'] === undefined && !onwardBehind(text, match),
  }
}

const onwardBehind = (text: string, match: RegExpExecArray): boolean =>
  match.groups?.['origin'] !== undefined &&
  /^\s[^.;,:\d]{2,40}?\strở lên(?!\p{L})/u.test(text.slice(match.index + match[0].trimEnd().length))

function comparatorOf(g: Readonly<Record<string, string | undefined>>): Comparator {
  if (g['onward']) return /lên/i.test(g['onward']) ? '>=' : '<='
  const word = g['compare']?.toLowerCase()
  if (word === undefined) return g['near'] ? '~' : '='
  return comparators.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(word))?.[0] ?? '='
}

const yearLike = /^(?:19|20)\d{2}$/

function isNoMeasure(text: string, at: number, match: RegExpExecArray, unit: string | null): boolean {
  const before = text.slice(Math.max(0, at - 30), at)
  const low = match.groups?.['low'] ?? ''
  if (
    yearLike.test(low) &&
    (unit === null || unit === 'năm' || /(?:năm|giai đoạn|từ|đến|-|–)\s*$/iu.test(before))
  )
    return true
  if (
    /(?:ngày|tháng|quý|khóa|khoá|lần thứ|thứ|điều|khoản|điểm|số|loại|(?<!nâng )cấp|nhóm|vùng|hạng|bậc|phụ lục|mục|phần)\s*$/iu.test(
      before,
    ) &&
    unit !== '%'
  )
    return true
  const bare =
    unit === null &&
    !onwardBehind(text, match) &&
    !match.groups?.['compare'] &&
    !match.groups?.['near'] &&
    !match.groups?.['onward'] &&
    !(match.groups?.['origin'] && match.groups['high'])
  const listed = /(?<![\d.,/])\d{1,3}\s+\p{Ll}[^,.;:\d]*(?:,|\svà)\s*$/u.test(text.slice(0, at))
  const count =
    (/^0\d$/.test(low) || (listed && /^\d{2,3}$/.test(low))) &&
    /(?:,|;|và)\s*$/u.test(before) &&
    /^\s+(?!(?:và|của|về|ngày|tháng|này|nêu)\s)\p{Ll}/u.test(text.slice(at + low.length))
  const deed =
    /(?:vận hành|sử dụng|khởi công|hoàn thành|đầu tư|khánh thành|nâng cấp|cải tạo|thu hút|mở)\s*$/iu
  const opened =
    /^[\s\-–+•*]*(?:nâng cấp|cải tạo|khởi công|hoàn thành|đầu tư|chỉnh trang|lắp đặt|mở rộng|nạo vét|di dời)\s*$/iu
  if (bare && /^0\d$/.test(low) && deed.test(before)) return false
  // "- Nâng cấp 60 tuyến hẻm": a deed that opens the line, and how many of what.
  if (bare && opened.test(text.slice(0, at)) && /^\s+\p{Ll}{2}/u.test(text.slice(at + low.length)))
    return false
  // "…, 01 chợ đêm": a count is written with a leading zero.
  if (bare && count) return false
  // A number without unit or comparator measures only after a word that says so; "Nghị quyết 06" does not.
  if (
    bare &&
    !/(?:đạt|là|còn|có|trong đó|:|thành|thêm|mới|dựng|lập|tạo|cấp|trồng|^)\s*(?:(?<=^\s*)[-–+•*]\s*)?$/iu.test(
      before,
    )
  )
    return true
  // "Bình quân 5 năm đạt 12 %": over how long, not how much.
  if (unit === 'năm' && /(?:bình quân|trung bình|trong|qua|kế hoạch|giai đoạn)\s*$/iu.test(before))
    return true
  if (/[\p{L}]\s*[-/]\s*$/iu.test(before)) return true
  const after = text.slice(match.index + match[0].length)
  if (/^\s*(?:tuổi|liên tục|liên tiếp|liền|trở lại|tiếp theo)(?!\p{L})/u.test(after)) return true
  return isComparison(text.slice(0, at), after)
}

/** "…, gấp 1,5 lần năm 2023", "(tăng 6,3 % so với năm 2024)": a second way to tell the figure before it. */
function isComparison(before: string, after: string): boolean {
  const sentence = (/[^.;:]*(?:\d[.,]\d[^.;:]*)*$/u.exec(before)?.[0] ?? '').replaceAll(/(?:19|20)\d{2}/g, '')
  const second = /\d/.test(sentence)
  if (/gấp\s*(?:khoảng |hơn |trên )?$/iu.test(before)) return second
  if (/\((?:tăng|giảm|cao hơn|thấp hơn)(?: thêm)?\s*$/iu.test(before)) return true
  return (
    second &&
    /(?:tăng|giảm|cao hơn|thấp hơn|bằng)(?: thêm)?\s*$/iu.test(before) &&
    /^\s*(?:so với|kế hoạch|dự toán|cùng kỳ)/u.test(after)
  )
}
