import { segmentText } from './line-text.ts'
import type { Row, Segment } from './model.ts'

/** Rows of which the left part is read before the right one, as the head of a Vietnamese document is. */
export interface SideBySide {
  readonly length: number
  /** The x at which the two columns part. */
  readonly gutter: number
}

interface Gutter {
  from: number
  to: number
}

/** Width that must stay free between the columns, in letter heights. */
const free = 0.3
/** The space for a signature between the signer's post and name, in letter heights. */
const signature = 9

/**
 * How many rows from `start` on stand in two columns. A blank strip must run down through all of them, and at
 * least two rows must hold text on each side: a single wide gap ("Số:      /KH-UBND") makes no columns.
 * `middle` is that of the page's text.
 */
export function sideBySide(rows: readonly Row[], start: number, middle: number): SideBySide | undefined {
  for (const gutter of candidates(rows, start)) {
    const found = follow(rows, start, gutter, middle)
    if (found) return found
  }
  return undefined
}

/** Gaps of the first row; where it holds one side only, the gap to a row beside it that sits slightly lower. */
function candidates(rows: readonly Row[], start: number): Gutter[] {
  const row = rows[start]
  const next = rows[start + 1]
  if (!row) return []
  const beside = next && next.y - row.y < 0.9 * row.size ? [...row.segments, ...next.segments] : row.segments
  const sorted = [...beside].sort((a, b) => a.x1 - b.x1)
  return sorted
    .slice(1)
    .map((segment, i) => ({ from: sorted[i]?.x2 ?? 0, to: segment.x1 }))
    .filter((gap) => gap.to - gap.from > row.size)
}

function follow(rows: readonly Row[], start: number, gutter: Gutter, middle: number): SideBySide | undefined {
  const strip = { ...gutter }
  const sides = { left: 0, right: 0 }
  let end = start
  let kept = start
  let last: Row | undefined
  for (const row of rows.slice(start)) {
    if (last && row.y - last.y > signature * row.size) break
    const next = narrowed(strip, row.segments)
    if (next.to - next.from < free * row.size) break
    Object.assign(strip, next)
    const left = row.segments.some((segment) => isLeft(segment, strip) && !isLabel(segmentText(segment)))
    const right = row.segments.some((segment) => !isLeft(segment, strip))
    // A title set in the middle of the page closes the head, wherever the columns part.
    if (left !== right && last && isMiddle(row, middle)) break
    if (left) sides.left++
    if (right) sides.right++
    end++
    // Rows of one side at the end belong to the columns only while they follow closely.
    const step = last ? row.y - last.y : Infinity
    if ((left && right) || step < 0.9 * row.size || (step < 1.6 * row.size && kept === end - 1)) kept = end
    last = row
  }
  // The head stands first on its page; one line may face two there.
  const least = start <= 1 ? 1 : 2
  return sides.left >= least && sides.right >= least && kept - start >= 2
    ? { length: kept - start, gutter: (strip.from + strip.to) / 2 }
    : undefined
}

function isMiddle(row: Row, middle: number): boolean {
  const [first, last] = [row.segments[0], row.segments.at(-1)]
  return first !== undefined && last !== undefined && Math.abs((first.x1 + last.x2) / 2 - middle) < row.size
}

function narrowed(strip: Gutter, segments: readonly Segment[]): Gutter {
  const next = { ...strip }
  for (const segment of segments) {
    if (isLeft(segment, strip)) next.from = Math.max(next.from, segment.x2)
    else next.to = Math.min(next.to, segment.x1)
  }
  return next
}

export const isLeft = (segment: Segment, strip: Gutter): boolean =>
  (segment.x1 + segment.x2) / 2 < (strip.from + strip.to) / 2

/** A number or bullet that stands by itself: `I-`, `2.1.`, `a)`, `•`, `Điều 3.`. */
export const isLabel = (text: string): boolean =>
  /^(?:Điều|Chương|Mục|Phần) [\dIVXLC]{1,5}[.:]?$|^\(?([IVXLC]{1,5}|\d{1,3}(\.\d{1,3})*|[a-zđ]{1,2})\s?[-.):/]{1,2}$|^\d{1,3}$|^[-–+•*○●▪]$/.test(
    text,
  )
