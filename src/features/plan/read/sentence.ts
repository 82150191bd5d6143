import type { Strand } from '../../../domain/strand.ts'
import { startsWithBody } from './heads.ts'

/** Words that begin what a body is to do. Written small, for names carry capitals ("Phòng Quản lý đô thị"). */
const verbs = [
  'học tập',
  'học hỏi',
  'cấp phép',
  'cấp giấy',
  'cấp phát',
  'cấp kinh phí',
  'tham dự',
  'nhận diện',
  'nhận',
  'nêu cao',
  'nêu gương',
  'biểu dương',
  'đề ra',
  'vận dụng',
  'cải thiện',
  'tăng',
  'hạn chế',
  'tận dụng',
  'tranh thủ',
  'lưu ý',
  'lấy',
  'lấy ý kiến',
  'trích',
  'tuyển',
  'thuê',
  'khoanh',
  'dành',
  'chọn',
  'đặt',
  'làm tốt',
  'làm mới',
  'phân cấp',
  'ủy quyền',
  'uỷ quyền',
  'đàm phán',
  'ký kết',
  'liên kết',
  'quán xuyến',
  'đề cao',
  'đón',
  'phục vụ',
  'ngầm hóa',
  'tưới',
  'quét',
  'thắp',
  'treo',
  'tạm dừng',
  'dừng',
  'chấm dứt',
  'cho phép',
  'coi',
  'xem',
  'hoàn tất',
  'tất toán',
  'nạo vét',
  'quyết toán',
  'thanh quyết toán',
  'tuần tra',
  'rút kinh nghiệm',
  'thẩm tra',
  'kê khai',
  'đối chiếu',
  'đấu thầu',
  'mua sắm',
  'nhân rộng',
  'thí điểm',
  'tập huấn',
  'đào tạo',
  'bồi dưỡng',
  'chuyển',
  'trả lời',
  'giải trình',
  'tham gia',
  'cam kết',
  'chấp hành',
  'tuân thủ',
  'tiến hành',
  'chi trả',
  'thanh toán',
  'giải ngân',
  'kiểm đếm',
  'cưỡng chế',
  'tháo dỡ',
  'di chuyển',
  'dọn',
  'vệ sinh',
  'khơi thông',
  'cải tạo',
  'chỉnh trang',
  'nâng cấp',
  'mở rộng',
  'cắm mốc',
  'tôn tạo',
  'phục hồi',
  'phấn đấu',
  'cảnh báo',
  'dự báo',
  'gắn',
  'vệ sinh',
  'rút ngắn',
  'bổ sung',
  'điều chỉnh',
  'sửa đổi',
  'làm',
  'tiếp',
  'góp',
  'nhắc nhở',
  'kiểm soát',
  'phụ trách',
  'trực tiếp',
  'cùng',
  'sớm',
  'nhanh chóng',
  'lựa',
  'quy định',
  'áp dụng',
  'trao đổi',
  'thảo luận',
  'phát hành',
  'trưng bày',
  'mời',
  'tổng rà soát',
  'hoàn trả',
  'ứng trực',
  'đảm nhận',
  'đại diện',
  'nộp',
  'thu',
  'truy thu',
  'chủ trì',
  'phối hợp',
  'có trách nhiệm',
  'chịu trách nhiệm',
  'có nhiệm vụ',
  'căn cứ',
  'theo chức năng',
  'theo nhiệm vụ',
  'theo thẩm quyền',
  'theo lĩnh vực',
  'trên cơ sở',
  'được giao',
  'là cơ quan',
  'là đơn vị',
  'là đầu mối',
  'làm đầu mối',
  'khẩn trương',
  'tiếp tục',
  'chủ động',
  'kịp thời',
  'thường xuyên',
  'định kỳ',
  'hằng năm',
  'hàng năm',
  'hằng quý',
  'hàng quý',
  'hằng tháng',
  'hàng tháng',
  'tập trung',
  'tăng cường',
  'đẩy mạnh',
  'đẩy nhanh',
  'nghiêm túc',
  'tổ chức',
  'cụ thể hóa',
  'cụ thể hoá',
  'hướng dẫn',
  'tuyên truyền',
  'tham mưu',
  'xây dựng',
  'theo dõi',
  'ban hành',
  'chỉ đạo',
  'triển khai',
  'lãnh đạo',
  'rà soát',
  'lập',
  'thực hiện',
  'hoàn thành',
  'hoàn thiện',
  'vận động',
  'đôn đốc',
  'kiểm tra',
  'giám sát',
  'tổng hợp',
  'báo cáo',
  'trình',
  'bố trí',
  'cân đối',
  'quản lý',
  'phân công',
  'phát huy',
  'nghiên cứu',
  'đề xuất',
  'bảo đảm',
  'đảm bảo',
  'công bố',
  'công khai',
  'cung cấp',
  'cập nhật',
  'thẩm định',
  'phê duyệt',
  'xem xét',
  'quyết định',
  'thống nhất',
  'đưa',
  'huy động',
  'hỗ trợ',
  'phổ biến',
  'quán triệt',
  'đăng ký',
  'đầu tư',
  'khảo sát',
  'thống kê',
  'thành lập',
  'kiện toàn',
  'giải quyết',
  'xử lý',
  'tháo gỡ',
  'gửi',
  'tạo điều kiện',
  'khuyến khích',
  'thu gom',
  'duy trì',
  'nâng cao',
  'mở',
  'cử',
  'in',
  'hiệp thương',
  'phản biện',
  'thông báo',
  'thông tin',
  'ưu tiên',
  'đề nghị',
  'yêu cầu',
  'nắm',
  'chấn chỉnh',
  'bàn giao',
  'tiếp nhận',
  'tiếp thu',
  'ký',
  'kết nối',
  'phân bổ',
  'phân tích',
  'đánh giá',
  'giao',
  'thanh tra',
  'điều tra',
  'xác minh',
  'xác định',
  'niêm yết',
  'đăng tải',
  'đăng',
  'phát động',
  'phát hiện',
  'lắp đặt',
  'sửa chữa',
  'khắc phục',
  'di dời',
  'trồng',
  'chăm sóc',
  'cắt tỉa',
  'làm việc',
  'làm rõ',
  'tính toán',
  'sắp xếp',
  'kêu gọi',
  'thu hút',
  'mời gọi',
  'thúc đẩy',
  'phát triển',
  'đổi mới',
  'ứng dụng',
  'sử dụng',
  'khai thác',
  'vận hành',
  'bảo trì',
  'bảo vệ',
  'phòng ngừa',
  'ngăn chặn',
  'thu hồi',
  'bồi thường',
  'đền bù',
  'nghiệm thu',
  'quan tâm',
  'chú trọng',
  'coi trọng',
  'giữ',
  'góp ý',
  'cho ý kiến',
  'thể chế hóa',
  'thể chế hoá',
  'lồng ghép',
  'tích hợp',
  'số hóa',
  'số hoá',
  'phân loại',
  'đo đạc',
  'khởi công',
  'thi công',
  'lựa chọn',
  'chuẩn bị',
  'tích cực',
  'gương mẫu',
  'sơ kết',
  'tổng kết',
  'giúp(?! việc)',
  'thay mặt',
  'tự',
  'phải',
  'cần',
  'sẽ',
  'không',
  'nếu',
  'khi',
]
const verbPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${verbs.toSorted((a, b) => b.length - a.length).join('|')})(?![\p{L}\p{N}])`,
  'gu',
)

/** Verbs that also stand in names; there a place, a level, or the rest of the name follows. */
const inName =
  /^(?:xây dựng|tổng hợp|đầu tư|quản lý|phát triển|tham mưu|kiểm tra|giám sát|bảo vệ|thanh tra|tổ chức|hỗ trợ|thông tin|bảo trì|phục vụ|vận hành|khai thác|cấp|xử lý|chăm sóc|bồi thường|thông báo|chỉ đạo|nghiên cứu|ứng dụng|đăng ký|điều tra|khảo sát|thẩm định|thu gom|in|cứu)$/
const restOfName =
  /^\s*(?:tỉnh|thị xã|thành phố|thị trấn|huyện|quận|xã|phường|khu vực|cấp|đô thị|công trình|giao thông|hạ tầng|dự án|quỹ đất|cơ bản|và\s+(?:\p{Lu}|phát triển|quản lý|xây dựng|khai thác|công trình)|[-–]|thuộc|trực thuộc|liên quan|có liên quan|chính trị|xã hội|đoàn thể|đảng|hội|cơ sở|thành viên|tín dụng|tôn giáo|quốc tế|đất đai|môi trường|nước|rừng|số|,?\s*cá nhân|,\s*giúp việc|,\s*đơn vị|kỹ thuật|việc làm|thủy lợi|điện|các khu|khu)/u

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
  if (!inName.test(verb)) return false
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
    'nhân dân thị xã thành phố tỉnh huyện quận phường trấn đặc khu các ban ngành đơn vị cơ quan liên có trực thuộc tổ chức chính trị hội ' +
    'quản lý dự án đầu tư xây dựng đô công ích dịch vụ hành kỹ thuật hạ tầng vực tổng hợp thôn ấp đoàn thể quỹ đất môi trường chuyên ' +
    'môn trách nghiệp sự đại biểu tham mưu giúp việc giao thông đai nước sạch rừng biển văn hóa hoá thao y tế giáo dục học doanh nhà thầu cấp ủy uỷ đảng ' +
    'chi bộ số phía đông tây nam bắc và của bên địa bàn sở phòng lực lượng cộng đồng dân cư cá vùng khối điện bảo hiểm những mỗi từng toàn'
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

/**
 * Who a sentence charges ("Phòng X có trách nhiệm …", "Giao Sở Y chủ trì …", "Về quy hoạch: Giao Phòng Z …"); null
 * where it charges nobody.
 */
export function readCharge(sentence: Strand): Charge | null {
  const bare = sentence.replace(/^[\s\-–+•*_]+/gu)
  const order = bare.text.match(directive)?.[0].length ?? 0
  const named = bare.slice(order)
  if (startsWithBody(named.text)) {
    const end = bodiesEnd(named.text)
    return end < 0 || end > 400 ? null : { bodies: named.slice(0, end), rest: named.slice(end) }
  }
  const subject = /^(?:Về|Đối với|Công tác|Việc|Liên quan)\s[^:.;]{3,120}:\s*/u.exec(bare.text)?.[0]
  return subject ? readCharge(bare.slice(subject.length)) : null
}

/** The words that give an order before the body's name. */
export const directive =
  /^(?:thống nhất\s+|đồng ý\s+|tiếp tục\s+)?(?:giao(?:\s+(?:cho|trách nhiệm cho|nhiệm vụ cho))?|đề nghị|yêu cầu|phân công|chỉ đạo|ủy quyền(?:\s+cho)?|uỷ quyền(?:\s+cho)?)\s+(?:đồng chí\s+)?/iu
