import type { ClauseNode } from '../../documents/model.ts'
import { readLine, type Line } from './labels.ts'
import type { Sections } from './sections.ts'

/** A role or a time: what makes words a task. */
export const tells = (line: Line) =>
  line.fields.some(({ field }) => field !== 'content' && field !== 'other' && field !== 'output')
export const hasTask = (lines: readonly Line[]) => lines.some(tells)

/** The lines of each clause; a numbered line that is itself a label ("b) Cơ quan chủ trì: …") goes to its parent. */
export function linesOf(clauses: readonly ClauseNode[], sections: Sections): Map<string, Line[]> {
  const lines = new Map<string, Line[]>()
  for (const clause of clauses) {
    const own = [clause.strand, ...clause.body].map(readLine)
    const parent = sections.parentOf(clause)
    if (parent && own[0] && own[0].fields.length > 0 && own[0].before.text.trim() === '')
      lines.set(parent.id, [...(lines.get(parent.id) ?? []), ...own])
    else lines.set(clause.id, own)
  }
  lift(clauses, sections, lines)
  return lines
}

/** "1.1. … a) … b) … - Cơ quan chủ trì: …": labelled lines after the last letter belong to the whole of 1.1. */
function lift(clauses: readonly ClauseNode[], sections: Sections, lines: Map<string, Line[]>): void {
  for (const parent of clauses) {
    const children = sections.childrenOf(parent.id)
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
