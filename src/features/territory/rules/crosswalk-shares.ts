import type { Polygons } from './areas.ts'

/** What polygons say of one unit. */
export interface Ground {
  /** Its own area, m²; null where it is not drawn. */
  readonly m2: number | null
  /** What it has in common with another, m²; 0 where both are drawn and share nothing, null where one is not drawn. */
  readonly common: (to: string) => number | null
}

export function groundsOf(polygons: Polygons | undefined): (from: string) => Ground {
  const groups = Map.groupBy(polygons?.overlaps ?? [], ({ from }) => from)
  return (from) => {
    const m2 = polygons?.from.get(from) ?? null
    const own = new Map(groups.get(from)?.map(({ to, area }) => [to, area] as const))
    return { m2, common: (to) => (m2 !== null && polygons?.to.has(to) ? (own.get(to) ?? 0) : null) }
  }
}

export interface DrawnShares {
  readonly shares: ReadonlyMap<string, number>
  /** What was taken for inexact drawing and left out, m². */
  readonly slivers: readonly { readonly to: string; readonly area: number }[]
  /** Of the unit, what lies in none of the others, where that is more than inexact drawing explains. */
  readonly rest: number
}

/**
 * Shares among units by what polygons have in common. A sliver is a common part below `tolerance` of all that the
 * unit has in common with them: borders drawn twice leave such. Null where one of the polygons is not known, or
 * where none has anything in common with the unit.
 */
export function sharesOf(ids: readonly string[], ground: Ground, tolerance: number): DrawnShares | null {
  const parts = ids.map((to) => ({ to, area: ground.common(to) }))
  if (!parts.every((part): part is { to: string; area: number } => part.area !== null)) return null
  const sum = (list: typeof parts) => list.reduce((all, { area }) => all + (area ?? 0), 0)
  const all = sum(parts)
  const kept = parts.filter(({ area }) => area > all * tolerance)
  if (kept.length === 0) return null
  const slivers = parts.filter(({ area }) => area > 0 && area <= all * tolerance)
  // Within the tolerance the parts are the whole; beyond it the rest lies elsewhere, and is not shared out among them.
  const own = ground.m2 ?? all
  const short = own - all > own * tolerance
  const whole = short ? own : sum(kept)
  return {
    shares: new Map(kept.map(({ to, area }) => [to, area / whole])),
    slivers,
    rest: short ? (own - all) / own : 0,
  }
}
