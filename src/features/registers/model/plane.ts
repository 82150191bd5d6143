import type { Operation, Plane } from '../../../domain/plane.ts'

/** The plane in which the record keeps its places, and the named way from there to longitude and latitude. */
export interface RecordPlane {
  readonly plane: Plane
  readonly operation: Operation
  /** Every plane that the law knows. */
  readonly planes: readonly Plane[]
}
