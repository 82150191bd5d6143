import { Strand } from '../../../domain/strand.ts'
import type { ClauseNode, DocumentReading } from '../../documents/model.ts'
import type { Task } from '../model.ts'
import { findTime } from './deadline.ts'
import { chargesIn, directiveTasks } from './directives.ts'
import { readLine, type Labelled, type Line } from './labels.ts'
import { mergeRoles, noRoles, readRoles, type Roles } from './roles.ts'
import { Sections } from './sections.ts'
import { tableTasks } from './task-table.ts'
import { readTime } from './time.ts'

/** One task before it is read: its words, and the labelled values under them. */
interface Draft {
  readonly words: Strand[]
  readonly fields: Labelled[]
}

/** The tasks of a plan, in the order of the text: labelled prose, tables, and orders given in sentences. */
export function readTasks(reading: DocumentReading): Task[] {
  const sections = new Sections(reading.clauses)
  const lines = linesOf(reading.clauses, sections)
  const labelled = new Set(reading.clauses.filter((c) => hasTask(lines.get(c.id) ?? [])).map((c) => c.id))
  const tasks = reading.clauses.flatMap((clause) => [
    ...(labelled.has(clause.id)
      ? labelledTasks(clause, lines.get(clause.id) ?? [], sections)
      : isBareSibling(clause, reading.clauses, labelled, sections)
        ? [taskOf(clause.no, clause, sections, { words: [clause.strand, ...clause.body], fields: [] })]
        : []),
    ...clause.tables.flatMap((table) => tableTasks(table, clause)),
    ...(labelled.has(clause.id) ? [] : directiveTasks(clause, reading, sections)),
  ])
  return [...tasks, ...reading.tables.flatMap((table) => tableTasks(table, null))]
}

const tells = (line: Line) =>
  line.fields.some(({ field }) => field !== 'content' && field !== 'other' && field !== 'output')
const hasTask = (lines: readonly Line[]) => lines.some(tells)

/** The lines of each clause; a numbered line that is itself a label ("b) Cơ quan chủ trì: …") goes to its parent. */
function linesOf(clauses: readonly ClauseNode[], sections: Sections): Map<string, Line[]> {
  const lines = new Map<string, Line[]>()
  for (const clause of clauses) {
    const own = [clause.strand, ...clause.body].map(readLine)
    const parent = sections.parentOf(clause)
    if (parent && own[0] && own[0].fields.length > 0 && own[0].before.text.trim() === '')
      lines.set(parent.id, [...(lines.get(parent.id) ?? []), ...own])
    else lines.set(clause.id, own)
  }
  lift(clauses, lines)
  return lines
}

/** "1.1. … a) … b) … - Cơ quan chủ trì: …": labelled lines after the last letter belong to the whole of 1.1. */
function lift(clauses: readonly ClauseNode[], lines: Map<string, Line[]>): void {
  for (const parent of clauses) {
    const children = clauses.filter((clause) => clause.parent === parent.id)
    const last = children.at(-1)
    const tail = last && lines.get(last.id)
    if (!last || !tail || children.length < 2 || !/^\p{Ll}$/u.test(last.no)) continue
    const others = children.slice(0, -1).map((child) => lines.get(child.id) ?? [])
    const first = tail.findIndex(tells)
    if (first < 1 || others.some(hasTask) || hasTask(lines.get(parent.id) ?? [])) continue
    const words = [...others.flat(), ...tail.slice(0, first)]
    lines.set(parent.id, [...(lines.get(parent.id) ?? []), ...words, ...tail.slice(first)])
    for (const child of children) lines.delete(child.id)
  }
}

/** A clause without labels among labelled ones is a task too: its silence is what the office must see. */
function isBareSibling(
  clause: ClauseNode,
  clauses: readonly ClauseNode[],
  labelled: ReadonlySet<string>,
  sections: Sections,
): boolean {
  if (clause.heading || clause.tables.length > 0 || clause.parent === null) return false
  const told = sections.of(clause)
  if (told.has('assignments') || told.has('targets') || told.has('purpose')) return false
  const siblings = clauses.filter((each) => each.parent === clause.parent)
  if (clauses.some((each) => each.parent === clause.id)) return false
  return siblings.filter((each) => labelled.has(each.id)).length * 2 > siblings.length
}

function labelledTasks(clause: ClauseNode, lines: readonly Line[], sections: Sections): Task[] {
  const drafts = draftsOf(lines)
  if (drafts.length === 1) return drafts.map((draft) => taskOf(clause.no, clause, sections, draft))
  // Several tasks under one number: its own words are their heading, and they are counted below it.
  return drafts.map((draft, i) => ({
    ...taskOf(`${clause.no}.${i + 1}`, clause, sections, draft),
    group: clause.no,
  }))
}

function draftsOf(lines: readonly Line[]): Draft[] {
  const drafts: Draft[] = [{ words: [], fields: [] }]
  let hanging: Labelled | null = null
  lines.forEach((line, i) => {
    let draft = drafts.at(-1) as Draft
    const words = line.before.replace(/^[\s*_]+|[\s*_(–-]+$/gu)
    const said = /\p{L}/u.test(words.text)
    if (said && line.fields.length === 0 && hanging && isListItem(line.before.text)) {
      draft.fields.push({ field: hanging.field, value: line.before.replace(/^\s*[-–+•*]\s*/g) })
      return
    }
    if (said && draft.fields.some(isOfTask) && startsTask(lines, i, draft))
      drafts.push((draft = { words: [], fields: [] }))
    if (said) draft.words.push(words)
    draft.fields.push(...line.fields)
    const last = line.fields.at(-1)
    hanging =
      last && last.value.text === '' && last.field !== 'other'
        ? last
        : line.fields.length > 0
          ? null
          : hanging
  })
  const withFields = drafts.filter((draft) => draft.fields.some(isOfTask))
  return withFields.length > 1
    ? withFields.map(withoutHeading)
    : drafts.slice(0, 1).map((draft) => rejoin(draft, drafts))
}

const isListItem = (text: string) => /^\s*[-–+•*]/.test(text)
const isOfTask = ({ field }: Labelled) => field !== 'content' && field !== 'other'

/** True where these words are followed by labels that the task before them has already had: another task. */
function startsTask(lines: readonly Line[], from: number, before: Draft): boolean {
  const next = lines.slice(from).find((line) => line.fields.length > 0)
  return next?.fields.some(({ field }) => before.fields.some((each) => each.field === field)) ?? false
}

function withoutHeading(draft: Draft, index: number): Draft {
  return index === 0 && draft.words.length > 1 ? { ...draft, words: draft.words.slice(1) } : draft
}

/** Words after the labelled lines of a single task are kept with it. */
function rejoin(draft: Draft, all: readonly Draft[]): Draft {
  return { words: [...draft.words, ...all.slice(1).flatMap((each) => each.words)], fields: draft.fields }
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
    ...rolesOf(draft),
    output: output ? { text: output.text, at: output.at() } : null,
    time: stated,
  }
}

/** A clause whose own words are a heading and whose body tells the work has a title. */
function titleOf(clause: ClauseNode, parts: readonly Strand[]): string | null {
  const own = clause.strand.tidy().text.replace(/[:.]$/, '')
  const heads = parts.length > 1 && parts[0]?.tidy().text.startsWith(own) && own.length <= 150
  return heads && !/[.;]/.test(own) && !/^[-–+•]/.test(parts[1]?.text ?? '-') ? own : null
}

function rolesOf({ words, fields }: Draft): Roles {
  const labelled = fields.reduce((roles, { field, value }) => {
    const isRole =
      field === 'directing' || field === 'lead' || field === 'implementing' || field === 'coordinating'
    return isRole ? mergeRoles(roles, readRoles(field, value)) : roles
  }, noRoles())
  if (Object.values(labelled).some((bodies) => bodies.length > 0)) return labelled
  // "Phòng A tham mưu …; thời gian: quý III": no body has a label, the sentence itself names one.
  return (words[0] && chargesIn(words[0], () => true)[0]?.roles) ?? labelled
}
