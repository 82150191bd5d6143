import {
  decodeWkb,
  encodeWkb,
  follow,
  placeKey,
  runsOf,
  snapTo,
  withCorners,
  type Geometry,
  type Position,
} from '../../domain/geometry/index.ts'
import { packWkb, unpackWkb, type WkbBatch } from './batch.ts'
import { coverageFaults } from './coverage.ts'
import { cut } from './edit.ts'
import type { Geos, Handle } from './geos.ts'
import { validity } from './validity.ts'

/** What an edit makes of a shape and of those beside it, which share its borders. Nothing is saved by it. */
export interface CoverageEdit {
  /** What stands in the place of what was worked on. */
  readonly shapes: readonly Uint8Array[]
  /** Neighbours whose border got a corner or went along, by their index in the question. */
  readonly neighbours: readonly { readonly index: number; readonly shape: Uint8Array }[]
  /** Stretches of border, as WKB of lines, that fitted before and do not now: to be shown, not to be saved unseen. */
  readonly unfit: readonly Uint8Array[]
  /** Words of GEOS on each of the above that is not valid now, as where a corner was drawn over to the other side. */
  readonly invalid: readonly string[]
}

/** Metres: what lies as near is the same place, as drawing programs round. */
const same = 0.001
/** Metres by which the crossing of two lines in doubles may lie beside both. */
const rounding = 1e-6
/** Metres: a gap as wide between neighbours is a fault of an edit; wider ones may be meant. */
const gap = 0.1

/** A line cuts a shape; where it meets the border, those beside get the corner too. */
export function splitAmong(geos: Geos, shape: Uint8Array, line: Uint8Array, beside: WkbBatch): CoverageEdit {
  const area = decodeWkb(shape)
  const neighbours = unpackWkb(beside).map(decodeWkb)
  // The line's corners are put on those of the area, the area's border through what then lies on it: an end that was
  // snapped to a border lies a hair beside it, and would not cut through.
  const drawn = snapToCorners(decodeWkb(line), area)
  const noded = withCorners(area, runsOf(drawn).flat(), same)
  const besideNoded = neighbours.map((one) => withCorners(one, noded.added, same).geometry)
  const parts = geos.scope((scope) => cut(scope, encodeWkb(noded.geometry), encodeWkb(drawn)))
  const known = new Set([noded.geometry, drawn].flatMap((one) => runsOf(one).flat().map(placeKey)))
  const crossings = corners(parts.map(decodeWkb)).filter((at) => !known.has(placeKey(at)))
  // One part is the shape itself: not even a corner is added to it then.
  if (parts.length < 2) return { shapes: [shape], neighbours: [], unfit: [], invalid: [] }
  const now = besideNoded.map((one) => withCorners(one, crossings, rounding).geometry)
  return answer(geos, { before: [shape], after: parts, neighbours, now })
}

/** The line with the area's corners that it passes, and its own corners on them where they lie next to one. */
function snapToCorners(line: Geometry, area: Geometry): Geometry {
  const points = runsOf(area)
    .flat()
    .map((at): Geometry => ({ type: 'Point', coordinates: at }))
  return snapTo(line, points, same)
}

/** Shapes become one: what lay between them goes, no other corner does. Those beside get corners that came about. */
export function mergeAmong(geos: Geos, shapes: WkbBatch, beside: WkbBatch): CoverageEdit {
  const before = unpackWkb(shapes)
  const fits = coverageFaults(geos, shapes, gap).length === 0
  const merged = geos.scope((scope) => {
    const all = scope.collect(scope.readAll(shapes) as Handle[], 7)
    // Where borders are the same to the bit only those are dropped, nothing is computed anew.
    const whole = fits ? scope.geos.GEOSCoverageUnion(all) : scope.geos.GEOSUnaryUnion(all)
    return scope.write(scope.own(whole, 'merge'))
  })
  const known = new Set(corners(before.map(decodeWkb)).map(placeKey))
  const came = corners([decodeWkb(merged)]).filter((at) => !known.has(placeKey(at)))
  const neighbours = unpackWkb(beside).map(decodeWkb)
  const now = neighbours.map((one) => withCorners(one, came, rounding).geometry)
  return answer(geos, { before, after: [merged], neighbours, now })
}

/** A shape was redrawn, its corners moved, added or taken away: those beside go along. */
export function editAmong(geos: Geos, before: Uint8Array, after: Uint8Array, beside: WkbBatch): CoverageEdit {
  const neighbours = unpackWkb(beside).map(decodeWkb)
  const { changed } = follow(decodeWkb(before), decodeWkb(after), neighbours)
  const along = [...neighbours]
  for (const { index, geometry } of changed) along[index] = geometry
  const known = new Set(corners([decodeWkb(before)]).map(placeKey))
  const drawn = corners([decodeWkb(after)]).filter((at) => !known.has(placeKey(at)))
  // A corner put on the border of one that was no neighbour before makes it one.
  const now = along.map((one) => withCorners(one, drawn, same).geometry)
  // Laid along one that was no neighbour before, it has that one's corners too; what was taken away stays away.
  const others = corners(now).filter((at) => !known.has(placeKey(at)))
  const shape = encodeWkb(withCorners(decodeWkb(after), others, same).geometry)
  return answer(geos, { before: [before], after: [shape], neighbours, now })
}

/** A new shape is drawn beside others: snapped to them within `tolerance` metres, and they take its corners. */
export function drawAmong(geos: Geos, drawn: Uint8Array, beside: WkbBatch, tolerance: number): CoverageEdit {
  const neighbours = unpackWkb(beside).map(decodeWkb)
  const shape = snapTo(decodeWkb(drawn), neighbours, tolerance)
  const own = runsOf(shape).flat()
  const now = neighbours.map((one) => withCorners(one, own, same).geometry)
  return answer(geos, { before: [], after: [encodeWkb(shape)], neighbours, now })
}

const corners = (shapes: readonly Geometry[]): Position[] => shapes.flatMap((one) => runsOf(one).flat())

interface Step {
  readonly before: readonly Uint8Array[]
  readonly after: readonly Uint8Array[]
  readonly neighbours: readonly Geometry[]
  /** The neighbours, the very same objects where nothing was changed. */
  readonly now: readonly Geometry[]
}

function answer(geos: Geos, { before, after, neighbours, now }: Step): CoverageEdit {
  const wkb = now.map(encodeWkb)
  const changed = [...now.keys()].filter((i) => now[i] !== neighbours[i])
  return {
    shapes: after,
    neighbours: changed.map((index) => ({ index, shape: wkb[index] as Uint8Array })),
    unfit: newlyUnfit(geos, [...before, ...neighbours.map(encodeWkb)], [...after, ...wkb]),
    invalid: invalidOf(geos, [...after, ...changed.map((i) => wkb[i] as Uint8Array)]),
  }
}

/** Faults between neighbours that were there before are not the edit's. */
function newlyUnfit(geos: Geos, before: readonly Uint8Array[], after: readonly Uint8Array[]): Uint8Array[] {
  const now = coverageFaults(geos, packWkb(after), gap)
  if (now.length === 0) return []
  const then = coverageFaults(geos, packWkb(before), gap)
  return geos.scope((scope) => {
    const lines = (faults: typeof now) => {
      const all = scope.readAll(packWkb(faults.map(({ edges }) => edges))) as Handle[]
      return scope.own(scope.geos.GEOSUnaryUnion(scope.collect(all, 7)), 'faults')
    }
    const left = scope.own(scope.geos.GEOSDifference(lines(now), lines(then)), 'new faults')
    return scope
      .parts(left)
      .filter((part) => scope.length(part) > 0)
      .map((part) => scope.write(part))
  })
}

function invalidOf(geos: Geos, shapes: readonly Uint8Array[]): string[] {
  return validity(geos, packWkb(shapes)).flatMap((one) => (one.valid ? [] : [one.words]))
}
