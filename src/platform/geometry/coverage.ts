import type { WkbBatch } from './batch.ts'
import type { Geos, Handle } from './geos.ts'

/** A shape whose border does not fit its neighbours': overlaps, or a gap narrower than asked for. */
export interface CoverageFault {
  readonly index: number
  /** The stretches of border, as WKB of lines. */
  readonly edges: Uint8Array
}

/** Where shapes that should lie side by side overlap, or leave gaps up to `gapWidth` metres. */
export function coverageFaults(geos: Geos, shapes: WkbBatch, gapWidth: number): CoverageFault[] {
  return geos.scope((scope) => {
    const { geos: c } = scope
    const coverage = scope.collect(scope.readAll(shapes) as Handle[], 7)
    const slot = scope.allocate(8)
    c.Module.HEAPU32[slot >> 2] = 0
    if (scope.truth(c.GEOSCoverageIsValid(coverage, gapWidth, slot), 'coverage')) return []
    const edges = scope.filled(slot)
    if (!edges) return []
    return scope
      .parts(edges)
      .flatMap((lines, index) => (c.GEOSisEmpty(lines) === 1 ? [] : [{ index, edges: scope.write(lines) }]))
  })
}

/** The shapes with fewer positions, about `tolerance` metres coarse; what was a shared border stays one. */
export function coverageSimplified(geos: Geos, shapes: WkbBatch, tolerance: number): WkbBatch {
  return geos.scope((scope) => {
    const coverage = scope.collect(scope.readAll(shapes) as Handle[], 7)
    const simple = scope.own(scope.geos.GEOSCoverageSimplifyVW(coverage, tolerance, 0), 'simplify')
    return scope.writeAll(scope.parts(simple))
  })
}
