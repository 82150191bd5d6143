import type { Strand } from '../../../domain/strand.ts'
import { startsWithBody } from './heads.ts'
import { plain } from './plain.ts'

/** What a labelled line or a column of a task says. `other` is known, ends the field before it, and is not kept. */
export type Field =
  | 'directing'
  | 'lead'
  | 'implementing'
  | 'coordinating'
  | 'time'
  | 'output'
  | 'content'
  | 'other'

export interface Labelled {
  readonly field: Field
  readonly value: Strand
}

export interface Line {
  /** What stands before the first label. */
  readonly before: Strand
  readonly fields: readonly Labelled[]
}

const who = String.raw`(?:(?:cac\s+)?(?:co quan|don vi|dia phuong|phong|ban|nganh|so|bo phan|to chuc|ca nhan|nguoi|cap|dong chi|lanh dao)[\s,/&-]*(?:va\s+)?)+`
const doing = String.raw`(?:\s*[,/&-]?\s*(?:va\s+)?(?:thuc hien|to chuc|trien khai|tham muu|theo doi|don doc|giai quyet|xu ly))*`

const lexicon: readonly (readonly [Field, string])[] = [
  ['directing', `(?:${who})?(?:truc tiep\\s+)?(?:lanh dao,?\\s+)?(?:chi dao|phu trach)${doing}`],
  ['coordinating', `(?:${who})?(?:cung\\s+)?phoi hop${doing}`],
  [
    'lead',
    `(?:${who})?(?:duoc giao\\s+)?(?:tham muu,?\\s+)?(?:chu tri|dau moi|chu quan|chiu trach nhiem(?: chinh)?)${doing}(?:\\s*,\\s*phoi hop${doing})?`,
  ],
  [
    'implementing',
    String.raw`${who}(?:duoc giao\s+)?(?:to chuc|trien khai|tham muu|thuc hien)${doing}|(?:tham muu|to chuc|trien khai)\s*,?\s*(?:to chuc\s+)?thuc hien|trach nhiem(?: thuc hien| chinh)?|phan cong(?: thuc hien| nhiem vu| trach nhiem)?|don vi duoc giao|thuc hien`,
  ],
  [
    'time',
    String.raw`(?:thoi gian|thoi han|thoi diem|tien do|lo trinh|ky han|han|moc thoi gian)(?:\s+(?:du kien|can))?(?:[\s,/]+(?:va\s+)?(?:thuc hien|hoan thanh|trien khai|trinh|ban hanh|to chuc|bao cao|bat dau|ket thuc|thoi gian|thoi han|tien do|lo trinh|xu ly|giai quyet|phai))*|hoan thanh`,
  ],
  [
    'output',
    String.raw`(?:du kien\s+)?(?:san pham|ket qua|dau ra|hinh thuc van ban)(?:[\s,/]+(?:va\s+)?(?:du kien|dau ra|san pham|ket qua|hoan thanh|can dat|dat duoc|phai dat|thuc hien|chu yeu|cu the|cuoi cung|giao nop|yeu cau|cong viec|nhiem vu|bao cao|trinh))*`,
  ],
  [
    'content',
    String.raw`(?:noi dung|nhiem vu|cong viec|giai phap|ten nhiem vu)(?:[\s,/]+(?:va\s+)?(?:noi dung|nhiem vu|cong viec|giai phap|thuc hien|cu the|chu yeu|trong tam))*`,
  ],
  [
    'other',
    String.raw`(?:nguon\s+)?(?:kinh phi|von|nguon luc)(?:\s+(?:thuc hien|du kien|dau tu))*|nguon\s+(?:von|kinh phi|luc)|ghi chu|muc tieu|muc dich|yeu cau|dia diem|dia ban|pham vi|doi tuong|can cu|quy mo|tong muc dau tu|phuong thuc|cach thuc|hinh thuc(?:\s+thuc hien)?|tham quyen(?:\s+(?:phe duyet|ban hanh|quyet dinh))?|(?:cap|co quan)\s+(?:phe duyet|ban hanh|tham dinh|kiem tra|giam sat|theo doi)`,
  ],
]

const open = String.raw`(?:^|(?<=[.;:,\n(])\s*|(?<=[-–+•*])\s*)(?:[-–+•*_\s]|\(?[a-z0-9đ]\))*`
const pattern = new RegExp(
  `${open}(?:${lexicon.map(([field, source]) => `(?<${field}>${source})`).join('|')})[*_\\s]*(?:\\([^()]{0,60}\\)[*_\\s]*)?:[*_]*`,
  'gdu',
)

/** Labels of a line ("Cơ quan chủ trì: …; thời hạn: …"), and what stands before the first of them. */
export function readLine(strand: Strand): Line {
  const found = [...plain(strand.text).matchAll(pattern)].filter((match) => isLabelHere(strand.text, match))
  const first = found[0]
  if (!first) return bracketed(strand)
  const fields = found.map((match, i) => {
    const end = found[i + 1]?.index ?? strand.length
    return { field: fieldOf(match), value: trimValue(strand.slice(match.index + match[0].length, end)) }
  })
  return { before: strand.slice(0, first.index), fields }
}

/** "(Đảng ủy UBND thành phố chủ trì; Ban … phối hợp; thực hiện trong giai đoạn 2026 - 2028)" at the end of a paragraph. */
function bracketed(strand: Strand): Line {
  const [, inner] = strand.match(/\(([^()]{8,400})\)[\s.;*_]*$/u) ?? []
  const none = { before: strand, fields: [] }
  if (!inner || !/chủ trì|phối hợp|thực hiện|hoàn thành/u.test(inner.text)) return none
  const fields = inner.split(/;/g).flatMap((part): Labelled[] => {
    const value = part.trim()
    if (startsWithBody(value.text) && /chủ trì|phối hợp|thực hiện|tham mưu/u.test(value.text))
      return [{ field: 'implementing', value }]
    return /^(?:thực hiện|hoàn thành|thời gian|trong|trước|giai đoạn|năm|quý|tháng)/iu.test(value.text)
      ? [{ field: 'time', value }]
      : []
  })
  return fields.some(({ field }) => field === 'implementing')
    ? { before: strand.slice(0, strand.text.lastIndexOf('(')), fields }
    : none
}

/** Inside a sentence only the labels that name a role, a time or a product count; "nội dung:" is prose there. */
function isLabelHere(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(0, match.index).trim()
  const field = fieldOf(match)
  const atStart = before.replaceAll(/[-–+•*_()\s]/g, '') === ''
  if (atStart) return true
  if (field === 'content' || field === 'other') return false
  return (
    /[.;:\n(–-]$|[*_]$/.test(before) ||
    (before.endsWith(',') && /^\s*[\p{Lu}]/u.test(text.slice(match.index)))
  )
}

function fieldOf(match: RegExpExecArray): Field {
  return lexicon.find(([field]) => match.groups?.[field] !== undefined)?.[0] ?? 'other'
}

function trimValue(value: Strand): Strand {
  const trimmed = value.trim().replace(/^[*_\s]+|[*_\s]+$|[\s*_–(-]+$/gu)
  const open = trimmed.text.split('(').length
  const close = trimmed.text.split(')').length
  return close > open ? trimmed.replace(/\)\s*[.;]*\s*$/g).trim() : trimmed
}

/** What a column holds, by its heading; null where the heading is none that we know. */
export function columnField(heading: string): Field | 'no' | null {
  const bare = plain(heading)
    .replaceAll(/[*_\n]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (/^(?:s? ?t ?t|so tt|so thu tu|#|no)\.?$/.test(bare)) return 'no'
  if (/^(?:hinh thuc|loai) van ban|^van ban (?:trinh|ban hanh)/.test(bare)) return 'output'
  if (/ghi chu|kinh phi|nguon von|can cu|dia diem|diem|van ban/.test(bare) && !/san pham|ket qua/.test(bare))
    return 'other'
  const lead = /chu tri|dau moi|chiu trach nhiem|thuc hien chinh/.test(bare)
  const helping = /phoi hop/.test(bare)
  if (lead && helping) return 'implementing'
  if (lead) return 'lead'
  if (helping) return 'coordinating'
  if (/chi dao|phu trach/.test(bare)) return 'directing'
  if (/thoi gian|thoi han|tien do|lo trinh|\bhan\b|thoi diem/.test(bare)) return 'time'
  if (/san pham|ket qua|dau ra/.test(bare)) return 'output'
  if (
    /noi dung|nhiem vu|cong viec|giai phap|hang muc|ten de an|de an|du an|viec|chuong trinh/.test(bare) &&
    !/co quan|don vi/.test(bare)
  )
    return 'content'
  if (/co quan|don vi|trach nhiem|phan cong|thuc hien/.test(bare)) return 'implementing'
  return null
}
