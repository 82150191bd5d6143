import type { Span } from '../../../domain/span.ts'
import type { PlanReading, Question } from '../model.ts'
import type { Item, Kind, Reviewed } from '../model/proposal.ts'
import { placesOfItem } from './items.ts'

/** What the text leaves open, and where the text itself looks wrong: lists beside the kinds. */
export const pointLists = ['questions', 'issues'] as const
export type PointList = (typeof pointLists)[number]

/** One question or one fault of the text, whether or not it belongs to a candidate. */
export interface Point {
  /** `questions:3`: stands for itself in addresses and on the screen. */
  readonly id: string
  readonly list: PointList
  readonly code: string
  /** The question; of a fault, the words found. */
  readonly text: string
  /** What was most likely meant; null where nothing is suggested. */
  readonly suggest: string | null
  readonly at: readonly Span[]
}

/** Every question and every fault of a reading, in reading order, each with its place in the text. */
export function pointsOf(
  reading: PlanReading,
  reviewed: readonly Reviewed[],
): Readonly<Record<PointList, readonly Point[]>> {
  const asked = nearestOf(reviewed)
  const place = ({ task, clause }: Question): readonly Span[] => {
    const item = asked.get(task === null ? `clause:${clause ?? ''}` : `task:${task}`)
    return item ? placesOfItem(item) : []
  }
  return {
    questions: reading.questions.map((question, i): Point => {
      const { code, text } = question
      return { id: `questions:${i + 1}`, list: 'questions', code, text, suggest: null, at: place(question) }
    }),
    issues: reading.issues.map(({ code, found, suggest, at }, i): Point => ({
      id: `issues:${i + 1}`,
      list: 'issues',
      code,
      text: found,
      suggest,
      at,
    })),
  }
}

export function listOf(id: string | undefined): PointList | undefined {
  return pointLists.find((list) => id?.startsWith(`${list}:`))
}

/** Tasks by number and clauses by id: what a question points to. */
function nearestOf(reviewed: readonly Reviewed[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>()
  for (const { candidate } of reviewed) {
    const name = candidate.change === 'removed' ? null : nameOf(candidate.item)
    if (name !== null && !found.has(name)) found.set(name, candidate.item)
  }
  return found
}

function nameOf({ kind, value }: Item): `${Kind}:${string}` | null {
  if (kind === 'task') return `task:${value.no}`
  return kind === 'clause' ? `clause:${value.id}` : null
}
