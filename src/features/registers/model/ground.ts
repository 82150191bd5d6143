import type { Box, MultiPolygon, Polygon } from '../../../domain/geometry/index.ts'
import type { Operation, Plane } from '../../../domain/plane.ts'

/** What every map of the office is drawn on: its own plane, its own units, and nothing from elsewhere. */
export interface Ground {
  readonly plane: Plane
  /** Makes longitude and latitude of the plane's metres, for the screen alone; named on every map. */
  readonly operation: Operation
  /**
   * Longitude and latitude that the view never leaves: the units known here and their surroundings. So no staff map
   * shows the nation, of which Hoàng Sa and Trường Sa would have to be part.
   */
  readonly bounds: Box | null
  readonly units: readonly GroundUnit[]
}

export interface GroundUnit {
  readonly id: string
  /** With its kind: "Phường Sa Huỳnh". */
  readonly name: string
  readonly geometry: MultiPolygon | Polygon
}
