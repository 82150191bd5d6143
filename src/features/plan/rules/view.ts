import type { Span } from '../../../domain/span.ts'
import type { ReadingIssue } from '../../documents/model.ts'
import type { PlanReading, Question } from '../model.ts'
import { kinds, type Kind, type Reviewed } from '../model/proposal.ts'
import { placesOfItem } from './items.ts'
import { listOf, pointsOf, type Point, type PointList } from './points.ts'
import { tally, undecided, type Tally } from './review.ts'
import { sectionAt, sectionsOf, segmentsOf, type Segment } from './segments.ts'

/** How many candidates stand on one page. */
export const pageSize = 50

export interface ReviewQuery {
  readonly kind?: Kind | undefined
  /** Shows questions or faults of the text in place of candidates. */
  readonly list?: PointList | undefined
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

export interface ShownPoint extends Point {
  /** Section of the text in which it begins, 1-based; null where it stands nowhere. */
  readonly section: number | null
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
  /** How many of each the whole document has. */
  readonly pointCounts: Readonly<Record<PointList, number>>
  /** The list that stands in place of candidates; null where candidates are shown. */
  readonly list: PointList | null
  readonly points: readonly ShownPoint[]
}

/** What the review page shows of a proposal: never more than one section of text and one page of a list. */
export function reviewView(
  reading: PlanReading,
  reviewed: readonly Reviewed[],
  query: ReviewQuery,
): ReviewView {
  const points = pointsOf(reading, reviewed)
  const list = listOf(query.selected) ?? (query.selected === undefined ? query.list : undefined) ?? null
  const listed = list ? pointsListed(points[list], query) : candidatesListed(reviewed, query)
  const sections = sectionsOf(reading.source.text, clauseStarts(reading))
  const section = sectionShown(sections, listed.place, query.section)
  const places = reviewed
    // What is gone from a corrected copy has its place in the older one.
    .filter(({ candidate }) => candidate.change !== 'removed')
    .map(({ candidate }) => ({ id: candidate.id, at: placesOfItem(candidate.item) }))
  const onPage = listed.points.map((point) => ({ ...point, section: sectionOf(sections, point.at) }))
  return {
    title: reading.document.title,
    format: reading.source.format,
    pages: reading.source.pages,
    tallies: tally(reviewed),
    waiting: undecided(reviewed).length,
    kind: listed.kind,
    page: listed.page,
    pageCount: listed.pageCount,
    onlyWaiting: query.waiting === true,
    shown: listed.candidates.map((one) => shownOf(one, reading, sections)),
    selected: listed.selected,
    section: section + 1,
    sectionCount: sections.length,
    segments: segmentsOf(reading.source.text, sections[section] ?? [0, 0], [...onPage, ...places]),
    pointCounts: { questions: points.questions.length, issues: points.issues.length },
    list,
    points: onPage,
  }
}

/** One page of a list, with what is selected in it. */
interface Listed {
  readonly kind: Kind
  readonly page: number
  readonly pageCount: number
  readonly selected: string | null
  /** Where the selected one begins in the text. */
  readonly place: number | undefined
  readonly candidates: readonly Reviewed[]
  readonly points: readonly Point[]
}

function candidatesListed(reviewed: readonly Reviewed[], query: ReviewQuery): Listed {
  const selected = reviewed.find(({ candidate }) => candidate.id === query.selected) ?? null
  const kind = selected?.candidate.item.kind ?? query.kind ?? firstOpen(tally(reviewed))
  const listed = reviewed.filter(
    (one) =>
      one.candidate.item.kind === kind &&
      (query.waiting !== true || one.verdict === 'proposed' || one === selected),
  )
  const { page, pageCount, onPage } = paged(listed, selected, query.page)
  const current = selected ?? onPage[0]
  return {
    kind,
    page,
    pageCount,
    selected: current?.candidate.id ?? null,
    place: current && placesOfItem(current.candidate.item)[0]?.[0],
    candidates: onPage,
    points: [],
  }
}

function pointsListed(points: readonly Point[], query: ReviewQuery): Listed {
  const selected = points.find(({ id }) => id === query.selected) ?? null
  const { page, pageCount, onPage } = paged(points, selected, query.page)
  const current = selected ?? onPage[0]
  const shown = { selected: current?.id ?? null, place: current?.at[0]?.[0], candidates: [], points: onPage }
  return { kind: query.kind ?? kinds[0], page, pageCount, ...shown }
}

function paged<T>(listed: readonly T[], selected: T | null, asked = 1) {
  const pageCount = Math.max(1, Math.ceil(listed.length / pageSize))
  const wanted = selected ? Math.floor(listed.indexOf(selected) / pageSize) + 1 : asked
  const page = Math.min(Math.max(1, wanted), pageCount)
  return { page, pageCount, onPage: listed.slice((page - 1) * pageSize, page * pageSize) }
}

/** Index of the section to show: the one asked for, else the one where the selected value begins. */
function sectionShown(sections: readonly Span[], place: number | undefined, asked?: number): number {
  const wanted =
    place !== undefined && asked === undefined ? sectionAt(sections, place) : Math.max(0, (asked ?? 1) - 1)
  return Math.min(wanted, sections.length - 1)
}

function sectionOf(sections: readonly Span[], at: readonly Span[]): number | null {
  const start = at[0]?.[0]
  return start === undefined ? null : sectionAt(sections, start) + 1
}

function firstOpen(tallies: readonly Tally[]): Kind {
  return (tallies.find(({ proposed }) => proposed > 0) ?? tallies[0])?.kind ?? kinds[0]
}

function clauseStarts({ clauses }: PlanReading): number[] {
  return clauses.flatMap(({ at }) => (at[0] ? [at[0][0]] : []))
}

function shownOf(one: Reviewed, reading: PlanReading, sections: readonly Span[]): Shown {
  const at = one.candidate.change === 'removed' ? [] : placesOfItem(one.candidate.item)
  return {
    ...one,
    at,
    section: sectionOf(sections, at),
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
