import { Fault } from '../../domain/fault.ts'
import { fold } from '../../domain/fold.ts'
import { isKindLine, kinds } from './read/kinds.ts'
import { bare } from './read/words.ts'

/** Degrees of secrecy (Luật Bảo vệ bí mật nhà nước 2018, art. 8). */
export type SecrecyMark = 'Mật' | 'Tối mật' | 'Tuyệt mật'

/** A first page has about so many lines; a stamp stands there or nowhere. */
const headLines = 60
const degrees: Readonly<Record<string, SecrecyMark>> = {
  mat: 'Mật',
  toimat: 'Tối mật',
  tuyetmat: 'Tuyệt mật',
}
const opening = /^\s*(?:căn cứ|thực hiện|xét|kính gửi|trên cơ sở|(?:I|1)\s*[.\-–]|điều\s+1\b)/iu
const nation =
  /cộng\s+h[òo][àa]?\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc|đảng\s+cộng\s+sản\s+việt\s+nam/giu
/** Urgency is stamped beside secrecy. */
const urgency = /(?:hỏa tốc|hoả tốc|thượng khẩn|khẩn)/giu
const numbered = /^s[ốo]\s*[:.]?\s*\d/iu
const stamp = /\s\(?((?:t[ốo]i |tuy[ệe]t )?m[ậâạặa]t)\)?$/iu
const stated =
  /^\s*(?:(?:dấu\s+(?:chỉ\s+)?)?(?:(?:mức|cấp)\s+)?độ\s+(?:bảo\s+)?mật|dấu\s+mật)\s*(?:[:.]\s*|\s(?=(?:tối\s|tuyệt\s)?mật$))/iu
/** The letters that the degrees bear on an envelope. */
const letters: Readonly<Record<string, SecrecyMark>> = { A: 'Tuyệt mật', B: 'Tối mật', C: 'Mật' }
/** A degree in capitals that ends a line of other words: `UBND TỈNH A MẬT`, letters set apart or without tones. */
const glued = /(?<!\p{L})(?:(?:T\s?[ỐÔO0]\s?I|T\s?U\s?Y\s?[ỆÊE]\s?T)\s+)?M\s?[ẬÂẠA]\s?T[^\p{L}\d]*$/u
/** The same before what stands beside a stamp: the number, the nation, an issuer, how many copies. */
const leading =
  /^[^\p{L}\d]*((?:(?:T\s?[ỐÔO0]\s?I|T\s?U\s?Y\s?[ỆÊE]\s?T)\s+)?M\s?[ẬÂẠA]\s?T)[^\p{L}\d]+(?=S[ốỐ]\s*[:.]?\s*\d|Bản\s|Tổng\s|Lưu\s|ỦY\s+BAN|UỶ\s+BAN|UBND|HỘI\s+ĐỒNG|HĐND|SỞ|BỘ|BAN|TỈNH|THỊ|THÀNH|HUYỆN|XÃ|PHƯỜNG|ĐẢNG|LƯU|BẢN|TỔNG|\p{Lu}[^,\d]{1,40},\s*ngày)/u
/** Words that `mật`, or a word that scans alike, belongs to: bí mật, bảo mật, bệnh viện mắt, ủy ban mặt trận. */
const takesMat = /(?:bí|bảo|bi|bao|cơ|bề|ra|khoa|bệnh viện|benh vien|[ủu][ỷy] ban|uy ban)\s*$/iu
/** Lines that a stamp stands beside even after a letter's subject: number, place and day. */
const beside = /^s[ốo]\s*[:.]?\s*\d|,\s*ngày\s|^(?:ủy ban|uỷ ban|ubnd|hội đồng|hđnd)/iu
const subject = /^\s*(?:V\s?\/\s?v|Về việc)/u

/**
 * The secrecy mark in the head of a text: MẬT, TỐI MẬT, TUYỆT MẬT as a line or a column of its own, however
 * a scan spaced, bracketed or mistook its letters. Words inside a title or a sentence are none. Where in doubt
 * a stamp is seen: to stop on an open paper costs a question, to read a secret one is an offence.
 */
export function secrecyMark(text: string): SecrecyMark | null {
  const at: Place = { before: '', head: true, titled: false, subject: false }
  for (const line of firstLines(text)) {
    at.head &&= !opening.test(line)
    at.subject ||= subject.test(line)
    at.titled ||= isKindLine(line) || opensTitle(line)
    for (const piece of pieces(line)) {
      const mark = markOf(piece, at.head)
      if (mark && !takesMat.test(at.before)) return mark
    }
    const mark = gluedMark(line, at)
    if (mark) return mark
    at.before = line
  }
  return null
}

/** "PHƯƠNG ÁN QUẢN LÝ TÀI LIỆU …": kind and subject in one line. */
function opensTitle(line: string): boolean {
  const words = bare(line)
  const kind = kinds.find((each) => each !== 'Văn bản' && words.startsWith(bare(each)))
  return kind !== undefined && line.split(/\s+/).length > kind.split(' ').length + 1
}

/** What has been seen of the head before a line. */
interface Place {
  before: string
  head: boolean
  /** The kind of document has been named: capitals that follow are its title. */
  titled: boolean
  subject: boolean
}

/** A stamp that recognition set into a line of the head without white space between them. */
function gluedMark(line: string, { before, head, titled, subject: told }: Place): SecrecyMark | null {
  if (!head || titled || (told && !beside.test(line))) return null
  for (const piece of line.replaceAll(nation, '|').split('|')) {
    const found = glued.exec(piece)
    const words = found && piece.slice(0, found.index)
    const toned = bears(words ?? '')
    const plain = found && !bears(found[0])
    // "BAN MAT" in a text with tone marks is no stamp: there the stamp would bear its own.
    if (found && words?.trim() && !takesMat.test(words) && !(plain && toned)) return degreeOf(found[0])
    const first = leading.exec(piece)?.[1]
    if (first && !takesMat.test(before)) return degreeOf(first)
  }
  return null
}

/** Some letter of it bears a tone or a vowel mark. */
const bears = (words: string): boolean => /\p{M}|đ/iu.test(words.normalize('NFD'))

const degreeOf = (words: string): SecrecyMark | null =>
  degrees[fold(words.replaceAll(/(?<=\p{L})0/gu, 'O')).replaceAll(/[^a-z]/g, '')] ?? null

/** Refuses a secret document before anything of it is kept. */
export function refuseSecret(text: string): void {
  const mark = secrecyMark(text)
  if (mark) throw new Fault('secret-document', { mark: mark.toUpperCase() })
}

function firstLines(text: string): string[] {
  const lines: string[] = []
  let upright = false
  for (let from = 0; from < text.length && lines.length < headLines;) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const line = text
      .slice(from, to)
      .normalize('NFC')
      .replaceAll(/<br\s*\/?>/gi, '|')
      .replaceAll(/[*#_]/g, '')
      .trim()
    // A stamp set upright comes letter by letter.
    const letter = /^\p{L}\p{M}*$/u.test(line)
    if (letter && upright) lines[lines.length - 1] += line
    else if (line !== '') lines.push(line)
    upright = letter
    from = to + 1
  }
  return lines
}

/** Columns of a line, and what stands after the number (`Số: 15/KH-UBND  MẬT`). */
function pieces(line: string): string[] {
  const stamped = numbered.test(line) ? stamp.exec(line)?.[1] : undefined
  const columns = line.replaceAll(nation, '|').split(/\||\t|;|\s{2,}/)
  return [line, ...columns, ...(stamped && stamped === stamped.toUpperCase() ? [stamped] : [])]
}

function markOf(piece: string, head: boolean): SecrecyMark | null {
  const named = stated.test(piece)
  const words = piece.replace(stated, '').replaceAll(urgency, '')
  const written = words.replaceAll(/[^\p{L}]/gu, '')
  const degree = degreeOf(words) ?? (named ? letters[written] : undefined)
  if (!degree) return null
  const capitals = written === written.toUpperCase()
  const alone = head && /^\p{Lu}/u.test(written)
  return capitals || named || alone ? degree : null
}
