import { Fault } from '../../domain/fault.ts'
import { fold } from '../../domain/fold.ts'

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
  /^\s*(?:(?:dấu\s+(?:chỉ\s+)?)?(?:mức\s+)?độ\s+(?:bảo\s+)?mật|dấu\s+mật)\s*(?:[:.]\s*|\s(?=(?:tối\s|tuyệt\s)?mật$))/iu

/**
 * The secrecy mark in the head of a text: MẬT, TỐI MẬT, TUYỆT MẬT as a line or a column of its own, however
 * a scan spaced, bracketed or mistook its letters. Words inside a title or a sentence are none. Where in doubt
 * a stamp is seen: to stop on an open paper costs a question, to read a secret one is an offence.
 */
export function secrecyMark(text: string): SecrecyMark | null {
  let before = ''
  let head = true
  for (const line of firstLines(text)) {
    head &&= !opening.test(line)
    for (const piece of pieces(line)) {
      const mark = markOf(piece, head)
      if (mark && !/(?:bí|bảo|bi|bao)$/iu.test(before)) return mark
    }
    before = line
  }
  return null
}

/** Refuses a secret document before anything of it is kept. */
export function refuseSecret(text: string): void {
  const mark = secrecyMark(text)
  if (mark) throw new Fault('secret-document', { mark: mark.toUpperCase() })
}

function firstLines(text: string): string[] {
  const lines: string[] = []
  for (let from = 0; from < text.length && lines.length < headLines;) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const line = text
      .slice(from, to)
      .replaceAll(/<br\s*\/?>/gi, '|')
      .replaceAll(/[*#_]/g, '')
      .trim()
    if (line !== '') lines.push(line)
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
  const degree = degrees[fold(words).replaceAll(/[^a-z]/g, '')]
  if (!degree) return null
  const letters = words.replaceAll(/[^\p{L}]/gu, '')
  const capitals = letters === letters.toUpperCase()
  const alone = head && /^\p{Lu}/u.test(letters)
  return capitals || named || alone ? degree : null
}
