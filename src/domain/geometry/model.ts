/**
 * East and north in metres where a plane is named, else longitude and latitude in degrees. Two numbers, always:
 * heights are no part of a plan's map.
 */
export type Position = readonly [x: number, y: number]

/** A closed line: first and last position are the same, four positions at least. */
export type Ring = readonly Position[]

export interface Point {
  readonly type: 'Point'
  readonly coordinates: Position
}
export interface MultiPoint {
  readonly type: 'MultiPoint'
  readonly coordinates: readonly Position[]
}
export interface LineString {
  readonly type: 'LineString'
  readonly coordinates: readonly Position[]
}
export interface MultiLineString {
  readonly type: 'MultiLineString'
  readonly coordinates: readonly (readonly Position[])[]
}
export interface Polygon {
  readonly type: 'Polygon'
  readonly coordinates: readonly Ring[]
}
export interface MultiPolygon {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly Ring[])[]
}

/** What an entry's place can be: GeoJSON's kinds but collections, in a plane or in longitude and latitude. */
export type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon
export type GeometryType = Geometry['type']

/** In the order of their numbers in WKB, from 1. */
export const geometryTypes = [
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
] as const satisfies readonly GeometryType[]

/** 0 point, 1 line, 2 area: what a register asks of its entries. */
export type Dimension = 0 | 1 | 2

export function dimensionOf(type: GeometryType): Dimension {
  if (type.endsWith('Point')) return 0
  return type.endsWith('LineString') ? 1 : 2
}

/** Smallest x, smallest y, largest x, largest y, as in GeoJSON's `bbox`. */
export type Box = readonly [west: number, south: number, east: number, north: number]
