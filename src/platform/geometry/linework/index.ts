import { decodeWkb, encodeWkb, type Position } from '../../../domain/geometry/index.ts'
import { packWkb, unpackWkb, wkbBoxes, type WkbBatch } from '../batch.ts'
import type { Geos, Handle, Scope } from '../geos.ts'
import { boxAt, indexOf } from '../blocks.ts'
import { closeGaps, type Closing } from './gaps.ts'

/** Areas built from lines, and all that is not as it should be, with its place. */
export interface LineAreas {
  /** Polygons in the plane of the lines. */
  readonly areas: WkbBatch
  /** Areas that are narrower than the tolerance all along: borders drawn twice, as a rule. */
  readonly slivers: readonly number[]
  /** What was added or cut off under the tolerance. */
  readonly closings: readonly Closing[]
  /** Lines with a loose end, lines that lead from one ring to another, rings that cannot be areas. */
  readonly dangles: WkbBatch
  readonly cuts: WkbBatch
  readonly invalidRings: WkbBatch
  /** Lines that could not be read, by their index. */
  readonly unread: readonly { readonly index: number; readonly why: string }[]
}

/**
 * Areas from the line work of a drawing. Lines are cut where they cross, loose ends within `tolerance` metres of
 * another line are joined to it, tails as short are left out, and what then encloses is an area. The lines
 * themselves stay as they were drawn.
 */
export function areasFromLines(geos: Geos, lines: WkbBatch, tolerance: number): LineAreas {
  return geos.scope((scope) => {
    const unread: LineAreas['unread'][number][] = []
    const drawn = scope
      .readAll(lines, (index, why) => unread.push({ index, why }))
      .filter((handle) => handle !== null)
      .map((handle) => asLines(scope, handle))
    const { runs, closings } = closeGaps(runsOf(scope, noded(scope, drawn)), tolerance)
    const joined = scope.readAll(
      packWkb(runs.map((coordinates) => encodeWkb({ type: 'LineString', coordinates }))),
    )
    return { ...polygonise(scope, noded(scope, joined as Handle[]), tolerance), closings, unread }
  })
}

/** Rings of areas are lines too: drawings close some of them. */
function asLines(scope: Scope, handle: Handle): Handle {
  return scope.geos.GEOSGeom_getDimensions(handle) === 2
    ? scope.own(scope.geos.GEOSBoundary(handle), 'border')
    : handle
}

/** Cut at every crossing, none twice, and run together where only two meet. */
function noded(scope: Scope, lines: readonly Handle[]): Handle {
  const crossed = scope.own(scope.geos.GEOSUnaryUnion(scope.collect(lines, 7)), 'node')
  return scope.own(scope.geos.GEOSLineMerge(crossed), 'merge')
}

function runsOf(scope: Scope, lines: Handle): Position[][] {
  return scope.parts(lines).flatMap((line) => {
    const geometry = decodeWkb(scope.write(line))
    return geometry.type === 'LineString' ? [[...geometry.coordinates]] : []
  })
}

function polygonise(
  scope: Scope,
  lines: Handle,
  tolerance: number,
): Pick<LineAreas, 'areas' | 'slivers' | 'dangles' | 'cuts' | 'invalidRings'> {
  const slots = [0, 1, 2].map(() => scope.allocate(4))
  for (const slot of slots) scope.geos.Module.HEAPU32[slot >> 2] = 0
  const [cuts, dangles, rings] = slots as [number, number, number]
  const found = scope.own(scope.geos.GEOSPolygonize_full(lines, cuts, dangles, rings), 'polygonise')
  const areas = scope.parts(found)
  const listed = (slot: number): WkbBatch => {
    const handle = scope.filled(slot)
    return scope.writeAll(handle ? scope.parts(handle) : [])
  }
  return {
    areas: scope.writeAll(areas),
    // Twice the area by the length around is about the width of what is long and thin.
    slivers: [...areas.keys()].filter((i) => {
      const area = areas[i] as Handle
      return (2 * scope.area(area)) / scope.length(area) < tolerance
    }),
    dangles: listed(dangles),
    cuts: listed(cuts),
    invalidRings: listed(rings),
  }
}

/** Which of the points (x, y, x, y …) lie in each area: a label's code is its area's where there is one. */
export function pointsWithin(geos: Geos, areas: WkbBatch, points: Float64Array): number[][] {
  const boxes = Float64Array.from(
    { length: points.length * 2 },
    (_, n) => points[2 * (n >> 2) + (n & 1)] as number,
  )
  const index = indexOf(boxes)
  return geos.scope((scope) => {
    const { geos: c } = scope
    const handles = scope.readAll(areas) as Handle[]
    return unpackWkb(areas).map((wkb, a) => {
      const prepared = scope.prepare(handles[a] as Handle)
      const near = index?.search(...boxAt(wkbBoxes([wkb]), 0)).sort((i, j) => i - j) ?? []
      return near.filter(
        (i) =>
          c.GEOSPreparedIntersectsXY(prepared, points[2 * i] as number, points[2 * i + 1] as number) === 1,
      )
    })
  })
}
