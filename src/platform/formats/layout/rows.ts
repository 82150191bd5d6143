import type { Item, Placed, Row, Segment } from './model.ts'

interface OpenRow {
  y: number
  size: number
  items: Placed[]
}

/** A gap wider than this (in letter heights) parts two segments; blanks of justified text stay below it. */
const wideGap = 1.4

/** Gathers items into rows by baseline, top to bottom. Raised marks join the row they belong to. */
export function rowsOf(items: readonly Item[]): Row[] {
  const rows: OpenRow[] = []
  const bySize = items
    .filter((item) => item.text.trim() !== '')
    .sort((a, b) => b.size - a.size || a.y - b.y || a.x - b.x)
  for (const item of bySize) {
    const row = rows.find(
      (open) =>
        Math.abs(open.y - item.y) <= 0.3 * Math.max(open.size, item.size) && item.size > 0.72 * open.size,
    )
    const below = row ? undefined : rows.find((open) => isRaised(item, open))
    if (row) row.items.push({ ...item, raised: false })
    else if (below) below.items.push({ ...item, raised: true })
    else rows.push({ y: item.y, size: item.size, items: [{ ...item, raised: false }] })
  }
  return rows
    .sort((a, b) => a.y - b.y)
    .map((row) => ({
      y: row.y,
      size: row.size,
      segments: segmentsOf(
        row.items.sort((a, b) => a.x - b.x),
        row.size,
      ),
    }))
}

/** Smaller, with its foot between the baseline and the top of the row's letters, and next to one of them. */
function isRaised(item: Item, row: OpenRow): boolean {
  const rise = row.y - item.y
  if (item.size > 0.8 * row.size || rise < -0.15 * row.size || rise > 0.75 * row.size) return false
  return row.items.some(
    (other) => item.x < other.x + other.width + row.size && item.x + item.width > other.x - row.size,
  )
}

function segmentsOf(items: readonly Placed[], size: number): Segment[] {
  const segments: Placed[][] = []
  let right = -Infinity
  for (const item of items) {
    const last = segments.at(-1)
    if (last && item.x - right < wideGap * size) last.push(item)
    else segments.push([item])
    right = Math.max(right, item.x + item.width)
  }
  return segments.map(segmentOf)
}

export function segmentOf(items: readonly Placed[]): Segment {
  return {
    items,
    x1: Math.min(...items.map((item) => item.x)),
    x2: Math.max(...items.map((item) => item.x + item.width)),
  }
}
