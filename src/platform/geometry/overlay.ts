import { batchSize, type WkbBatch } from './batch.ts'
import { boxAt, indexOf } from './blocks.ts'
import type { Geos, Handle, Scope } from './geos.ts'

/** Pairs of the two sets that share area, by their indexes. */
export interface SharedAreas {
  readonly a: Uint32Array
  readonly b: Uint32Array
  /** m². */
  readonly area: Float64Array
  /** Pairs that GEOS could not work on, as a rule because one of them is invalid: told, never left out in silence. */
  readonly failed: readonly { readonly a: number; readonly b: number; readonly why: string }[]
}

/** A set with the boxes of its shapes, four numbers each. */
export interface BoxedBatch {
  readonly shapes: WkbBatch
  readonly boxes: Float64Array
}

/** How much of each of `a` lies in each of `b`. Whole shapes inside are measured, not cut. */
export function sharedAreas(geos: Geos, a: BoxedBatch, b: BoxedBatch): SharedAreas {
  const found = {
    a: [] as number[],
    b: [] as number[],
    area: [] as number[],
    failed: [] as SharedAreas['failed'][number][],
  }
  if (batchSize(a.shapes) > 0)
    geos.scope((scope) => {
      const index = indexOf(a.boxes)
      const left = scope.readAll(a.shapes, () => undefined)
      const right = scope.readAll(b.shapes, () => undefined)
      for (const [j, zone] of right.entries()) {
        const near = index?.search(...boxAt(b.boxes, j)).sort((x, y) => x - y) ?? []
        if (near.length > 0) pairsOf(scope, j, zone, near, left, found)
      }
    })
  const { failed } = found
  return {
    a: Uint32Array.from(found.a),
    b: Uint32Array.from(found.b),
    area: Float64Array.from(found.area),
    failed,
  }
}

interface Found {
  readonly a: number[]
  readonly b: number[]
  readonly area: number[]
  readonly failed: SharedAreas['failed'][number][]
}

function pairsOf(
  scope: Scope,
  j: number,
  zone: Handle | null,
  near: readonly number[],
  left: readonly (Handle | null)[],
  found: Found,
): void {
  const prepared = zone && scope.prepare(zone)
  for (const i of near) {
    const shape = left[i]
    const area = shape && zone && prepared ? areaInside(scope, shape, zone, prepared) : 'unreadable'
    if (typeof area === 'string') found.failed.push({ a: i, b: j, why: area })
    else if (area > 0) {
      found.a.push(i)
      found.b.push(j)
      found.area.push(area)
    }
  }
}

/** m², or GEOS's words where it cannot tell. */
function areaInside(scope: Scope, shape: Handle, zone: Handle, prepared: number): number | string {
  const { geos } = scope
  if (geos.GEOSPreparedCovers(prepared, shape) === 1) return scope.area(shape)
  if (geos.GEOSPreparedIntersects(prepared, shape) === 0) return 0
  const common = geos.GEOSIntersection(shape, zone)
  if (!common) return String(scope.fault('overlay').params.why)
  const area = scope.area(common as Handle)
  geos.GEOSGeom_destroy(common)
  return area
}
