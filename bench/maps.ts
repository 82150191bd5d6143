import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { encodeWkb, type Position } from '../src/domain/geometry/index.ts'
import { openMap } from '../src/platform/formats/map/index.ts'
import type { Row } from './row.ts'

const parcels = 60_000
const memoryMb = 400

/** Reading a town's parcels in the process for maps: speed, and how long this process was kept from other work. */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dothi-bench-maps-'))
  try {
    const files = [geojson(folder), geopackage(folder)]
    const rows: Row[] = []
    for (const { name, path, megabytes } of files) rows.push(...(await timed(name, path, megabytes)))
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(name: string, path: string, megabytes: number): Promise<Row[]> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const start = performance.now()
  let count = 0
  await using file = await openMap(path, { bounds: { memoryMb } })
  for await (const batch of file.batches()) count += batch.features.length
  const seconds = (performance.now() - start) / 1000
  delay.disable()
  if (count !== parcels) throw new Error(`${name}: ${count}`)
  const what = `${name}, ${parcels} parcels, within ${memoryMb} MB`
  const row = (name: string, value: number, unit: string): Row => ({
    name,
    value,
    unit,
    against: null,
    ratio: null,
  })
  return [
    row(`reading ${what}`, megabytes / seconds, 'MB/s'),
    row(`reading ${what}`, count / seconds, 'features/s'),
    {
      ...row(`the reading process holds at most, ${name}`, file.peakMb() ?? NaN, 'MB'),
      against: `${memoryMb} MB`,
      ratio: (file.peakMb() ?? NaN) / memoryMb,
    },
    // The goal of an import: the server answers others within 100 ms.
    {
      ...row(`this process waits meanwhile (p99), ${name}`, delay.percentile(99) / 1e6, 'ms'),
      against: '100 ms',
      ratio: delay.percentile(99) / 1e8,
    },
  ]
}

/** Fourteen corners around a middle; not squares, so that numbers have all their digits. */
function ring(i: number): Position[] {
  const [x, y] = [570_000 + (i % 250) * 40, 1_630_000 + Math.floor(i / 250) * 40]
  const corners = Array.from({ length: 14 }, (_, k): Position => {
    const radius = 15 + ((i * 7 + k * 3) % 5)
    return [x + radius * Math.cos((k * Math.PI) / 7), y + radius * Math.sin((k * Math.PI) / 7)]
  })
  return [...corners, corners[0]!]
}

interface Made {
  readonly name: string
  readonly path: string
  readonly megabytes: number
}

function geojson(folder: string): Made {
  const features = Array.from({ length: parcels }, (_, i) =>
    JSON.stringify({
      type: 'Feature',
      properties: {
        so_to: i % 99,
        so_thua: i,
        dien_tich: 700.5,
        loai_dat: 'ODT',
        dia_chi: `Tổ dân phố ${i % 40}`,
      },
      geometry: { type: 'Polygon', coordinates: [ring(i)] },
    }),
  )
  const crs = '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5898"}}'
  const text = `{"type":"FeatureCollection",${crs},"features":[\n${features.join(',\n')}\n]}`
  const path = join(folder, 'parcels.geojson')
  writeFileSync(path, text)
  return { name: 'GeoJSON', path, megabytes: Buffer.byteLength(text) / 1e6 }
}

function geopackage(folder: string): Made {
  const path = join(folder, 'parcels.gpkg')
  const db = new DatabaseSync(path)
  db.exec(`CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
      organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('VN-2000', 5898, 'EPSG', 5898, 'PROJCS["VN-2000"]');
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, min_x REAL, min_y REAL, max_x REAL, max_y REAL);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER);
    INSERT INTO gpkg_contents VALUES ('parcels', 'features', 570000, 1630000, 580000, 1640000);
    INSERT INTO gpkg_geometry_columns VALUES ('parcels', 'geom', 'POLYGON', 5898);
    CREATE TABLE parcels (fid INTEGER PRIMARY KEY, geom BLOB, so_to INTEGER, so_thua INTEGER, dien_tich DOUBLE,
      loai_dat TEXT, dia_chi TEXT);
    BEGIN`)
  const insert = db.prepare('INSERT INTO parcels VALUES (?, ?, ?, ?, 700.5, ?, ?)')
  const head = Buffer.from([0x47, 0x50, 0, 1, 0x0a, 0x17, 0, 0])
  for (let i = 0; i < parcels; i++) {
    const wkb = encodeWkb({ type: 'Polygon', coordinates: [ring(i)] })
    insert.run(i + 1, Buffer.concat([head, wkb]), i % 99, i, 'ODT', `Tổ dân phố ${i % 40}`)
  }
  db.exec('COMMIT')
  const pages = db
    .prepare('SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size')
    .get()
  db.close()
  return { name: 'GeoPackage', path, megabytes: Number(pages?.['size']) / 1e6 }
}
