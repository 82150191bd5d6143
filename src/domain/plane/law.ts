import type { Words } from '../words.ts'
import type { CoordinateSystems, Operation, Plane } from './model.ts'

/** A row of `law/coordinates/zones.yaml`. */
export interface ZoneRow {
  readonly id: string
  /** Of the zone, degrees: 3 or 6. */
  readonly width: number
  readonly centralMeridian: number
  readonly scale: number
  readonly falseEasting: number
  readonly falseNorthing: number
  readonly epsg: number
}

/** A row of `law/coordinates/operations.yaml`. */
export interface OperationRow {
  readonly id: string
  readonly name: Words
  readonly method: 'coordinate-frame' | 'position-vector'
  readonly dX: number
  readonly dY: number
  readonly dZ: number
  readonly rX: number
  readonly rY: number
  readonly rZ: number
  readonly scale: number
  readonly epsg: number
}

/** VN-2000 taken for WGS 84 as it stands: about 220 m off. Some files were made so, and only this way back is right for them. */
export const noShift: Operation = {
  id: 'none',
  name: { vi: 'Không chuyển (coi VN-2000 là WGS 84)', en: 'No shift (VN-2000 taken for WGS 84)' },
  epsg: null,
  translation: [0, 0, 0],
  rotation: [0, 0, 0],
  scale: 0,
  convention: 'position-vector',
}

/** The planes and operations of the law's tables, ready to be used. */
export function coordinateSystems(
  zones: readonly ZoneRow[],
  operations: readonly OperationRow[],
): CoordinateSystems {
  return { planes: zones.map(plane), operations: [...operations.map(operation), noShift] }
}

function plane({ id, width, centralMeridian, epsg, scale, falseEasting, falseNorthing }: ZoneRow): Plane {
  const meridian = degreesAndMinutes(centralMeridian)
  return {
    id,
    name: {
      vi: `VN-2000, múi ${width}°, kinh tuyến trục ${meridian}`,
      en: `VN-2000, zone of ${width}°, central meridian ${meridian}`,
    },
    epsg,
    datum: 'vn2000',
    grid: { meridian: centralMeridian, scale, falseEasting, falseNorthing },
  }
}

function degreesAndMinutes(degrees: number): string {
  const minutes = Math.round(degrees * 60)
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`
}

function operation(row: OperationRow): Operation {
  return {
    id: row.id,
    name: row.name,
    epsg: row.epsg,
    translation: [row.dX, row.dY, row.dZ],
    rotation: [row.rX, row.rY, row.rZ],
    scale: row.scale,
    convention: row.method,
  }
}
