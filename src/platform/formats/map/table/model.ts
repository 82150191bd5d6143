import type { Position } from '../../../../domain/geometry/index.ts'

/**
 * What the two numbers of a row are. In Vietnamese tables X is north and Y is east, so `x` and `y` alone say
 * nothing: a choice names them by what they mean.
 */
export interface CoordinateColumns {
  /** Indices of columns, from 0. */
  readonly east: number
  readonly north: number
  readonly kind: 'plane' | 'degrees'
}

/** How decimals are written in the coordinate columns. */
export type DecimalMark = ',' | '.'

/** Whether a row is a point, or a corner of the area that the rows with the same parcel make. */
export type TableShape = 'points' | 'vertices'

export interface TableChoice {
  readonly columns: CoordinateColumns
  readonly decimal: DecimalMark
  readonly shape: TableShape
  /** The column that says which parcel a corner belongs to; null where the table is one parcel. */
  readonly parcel: number | null
}

/** A way to read the table, with what speaks for it, for a person to choose from. */
export interface TableCandidate {
  readonly choice: TableChoice
  /** Places of rows under this choice, evenly over the table: all candidates show the same rows. */
  readonly sample: readonly (Position | null)[]
  readonly vi: string
  readonly en: string
}

export interface TableQuestion {
  readonly headers: readonly string[]
  /** The first rows as they stand. */
  readonly sample: readonly (readonly string[])[]
  readonly candidates: readonly TableCandidate[]
}
