import type { MapBounds } from './model.ts'

/**
 * Bounds of a map file, each far above a town's (60,000 parcels are 50 MB of GeoJSON) and below what would stop a
 * machine with 4 GB. A job may set its own.
 */
export const mapBounds: MapBounds = {
  fileBytes: 512 * 1024 * 1024,
  unpackedBytes: 2 * 1024 * 1024 * 1024,
  entries: 10_000,
  features: 5_000_000,
  // As WKB's own bound: 16 MB of positions.
  positions: 1_000_000,
  memoryMb: 1_024,
  deadlineMs: 300_000,
  batchBytes: 1024 * 1024,
}

/** Degrees between two positions of an arc that GDAL itself draws (DXF, DGN): 4 mm off at a radius of 100 m. */
export const arcStep = 1
