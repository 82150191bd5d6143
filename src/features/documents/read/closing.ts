import type { Strand } from '../../../domain/strand.ts'
import type { BodyPart } from './clauses.ts'
import { startsItem } from './paragraphs.ts'

/** How the last sentences of a document begin, which belong to none of its numbers. */
const closes =
  /^(?:Trên đây là|Yêu cầu (?:các|Thủ trưởng|Ban|cấp)|Đề nghị (?:các|Thủ trưởng|Ban|Ủy|Uỷ)|Trong quá trình|Quá trình (?:triển khai|tổ chức|thực hiện)|(?:Nghị quyết|Kế hoạch|Kết luận|Quyết định|Chương trình|Chỉ thị|Thông báo|Quy chế) này (?:đã|được|có|phổ biến|thay)|Căn cứ (?:Kế hoạch|Nghị quyết|Chương trình|Kết luận) này|Nhận được|Thừa lệnh|Giao Văn phòng|Văn phòng .{5,60} thông báo|Thông báo (?:đến|để)|Nếu có (?:khó khăn|vướng mắc))/u

/** Takes the closing sentences off the end of the body. */
export function closingOf(parts: readonly BodyPart[]): { parts: BodyPart[]; closing: Strand[] } {
  let start = parts.length
  for (let index = parts.length - 1; index > 0; index--) {
    const part = parts[index]
    if (part?.kind !== 'text' || startsItem(part.whole.strand)) break
    if (closes.test(part.whole.strand.text)) start = index
  }
  const closing = parts.slice(start).flatMap((part) => (part.kind === 'text' ? [part.whole.strand] : []))
  return { parts: parts.slice(0, start), closing }
}
