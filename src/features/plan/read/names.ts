import type { Strand } from '../../../domain/strand.ts'
import { Strand as Strands } from '../../../domain/strand.ts'
import type { YearMark } from './years.ts'

const noun = String.raw`(?:tỷ lệ|tỉ lệ|diện tích|số lượng|số|mật độ|tỷ trọng|tỉ trọng|mức|tổng|thu nhập|sản lượng|giá trị|quy mô|dân số|chỉ số|bình quân|tốc độ|thu ngân sách|tầng cao|công suất|chiều dài|lượng|hạ tầng|dịch vụ|đất|nhà ở|mạng)`
const restart = new RegExp(
  String.raw`.*(?:[;]|\.(?=\s+\p{Lu})|:(?=\s)|,\s+(?:và\s+)?(?=${noun}(?!\p{L}))|\s+và\s+(?=(?:tỷ lệ|tỉ lệ|diện tích|mật độ|tỷ trọng|số lượng)(?!\p{L})))\s*`,
  'su',
)
// Scanned spellings of "phấn đấu" are among the words: its tones are what scans lose most.
const strive = 'ph[ấâầ]n đ[ấâầ]u'
const opening = new RegExp(
  String.raw`^(?:[\s\-–+•*_,;:.)]+|(?:và|${strive}|trong đó|đồng thời|tiếp tục|dự kiến|nâng(?! cấp)|đưa|giảm|tăng|bảo đảm|đảm bảo|duy trì|việc|mỗi năm|hằng năm|hàng năm|bình quân (?:mỗi|hằng|hàng) năm|cơ bản|có|đạt|mục tiêu|cụ thể|toàn (?:thị xã|tỉnh|xã|phường|thành phố) có|đến|vào|trên địa bàn(?: \S+){0,2} có)(?![\p{L}\d])|(?:\d+|[a-zđ])[.)]\s|chỉ tiêu\s+(?:số\s+)?\d+(?:\s*[:.]\s|\s*$))`,
  'iu',
)
const closing = new RegExp(
  String.raw`(?:[\s,:;(–-]+|(?<!\p{L})(?:đạt|đạt mức|đạt được|ở mức|là|còn|phủ|chiếm|tăng lên|giảm còn|giảm xuống|giảm|tăng thêm|tăng|(?<!trở )(?:lên|xuống)|được nâng lên|nâng|${strive}|phải|dự kiến|ước|có|từ|đến|không|ít|thực hiện|với|vào|(?<!(?:hằng|hàng|mỗi|\d) )năm|duy trì|lần lượt|tương ứng|các|và|cho|trong (?:nhiệm kỳ|kỳ|giai đoạn)\.?))$`,
  'iu',
)
const deed =
  /^(?:(?:hoàn thành|hoàn thiện|xây dựng|xây mới|trồng|mới|thêm|đầu tư|có|thành lập|hình thành|phát triển|cải tạo|chỉnh trang|công nhận|bố trí|nâng cấp|mở rộng|lắp đặt|thu hút|giải quyết|tạo|xử lý|di dời|cung cấp|bổ sung|đưa vào sử dụng|vào sử dụng|vào vận hành|vận hành|hỗ trợ|đào tạo|thực hiện|tổ chức|trên|dưới|và|kết nạp|kéo|(?:kéo )?giảm|tỷ lệ|tỉ lệ|mức|sửa chữa|khởi công|cứng hóa|cứng hoá|bê tông hóa|ngầm hóa|thay thế|thay mới|chuyển đổi|phục hồi|tu bổ|tôn tạo|xóa|xoá|xóa bỏ|giảm nghèo|cấp mới|số hóa|lập|phê duyệt|ban hành|đưa|nhân rộng|thí điểm|tuyển dụng|bồi dưỡng|kết nối|công bố|trồng lại|nạo vét|mua sắm|cắm mốc|đấu giá|giao đất|thu hồi|bàn giao|khánh thành|vận động|duy tu|bảo trì)[\s,]*)*$/iu

/** "Trên địa bàn phường có 17 điểm …": where, not what. */
const place =
  /^bình quân(?:\s+(?:hằng|hàng|mỗi) năm)?$|^(?:về\s+)?(?:mục tiêu|chỉ tiêu)(?:\s+(?:cụ thể|chung|chủ yếu|phấn đấu))*$|^(?:(?:cuối|đầu|hết) (?:nhiệm kỳ|năm|kỳ|giai đoạn|quý)|trên địa bàn|tại|ở|trong|toàn (?:tỉnh|thị xã|thành phố|huyện|xã|phường|khu vực)|theo)(?!\p{L})/iu

/** The words of `line` in `[start, end)` with its years taken out. */
export function withoutYears(line: Strand, start: number, end: number, years: readonly YearMark[]): Strand {
  const parts: Strand[] = []
  let from = start
  for (const mark of years) {
    if (mark.end <= start || mark.start >= end) continue
    parts.push(line.slice(from, Math.max(from, mark.start)))
    from = Math.max(from, Math.min(mark.end, end))
  }
  return Strands.join([...parts, line.slice(from, end)])
}

/** The name of an indicator in the words before its figure; null where they hold only connecting words. */
export function indicatorIn(words: Strand): Strand | null {
  const whole = words.replace(/^[\s\-–+•*]*Theo [^;:]*,(?=[^,]*$)/giu)
  const again = restart.exec(whole.text)?.[0]
  const name = named(again ? whole.slice(again.length) : whole)
  // "Tỷ lệ đường nhựa: năm 2027 đạt 90 %": behind the colon stands only the year.
  return name ?? (again && /:\s*$/.test(again) ? named(whole.slice(0, again.lastIndexOf(':'))) : null)
}

function named(words: Strand): Strand | null {
  const open = words.text.lastIndexOf('(')
  const name = strip(open >= 0 && !words.text.slice(open).includes(')') ? words.slice(0, open) : words)
  return place.test(name.text) || deed.test(name.text) || !/\p{L}{2}/u.test(name.text) ? null : name
}

/** What follows the figure where it stands first: "100 % hộ dân được cấp nước sạch". */
export function subjectIn(words: Strand, compared = false): Strand | null {
  // "Trên 90 % chi bộ hoàn thành tốt nhiệm vụ trở lên": the figure has its "trên", the rest is the name's.
  const bare = compared ? words : words.replace(/\s+trở lên(?!\p{L})/giu)
  const name = strip(
    bare.replace(/^\s*\([^()]*\)?\s*|^\s*trở lên(?!\p{L})|^\s*năm \d{4}|(?<!được.*)\s+bằng\s.*$/giu),
  )
  return /\p{L}{2}/u.test(name.text) ? name : null
}

function strip(words: Strand): Strand {
  let name = words
    .replace(
      /\s+so với(?:\s+(?:năm|cùng|mức|đầu|cuối|hiện|giai đoạn|bình quân|kế hoạch|thời|trước|nhiệm|chỉ tiêu|nay|cả|thực|\d)(?!\p{L}).*|\s*[,;.)]?\s*)$|\s*gấp\s.*$/giu,
    )
    .tidy()
  for (let before = -1; before !== name.length;) {
    before = name.length
    const head = opening.exec(name.text)?.[0].length ?? 0
    name = name.slice(head).trim()
    const tail = closing.exec(name.text)?.[0].length ?? 0
    name = name.slice(0, name.length - tail).trim()
  }
  return name.replace(/\s+\)|^[)\]]+|[.,;:]+$/gu).tidy()
}

/** Where or for whom the indicator holds, by its last words. */
export function scopeIn(indicator: Strand): Strand | null {
  const found = indicator.match(
    /(?:.*(?<!nhà)\s)(?:của|tại|trong|trên địa bàn|ở)\s+(?!nguồn|tăng|giảm|bình quân)([^,()]{2,60}?)(?=\s+(?:có|được|bị|đạt|để|theo|bình quân|tăng|giảm)(?:\s|$)|$)/u,
  )?.[1]
  return (
    found ??
    indicator.match(
      /(?:^|\s)(toàn (?:tỉnh|thị xã|thành phố|huyện|xã|phường|đô thị|khu vực)(?:\s.{0,40})?)$/u,
    )?.[1] ??
    null
  )
}
