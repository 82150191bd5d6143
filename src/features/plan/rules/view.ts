import type { Span } from '../../../domain/span.ts'
import type { ReadingIssue } from '../../documents/model.ts'
import type { PlanReading, Question } from '../model.ts'
import { kinds, type Kind, type Reviewed } from '../model/proposal.ts'
import { placesOfItem } from './items.ts'
import { tally, undecided, type Tally } from './review.ts'
import { sectionAt, sectionsOf, segmentsOf, type Segment } from './segments.ts'

/** How many candidates stand on one page. */
export const pageSize = 50

export interface ReviewQuery {
  readonly kind?: Kind | undefined
  /** 1-based. */
  readonly page?: number | undefined
  readonly section?: number | undefined
  readonly waiting?: boolean | undefined
  readonly selected?: string | undefined
}

/** A candidate with what the text leaves open about it, and where it stands. */
export interface Shown extends Reviewed {
  readonly at: readonly Span[]
  /** Section of the text in which it begins, 1-based; null where it stands nowhere. */
  readonly section: number | null
  readonly questions: readonly Question[]
  readonly issues: readonly ReadingIssue[]
}

export interface ReviewView {
  readonly title: string | null
  readonly format: string
  readonly pages: number | null
  readonly tallies: readonly Tally[]
  readonly waiting: number
  readonly kind: Kind
  readonly page: number
  readonly pageCount: number
  readonly onlyWaiting: boolean
  readonly shown: readonly Shown[]
  readonly selected: string | null
  readonly section: number
  readonly sectionCount: number
  readonly segments: readonly Segment[]
  /** Open points that belong to no candidate. */
  readonly questions: readonly Question[]
  readonly issues: readonly ReadingIssue[]
}

/** What the review page shows of a proposal: never more than one section of text and one page of candidates. */
export function reviewView(
  reading: PlanReading,
  reviewed: readonly Reviewed[],
  query: ReviewQuery,
): ReviewView {
  const tallies = tally(reviewed)
  const selected = reviewed.find(({ candidate }) => candidate.id === query.selected) ?? null
  const kind = selected?.candidate.item.kind ?? query.kind ?? firstOpen(tallies)
  const onlyWaiting = query.waiting === true
  const listed = reviewed.filter(
    (one) =>
      one.candidate.item.kind === kind && (!onlyWaiting || one.verdict === 'proposed' || one === selected),
  )
  const pageCount = Math.max(1, Math.ceil(listed.length / pageSize))
  const wanted = selected ? Math.floor(listed.indexOf(selected) / pageSize) + 1 : (query.page ?? 1)
  const page = Math.min(Math.max(1, wanted), pageCount)
  const onPage = listed.slice((page - 1) * pageSize, page * pageSize)
  const current = selected ?? onPage[0] ?? null

  const sections = sectionsOf(reading.source.text, clauseStarts(reading))
  const place = current ? placesOfItem(current.candidate.item)[0]?.[0] : undefined
  const section = Math.min(
    place !== undefined && query.section === undefined
      ? sectionAt(sections, place)
      : Math.max(0, (query.section ?? 1) - 1),
    sections.length - 1,
  )
  const places = reviewed
    // What is gone from a corrected copy has its place in the older one.
    .filter(({ candidate }) => candidate.change !== 'removed')
    .map(({ candidate }) => ({ id: candidate.id, at: placesOfItem(candidate.item) }))
  return {
    title: reading.document.title,
    format: reading.source.format,
    pages: reading.source.pages,
    tallies,
    waiting: undecided(reviewed).length,
    kind,
    page,
    pageCount,
    onlyWaiting,
    shown: onPage.map((one) => shownOf(one, reading, sections)),
    selected: current?.candidate.id ?? null,
    section: section + 1,
    sectionCount: sections.length,
    segments: segmentsOf(reading.source.text, sections[section] ?? [0, 0], places),
    questions: reading.questions.filter(({ task, clause }) => task === null && clause === null),
    issues: reading.issues,
  }
}

function firstOpen(tallies: readonly Tally[]): Kind {
  return (tallies.find(({ proposed }) => proposed > 0) ?? tallies[0])?.kind ?? kinds[0]
}

function clauseStarts({ clauses }: PlanReading): number[] {
  return clauses.flatMap(({ at }) => (at[0] ? [at[0][0]] : []))
}

function shownOf(one: Reviewed, reading: PlanReading, sections: readonly Span[]): Shown {
  const at = one.candidate.change === 'removed' ? [] : placesOfItem(one.candidate.item)
  const start = at[0]?.[0]
  return {
    ...one,
    at,
    section: start === undefined ? null : sectionAt(sections, start) + 1,
    questions: reading.questions.filter((question) => concerns(question, one)),
    issues: reading.issues.filter((issue) => issue.at.some((place) => at.some((own) => meet(place, own)))),
  }
}

function concerns({ task, clause }: Question, { candidate: { item } }: Reviewed): boolean {
  if (item.kind === 'task') return task !== null && item.value.no === task
  if (task !== null || clause === null) return false
  return (
    (item.kind === 'clause' && item.value.id === clause) ||
    (item.kind === 'target' && item.value.clause === clause)
  )
}

const meet = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1]
