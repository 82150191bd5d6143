import type { Strand } from '../../../domain/strand.ts'
import type { Body } from '../model.ts'
import { beginsBody, isNamed, opensUnnamed, startsWithBody } from './heads.ts'
import { plain } from './plain.ts'

/** A body with the part that a note in the list gives it: "Sở Xây dựng (chủ trì)". */
export interface NotedBody extends Body {
  readonly role: 'lead' | 'coordinating' | null
}

/**
 * The bodies of a list. It splits at `;` and line ends, before "và các …" and "và" + a body's head, and at a
 * comma after which a body of its own begins; a comma inside a name ("Đảng ủy các xã, phường") stays.
 */
export function readBodies(strand: Strand): NotedBody[] {
  return strand
    .split(/[;\n•]|(?<=^|\s)[+*](?=\s)/g)
    .flatMap(dashed)
    .flatMap((part) => splitList(withoutLeadIn(part)))
    .flatMap((part) => bodyOf(part) ?? [])
}

/** "- Phòng Tư pháp - UBND các phường": dashes of a list that lost its lines; those inside names stay. */
function dashed(part: Strand): Strand[] {
  if (!/^\s*[-–]\s/.test(part.text)) return [part]
  const marks = [...part.text.matchAll(/\s[-–]\s+/gu)].filter(({ index, 0: mark }) =>
    beginsBody(part.text.slice(index + mark.length)),
  )
  return [0, ...marks.map(({ index }) => index)].map((from, i) => part.slice(from, marks[i]?.index))
}

/** "Các cơ quan: Ban Tuyên giáo, …" lists the bodies itself; the words before the colon name none. */
function withoutLeadIn(part: Strand): Strand {
  const colon = part.text.indexOf(':')
  return colon >= 0 && startsWithBody(part.text.slice(colon + 1).trim()) ? part.slice(colon + 1) : part
}

const joint = /\s*,\s*(?:và\s+|cùng\s+)?|\s+(?:và|cùng(?:\s+với)?|phối hợp với|với|&)\s+/gu

function splitList(part: Strand): Strand[] {
  const parts: Strand[] = []
  let from = 0
  for (const match of part.text.matchAll(joint)) {
    const end = match.index + match[0].length
    if (!cutsHere(part.text, from, match.index, match[0], part.text.slice(end))) continue
    parts.push(part.slice(from, match.index))
    from = end
  }
  return [...parts, part.slice(from)]
}

function cutsHere(text: string, from: number, at: number, mark: string, rest: string): boolean {
  const before = text.slice(from, at)
  if (depth(text.slice(0, at)) > 0) return false
  if (isOneName(before, rest) || isPersonWithPost(before, rest)) return false
  const comma = mark.includes(',')
  if (!comma && sharesOffice(before, rest)) return false
  if (beginsBody(rest)) return true
  return !comma && opensUnnamed(rest)
}

/** "Văn phòng HĐND và UBND" is one office that serves two; "các cơ quan … và các" under one head likewise. */
function sharesOffice(before: string, rest: string): boolean {
  const bare = plain(before).trim()
  const served =
    /^(?:hdnd|hoi dong|ubnd|uy ban|dang uy|doan|thi uy|huyen uy|tinh uy|thanh uy)(?!\p{L})/u.test(plain(rest))
  if (
    served &&
    /^(?:van phong|vp)\s+(?:cap uy|doan|hdnd|hoi dong|ubnd|uy ban|dang uy|huyen uy|thi uy)[^,;]*$/.test(bare)
  )
    return true
  return (
    /^(?:ban quan ly|bql)\s+(?:cac\s+)?khu\b[^,;]*$/.test(bare) && /^(?:cac )?(?:khu|cum)\b/.test(plain(rest))
  )
}

/** "Đồng chí Nguyễn Văn A, Phó Chủ tịch UBND thị xã": the post says who the person is. */
const isPersonWithPost = (before: string, rest: string) =>
  /^\s*[-–]?\s*(?:đ\/c|đồng chí|ông|bà)\s+\p{Lu}/iu.test(before) &&
  /^(?:pho |chu tich|giam doc|truong |bi thu|uy vien|chanh |tong |thu truong)/.test(plain(rest))

/** The Party committees founded in 2025 bear two bodies in one name ("Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh"). */
const isOneName = (before: string, rest: string) =>
  /^dang uy (?:uy ban )?(?:mat tran to quoc|mttq)(?: viet nam)?$/.test(plain(before).trim()) &&
  /^cac (?:doan the|to chuc chinh tri|hoi)/.test(plain(rest))

const depth = (text: string) => text.split('(').length - text.split(')').length

const note = /\(\s*([^()]*)\s*\)/gu

function bodyOf(part: Strand): NotedBody | null {
  const role = roleIn(part.text)
  const value = part
    .replace(/\(\s*(?:là\s+)?(?:cơ quan|đơn vị)?\s*(?:thường trực|đầu mối|tham mưu|theo dõi)[^()]*\)/giu)
    .replace(role ? /\(\s*[^()]*\s*\)|\b(?:là\s+)?(?:cơ quan\s+)?chủ trì\s*$/gu : /$^/g)
    .replace(/\*+|(?<![\p{L}\d])_+|_+(?![\p{L}\d])/gu)
    .tidy()
  const bare = value.replace(/^[-–+•:,.\s]+|[\s.,:/]+$/gu).tidy()
  if (!/\p{L}/u.test(bare.text) || /^(?:không|chưa có|nt|như trên)$/iu.test(bare.text)) return null
  return { text: bare.text, named: isNamed(bare.text), at: bare.at(), role }
}

function roleIn(text: string): NotedBody['role'] {
  const notes = [...text.matchAll(note)].map((match) => plain(match[1] ?? '')).join(' ')
  if (/chu tri|dau moi|chiu trach nhiem/.test(notes)) return 'lead'
  return /phoi hop/.test(notes) ? 'coordinating' : null
}
