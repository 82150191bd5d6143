import type { Span } from '../../../domain/span.ts'

/** Characters shown at once: about ten printed pages, so that a document of 2,000 pages stays quick to scroll. */
export const sectionSize = 30_000

/** Cuts a long text into sections, where a clause begins if one does, else at the end of a line. */
export function sectionsOf(text: string, clauseStarts: readonly number[], size = sectionSize): Span[] {
  const starts = [...clauseStarts].sort((a, b) => a - b)
  const sections: Span[] = []
  let from = 0
  while (text.length - from > size) {
    const latest = from + size
    const clause = starts.findLast((start) => start <= latest && start > from + size / 2)
    const line = text.lastIndexOf('\n', latest) + 1
    const end = clause ?? (line > from ? line : latest)
    sections.push([from, end])
    from = end
  }
  return [...sections, [from, text.length]]
}

/** Number of the section in which a place begins; the first where there is no place. */
export function sectionAt(sections: readonly Span[], place: number | undefined): number {
  if (place === undefined) return 0
  return Math.max(
    0,
    sections.findIndex(([start, end]) => place >= start && place < end),
  )
}

export interface Place {
  readonly id: string
  readonly at: readonly Span[]
}

/** A run of text under the same candidates: the one that fits it closest comes first. */
export interface Segment {
  readonly start: number
  readonly text: string
  readonly ids: readonly string[]
}

interface Laid {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** The text of a section cut wherever a place begins or ends, each piece with the candidates it belongs to. */
export function segmentsOf(text: string, [from, to]: Span, places: readonly Place[]): Segment[] {
  const laid = places
    .flatMap(({ id, at }) =>
      at.map(([start, end]) => ({ id, start: Math.max(start, from), end: Math.min(end, to) })),
    )
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const cuts = [...new Set([from, to, ...laid.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const segments: Segment[] = []
  let open: Laid[] = []
  let next = 0
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? to
    open = open.filter((one) => one.end > start)
    for (let one = laid[next]; one && one.start <= start; one = laid[++next]) open.push(one)
    segments.push({ start, text: text.slice(start, end), ids: closestFirst(open) })
  }
  return segments
}

function closestFirst(open: readonly Laid[]): string[] {
  const sorted = [...open].sort((a, b) => a.end - a.start - (b.end - b.start))
  return [...new Set(sorted.map(({ id }) => id))]
}
