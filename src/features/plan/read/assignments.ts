import { Strand } from '../../../domain/strand.ts'
import type { ClauseNode, DocumentReading } from '../../documents/model.ts'
import type { Assignment } from '../model.ts'
import { readBodies } from './bodies.ts'
import { isNamed, startsWithBody } from './heads.ts'
import { Sections } from './sections.ts'
import { readCharge } from './sentence.ts'

/** Who does what, by the section "Tổ chức thực hiện": its paragraphs that begin with the body they charge. */
export function readAssignments(reading: DocumentReading): Assignment[] {
  const sections = new Sections(reading.clauses)
  return reading.clauses
    .filter((clause) => sections.of(clause).has('assignments'))
    .flatMap((clause) => assignmentsOf(clause))
}

function assignmentsOf(clause: ClauseNode): Assignment[] {
  const own = chargeOf(clause.strand, clause)
  if (own.length > 0) return [assignment(clause.no, own, [clause.strand, ...clause.body], clause)]
  let count = 0
  return clause.body.flatMap((line) => {
    const bodies = chargeOf(line, clause)
    if (bodies.length === 0) return []
    return [
      assignment(
        count++ === 0 && !clause.heading ? clause.no : `${clause.no}.${count}`,
        bodies,
        [line],
        clause,
      ),
    ]
  })
}

/** A heading that is a body's name alone ("2. Phòng Quản lý đô thị") charges it with what stands below. */
function chargeOf(line: Strand, clause: ClauseNode) {
  const charge = readCharge(line)
  if (charge) return readBodies(charge.bodies)
  const name = line.replace(/[\s:.]+$/g)
  const alone =
    line === clause.strand &&
    clause.heading &&
    clause.parent !== null &&
    name.length < 200 &&
    startsWithBody(name.text)
  return alone ? readBodies(name) : []
}

function assignment(
  no: string,
  bodies: ReturnType<typeof readBodies>,
  lines: readonly Strand[],
  clause: ClauseNode,
): Assignment {
  const words = Strand.join(
    lines.map((line) => line.replace(/^[\s*_]+/gu).tidy()).filter((line) => line.text !== ''),
    '\n',
  )
  return {
    no,
    bodies: bodies.map(({ text, at }) => ({ text, named: isNamed(text), at })),
    text: words.text,
    clause: clause.id,
    at: words.at(),
  }
}
