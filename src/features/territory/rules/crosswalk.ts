import type { Day } from '../../../domain/day.ts'
import type { DocumentRef, Level, Territory, UnitVersion } from '../model.ts'
import { stepsOf, type Share } from './crosswalk-steps.ts'
import { byName } from './names.ts'
import { unitsOn } from './timeline.ts'

/** How sure a share is: said by an act, computed from polygons, resting on a proposal, or not known. */
export type Certainty = 'exact' | 'computed' | 'proposed' | 'unknown'
/** By succession of whole units; by the areas that polygons of both days have in common. */
export type Method = 'succession' | 'polygons'

/** A share and how it was found; null where nobody can say. */
export interface Weight {
  readonly share: number | null
  readonly method: Method | null
  readonly certainty: Certainty
}

export interface CrosswalkRow {
  readonly from: UnitVersion
  readonly to: UnitVersion
  /** Of the ground of `from`. */
  readonly area: Weight
  /** Of the people of `from`. */
  readonly population: Weight
  /** Square metres that both have in common, where polygons were given. */
  readonly common: number | null
  readonly documents: readonly DocumentRef[]
}

/** What the polygons say otherwise than the act: more of `from` lies outside `to` than the tolerance allows. */
export interface Disagreement {
  readonly from: UnitVersion
  readonly to: UnitVersion
  /** Share of `from` that the polygons put into `to`. */
  readonly polygons: number
}

export interface Crosswalk {
  readonly from: Day
  readonly to: Day
  readonly rows: readonly CrosswalkRow[]
  /** Units of either day of which nobody knows where their ground went to or came from. */
  readonly lost: readonly UnitVersion[]
  readonly found: readonly UnitVersion[]
  readonly disagreements: readonly Disagreement[]
  /** Share below which what polygons have in common is taken for inexact drawing. */
  readonly tolerance: number
}

/** What two polygons have in common, m² in one plane. */
export interface Overlap {
  readonly from: string
  readonly to: string
  readonly area: number
}

/** What the polygons of the units of both days say. */
export interface Polygons {
  /** Units that have one. */
  readonly drawn: ReadonlySet<string>
  readonly overlaps: readonly Overlap[]
}

export interface CrosswalkNeeds {
  readonly from: Day
  readonly to: Day
  readonly level?: Level
  /** Absent where no polygons are known. */
  readonly polygons?: Polygons | undefined
  readonly tolerance?: number
}

/** Polygons in use are simplified: those of the province differ up to 1.6 % from the declared areas. */
export const drawnTolerance = 0.02

/**
 * Which share of each unit of one day lies in which unit of another. Whole units that an act sends somewhere go
 * there exactly, with all their people; parts are measured on the polygons of both days, if there are any; the
 * people of a part are never guessed from its area.
 */
export function crosswalk(territory: Territory, needs: CrosswalkNeeds): Crosswalk {
  const { from, to, level = 'commune', tolerance = drawnTolerance } = needs
  if (to < from) {
    const polygons = needs.polygons && mirrored(needs.polygons)
    return turned(crosswalk(territory, { ...needs, from: to, to: from, polygons }), needs)
  }
  const steps = stepsOf(territory, from, to, level)
  const areas = areasOf(needs.polygons)
  const targets = unitsOn(territory, to, level)
  const rows = unitsOn(territory, from, level).map((unit) =>
    rowsOf(unit, steps.get(unit.id) ?? [], targets, areas(unit.id), tolerance),
  )
  const all = rows.flatMap((each) => each.rows)
  const reached = new Set(all.map((row) => row.to.id))
  return {
    from,
    to,
    rows: all.toSorted((a, b) => byName(a.from, b.from) || byName(a.to, b.to)),
    lost: rows.filter((each) => each.rows.length === 0).map(({ unit }) => unit),
    found: targets.filter((unit) => !reached.has(unit.id)),
    disagreements: rows.flatMap((each) => each.disagreements),
    tolerance,
  }
}

const mirrored = ({ drawn, overlaps }: Polygons): Polygons => ({
  drawn,
  overlaps: overlaps.map(({ from, to, area }) => ({ from: to, to: from, area })),
})

/** Of a unit: what it has in common with another; 0 where both are drawn and have nothing, null where one is not. */
type Common = (to: string) => number | null

function areasOf(polygons: Polygons | undefined): (from: string) => Common {
  const groups = Map.groupBy(polygons?.overlaps ?? [], ({ from }) => from)
  const drawn = polygons?.drawn ?? new Set()
  return (from) => {
    const own = new Map(groups.get(from)?.map(({ to, area }) => [to, area] as const))
    return (to) => (drawn.has(from) && drawn.has(to) ? (own.get(to) ?? 0) : null)
  }
}

interface UnitRows {
  readonly unit: UnitVersion
  readonly rows: readonly CrosswalkRow[]
  readonly disagreements: readonly Disagreement[]
}

function rowsOf(
  unit: UnitVersion,
  shares: readonly Share[],
  targets: readonly UnitVersion[],
  common: Common,
  tolerance: number,
): UnitRows {
  const byId = new Map(targets.map((target) => [target.id, target]))
  const known = shares.filter((share) => byId.has(share.to))
  const drawn = sharesOf(
    [...byId.keys()].filter((id) => common(id) !== null),
    common,
    tolerance,
  )
  const given = known.length > 0 ? known : [...(drawn ?? new Map<string, number>()).keys()].map(unsaid)
  const among = given.some(({ lossy }) => lossy)
    ? null
    : sharesOf(
        given.map(({ to }) => to),
        common,
        tolerance,
      )
  // An act that names several leaves open which of them a unit went into on the way: the polygons show it.
  const real = given.filter((share) => share.whole || among === null || among.has(share.to))
  const rows = real.map((share): CrosswalkRow => {
    const weight = weightOf(share, among?.get(share.to) ?? null)
    return {
      from: unit,
      to: byId.get(share.to) as UnitVersion,
      area: weight,
      // People do not stand evenly on the ground: a share of area says nothing of them.
      population: share.whole ? weight : { share: null, method: null, certainty: 'unknown' },
      common: common(share.to),
      documents: share.documents,
    }
  })
  return { unit, rows, disagreements: disagreementsOf(unit, rows, drawn, tolerance) }
}

function disagreementsOf(
  unit: UnitVersion,
  rows: readonly CrosswalkRow[],
  drawn: ReadonlyMap<string, number> | null,
  tolerance: number,
): Disagreement[] {
  if (drawn === null) return []
  return rows
    .filter(({ area, common }) => area.method === 'succession' && common !== null)
    .map((row) => ({ from: unit, to: row.to, polygons: drawn.get(row.to.id) ?? 0 }))
    .filter(({ polygons }) => 1 - polygons > tolerance)
}

const unsaid = (to: string): Share => ({
  to,
  whole: false,
  decided: false,
  said: false,
  lossy: false,
  documents: [],
})

function weightOf(share: Share, drawn: number | null): Weight {
  if (share.whole) return { share: 1, method: 'succession', certainty: share.decided ? 'exact' : 'proposed' }
  if (drawn === null) return { share: null, method: null, certainty: 'unknown' }
  return {
    share: drawn,
    method: 'polygons',
    certainty: share.said && !share.decided ? 'proposed' : 'computed',
  }
}

/**
 * Shares among units by what polygons have in common, without the slivers along borders that were drawn twice. Null
 * where one of the polygons is not known, or where none has anything in common with the unit.
 */
function sharesOf(ids: readonly string[], common: Common, tolerance: number): Map<string, number> | null {
  const areas = ids.map((id) => [id, common(id)] as const)
  if (areas.some(([, area]) => area === null)) return null
  const sum = (list: readonly (readonly [string, number | null])[]) =>
    list.reduce((all, [, area]) => all + (area ?? 0), 0)
  const all = sum(areas)
  const kept = areas.filter(([, area]) => (area ?? 0) > all * tolerance)
  const whole = sum(kept)
  return whole > 0 ? new Map(kept.map(([id, area]) => [id, (area ?? 0) / whole])) : null
}

/**
 * The crosswalk back in time: what was made of several whole units came from each by its share of the ground, which
 * only their areas can tell.
 */
function turned(onward: Crosswalk, { from, to }: CrosswalkNeeds): Crosswalk {
  const rows = [...Map.groupBy(onward.rows, (row) => row.to.id).values()].flatMap(turnedRows)
  return {
    ...onward,
    from,
    to,
    rows: rows.toSorted((a, b) => byName(a.from, b.from) || byName(a.to, b.to)),
    lost: onward.found,
    found: onward.lost,
    disagreements: [],
  }
}

function turnedRows(rows: readonly CrosswalkRow[]): CrosswalkRow[] {
  const [only] = rows
  const single = rows.length === 1 && only?.area.share === 1 ? only : null
  const areas = partsOf(rows, (row) => row.common ?? square(row.area.share, row.from.km2))
  const people = partsOf(rows, (row) =>
    row.population.share === 1 ? (row.from.population?.count ?? null) : null,
  )
  return rows.map((row, index) => ({
    ...row,
    from: row.to,
    to: row.from,
    area: single ? row.area : back(areas?.[index] ?? null, row.common === null ? 'succession' : 'polygons'),
    population: single ? row.population : back(people?.[index] ?? null, 'succession'),
  }))
}

const square = (share: number | null, km2: number | null) =>
  share === 1 && km2 !== null ? km2 * 1_000_000 : null

const back = (share: number | null, method: Method): Weight =>
  share === null ? { share, method: null, certainty: 'unknown' } : { share, method, certainty: 'computed' }

function partsOf(
  rows: readonly CrosswalkRow[],
  size: (row: CrosswalkRow) => number | null,
): readonly number[] | null {
  const sizes = rows.map(size)
  const known = sizes.filter((each) => each !== null)
  const all = known.reduce((sum, each) => sum + each, 0)
  return known.length === sizes.length && all > 0 ? known.map((each) => each / all) : null
}
