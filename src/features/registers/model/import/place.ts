import type { Box, Geometry } from '../../../../domain/geometry/index.ts'
import type { CoordinateSystems, Operation, Plane } from '../../../../domain/plane.ts'

/** Where a town lies and how its record keeps places: what an import needs to put numbers on the map. */
export interface TownPlace {
  /** The plane of the record. */
  readonly plane: Plane
  readonly systems: CoordinateSystems
  /** Between VN-2000 and WGS 84, where neither the file nor a person names another. */
  readonly operation: Operation
  /** Longitude and latitude around the town; null where nobody has drawn it. */
  readonly box: Box | null
  /** The town's units, in the record's plane. */
  readonly areas: readonly Geometry[]
}
