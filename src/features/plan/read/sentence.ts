import type { Strand } from '../../../domain/strand.ts'
import { startsWithBody } from './heads.ts'
import { endsCapitalised, verbPattern } from './verbs.ts'

/** Verbs that also stand in names; there a place, a level, or the rest of the name follows. */
const inName =
  /^(?:xây dựng|tổng hợp|đầu tư|quản lý|phát triển|tham mưu|kiểm tra|giám sát|bảo vệ|thanh tra|tổ chức|hỗ trợ|thông tin|bảo trì|phục vụ|vận hành|khai thác|cấp|xử lý|chăm sóc|bồi thường|thông báo|chỉ đạo|nghiên cứu|ứng dụng|đăng ký|điều tra|khảo sát|thẩm định|thu gom|in|cứu)$/
const restOfName =
  /^\s*(?:tỉnh|thị xã|thành phố|thị trấn|huyện|quận|xã|phường|khu vực|cấp|đô thị|công trình|giao thông|hạ tầng|dự án|quỹ đất|cơ bản|và\s+(?:\p{Lu}|phát triển|quản lý|xây dựng|khai thác|công trình)|[-–]|thuộc|trực thuộc|liên quan|có liên quan|chính trị|xã hội|đoàn thể|đảng|hội|cơ sở(?! dữ liệu)|thành viên|tín dụng|tôn giáo|quốc tế|đất đai|môi trường|nước|rừng|số|,?\s*cá nhân|,\s*giúp việc|,\s*đơn vị|kỹ thuật|việc làm|thủy lợi|điện|các khu|khu)/u

/** Where a sentence that begins with bodies comes to what they are to do; -1 where it never does. */
export function actionStart(text: string): number {
  const colon = text.indexOf(':')
  for (const match of text.matchAll(verbPattern)) {
    if (colon >= 0 && colon < match.index) return colon
    if (!isPartOfName(text, match.index, match[0])) return match.index
  }
  return colon
}

function isPartOfName(text: string, at: number, verb: string): boolean {
  const before = text.slice(0, at).trimEnd()
  if (text.slice(0, at).split('(').length > text.slice(0, at).split(')').length) return true
  if (endsCapitalised(before, verb)) return true
  if (!inName.test(verb)) return false
  if (verb === 'thông tin' && /cổng$/iu.test(before)) return true
  const after = text.slice(at + verb.length)
  if (
    /(?:dự án|chuyên trách|đơn vị|cơ quan|ban|trung tâm|công ty|chuyên môn|bộ phận|đội|tổ)$/iu.test(before) &&
    verb !== 'tổ chức'
  )
    return /^(?:tham mưu|quản lý|chỉ đạo|tổng hợp|đầu tư|vận hành|khai thác|cấp|thẩm định|đăng ký)$/.test(
      verb,
    )
  if (verb === 'tổ chức') return /(?:các|những|và|,|một số)$/iu.test(before) && restOfName.test(after)
  return restOfName.test(after) &&
    !/^\s*(?:các khu|khu|hạ tầng|công trình|dự án|đô thị|giao thông|điện|nước|rừng|môi trường|hội)/u.test(
      after,
    )
    ? true
    : /(?:dự án|đầu tư|Đầu tư|Phát triển|Quản lý|Dịch vụ|Kỹ thuật|Kiểm định|Tư vấn|Thi công)$/u.test(before)
}

/** Small words that names of bodies are made of; any other small word begins the work, if no known verb does. */
const nameWords = new Set(
  (
    'trưởng phó thư nhân dân thị xã thành phố tỉnh huyện quận phường trấn đặc khu các ban ngành đơn vị cơ quan liên có trực thuộc tổ chức chính trị hội ' +
    'quản lý dự án đầu tư xây dựng đô công ích dịch vụ hành kỹ thuật hạ tầng vực tổng hợp thôn ấp đoàn thể quỹ đất môi trường chuyên ' +
    'môn trách nghiệp sự đại biểu tham mưu giúp việc giao thông đai nước sạch rừng biển văn hóa hoá thao y tế giáo dục học doanh nhà thầu cấp ủy uỷ đảng ' +
    'chi bộ số phía đông tây nam bắc và của bên địa bàn sở phòng chí lực lượng cộng đồng dân cư cá vùng khối điện bảo hiểm những mỗi từng toàn'
  ).split(' '),
)

const inBrackets = (text: string, at: number) => {
  const before = text.slice(0, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

/** Where the words that can name bodies end: the second syllable of a word with a capital ("Trung tâm") is free. */
function nameEnd(text: string): number {
  let free = false
  for (const match of text.matchAll(/[\p{L}\p{N}&]+/gu)) {
    if (inBrackets(text, match.index)) continue
    const word = match[0]
    const capital = /^[\p{Lu}\p{N}]/u.test(word)
    if (!capital && !free && !nameWords.has(word)) return match.index
    free = capital && /\p{Ll}/u.test(word) && !/^(?:Sở|Phòng|UBND)$/u.test(word)
  }
  return -1
}

/** Where the bodies end: at a known verb, or, where none comes soon, at the first word that is in no name. */
export function bodiesEnd(text: string): number {
  const verb = actionStart(text)
  const name = nameEnd(text)
  const far = verb < 0 || text.slice(Math.max(name, 0), verb).split(/\s+/).length > 5
  return name > 0 && far ? name : verb
}

export interface Charge {
  /** The words that name who is charged. */
  readonly bodies: Strand
  readonly rest: Strand
}

/** "Các Sở: Tài chính, Nội vụ: Tham mưu …": behind the first colon stand the names. */
function listEnd(text: string): number | null {
  const lead = /^(?:các|những)\s[^:;]{2,40}:\s*(?=\p{Lu}[\p{L} -]{1,40}(?:,\s*|\s+và\s+)\p{Lu})/u.exec(
    text.replace(/^\p{Lu}/u, (first) => first.toLowerCase()),
  )?.[0].length
  const end = lead === undefined ? -1 : bodiesEnd(text.slice(lead))
  return lead !== undefined && end > 0 ? lead + end : null
}

/**
 * Who a sentence charges ("Phòng X có trách nhiệm …", "Giao Sở Y chủ trì …", "Về quy hoạch: Giao Phòng Z …"); null
 * where it charges nobody.
 */
export function readCharge(sentence: Strand): Charge | null {
  const bare = sentence.replace(/^[\s\-–+•*_]+/gu)
  const order = bare.text.match(directive)?.[0].length ?? 0
  const named = bare.slice(order)
  if (startsWithBody(named.text)) {
    const end = listEnd(named.text) ?? bodiesEnd(named.text)
    return end < 0 || end > 400 ? null : { bodies: named.slice(0, end), rest: named.slice(end) }
  }
  const told = /^Đối với\s+([^:;]{3,200}):\s*/u.exec(bare.text)
  if (told?.[1] && startsWithBody(told[1])) {
    const from = told[0].indexOf(told[1])
    return { bodies: bare.slice(from, from + told[1].length), rest: bare.slice(told[0].length) }
  }
  const subject = /^(?:Về|Đối với|Công tác|Việc|Liên quan)\s[^:.;]{3,120}:\s*/u.exec(bare.text)?.[0]
  if (subject) return readCharge(bare.slice(subject.length))
  // "Lập hồ sơ khu vực phát triển: Sở Xây dựng chủ trì, … phối hợp": the work before, who does it behind.
  const work = /^\p{Lu}[^:.;]{8,200}:\s*/u.exec(bare.text)?.[0].length
  const behind = work === undefined ? null : bare.slice(work)
  if (!behind || !startsWithBody(behind.text)) return null
  const end = bodiesEnd(behind.text)
  return end > 0 && /^\s*(?:chủ trì|làm đầu mối|thực hiện)/u.test(behind.text.slice(end))
    ? { bodies: behind.slice(0, end), rest: behind.slice(end) }
    : null
}

/** The words that give an order before the body's name. */
export const directive =
  /^(?:thống nhất\s+|đồng ý\s+|tiếp tục\s+)?(?:giao(?:\s+(?:cho|trách nhiệm cho|nhiệm vụ cho))?|đề nghị|yêu cầu|phân công|chỉ đạo|ủy quyền(?:\s+cho)?|uỷ quyền(?:\s+cho)?)\s+/iu
