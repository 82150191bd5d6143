import { fold } from '../../../domain/fold.ts'

/** What a column of a file seems to hold of persons. */
export interface PersonalColumn {
  readonly column: string
  readonly what: 'owner' | 'person-name' | 'id-number' | 'phone' | 'birth' | 'address'
  /** By what it was told: the column's name, or what stands in it. */
  readonly by: 'name' | 'content'
  /** `refused`: never taken. `doubt`: some cells only; an officer looks at these rows. */
  readonly verdict: 'refused' | 'doubt'
  /** Places of the cells in the sample, from 0; the values themselves are never repeated. */
  readonly rows: readonly number[]
}

/**
 * Columns that a register must not take in (Luật 91/2025: personal data; owners' names with parcels): told by
 * name, in Vietnamese with or without tone marks, run together or cut to the ten letters of a shapefile, and by
 * what stands in them. `samples` are rows; the more, the surer.
 */
export function personalColumns(
  fields: readonly string[],
  samples: readonly Readonly<Record<string, unknown>>[],
): PersonalColumn[] {
  return fields.flatMap((column) => {
    const byName = ofName(column)
    if (byName) return [{ column, what: byName, by: 'name', verdict: 'refused', rows: [] }]
    const found = ofContent(column, samples)
    return found ? [found] : []
  })
}

type What = PersonalColumn['what']

/** Pieces of a name written without blanks. "tên chủ" but not "tên chức năng"; "owner" but not "ownership". */
const pieces: readonly (readonly [What, RegExp])[] = [
  ['owner', /chus(u)?d|chusohuu|tenchu(?!c|yen|ng)|chudat(?!d)|chuho|owner(?!ship)|(land|right|title)holder/],
  ['owner', /nguoi(su?dung|sd|quanlysd|daidien|dungten|nopthue)|dongsohuu|nguoidan/],
  ['person-name', /hoten|hovaten|tenvo|tenchong|vochong|fullname|personname|firstname|lastname|surname/],
  ['id-number', /cccd|cmnd|cancuoc|chungminh|dinhdanhcanhan|sodinhdanh|hochieu|passport|masothuecanhan/],
  ['phone', /dienthoai|sodt|sdt|phone|mobile|didong|email|thudientu|zalo/],
  ['birth', /namsinh|ngaysinh|sinhngay|birth|gioitinh/],
  ['address', /thuongtru|hokhau|tamtru|diachi(chu|csd|nguoi|ho)|noicutru/],
]
/** Short ones count only as a word of their own. */
const wholeWords: Readonly<Record<string, What>> = {
  csd: 'owner',
  csdd: 'owner',
  chu: 'owner',
  cmt: 'id-number',
  dob: 'birth',
  tel: 'phone',
  sdt: 'phone',
}

function ofName(column: string): What | undefined {
  const spaced = fold(column.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')).replaceAll(/[^a-z0-9]+/g, ' ')
  const words = spaced.trim().split(' ')
  // "chủ đầu tư", "chủ đề", "chủ trương" are no owners: alone only.
  const word = words.find((one) => one in wholeWords && (one !== 'chu' || words.length === 1))
  if (word) return wholeWords[word]
  const together = words.join('')
  return pieces.find(([, piece]) => piece.test(together))?.[0]
}

/** Family names that most people of Vietnam bear, with their marks: "Trương" is one, "Trường" is a school. */
const families = new Set(
  `nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trương lâm tô tạ cao châu thái
   kiều lương lưu hà trịnh đào từ thạch mai tống quách lại tăng phùng văn triệu vương tiêu la ông bạch đàm khổng
   nghiêm giang doãn chu cù hứa mạc tôn thân viên`
    .normalize('NFC')
    .split(/\s+/),
)
const foldedFamilies = new Set([...families].map(fold))
const givenMiddle = /\b(văn|thị|van|thi)\b/iu
const honorific = /^(hộ\s+)?(ông|bà|anh|chị|ong|ba)\s+\p{Lu}/iu
const places = /duong|pho|street|road|truong|xa|phuong|thon|ap|khu|tuyen|song|cau|cho|di tich|dia danh|place/

function isPersonName(text: string): boolean {
  const words = text.normalize('NFC').split(/\s+/)
  if (words.length < 2 || words.length > 5) return false
  if (!words.every((word) => /^\p{Lu}\p{L}*$/u.test(word))) return false
  const first = (words[0] ?? '').toLowerCase()
  // Without any mark in the whole text it was typed without them.
  return fold(text) === text.toLowerCase() ? foldedFamilies.has(first) : families.has(first)
}

/** Căn cước: province, century and sex, year, six more. Old identity cards: nine digits. */
const idNumber = /(?<!\d)0[0-9]{2}[0-3]\d{8}(?!\d)/
const oldIdNumber = /(?:cmnd|cmt|số|so)\D{0,6}(?<!\d)\d{9}(?!\d)/i
const phone = /(?<![\d.,])(?:\+?84|0)[ .-]?[35789]\d(?:[ .-]?\d){7}(?![\d.,])/

function ofContent(
  column: string,
  samples: readonly Readonly<Record<string, unknown>>[],
): PersonalColumn | undefined {
  const cells = samples
    .map((row, place) => ({ place, text: textOf(row[column]) }))
    .filter(({ text }) => text !== '')
  const hits = (test: (text: string) => boolean) =>
    cells.filter(({ text }) => test(text)).map(({ place }) => place)
  const found: readonly (readonly [What, readonly number[]])[] = [
    ['id-number', planCode(column) ? [] : hits((text) => idNumber.test(text) || oldIdNumber.test(text))],
    ['phone', hits((text) => phone.test(text))],
    ['person-name', namesIn(column, cells, hits)],
  ]
  for (const [what, rows] of found) {
    if (rows.length === 0) continue
    const verdict = rows.length >= 2 && rows.length / cells.length >= 0.2 ? 'refused' : 'doubt'
    return { column, what, by: 'content', verdict, rows }
  }
  return undefined
}

type Cells = readonly { readonly place: number; readonly text: string }[]

/**
 * Streets, schools and communes bear names of persons too: where the column says so, or too few of the names
 * look like those of living people, only "ông" and "bà" before a name count.
 */
function namesIn(
  column: string,
  cells: Cells,
  hits: (test: (text: string) => boolean) => readonly number[],
): readonly number[] {
  const addressed = hits((text) => honorific.test(text))
  const named = cells.filter(({ text }) => isPersonName(text))
  const usual = named.filter(({ text }) => givenMiddle.test(text)).length
  const different = new Set(named.map(({ text }) => text)).size
  const asPeople = usual >= 0.3 * named.length && different >= 0.5 * named.length
  if (addressed.length > 0)
    return [...new Set([...addressed, ...named.map(({ place }) => place)])].sort((a, b) => a - b)
  return asPeople && !places.test(fold(column)) ? named.map(({ place }) => place) : []
}

/** The planning information code of the national system has twelve digits as well (TT 43/2025/TT-BXD). */
const planCode = (column: string) => /^(mathongtinqh|mahosoqh)$/.test(fold(column))

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  // A number column loses the leading zero of an identity or phone number.
  if (typeof value === 'number' && Number.isInteger(value))
    return value >= 1e10 && value < 1e11 ? `0${value}` : String(value)
  return ''
}
