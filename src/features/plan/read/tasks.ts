import { Strand } from '../../../domain/strand.ts'
import type { ClauseNode, DocumentReading } from '../../documents/model.ts'
import type { Task } from '../model.ts'
import { findTime } from './deadline.ts'
import { bodyAlone, chargesIn, directiveTasks, helpersIn, isOrderDocument } from './directives.ts'
import type { Labelled, Line } from './labels.ts'
import { planYear } from './plan-year.ts'
import { mergeRoles, noRoles, readRoles, type Roles } from './roles.ts'
import { Sections } from './sections.ts'
import { directive } from './sentence.ts'
import { joinTables } from './tables.ts'
import { dashDrafts, draftsOf, labelledDashes, type Draft } from './task-drafts.ts'
import { hasTask, linesOf } from './task-lines.ts'
import { tableTasks } from './task-table.ts'
import { inYearOf, readTime } from './time.ts'

/** The tasks of a plan, in the order of the text: labelled prose, tables, and orders given in sentences. */
export function readTasks(reading: DocumentReading): Task[] {
  const sections = new Sections(reading.clauses)
  const lines = linesOf(reading.clauses, sections)
  const labelled = new Set(reading.clauses.filter((c) => hasTask(lines.get(c.id) ?? [])).map((c) => c.id))
  const tasks = reading.clauses.flatMap((clause) => [
    // Lines that went to the clause above are told there.
    ...proseTasks(clause, lines.get(clause.id), { reading, sections, labelled }),
    ...joinTables(clause.tables).flatMap((table) => tableTasks(table, clause)),
  ])
  const year = planYear(reading)
  return [...tasks, ...joinTables(reading.tables).flatMap((table) => tableTasks(table, null))].map(
    (task) => ({
      ...task,
      time: inYearOf(task.time, year),
    }),
  )
}

interface Around {
  readonly reading: DocumentReading
  readonly sections: Sections
  /** Clauses with labelled lines. */
  readonly labelled: ReadonlySet<string>
}

function proseTasks(clause: ClauseNode, lines: readonly Line[] | undefined, around: Around): Task[] {
  if (!lines) return []
  const { reading, sections, labelled } = around
  const dashed = dashTasks(clause, lines, around) ?? orderTasks(clause, lines, sections)
  if (dashed) return dashed
  if (labelled.has(clause.id)) return labelledTasks(clause, lines, sections)
  if (isBareSibling(clause, labelled, sections))
    return [taskOf(clause.no, clause, sections, { words: [clause.strand, ...clause.body], fields: [] })]
  return directiveTasks(clause, reading, sections)
}

/** "2- Ủy ban nhân dân huyện" over dashes that each set a time: tasks of their own, led by the body of the heading. */
function dashTasks(clause: ClauseNode, lines: readonly Line[], { reading, sections }: Around): Task[] | null {
  const told = sections.of(clause)
  if (told.has('assignments') || told.has('targets') || (told.has('purpose') && !isOrderDocument(reading)))
    return null
  const lead = bodyAlone(clause, () => true)?.[0]?.roles
  const drafts = lead ? dashDrafts(lines) : null
  if (!lead || !drafts) return null
  return drafts.map((draft, i) => {
    const task = taskOf(`${clause.no}.${i + 1}`, clause, sections, draft)
    return { ...task, group: clause.no, title: null, ...rolesUnder(lead, task, draft.words) }
  })
}

/** "2. Về quản lý đô thị" over paragraphs "Giao …; thời gian: …": each order is a task, with its own labels. */
function orderTasks(clause: ClauseNode, lines: readonly Line[], sections: Sections): Task[] | null {
  const orders = lines.slice(1)
  if (!clause.heading || orders.length < 2 || sections.of(clause).has('targets')) return null
  if (!hasTask(orders) || !orders.every(({ before }) => directive.test(before.text.trim()))) return null
  return orders.map(({ before, fields }, i) => {
    const draft = { words: [before.trim()], fields: [...fields] }
    const task = taskOf(`${clause.no}.${i + 1}`, clause, sections, draft)
    const time = task.time.kind === 'unstated' ? (findTime(before.tidy()) ?? task.time) : task.time
    return { ...task, group: clause.no, time }
  })
}

/** Who does what a dash under a body's name says: that body, whom it directs, or whom the dash names itself. */
function rolesUnder(above: Roles, task: Task, words: readonly Strand[]): Partial<Roles> {
  const others = [...task.directing, ...task.lead, ...task.implementing]
  const named = others.some(({ text }) => above.lead.every((body) => body.text !== text))
  const passedOn = /^(?:lãnh đạo,? )?chỉ đạo .*?(?:chủ trì|làm đầu mối)/iu.test(task.text)
  const charged = passedOn ? words.flatMap((line) => chargesIn(line, () => true))[0]?.roles : undefined
  if (charged) return { ...charged, directing: above.lead }
  if (named && !/^(?:lãnh đạo|chỉ đạo)/iu.test(task.text)) return {}
  const helpers = task.coordinating.length > 0 ? task.coordinating : words.flatMap(helpersIn)
  return { ...above, coordinating: helpers }
}

/** A clause without labels among labelled ones is a task too: its silence is what the office must see. */
function isBareSibling(clause: ClauseNode, labelled: ReadonlySet<string>, sections: Sections): boolean {
  if (clause.heading || clause.tables.length > 0 || clause.parent === null) return false
  const told = sections.of(clause)
  if (told.has('assignments') || told.has('targets') || told.has('purpose')) return false
  if (sections.childrenOf(clause.id).length > 0) return false
  const siblings = sections.childrenOf(clause.parent)
  return siblings.filter((each) => labelled.has(each.id)).length * 2 > siblings.length
}

function labelledTasks(clause: ClauseNode, lines: readonly Line[], sections: Sections): Task[] {
  const dashed = clause.heading ? labelledDashes(lines) : null
  const drafts = dashed ?? draftsOf(lines)
  if (!dashed && drafts.length === 1) return drafts.map((draft) => taskOf(clause.no, clause, sections, draft))
  // Several tasks under one number: its own words are their heading, and they are counted below it.
  return drafts.map((draft, i) => ({
    ...taskOf(`${clause.no}.${i + 1}`, clause, sections, draft),
    group: clause.no,
  }))
}

function taskOf(no: string, clause: ClauseNode, sections: Sections, draft: Draft): Task {
  const parts = [
    ...draft.words,
    ...draft.fields.filter(({ field }) => field === 'content').map(({ value }) => value),
  ]
  const words = Strand.join(
    parts.map((part) => part.tidy()).filter((part) => part.text !== ''),
    '\n',
  )
  const values = (field: Labelled['field']) =>
    draft.fields.filter((each) => each.field === field && each.value.text !== '')
  const output = values('output')[0]
    ?.value.replace(/[\s.;]+$/g)
    .tidy()
  const time = values('time')[0]
  const stated = time ? readTime(time.value.tidy()) : (findTime(words, false) ?? readTime(null))
  return {
    no,
    clause: clause.id,
    group: sections.parentOf(clause)?.no ?? null,
    title: titleOf(clause, parts),
    text: words.text,
    at: words.at(),
    ...rolesOf(draft, clause),
    output: output ? { text: output.text, at: output.at() } : null,
    time: stated,
  }
}

/** A clause whose own words are a heading and whose body tells the work has a title. */
function titleOf(clause: ClauseNode, parts: readonly Strand[]): string | null {
  const own = clause.strand.tidy().text.replace(/[:.]$/, '')
  const heads = parts.length > 1 && parts[0]?.tidy().text.startsWith(own) && own.length <= 150
  return heads && !/[.;]/.test(own) && (clause.heading || !/^[-–+•]/.test(parts[1]?.text ?? '-')) ? own : null
}

function rolesOf({ words, fields }: Draft, clause: ClauseNode): Roles {
  const labelled = fields.reduce((roles, { field, value }) => {
    const isRole =
      field === 'directing' || field === 'lead' || field === 'implementing' || field === 'coordinating'
    return isRole ? mergeRoles(roles, readRoles(field, value)) : roles
  }, noRoles())
  if (Object.values(labelled).some((bodies) => bodies.length > 0)) return labelled
  // "Phòng A tham mưu …; thời gian: quý III": no body has a label, the sentence itself names one.
  const said = bodyAlone(clause, () => true) ?? words.flatMap((line) => chargesIn(line, () => true))
  return said[0]?.roles ?? labelled
}
