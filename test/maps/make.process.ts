import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/*
 * Writes small maps in all formats that GDAL can write, into the folder named on the command line: fixtures are made
 * when they are needed, by the same library, and none is kept as bytes.
 */

interface Gdal {
  open(path: string): Promise<{ datasets: [object] }>
  ogr2ogr(dataset: object, options: string[], name: string): Promise<unknown>
}

const folder = JSON.parse(process.argv[2] ?? '""') as string
const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 10, y],
    [x + 10, y + 10],
    [x, y + 10],
    [x, y],
  ],
]
const feature = (id: number, coordinates: unknown, properties: object) => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Polygon', coordinates },
})
const source = {
  type: 'FeatureCollection',
  name: 'thua',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3406' } },
  features: [
    feature(1, square(578_424.605, 1_633_280.586), {
      ten: 'Đất ở đô thị',
      so: 12,
      dt: 100.5,
      ngay: '2026/01/15',
    }),
    feature(2, square(578_444.605, 1_633_280.586), { ten: 'Đất lúa', so: 13, dt: 100, ngay: null }),
  ],
}

/** Of a design the columns are given: level, index of colour, and the text of a label. */
const drawing = {
  type: 'FeatureCollection',
  name: 've',
  features: [
    feature(1, square(0, 0), { Level: 12, ColorIndex: 3, Text: null }),
    feature(2, square(20, 0), { Level: 13, ColorIndex: 5, Text: null }),
    ...['A'.repeat(28), 'B'.repeat(18)].map((Text, i) => ({
      type: 'Feature',
      properties: { Level: 14, ColorIndex: 2, Text },
      geometry: { type: 'Point', coordinates: [5, i] },
    })),
  ],
}

const targets: readonly (readonly [string, string, readonly string[]])[] = [
  ['ESRI Shapefile', 'shp/thua', ['-lco', 'ENCODING=UTF-8']],
  ['GPKG', 'thua', []],
  ['OpenFileGDB', 'thua', []],
  ['FlatGeobuf', 'thua', []],
  ['GML', 'gml/thua', []],
  ['MapInfo File', 'tab/thua', []],
  ['MapInfo File', 'mif/thua', ['-dsco', 'FORMAT=MIF']],
  ['DXF', 'thua', ['-sql', 'SELECT geometry FROM thua', '-dialect', 'SQLITE']],
  ['DGN', 'thua', ['-sql', 'SELECT geometry FROM thua', '-dialect', 'SQLITE']],
]

for (const name of ['shp', 'gml', 'tab', 'mif']) mkdirSync(join(folder, name), { recursive: true })
writeFileSync(join(folder, 'thua.geojson'), JSON.stringify(source))
writeFileSync(join(folder, 've.geojson'), JSON.stringify(drawing))
const require = createRequire(import.meta.url)
process.chdir(dirname(require.resolve('gdal3.js/dist/package/gdal3WebAssembly.wasm')))
const init = require('gdal3.js/node') as (config: object) => Promise<Gdal>
const quiet = () => undefined
const gdal = await init({ path: '.', dest: folder, logHandler: quiet, errorHandler: quiet })
const [dataset] = (await gdal.open('/output/thua.geojson')).datasets
for (const [driver, name, options] of targets) await gdal.ogr2ogr(dataset, ['-f', driver, ...options], name)
const [drawn] = (await gdal.open('/output/ve.geojson')).datasets
await gdal.ogr2ogr(drawn, ['-f', 'DGN'], 've')
