import { geometryFromJson, type Geometry } from '../../../../domain/geometry/index.ts'
import type { TableCell } from './numbers.ts'

const kinds: Readonly<Record<string, string>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
}

const shape =
  /^\s*(?:SRID=\d+;)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON))\s*(?:Z|M|ZM)?\s*(\([-+\d.eE\s,()]+\))\s*$/i

/** Whether a cell is a shape in words, as GIS programs and databases write them into tables. */
export const isWkt = (cell: TableCell | undefined): boolean => typeof cell === 'string' && shape.test(cell)

/** The shape that stands in a cell; undefined where it is none. */
export function geometryOfWkt(cell: TableCell | undefined): Geometry | undefined {
  const [, word = '', body = ''] = (typeof cell === 'string' && shape.exec(cell)) || []
  const type = kinds[word.toUpperCase()]
  if (type === undefined) return undefined
  const text = body
    .replaceAll(/([-+\d.eE]+)\s+([-+\d.eE]+)(?:\s+[-+\d.eE]+)*/g, '[$1,$2]')
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  const list = JSON.parse(text) as unknown[]
  // POINT (x y) has one pair, MULTIPOINT either (x y) or ((x y)) for each.
  const coordinates = type === 'Point' ? list[0] : type === 'MultiPoint' ? list.map((one) => flat(one)) : list
  return geometryFromJson({ type, coordinates })
}

const flat = (one: unknown) => (Array.isArray(one) && Array.isArray(one[0]) ? (one[0] as unknown) : one)
