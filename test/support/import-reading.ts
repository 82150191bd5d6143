import { createHash } from 'node:crypto'
import type { Day } from '../../src/domain/day.ts'
import { encodeWkb, type Geometry, type Ring } from '../../src/domain/geometry/index.ts'
import { planeOf } from '../../src/domain/plane.ts'
import type { ImportContext } from '../../src/features/registers/index.ts'
import type { MapFeature, MapLayer } from '../../src/platform/formats/map/index.ts'
import { official, systems } from '../coordinates.ts'
import { shippedLaw, shippedRegisters } from './law.ts'

const on = '2026-11-22' as Day
export const plane = planeOf(systems, 'vn2000-tm3-108-00')

/** An invented town: ten kilometres square. */
export const townRing: Ring = ring(600_000, 1_630_000, 10_000)

const open = async () => {
  const law = await shippedLaw()
  return { law, catalogue: await shippedRegisters() }
}
let opened: ReturnType<typeof open> | undefined

export async function importContext(
  register: string,
  over: Partial<ImportContext> = {},
): Promise<ImportContext> {
  opened ??= open()
  const { law, catalogue } = await opened
  return {
    register: catalogue.find(register, on),
    law,
    on,
    systems,
    plane,
    operation: official,
    town: [townRing],
    fileName: 'QHPK minh họa.geojson',
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    ...over,
  }
}

export function ring(x: number, y: number, side: number): Ring {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ]
}

export const square = (x: number, y: number, side = 10): Geometry => ({
  type: 'Polygon',
  coordinates: [ring(600_100 + x, 1_630_100 + y, side)],
})

export const layerOf = (
  name: string,
  fields: readonly string[] = [],
  epsg: number | null = 5898,
): MapLayer => ({
  name,
  format: 'geojson',
  crs: epsg === null ? { kind: 'none' } : { kind: 'known', name: `EPSG:${epsg}`, epsg, wkt: '' },
  fields: fields.map((field) => ({ name: field, type: 'text' })),
  geometryKinds: [],
  count: null,
  box: null,
})

export const feature = (
  fid: number,
  geometry: Geometry | null,
  properties: MapFeature['properties'] = {},
  style?: MapFeature['style'],
): MapFeature => ({
  layer: 'a',
  fid: String(fid),
  wkb: geometry && encodeWkb(geometry),
  properties,
  ...(style && { style }),
})
