import type { Position } from '../../domain/geometry/index.ts'
import type { WkbBatch } from './batch.ts'
import type { Geos, Handle, Scope } from './geos.ts'

/** A piece of ground, or of a line: what two shapes share, or what of one lies outside another. */
export interface Piece {
  readonly wkb: Uint8Array
  /** m²; 0 of lines and points. */
  readonly area: number
  /** m: the border of an area, a line's own length. */
  readonly length: number
  /** A position in it. */
  readonly at: Position
}

/** The areas that the shapes of each pair have in common, as one piece; null where they share none. */
export function commonPieces(geos: Geos, a: WkbBatch, b: WkbBatch): (Piece | null)[] {
  return geos.scope((scope) => {
    const others = readable(scope, b)
    return readable(scope, a).map((one, i) => {
      const other = others[i]
      if (!one || !other) return null
      const common = scope.geos.GEOSIntersection(one, other)
      return common ? joined(scope, partsOf(scope, scope.own(common, 'common'), 2)) : null
    })
  })
}

/**
 * What of each shape lies outside of an area, by the shape's index; those wholly inside, and those that GEOS cannot read
 * as a shape, are not in it.
 */
export function outside(
  geos: Geos,
  shapes: WkbBatch,
  area: Uint8Array,
): { readonly index: number; readonly piece: Piece }[] {
  return geos.scope((scope) => {
    const { geos: c } = scope
    const around = scope.read(area)
    const prepared = scope.prepare(around)
    return readable(scope, shapes).flatMap((shape, index) => {
      if (!shape || c.GEOSPreparedCovers(prepared, shape) === 1) return []
      const left = c.GEOSDifference(shape, around)
      const dimension = c.GEOSGeom_getDimensions(shape)
      const piece = left ? joined(scope, partsOf(scope, scope.own(left, 'outside'), dimension)) : null
      return piece ? [{ index, piece }] : []
    })
  })
}

/** The parts of an area that another does not cover, each a piece. */
export function uncovered(geos: Geos, shape: Uint8Array, cover: Uint8Array): Piece[] {
  return geos.scope((scope) => {
    const left = scope.geos.GEOSDifference(scope.read(shape), scope.read(cover))
    return partsOf(scope, scope.own(left, 'uncovered'), 2).map((part) => pieceOf(scope, part))
  })
}

const readable = (scope: Scope, shapes: WkbBatch) => scope.readAll(shapes, () => undefined)

/** Single shapes of a dimension alone: where borders meet, lines and points come along. */
function partsOf(scope: Scope, handle: Handle, dimension: number): Handle[] {
  const { geos } = scope
  return scope.parts(handle).flatMap((part) => {
    if (geos.GEOSGetNumGeometries(part) > 1) return partsOf(scope, part, dimension)
    return geos.GEOSGeom_getDimensions(part) === dimension && geos.GEOSisEmpty(part) !== 1 ? [part] : []
  })
}

function joined(scope: Scope, parts: readonly Handle[]): Piece | null {
  const [first] = parts
  if (!first || parts.length === 1) return first ? pieceOf(scope, first) : null
  const copies = parts.map((part) => scope.own(scope.geos.GEOSGeom_clone(part), 'copy'))
  const kind = { 0: 4, 1: 5, 2: 6 }[scope.geos.GEOSGeom_getDimensions(first)] as 4 | 5 | 6
  return pieceOf(scope, scope.collect(copies, kind))
}

function pieceOf(scope: Scope, handle: Handle): Piece {
  const point = scope.own(scope.geos.GEOSPointOnSurface(handle), 'point inside')
  return {
    wkb: scope.write(handle),
    area: scope.area(handle),
    length: scope.length(handle),
    at: scope.position(point),
  }
}
