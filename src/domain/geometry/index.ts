/** Geometry as values: in a plane in metres, or in longitude and latitude. Pure; what needs GEOS is in `platform/geometry`. */
export * from './model.ts'
export * from './parts.ts'
export * from './box.ts'
export * from './measure.ts'
export * from './wkb.ts'
export * from './geojson.ts'
