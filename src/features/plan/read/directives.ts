import type { Strand } from '../../../domain/strand.ts'
import { Strand as Strands } from '../../../domain/strand.ts'
import type { ClauseNode, DocumentReading } from '../../documents/model.ts'
import type { Body, Task } from '../model.ts'
import { readBodies } from './bodies.ts'
import { findTime } from './deadline.ts'
import { startsWithBody } from './heads.ts'
import { plain } from './plain.ts'
import { noRoles, type Roles } from './roles.ts'
import type { Sections } from './sections.ts'
import { actionStart, bodiesEnd, directive, readCharge } from './sentence.ts'
import { readTime } from './time.ts'

/**
 * Orders given in sentences ("Giao Phòng X chủ trì, phối hợp với Y … trước ngày …"): every charge of a thông
 * báo, kết luận or công văn, and elsewhere what an order word or a section of tasks marks as one.
 */
export function directiveTasks(clause: ClauseNode, reading: DocumentReading, sections: Sections): Task[] {
  const told = sections.of(clause)
  if (told.has('assignments') || told.has('targets')) return []
  const orders = isOrderDocument(reading)
  if (told.has('purpose') && !orders) return []
  const allowed = (text: string) =>
    orders || told.has('tasks') || directive.test(text.replace(/^[\s\-–+•*_]+/u, ''))
  const inherited = chargedAbove(clause, sections, allowed)
  if (inherited) return inherited
  if (isChargeAlone(clause, sections)) return []
  const own = withDashes(bodyAlone(clause, allowed), clause, allowed) ?? chargesIn(clause.strand, allowed)
  const only = own.length === 1 && own[0]
  const listed = clause.body
    .filter((line, i, lines) => !leadsIn(line, clause, sections) && !leadsToNext(line, lines[i + 1], allowed))
    .flatMap((line) => chargesIn(line, allowed))
  // "1. Sở A:" with dashes that charge nobody else is one task, told in several lines.
  if (only && listed.length === 0 && clause.body.length > 0) {
    const lines = [clause.strand, ...clause.body].map((line) => line.tidy())
    const sentence = Strands.join(lines, '\n')
    const helpers =
      only.roles.coordinating.length > 0 ? only.roles.coordinating : clause.body.flatMap(helpersIn)
    return [taskOf({ sentence, roles: { ...only.roles, coordinating: helpers } }, clause, sections, 0)]
  }
  const whole = orders ? null : wholeOrder(clause, own, listed)
  if (whole) return [taskOf(whole, clause, sections, 0)]
  const all = [...own, ...listed]
  if (all.length === 0 && told.has('tasks')) return closedByTime(clause, sections)
  return all.map((found, i) => taskOf(found, clause, sections, own.length > 0 ? i : i + 1))
}

/** "5. UBND các xã:" over dashes, and an order to another below them: the dashes are the words of the first. */
function withDashes(
  found: Found[] | null,
  clause: ClauseNode,
  allowed: (text: string) => boolean,
): Found[] | null {
  const dashes = clause.body.filter((line) => /^\s*[-–+•]/.test(line.text))
  const told = dashes.every((line) => chargesIn(line, allowed).length === 0)
  if (!told || dashes.length === 0 || dashes.length === clause.body.length) return found
  const lines = [clause.strand, ...dashes].map((line) => line.tidy())
  return found?.map((each) => ({ ...each, sentence: Strands.join(lines, '\n') })) ?? null
}

/** "2.2. Phát triển quỹ đất. Giao Sở A …", in one paragraph or as a title over it: one task, told with its title. */
function wholeOrder(clause: ClauseNode, own: readonly Found[], listed: readonly Found[]): Found | null {
  const [only, ...more] = [...own, ...listed]
  if (!only || more.length > 0 || clause.body.length !== listed.length) return null
  const lines = [clause.strand, ...clause.body].map((line) => line.tidy())
  return { ...only, sentence: Strands.join(lines, '\n') }
}

/** "Lập quy hoạch chung, hoàn thành trong năm 2024." in a section of tasks charges nobody, yet sets a time. */
function closedByTime(clause: ClauseNode, sections: Sections): Task[] {
  if (clause.heading || clause.body.length > 0 || sections.childrenOf(clause.id).length > 0) return []
  const timed = /(?:hoàn thành|xong|hoàn tất)(?!\p{L})/iu.test(clause.strand.text)
  return timed && findTime(clause.strand, false)
    ? [taskOf({ sentence: clause.strand.tidy(), roles: noRoles() }, clause, sections, 0)]
    : []
}

/** "Giao Đảng ủy UBND phường lãnh đạo UBND phường:" charges the first; what it leads is named only by the way. */
const leading =
  /\s+(?:lãnh đạo(?:,\s*chỉ đạo)?|chỉ đạo)(?:\s+(?:(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân)(?:\s+\S+){0,3}|(?:tổ chức )?thực hiện(?:\s+[^:;.]{0,60})?))?$/gu

/** "2- Ủy ban nhân dân huyện" over dashes: a heading that is a body's name and nothing else. */
export function bodyAlone(clause: ClauseNode, allowed: (text: string) => boolean): Found[] | null {
  const name = clause.strand
    .replace(/^(?:Đối với|(?:Giao|Yêu cầu|Đề nghị|Phân công)(?:\s+cho)?)\s+|[\s:.]+$/gu)
    .replace(leading)
  const alone =
    clause.body.length > 0 && name.length < 150 && startsWithBody(name.text) && !/[.;:]/.test(name.text)
  if (!alone || actionStart(name.text) >= 0) return null
  const found = nameAlone(name, allowed)
  return found.length === 0 ? null : found.map((each) => ({ ...each, sentence: clause.strand.tidy() }))
}

function nameAlone(name: Strand, allowed: (text: string) => boolean): Found[] {
  const lead = allowed(name.text) && actionStart(name.text) < 0 ? bare(readBodies(name)) : []
  return lead.length === 0 ? [] : [{ sentence: name.tidy(), roles: { ...noRoles(), lead } }]
}

/** "Các cấp ủy thực hiện …, trọng tâm là những việc sau:" under a heading: its numbered clauses are the work. */
function leadsIn(line: Strand, clause: ClauseNode, sections: Sections): boolean {
  const goesOn = sections.childrenOf(clause.id).length > 0 || clause.tables.length > 0
  return goesOn && (/:\s*$/.test(line.text) || (clause.heading && !directive.test(line.text)))
}

/** "Giao các đơn vị:" over dashes that each name one. */
const leadsToNext = (line: Strand, next: Strand | undefined, allowed: (text: string) => boolean) =>
  /:\s*$/.test(line.text) && next !== undefined && chargesIn(next, allowed).length > 0

/** "3. Giao Sở Tài chính:" with a), b) below: the letters are the tasks, the heading names who. */
function isChargeAlone(clause: ClauseNode, sections: Sections): boolean {
  return chargesBelow(clause) && sections.childrenOf(clause.id).length > 0
}

/** "Giao Sở Tài chính:", or a body's name that is all of a heading. */
function chargesBelow({ strand, body }: ClauseNode): boolean {
  if (/:\s*$/.test(strand.text)) return true
  const name = strand.replace(/[\s.]+$/gu)
  return (
    body.length === 0 &&
    name.length < 100 &&
    !/[.;:]/.test(name.text) &&
    startsWithBody(name.text) &&
    actionStart(name.text) < 0
  )
}

function chargedAbove(
  clause: ClauseNode,
  sections: Sections,
  allowed: (text: string) => boolean,
): Task[] | null {
  const parent = sections.parentOf(clause)
  if (!parent || !chargesBelow(parent) || chargesIn(clause.strand, allowed).length > 0) return null
  const above = chargesIn(parent.strand, allowed)[0] ?? nameAlone(parent.strand, allowed)[0]
  if (!above) return null
  const sentence = Strands.join(
    [clause.strand, ...clause.body].map((line) => line.tidy()),
    '\n',
  )
  const roles = { ...above.roles, coordinating: [...above.roles.coordinating, ...helpersIn(clause.strand)] }
  return [taskOf({ sentence, roles }, clause, sections, 0)]
}

export function isOrderDocument(reading: DocumentReading): boolean {
  const { kind, number } = reading.head
  return kind === null
    ? number !== null || reading.basis.length === 0
    : /^(?:thong bao|ket luan|cong van|cong dien|chi thi|giay moi)/.test(plain(kind))
}

interface Found {
  readonly sentence: Strand
  readonly roles: Roles
}

/** The paragraph as one order, or, where several order words open its sentences, one order each. */
export function chargesIn(line: Strand, allowed: (text: string) => boolean): Found[] {
  const parts = line.split(
    /(?<=[.;])\s+(?=(?:Giao|Đề nghị|Yêu cầu|Phân công)\s+\p{L})|(?<=;)\s+(?=(?:giao|đề nghị|yêu cầu|phân công)\s+(?:cho\s+)?\p{Lu})/gu,
  )
  return parts.flatMap((part) => {
    const charge = readCharge(part)
    if (!charge || !allowed(part.text) || asksPolitely.test(charge.rest.text)) return []
    const lead = bare(readBodies(charge.bodies))
    const passed = passedOn(charge.rest)
    const roles = { ...noRoles(), coordinating: helpersIn(charge.rest) }
    if (lead.length === 0) return []
    const said = passed ? { ...roles, directing: lead, lead: passed } : { ...roles, lead }
    return [{ sentence: part.tidy(), roles: said }]
  })
}

/** "Sở Xây dựng kính đề nghị các cơ quan quan tâm, phối hợp": how a letter closes, no duty. */
const asksPolitely =
  /^\s*(?:(?:trân trọng|kính)\s+)?(?:đề nghị|mong)\s[^.;]{0,160}?(?:quan tâm|xem xét)(?!\p{L})|^\s*(?:trân trọng\s+)?thông báo\s[^.;]*?(?:để|đến)\s[^.;]*?(?<!\p{L})biết(?!\p{L})/u

/** "Ủy ban nhân dân thị xã chỉ đạo Phòng X chủ trì …": who is to do it stands behind who directs it. */
function passedOn(rest: Strand): Body[] | null {
  const verb = /^\s*(?:lãnh đạo, )?chỉ đạo\s+/u.exec(rest.text)?.[0].length
  const named = verb ? rest.slice(verb) : null
  if (!named || !startsWithBody(named.text)) return null
  const end = bodiesEnd(named.text)
  if (end < 0 || !/^(?:chủ trì|làm đầu mối|tham mưu)/u.test(named.text.slice(end))) return null
  const bodies = bare(readBodies(named.slice(0, end)))
  return bodies.length > 0 ? bodies : null
}

const bare = (bodies: ReturnType<typeof readBodies>): Body[] =>
  bodies.map(({ text, named, at }) => ({ text, named, at }))

/** Whom the charged body works with: "… phối hợp với Công an phường, các tổ dân phố hoàn thành …". */
export function helpersIn(rest: Strand): Body[] {
  for (const match of rest.text.matchAll(/phối hợp(?:\s+chặt chẽ)?\s*(?:với|cùng)?\s*:?\s+/giu)) {
    const after = rest.slice(match.index + match[0].length)
    if (!startsWithBody(after.text)) continue
    const end = bodiesEnd(after.text)
    return bare(
      readBodies(after.slice(0, end < 0 ? sentenceEnd(after.text) : Math.min(end, sentenceEnd(after.text)))),
    )
  }
  return behindVerb(rest)
}

/** "Phòng A chủ trì; Phòng B, Công an phường phối hợp.": the verb closes the clause. */
function behindVerb(rest: Strand): Body[] {
  const found = rest.match(
    /[;,]\s+([^;:.]{3,200}?)\s+(?:cùng\s+)?phối hợp(?:\s+thực hiện)?\s*(?=[.;]|$)/u,
  )?.[1]
  return found && startsWithBody(found.text) ? bare(readBodies(found)) : []
}

function sentenceEnd(text: string): number {
  const end = text.search(/[.;](?:\s|$)/)
  return end < 0 ? text.length : end
}

function taskOf({ sentence, roles }: Found, clause: ClauseNode, sections: Sections, index: number): Task {
  const words = sentence.replace(/^[\s\-–+•*_]+/gu)
  return {
    no: index === 0 ? clause.no : `${clause.no}.${index}`,
    clause: clause.id,
    group: index === 0 ? (sections.parentOf(clause)?.no ?? null) : clause.no,
    title: null,
    text: words.text,
    at: words.at(),
    ...roles,
    output: null,
    time: findTime(words) ?? readTime(null),
  }
}
