import { Strand } from '../../../domain/strand.ts'
import type { ClauseNode, DocumentReading } from '../../documents/model.ts'
import type { Target } from '../model.ts'
import { attachNotes, type Note } from './target-notes.ts'
import { readTargetLine, type StatedValue } from './target-line.ts'
import { markPattern } from './target-names.ts'
import { Sections, type Section } from './sections.ts'
import { likeness } from './similar.ts'
import { draftsOf, joinOver, type Draft } from './target-drafts.ts'
import { joinTables } from './tables.ts'
import { tableTargets } from './target-table.ts'
import { planYear } from './plan-year.ts'
import { yearsIn } from './years.ts'

/** The plan's figures to be reached, by the sections of targets and the tables of targets. */
export function readTargets(reading: DocumentReading, source: string): Target[] {
  const sections = new Sections(reading.clauses)
  const issued = issuedIn(reading)
  const notes = notesOf(reading, source)
  const ofPlan = planYear(reading)
  const drafts: Draft[] = []
  let line = 0
  for (const clause of reading.clauses) {
    const told = sections.of(clause)
    if (!told.has('targets') || isTitle(clause)) {
      if (!told.has('assignments')) drafts.push(...pledges(clause, issued, line++))
      for (const table of joinTables(clause.tables))
        drafts.push(...tableTargets(table, clause.id, line++, issued))
      continue
    }
    let set = setYear(clause, sections) ?? ofPlan
    let listMark: string | null = null
    for (const words of linesOf(clause)) {
      const mark = /^\s*([-–+•*])/.exec(words.text)?.[1] ?? ''
      if (mark === listMark) [set, listMark] = [setYear(clause, sections) ?? ofPlan, null]
      if (/:\s*$/.test(words.text)) {
        const led = yearsIn(words.text).at(-1)
        if (led) [set, listMark] = [led.year, mark]
      }
      const found = draftsOf(readTargetLine(words, { set, issued }), clause.id, line++)
      attachNotes(found, words, notes)
      drafts.push(...found)
    }
    for (const table of joinTables(clause.tables))
      drafts.push(...tableTargets(table, clause.id, line++, issued))
  }
  for (const table of joinTables(reading.tables)) drafts.push(...tableTargets(table, null, line++, issued))
  const joined = joinOver(drafts)
  addSituation(joined, reading, sections)
  return number(joined)
}

/** Outside the targets only "phấn đấu" with a year makes a figure one; anything else is asked (possible-target). */
function pledges(clause: ClauseNode, issued: number | null, line: number): Draft[] {
  return [...(clause.heading ? [] : [clause.strand]), ...clause.body].flatMap((words) =>
    words.split(/(?<=[.])\s+(?=\p{Lu})/gu).flatMap((sentence) => {
      const start = /(?<!\p{L})ph[ấâầ]n đ[ấâầ]u(?!\p{L})/iu.exec(sentence.text)?.index
      const rest = start === undefined ? null : sentence.slice(start)
      const set = rest && yearsIn(rest.text)[0]?.year
      return rest && set ? draftsOf(readTargetLine(rest, { set, issued }), clause.id, line) : []
    }),
  )
}

/** Figures of the situation ("đến hết năm 2023 tỷ lệ đô thị hóa đạt 27,4 %") are baselines of targets of the same name. */
function addSituation(drafts: readonly Draft[], reading: DocumentReading, sections: Sections): void {
  const told = reading.clauses.filter((clause) => isSituation(sections.of(clause)))
  if (told.length === 0) return
  const facts = told
    .flatMap((clause) => [clause.strand, ...clause.body])
    .flatMap((words) => words.split(/(?<=\.)\s+(?=\p{Lu})/gu))
    .flatMap((sentence) => readTargetLine(sentence, { set: null, issued: null }))
  for (const draft of drafts) {
    if (draft.baselines.length > 0) continue
    const fact = facts.find(
      (each) =>
        each.year !== null &&
        draft.values.every(
          ({ year, text }) => year !== null && each.year! < year && text.start !== each.text.start,
        ) &&
        each.unit === draft.unit &&
        likeness(each.indicator.text, draft.indicator.text) >= 0.8,
    )
    if (fact) draft.baselines.push(fact)
  }
}

/** A section on how things stand, or words under no such heading, as a kết luận begins: what lies behind is told there. */
const isSituation = (told: ReadonlySet<Section>) => told.size === 0 || told.has('purpose')

const isTitle = (clause: ClauseNode) =>
  clause.heading &&
  clause.body.length === 0 &&
  clause.tables.length === 0 &&
  !/\d\s*%/.test(clause.strand.text)

/** A heading's own words are read only for the year they set; a clause that is a sentence is a line itself. */
function linesOf(clause: ClauseNode): readonly Strand[] {
  return clause.heading && !/\d\s*(?:%|m²|m2|ha|km)/.test(clause.strand.text)
    ? clause.body
    : [clause.strand, ...clause.body]
}

/** "2. Mục tiêu cụ thể đến năm 2030": the nearest heading with a year; a vision's year is its own. */
function setYear(clause: ClauseNode, sections: Sections): number | null {
  for (const above of sections.headings(clause)) {
    if (above === clause && !clause.heading) continue
    const led = yearsIn(above.strand.text)[0]
    const view = /tầm nhìn\s+(?:đến\s+)?năm\s+(\d{4})/iu.exec(above.strand.text)?.[1]
    if (led ?? view) return led?.year ?? Number(view)
  }
  return null
}

/** The year of the document: what lies before it is no target. */
function issuedIn({ head, basis }: DocumentReading): number | null {
  const days = [head.issuedOn, ...basis.map((each) => each.issuedOn)].flatMap((day) =>
    day ? [Number(day.slice(0, 4))] : [],
  )
  return head.issuedOn ? Number(head.issuedOn.slice(0, 4)) : days.length > 0 ? Math.max(...days) : null
}

function notesOf(reading: DocumentReading, source: string): Note[] {
  return reading.footnotes.map((note) => {
    const strand = Strand.join(
      note.at.map(([start, end]) => Strand.of(source, start, end)),
      ' ',
    )
    return { no: note.no, facts: strand.split(/(?<=[.])\s+(?=\p{Lu})|\n/gu).flatMap(factsIn) }
  })
}

/** "Năm 2021, A đạt 53,2 %; B đạt 3,7 %": within a sentence of a note the year is said once. */
function factsIn(sentence: Strand): StatedValue[] {
  let set: number | null = null
  return sentence.split(/;/g).flatMap((part) => {
    const found = readTargetLine(part, { set, issued: null, nameless: true })
    set = yearsIn(part.text).at(-1)?.year ?? set
    return found
  })
}

function number(drafts: readonly Draft[]): Target[] {
  const counts = new Map<string, number>()
  return drafts.map((draft) => {
    const above = draft.clause ?? 'T'
    const count = (counts.get(above) ?? 0) + 1
    counts.set(above, count)
    return targetOf(draft, `${above}-${count}`)
  })
}

function targetOf(draft: Draft, id: string): Target {
  const { clause, indicator, scope, unit, notes } = draft
  const baseline = draft.baselines[0]
  return {
    id,
    clause,
    indicator: indicator.text,
    scope: scope?.text ?? null,
    unit: unit ?? draft.values.find((value) => value.unit !== null)?.unit ?? null,
    footnotes: notes,
    at: Strand.join(draft.places.map((place) => place.replace(markPattern))).at(),
    values: draft.values.map(({ year, comparator, value, text }) => ({
      year,
      comparator,
      value,
      text: text.text,
      at: text.at(),
    })),
    baseline: baseline
      ? {
          year: baseline.year,
          comparator: baseline.comparator,
          value: baseline.value,
          at: baseline.text.at(),
        }
      : null,
  }
}
