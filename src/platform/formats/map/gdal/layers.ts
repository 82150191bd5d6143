import type { Box, GeometryType } from '../../../../domain/geometry/index.ts'
import type { Crs, FieldType, MapField, MapFormat, MapLayer } from '../model.ts'
import type { LayerInfo } from './gdal.ts'

const kinds: Readonly<Record<string, readonly GeometryType[]>> = {
  Point: ['Point'],
  'Line String': ['LineString'],
  LineString: ['LineString'],
  Polygon: ['Polygon'],
  'Multi Point': ['MultiPoint'],
  MultiPoint: ['MultiPoint'],
  'Multi Line String': ['MultiLineString'],
  MultiLineString: ['MultiLineString'],
  'Multi Polygon': ['MultiPolygon'],
  MultiPolygon: ['MultiPolygon'],
}

const types: Readonly<Record<string, FieldType>> = {
  Integer: 'integer',
  Integer64: 'integer64',
  Real: 'real',
  Date: 'day',
  Time: 'time',
  DateTime: 'instant',
  Binary: 'bytes',
  IntegerList: 'json',
  Integer64List: 'json',
  RealList: 'json',
  StringList: 'json',
}

/** A layer as GDAL describes it, in our words. */
export function layerOf(info: LayerInfo, format: MapFormat): MapLayer {
  const [place] = info.geometryFields
  return {
    name: info.name.normalize('NFC'),
    format,
    crs: crsOf(place?.coordinateSystem),
    fields: info.fields.map(fieldOf),
    geometryKinds: kindsOf(place?.type ?? '', format),
    count: info.featureCount ?? null,
    box: boxOf(place?.extent),
  }
}

function fieldOf({ name, type, subType }: LayerInfo['fields'][number]): MapField {
  if (subType === 'Boolean') return { name, type: 'boolean' }
  if (subType === 'JSON') return { name, type: 'json' }
  return { name, type: types[type] ?? 'text' }
}

/** A shapefile's kind covers one part and many (ESRI 1998, p. 8). */
function kindsOf(declared: string, format: MapFormat): readonly GeometryType[] {
  const found = kinds[declared.replace(/^3D |(Z|M|ZM| Z| M| ZM)$|^(3D )?(Measured )/g, '').trim()] ?? []
  const many = found.map((kind) => `Multi${kind}`).filter((kind) => kind in kinds) as GeometryType[]
  return format === 'shapefile' && !declared.includes('Point') ? [...found, ...many] : found
}

function crsOf(system: LayerInfo['geometryFields'][number]['coordinateSystem']): Crs {
  if (!system || system.wkt === '') return { kind: 'none' }
  const { id, name } = system.projjson ?? {}
  const epsg = id?.authority === 'EPSG' ? Number(id.code) : NaN
  return {
    kind: 'known',
    name: name ?? /^\w+\["([^"]*)"/.exec(system.wkt)?.[1] ?? '',
    epsg: Number.isInteger(epsg) ? epsg : null,
    wkt: system.wkt,
  }
}

function boxOf(extent: readonly (number | null)[] | undefined): Box | null {
  const [west, south, east, north] = extent ?? []
  const numbers = [west, south, east, north]
  if (!numbers.every((side) => typeof side === 'number' && Number.isFinite(side))) return null
  return [Number(west), Number(south), Number(east), Number(north)]
}
