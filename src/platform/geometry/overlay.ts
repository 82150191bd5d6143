import { batchSize, type WkbBatch } from './batch.ts'
import { boxAt, indexOf } from './blocks.ts'
import type { Geos, Handle, Scope } from './geos.ts'
import { bordersMeet, plainOf, plainSharedArea, type Plain } from './plain.ts'

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

/**
 * How much of each of `a` lies in each of `b`. Plain polygons, which nearly all are, are measured as they lie; GEOS is
 * asked for others, for invalid ones, and where so little is shared that the order of a sum could make it.
 */
export function sharedAreas(geos: Geos, a: BoxedBatch, b: BoxedBatch): SharedAreas {
  const found: Found = { a: [], b: [], area: [], failed: [] }
  const index = indexOf(a.boxes)
  if (index)
    geos.scope((scope) => {
      const [left, right] = [new Shapes(scope, a), new Shapes(scope, b)]
      for (let j = 0; j < batchSize(b.shapes); j++) {
        const near = index.search(...boxAt(b.boxes, j)).sort((x, y) => x - y)
        if (near.length > 0) pairsOf(scope, j, near, left, right, found)
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

/** A set as edges, each read once; in GEOS only those it is asked for. */
class Shapes {
  readonly boxes: Float64Array
  private readonly scope: Scope
  private readonly batch: WkbBatch
  private readonly read: (Plain | null | undefined)[] = []
  private readonly handles = new Map<number, Handle | null>()

  constructor(scope: Scope, { shapes, boxes }: BoxedBatch) {
    this.scope = scope
    this.batch = shapes
    this.boxes = boxes
  }

  plain(i: number): Plain | null {
    const known = this.read[i]
    if (known !== undefined) return known
    return (this.read[i] = plainOf(this.bytes(i)))
  }

  handle(i: number): Handle | null {
    const known = this.handles.get(i)
    if (known !== undefined) return known
    const bytes = this.bytes(i)
    const one = { bytes, starts: Uint32Array.of(0, bytes.length) }
    const handle = this.scope.readAll(one, () => undefined)[0] ?? null
    this.handles.set(i, handle)
    return handle
  }

  private bytes(i: number): Uint8Array {
    return this.batch.bytes.subarray(this.batch.starts[i], this.batch.starts[i + 1])
  }
}

/** m² below which it is asked whether anything is shared at all: sums come to some 1e-10 where nothing is. */
const doubtful = 1e-4

function pairsOf(
  scope: Scope,
  j: number,
  near: readonly number[],
  left: Shapes,
  right: Shapes,
  found: Found,
): void {
  const zone = right.plain(j)
  let prepared: number | undefined
  for (const i of near) {
    const lot = zone && left.plain(i)
    let area: number | string | null = lot ? measured(lot, zone, boxAt(left.boxes, i)) : null
    if (area === null) {
      const [shape, whole] = [left.handle(i), right.handle(j)]
      if (whole) prepared ??= scope.prepare(whole)
      area = shape && whole && prepared ? areaInside(scope, shape, whole, prepared) : 'unreadable'
    }
    if (typeof area === 'string') found.failed.push({ a: i, b: j, why: area })
    else if (area > 0) {
      found.a.push(i)
      found.b.push(j)
      found.area.push(area)
    }
  }
}

/** m²; null where the borders meet, and so little is shared that only GEOS can tell it from nothing. */
function measured(lot: Plain, zone: Plain, box: readonly [number, number, number, number]): number | null {
  const area = plainSharedArea(lot, zone, box[0], box[1], box[2])
  if (area > doubtful) return area
  return Math.abs(area) < 1e-6 && !bordersMeet(lot, zone, box) ? 0 : null
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
