import { fold } from '../../../domain/fold.ts'
import { match, type Hit } from '../../../domain/search-text.ts'
import type { PublishedPlan } from '../model/published.ts'

/** One thing that a search can find. */
export interface SearchEntry {
  readonly kind: 'target' | 'task' | 'clause' | 'assignment' | 'footnote'
  /** Its key on its page: of the task, target or assignment, number of the note, id of the clause. */
  readonly ref: string
  /** Its number as the document writes it, which may come twice; null where it has none. */
  readonly no: string | null
  readonly title: string
  readonly text: string
  /** Title and text folded: what cannot match is passed over without looking closer. */
  readonly folded: string
}

export interface SearchResult {
  readonly entry: SearchEntry
  readonly rank: number
  readonly titleHits: readonly Hit[]
  readonly textHits: readonly Hit[]
}

/** The index of a plan, in reading order. A clause that is a task or an assignment is listed once, as that. */
export function searchEntries(plan: PublishedPlan): SearchEntry[] {
  const shown = new Set([...plan.tasks, ...plan.assignments].map((item) => item.clause))
  return [
    ...plan.targets.map((target) =>
      entry(
        'target',
        target.key,
        null,
        target.indicator,
        target.values.map((value) => value.text).join('; '),
      ),
    ),
    ...plan.tasks.map((task) => entry('task', task.key, task.no, task.title ?? '', task.text)),
    ...plan.clauses
      .filter((clause) => !shown.has(clause.id))
      .map((clause) => entry('clause', clause.id, clause.no, '', clause.text)),
    ...plan.assignments.map((item) =>
      entry('assignment', item.key, item.no, item.bodies.map((body) => body.text).join('; '), item.text),
    ),
    ...plan.footnotes.map((note) => entry('footnote', String(note.no), String(note.no), '', note.text)),
  ]
}

function entry(
  kind: SearchEntry['kind'],
  ref: string,
  no: string | null,
  title: string,
  text: string,
): SearchEntry {
  return { kind, ref, no, title, text, folded: fold(`${title} ${text}`) }
}

/** What answers a query: with the same tone marks first, then the phrase, then all its words; else reading order. */
export function search(entries: readonly SearchEntry[], query: string): SearchResult[] {
  const words = fold(query).split(' ')
  return entries
    .filter((item) => words.every((word) => item.folded.includes(word)))
    .map((item) => resultOf(item, query))
    .filter((result) => result.rank > 0)
    .sort((a, b) => b.rank - a.rank)
}

function resultOf(entry: SearchEntry, query: string): SearchResult {
  const title = match(entry.title, query)
  const text = match(entry.text, query)
  // Words spread over title and text answer too, as the weakest match.
  const whole = title.rank || text.rank ? 0 : match(`${entry.title} ${entry.text}`, query).rank
  return {
    entry,
    rank: Math.max(title.rank, text.rank, Math.min(whole, 1)),
    titleHits: title.hits,
    textHits: text.hits,
  }
}

/** The stretch of a long text around its first hit, cut between words, with the hits moved along. */
export function excerpt(
  text: string,
  hits: readonly Hit[],
  length = 240,
): { readonly text: string; readonly hits: readonly Hit[] } {
  if (text.length <= length) return { text, hits }
  const first = hits[0]?.[0] ?? 0
  const wanted = Math.max(0, Math.min(first - 60, text.length - length))
  const start = wanted === 0 ? 0 : text.lastIndexOf(' ', wanted) + 1
  const end = start + length >= text.length ? text.length : text.lastIndexOf(' ', start + length)
  const [before, after] = [start > 0 ? '… ' : '', end < text.length ? ' …' : '']
  const shift = before.length - start
  return {
    text: before + text.slice(start, end) + after,
    hits: hits
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + shift, to + shift]),
  }
}
