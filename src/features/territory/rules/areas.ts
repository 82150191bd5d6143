import { covers } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import type { Areas, Measured } from '../model/areas.ts'

/** What two polygons have in common, m² in one plane. */
export interface Overlap {
  readonly from: string
  readonly to: string
  readonly area: number
}

/** What the polygons of the units of two days say: m² of each unit that has one, and what pairs have in common. */
export interface Polygons {
  readonly from: ReadonlyMap<string, number>
  readonly to: ReadonlyMap<string, number>
  readonly overlaps: readonly Overlap[]
}

export const mirrored = ({ from, to, overlaps }: Polygons): Polygons => ({
  from: to,
  to: from,
  overlaps: overlaps.map((each) => ({ from: each.to, to: each.from, area: each.area })),
})

/** The same for what is published, where boundaries may be unknown. */
export const publishedPolygons = (areas: Areas | null, from: Day, to: Day): Polygons | undefined =>
  areas === null ? undefined : polygonsBetween(areas, from, to)

/** What was measured, for two days. Where one boundary is real, those drawn for the example say nothing beside it. */
export function polygonsBetween(areas: Areas, from: Day, to: Day): Polygons {
  const on = (day: Day) => [...areas.boundaries.entries()].filter(([, each]) => covers(each, day))
  const [before, after] = [on(from), on(to)]
  const real = [...before, ...after].some(([, each]) => !each.illustration)
  const kept = (list: typeof before) => new Map(list.filter(([, each]) => !(real && each.illustration)))
  const [left, right] = [kept(before), kept(after)]
  return { from: sizes(left), to: sizes(right), overlaps: overlapsOf(areas, left, right) }
}

type Placed = ReadonlyMap<number, Measured>

const sizes = (placed: Placed) => new Map([...placed.values()].map(({ unit, m2 }) => [unit, m2]))

function overlapsOf({ common, boundaries }: Areas, left: Placed, right: Placed): Overlap[] {
  const itself = [...left.keys()]
    .filter((at) => right.has(at))
    .map((at) => ({ a: at, b: at, m2: boundaries[at]?.m2 ?? 0 }))
  return [...common, ...common.map(({ a, b, m2 }) => ({ a: b, b: a, m2 })), ...itself].flatMap(
    ({ a, b, m2 }) => {
      const [from, to] = [left.get(a), right.get(b)]
      return from && to ? [{ from: from.unit, to: to.unit, area: m2 }] : []
    },
  )
}
