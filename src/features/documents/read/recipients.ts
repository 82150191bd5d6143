import type { Strand } from '../../../domain/strand.ts'
import type { Recipient } from '../model.ts'
import { joined, type Line } from './lines.ts'
import { bullet } from './numbering.ts'

export const recipientsTitle = /^n[ơo]i\s+nh[ậa]n\s*[:.]?\s*/iu

/** What closes an entry, and the typist's sign after it (`VT, QLĐT.vtt05`). */
const ending = /(?:[\s,;:_~–-]|\.(?:\/\.)?\s*\p{Ll}{0,6}\d{0,3}(?=$))+$/u
const kept = /^l[ưu]u(?=[\s:;,]|$)\s*[:;]?\s*/iu
/** What a copy is for, in brackets at the end: `(báo cáo)`, `(để thực hiện)`, `(b/c)`. */
const purpose =
  /\s*\(\s*(để\s[^()]+|(?:báo cáo|b\/c|b\/cáo|thực hiện|t\/h|th\/hiện|phối hợp|p\/h|ph\/hợp|chỉ đạo|c\/đ|theo dõi|biết|giám sát|kiểm tra|thay báo cáo|đăng tải|đăng báo|niêm yết|triển khai)[^()]*)\)\s*$/iu

/** The bodies that get a copy, one an entry; an entry may run over several lines. */
export function recipientsOf(lines: readonly Line[]): Recipient[] {
  return entries(lines)
    .map(recipientOf)
    .filter((recipient) => recipient !== null)
}

function entries(lines: readonly Line[]): Strand[] {
  const groups: Line[][] = []
  const bulleted = lines.some((line) => bullet.test(line.strand.text))
  for (const line of lines) {
    const strand = line.strand.slice(recipientsTitle.exec(line.strand.text)?.[0].length ?? 0).trim()
    if (strand.length === 0) continue
    const last = groups.at(-1)
    const before = last?.at(-1)?.strand.text ?? ''
    const begins = bulleted ? bullet.test(strand.text) || kept.test(strand.text) : /[;.]$/.test(before)
    if (begins || !last) groups.push([{ ...line, strand }])
    else last.push({ ...line, strand })
  }
  return groups.map((group) => joined(group))
}

function recipientOf(entry: Strand): Recipient | null {
  const bare = entry.slice(bullet.exec(entry.text)?.[0].length ?? 0)
  const whole = withoutEnd(bare)
  if (whole.length === 0) return null
  const archive = kept.exec(whole.text)
  if (archive) {
    const name = whole.slice(archive[0].length)
    return { name: name.text || whole.text, purpose: 'lưu', at: bare.at() }
  }
  const reason = purpose.exec(whole.text)
  const name = reason ? withoutEnd(whole.slice(0, reason.index)) : whole
  return { name: name.text, purpose: reason?.[1]?.trim().toLowerCase() ?? null, at: bare.at() }
}

function withoutEnd(strand: Strand): Strand {
  const end = ending.exec(strand.text)
  return end ? strand.slice(0, end.index) : strand
}
