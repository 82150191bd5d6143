import type { Day } from '../../../domain/day.ts'
import { mirrored, type Polygons } from './areas.ts'
import type { DocumentRef, Level, Territory, UnitVersion } from '../model.ts'
import { groundsOf, sharesOf, type Ground } from './crosswalk-shares.ts'
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
  /** Common parts, m², that were taken for inexact drawing and count in no share. */
  readonly slivers: readonly {
    readonly from: UnitVersion
    readonly to: UnitVersion
    readonly area: number
  }[]
  /** Units of which more than the tolerance lies in none of the units they went to, by their polygons. */
  readonly uncovered: readonly { readonly unit: UnitVersion; readonly share: number }[]
  /** Share below which what polygons have in common is taken for inexact drawing. */
  readonly tolerance: number
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
  const grounds = groundsOf(needs.polygons)
  const targets = unitsOn(territory, to, level)
  const rows = unitsOn(territory, from, level).map((unit) =>
    rowsOf(unit, steps.get(unit.id) ?? [], targets, grounds(unit.id), tolerance),
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
    slivers: rows.flatMap((each) => each.slivers),
    uncovered: rows.flatMap((each) => each.uncovered),
    tolerance,
  }
}

interface UnitRows extends Pick<Crosswalk, 'rows' | 'disagreements' | 'slivers' | 'uncovered'> {
  readonly unit: UnitVersion
}

function rowsOf(
  unit: UnitVersion,
  shares: readonly Share[],
  targets: readonly UnitVersion[],
  ground: Ground,
  tolerance: number,
): UnitRows {
  const { common } = ground
  const byId = new Map(targets.map((target) => [target.id, target]))
  const known = shares.filter((share) => byId.has(share.to))
  const drawn = sharesOf(
    [...byId.keys()].filter((id) => common(id) !== null),
    ground,
    tolerance,
  )
  const given = known.length > 0 ? known : [...(drawn?.shares.keys() ?? [])].map(unsaid)
  const among = given.some(({ lossy }) => lossy)
    ? null
    : sharesOf(
        given.map(({ to }) => to),
        ground,
        tolerance,
      )
  // An act that names several leaves open which of them a unit went into on the way: the polygons show it.
  const real = given.filter((share) => share.whole || among === null || among.shares.has(share.to))
  const rows = real.map((share): CrosswalkRow => {
    const weight = weightOf(share, among?.shares.get(share.to) ?? null)
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
  const measured = among && rows.some(({ area }) => area.method === 'polygons') ? among : null
  return {
    unit,
    rows,
    disagreements: disagreementsOf(unit, rows, drawn?.shares ?? null, tolerance),
    // All that was left out as inexact drawing, among those named and beside them.
    slivers: (drawn?.slivers ?? []).map(({ to, area }) => ({
      from: unit,
      to: byId.get(to) as UnitVersion,
      area,
    })),
    uncovered: measured && measured.rest > 0 ? [{ unit, share: measured.rest }] : [],
  }
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
    slivers: onward.slivers.map((each) => ({ ...each, from: each.to, to: each.from })),
    uncovered: [],
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
