import { toneSlips } from './tones.ts'

/**
 * Names set in capitals (heads, signatures) in the case that running text gives them: as the body writes them where
 * it does, else in sentence case with capitals kept where a proper name begins.
 */
/** `Uỷ` is written `Ủy` in names, whatever the typist's habit. */
export const usualCase = (capitals: string, running: string): string =>
  inUsualCase(withoutSlips(capitals), running).replaceAll('uỷ', 'ủy').replaceAll('Uỷ', 'Ủy')

/** A head is set phrases: what scanning did to their marks is mended in the value, and stands among the issues. */
function withoutSlips(text: string): string {
  let mended = text
  for (const { found, suggest } of toneSlips(text)) mended = mended.replace(found, suggest ?? found)
  return mended
}

function inUsualCase(capitals: string, running: string): string {
  // "Đảng ủy phường HÒA AN": the organ as the text writes it, its place as the head does.
  if (/\p{Ll}/u.test(capitals))
    return capitals.replace(/(?<=\p{Ll}\s)\p{Lu}+(?:\s\p{Lu}+)+$/u, (name) => inUsualCase(name, running))
  const index = running.toLowerCase().indexOf(capitals.toLowerCase())
  if (index >= 0) {
    const found = findMixed(capitals, running, index)
    if (found) return found
  }
  return sentenceCase(capitals)
}

function findMixed(capitals: string, running: string, first: number): string | null {
  const lower = running.toLowerCase()
  const key = capitals.toLowerCase()
  if (lower.length !== running.length) return null
  for (let index = first; index >= 0; index = lower.indexOf(key, index + 1)) {
    const text = running.slice(index, index + capitals.length)
    if (/^\p{Lu}/u.test(text) && /\p{Ll}/u.test(text)) return text
  }
  return null
}

/** Common nouns of bodies, offices and areas that stay in lower case inside a name; longest first. */
const common = [
  'ủy ban nhân dân',
  'uỷ ban nhân dân',
  'hội đồng nhân dân',
  'ban chấp hành',
  'ban thường vụ',
  'ban chỉ đạo',
  'ban quản lý',
  'thường trực',
  'văn phòng',
  'chủ tịch',
  'bí thư',
  'giám đốc',
  'trưởng phòng',
  'chánh văn phòng',
  'trưởng ban',
  'bộ trưởng',
  'thứ trưởng',
  'tỉnh ủy',
  'thị ủy',
  'thành ủy',
  'huyện ủy',
  'đảng ủy',
  'đảng bộ',
  'chi bộ',
  'quận ủy',
  'đại biểu',
  'quốc hội',
  'chính phủ',
  'thủ tướng',
  'bộ',
  'sở',
  'phòng',
  'ban',
  'chi cục',
  'cục',
  'ủy viên',
  'thường vụ',
  'trung tâm',
  'hạt kiểm lâm',
  'ubnd',
  'hđnd',
  'mttq',
] as const
const areas = [
  'tỉnh',
  'thị xã',
  'thành phố',
  'huyện',
  'quận',
  'phường',
  'xã',
  'thị trấn',
  'đặc khu',
  'thôn',
  'tổ dân phố',
] as const
const subjects = [
  'tuyên giáo',
  'tổ chức',
  'dân vận',
  'kiểm tra',
  'nội chính',
  'tôn giáo',
  'quản lý đô thị',
  'xây dựng',
  'kế hoạch',
  'tài chính',
  'tài nguyên',
  'môi trường',
  'kinh tế',
  'hạ tầng',
  'đô thị',
  'văn hóa',
  'thông tin',
  'thể thao',
  'du lịch',
  'giáo dục',
  'đào tạo',
  'y tế',
  'nội vụ',
  'tư pháp',
  'nông nghiệp',
  'nông thôn',
  'giao thông',
  'vận tải',
  'công thương',
  'khoa học',
  'công nghệ',
  'lao động',
  'thương binh',
  'xã hội',
  'thanh tra',
  'dân tộc',
  'tôn giáo',
  'kiến trúc',
  'quy hoạch',
] as const

function sentenceCase(capitals: string): string {
  const lower = capitals.toLowerCase()
  let text = ''
  let proper = true
  for (let at = 0; at < lower.length;) {
    const rest = lower.slice(at)
    const boundary = at === 0 || /[\s\-,(]/.test(lower[at - 1] ?? '')
    const noun = boundary ? [...common, ...subjects].find((each) => startsWord(rest, each)) : undefined
    const area = boundary ? areas.find((each) => startsWord(rest, each)) : undefined
    const joint = boundary
      ? ['phó', 'quyền', 'và', 'của', 'nước', 'các'].find((each) => startsWord(rest, each))
      : undefined
    const piece = noun ?? area ?? joint ?? rest.slice(0, (/[\s\-,(]/.exec(rest)?.index ?? rest.length) || 1)
    const raise = noun ? startsName(text) || bodies.has(noun) : area || joint ? text === '' : proper
    text += written[piece] ?? (raise ? raised(piece) : piece)
    proper = true
    at += piece.length
  }
  return text
}

/** Bodies whose name begins with a capital wherever it stands: Thị ủy, Tỉnh ủy, Đảng ủy, Chính phủ … */
const bodies = new Set<string>([
  'tỉnh ủy',
  'thị ủy',
  'thành ủy',
  'huyện ủy',
  'quận ủy',
  'đảng ủy',
  'đảng bộ',
  'chi bộ',
  'quốc hội',
  'chính phủ',
  'thủ tướng',
  'ủy ban nhân dân',
  'uỷ ban nhân dân',
  'hội đồng nhân dân',
  'chủ tịch',
  'bí thư',
  'giám đốc',
  'sở',
  'ban thường vụ',
  'ban chấp hành',
  'trưởng phòng',
  'trưởng ban',
  'chánh văn phòng',
  ...subjects,
])

/** Names of organs and offices with a capital inside. */
const written: Readonly<Record<string, string>> = {
  'ban chấp hành': 'Ban Chấp hành',
  'ban thường vụ': 'Ban Thường vụ',
  'chánh văn phòng': 'Chánh Văn phòng',
  'văn phòng': 'Văn phòng',
  'thường trực': 'Thường trực',
  ubnd: 'UBND',
  hđnd: 'HĐND',
  mttq: 'MTTQ',
}

const startsName = (text: string): boolean => text === '' || /(?:[,(]|\s[-–])\s*$/.test(text)
const raised = (piece: string): string => piece.charAt(0).toUpperCase() + piece.slice(1)

function startsWord(text: string, word: string): boolean {
  return text.startsWith(word) && !/[\p{L}\p{N}]/u.test(text.charAt(word.length))
}
