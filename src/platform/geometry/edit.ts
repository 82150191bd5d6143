import type { WkbBatch } from './batch.ts'
import type { Geos, Handle, Scope } from './geos.ts'

/** One area of many; borders between them go. */
export function union(geos: Geos, shapes: WkbBatch): Uint8Array {
  return geos.scope((scope) => {
    const all = scope.collect(scope.readAll(shapes) as Handle[], 7)
    return scope.write(areasOf(scope, scope.own(scope.geos.GEOSUnaryUnion(all), 'union')))
  })
}

/** What of the first shape lies outside the second. */
export function difference(geos: Geos, shape: Uint8Array, less: Uint8Array): Uint8Array {
  return geos.scope((scope) => {
    const left = scope.geos.GEOSDifference(scope.read(shape), scope.read(less))
    return scope.write(areasOf(scope, scope.own(left, 'difference')))
  })
}

/** The parts into which a line cuts an area, each a polygon; one part where it does not cut through. */
export function cut(scope: Scope, shape: Uint8Array, line: Uint8Array): Uint8Array[] {
  const { geos: c } = scope
  const area = scope.read(shape)
  const border = scope.own(c.GEOSBoundary(area), 'border')
  const noded = scope.own(c.GEOSUnion(border, scope.read(line)), 'node')
  const parts = scope.parts(polygonsFrom(scope, noded))
  const prepared = scope.prepare(area)
  const inside = (part: Handle) => {
    const point = scope.own(c.GEOSPointOnSurface(part), 'point inside')
    return scope.truth(c.GEOSPreparedIntersects(prepared, point), 'inside')
  }
  return parts.filter(inside).map((part) => scope.write(part))
}

/** All that lies within `metres` of the shape. */
export function buffer(geos: Geos, shape: Uint8Array, metres: number): Uint8Array {
  // 16 segments a quarter of a circle: an arc of 10 m is off by 1.2 cm at most.
  return geos.scope((scope) =>
    scope.write(scope.own(scope.geos.GEOSBuffer(scope.read(shape), metres, 16), 'buffer')),
  )
}

/** A point that surely lies within each shape, for its label. */
export function pointsInside(geos: Geos, shapes: WkbBatch): WkbBatch {
  return geos.scope((scope) => {
    const point = (handle: Handle | null) =>
      scope.own(scope.geos.GEOSPointOnSurface(handle as Handle), 'point inside')
    return scope.writeAll(scope.readAll(shapes).map(point))
  })
}

/** The polygons that noded lines enclose, as a collection. */
export function polygonsFrom(scope: Scope, noded: Handle): Handle {
  const list = scope.allocate(4)
  scope.geos.Module.HEAPU32[list >> 2] = noded
  return scope.own(scope.geos.GEOSPolygonize(list, 1), 'polygonise')
}

/** Areas alone: where shapes meet in a line or a point, GEOS returns that as well. */
function areasOf(scope: Scope, handle: Handle): Handle {
  // 7 is a collection of kinds; all else is of one kind.
  if (scope.geos.GEOSGeomTypeId(handle) !== 7) return handle
  const areas = scope
    .parts(handle)
    .filter((part) => scope.geos.GEOSGeom_getDimensions(part) === 2)
    .map((part) => scope.own(scope.geos.GEOSGeom_clone(part), 'copy'))
  return scope.own(scope.geos.GEOSUnaryUnion(scope.collect(areas, 7)), 'areas')
}
