import type { Box, Position } from '../../../../domain/geometry/index.ts'
import { toPlane, type CoordinateSystems, type Operation, type Plane } from '../../../../domain/plane.ts'
import type { Words } from '../../../../domain/words.ts'

interface Place {
  readonly plane: Plane
  readonly systems: Pick<CoordinateSystems, 'operations'>
  /** Longitude and latitude of the town; null where nobody has drawn it. */
  readonly at: Position | null
}

/** The middle of a box. */
export const middleOf = (box: Box | null): Position | null =>
  box && [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]

/** Metres between the places that two operations make of the same longitude and latitude. */
export function apartBy(plane: Plane, at: Position, one: Operation, other: Operation): number {
  const [a, b] = [toPlane(plane, one).apply(at), toPlane(plane, other).apply(at)]
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/**
 * What is known of how right an operation is: its number, and how far off the other ones in use put the same place in
 * this town. Nobody publishes more of them: which one a file was made with only its maker knows.
 */
export function operationWords(operation: Operation, { plane, systems, at }: Place): Words {
  const others = systems.operations.filter(
    // Taking no shift at all is no set of parameters: it is compared only where it is what was chosen.
    ({ id, epsg }) => id !== operation.id && epsg !== null,
  )
  const number = operation.epsg === null ? [] : [`EPSG ${operation.epsg}`]
  if (!at || others.length === 0) {
    const text = number.join('') || '–'
    return { vi: text, en: text }
  }
  const listed = (language: 'vi' | 'en') =>
    others
      .map((other) => {
        const metres = apartBy(plane, at, operation, other).toFixed(2)
        return language === 'vi'
          ? `${metres.replace('.', ',')} m so với ${other.name.vi}`
          : `${metres} m from ${other.name.en}`
      })
      .join('; ')
  return {
    vi: [...number, `tại địa bàn lệch ${listed('vi')}`].join('; '),
    en: [...number, `in this town ${listed('en')}`].join('; '),
  }
}
