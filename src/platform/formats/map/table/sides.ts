import type { Position } from '../../../../domain/geometry/index.ts'
import type { Outline } from './outlines.ts'

/** Metres: sides are written to centimetres or decimetres, corners too. */
const rounding = 0.1

export interface SideFault {
  readonly row: number
  readonly declared: number
  readonly measured: number
  /** How many sides of the parcel differ. */
  readonly count: number
}

/**
 * The sides that a certificate lists beside its corners, against the corners themselves: a digit that was mistyped
 * shows. A side stands in the row of the corner it begins at or ends at; the way that fits more sides is meant.
 */
export function sideFault({
  corners,
  sides,
  rows,
}: Pick<Outline, 'corners' | 'sides' | 'rows'>): SideFault | null {
  const faults = [1, -1].map((step) => wrong(corners, sides, rows, step))
  const [first, second] = faults as [SideFault[], SideFault[]]
  const least = second.length < first.length ? second : first
  return least[0] ? { ...least[0], count: least.length } : null
}

function wrong(
  corners: readonly Position[],
  sides: readonly (number | undefined)[],
  rows: readonly number[],
  step: number,
): SideFault[] {
  return corners.flatMap((corner, i): SideFault[] => {
    const declared = sides[i]
    const other = corners[(i + step + corners.length) % corners.length]
    if (declared === undefined || !other) return []
    const measured = Math.hypot(other[0] - corner[0], other[1] - corner[1])
    if (Math.abs(measured - declared) <= rounding) return []
    return [{ row: rows[i] ?? 0, declared, measured: Math.round(measured * 100) / 100, count: 1 }]
  })
}
