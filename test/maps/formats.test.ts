import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { boxOf, decodeWkb } from '../../src/domain/geometry/index.ts'
import { incomingFrom } from '../../src/app/commands/import-files.ts'
import { workshop } from '../engines.ts'
import { engineer, importDesk } from '../support/import-desk.ts'
import { codesOf, madeMaps, readMap, zipped } from './folder.ts'

const maps = madeMaps()
const at = (...path: string[]) => join(maps(), ...path)
const corner = [578_424.605, 1_633_280.586] as const

describe('one map of two parcels comes in alike from every format', { timeout: 120_000 }, () => {
  const inputs: readonly (readonly [string, () => Parameters<typeof readMap>[0]])[] = [
    ['geojson', () => at('thua.geojson')],
    ['geojson', () => ({ name: 'thua.geojson.gz', bytes: gzipSync(readFileSync(at('thua.geojson'))) })],
    ['shapefile', () => at('shp', 'thua.shp')],
    ['shapefile', () => ({ name: 'thua.zip', bytes: zipped(at('shp'), 'lop/') })],
    ['geopackage', () => at('thua.gpkg')],
    ['filegdb', () => ({ name: 'gdb.zip', bytes: zipped(at('thua.gdb'), 'thua.gdb/') })],
    ['flatgeobuf', () => at('thua.fgb')],
    ['gml', () => at('gml')],
    ['mapinfo-tab', () => ({ name: 'tab.zip', bytes: zipped(at('tab')) })],
    ['mapinfo-mif', () => at('mif', 'thua.mif')],
  ]

  test.each(inputs)('%s', async (format, input) => {
    const { file, features: found } = await readMap(input())
    // FlatGeobuf keeps its features in the order of its index.
    const features = found.toSorted((a, b) => Number(a.properties['so']) - Number(b.properties['so']))
    expect(file.format).toBe(format)
    expect(file.layers[0]?.crs).toMatchObject({ kind: 'known' })
    expect(features).toHaveLength(2)
    expect(features.map(({ properties }) => properties['ten'])).toEqual(['Đất ở đô thị', 'Đất lúa'])
    expect(features.map(({ properties }) => Number(properties['so']))).toEqual([12, 13])
    const [place] = features.flatMap(({ wkb }) => (wkb ? [decodeWkb(wkb)] : []))
    expect(place?.type).toMatch(/Polygon$/)
    // MapInfo keeps whole numbers between the bounds of the map: a centimetre here.
    const [west, south] = place ? (boxOf(place) ?? []) : []
    expect(west).toBeCloseTo(corner[0], format === 'mapinfo-tab' ? 1 : 6)
    expect(south).toBeCloseTo(corner[1], format === 'mapinfo-tab' ? 1 : 6)
  })

  test.each(['dxf', 'dgn'])('%s: both outlines, and that no coordinate system is named', async (format) => {
    const { file, features, notes } = await readMap(at(`thua.${format}`))
    expect(file.format).toBe(format)
    expect(features).toHaveLength(2)
    expect(features.every(({ wkb }) => wkb !== null)).toBe(true)
    expect(file.layers[0]?.crs).toEqual({ kind: 'none' })
    expect(codesOf(notes)).toContain('crs-missing')
  })
})

describe('a FileGDB through the whole import', { timeout: 120_000 }, () => {
  const { open } = workshop('sqlite')
  test.each([
    ['the folder named on the command line', () => at('thua.gdb')],
    ['its files zipped without their folder', () => packed('thua.gdb.zip', zipped(at('thua.gdb')))],
  ])('%s', async (_, path) => {
    const { cases, work, labels } = await importDesk(await open())
    const { id } = await cases.receive(engineer, 'planning-zones', await incomingFrom(path()), {})
    await work()
    expect(await cases.import(engineer, id)).toMatchObject({
      fault: null,
      state: 'taken',
      summary: { format: 'filegdb', sums: { features: 2, entries: 2 } },
    })
    expect((await labels()).map((label) => label.trim())).toEqual(['Đất lúa', 'Đất ở đô thị'])
  })
  const packed = (name: string, bytes: Uint8Array) => {
    writeFileSync(at(name), bytes)
    return at(name)
  }
})

describe('what a shapefile lacks is told', { timeout: 60_000 }, () => {
  const without = (ending: string) => ({
    name: 'thua.zip',
    bytes: zipped(at('shp'), '', (name) => !name.endsWith(ending)),
  })

  test.each([
    ['.shx', 'index-missing'],
    ['.dbf', 'attributes-missing'],
    ['.prj', 'crs-missing'],
  ])('%s', async (ending, code) => {
    const { features, notes } = await readMap(without(ending))
    expect(features).toHaveLength(2)
    expect(codesOf(notes)).toContain(code)
  })

  test('rows and shapes that do not match', async () => {
    const dbf = readFileSync(at('shp', 'thua.dbf'))
    dbf.writeUInt32LE(7, 4)
    const others = ['shp', 'shx', 'prj'].map((ending) => ({
      name: `thua.${ending}`,
      bytes: readFileSync(at('shp', `thua.${ending}`)),
    }))
    const { notes } = await readMap([...others, { name: 'thua.dbf', bytes: dbf }])
    expect(codesOf(notes)).toContain('attributes-count')
  })
})

describe('kml', { timeout: 60_000 }, () => {
  const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
    <Style id="o"><LineStyle><color>ff0000ff</color></LineStyle><PolyStyle><color>7f00ff00</color></PolyStyle></Style>
    <Placemark id="a"><name>Thửa 1</name><styleUrl>#o</styleUrl>
      <ExtendedData><Data name="loai"><value>ODT</value></Data><SchemaData><SimpleData name="so">12</SimpleData></SchemaData></ExtendedData>
      <Polygon><outerBoundaryIs><LinearRing><coordinates>108,14,5 108.1,14,5 108.1,14.1,5 108,14,5</coordinates></LinearRing></outerBoundaryIs></Polygon>
    </Placemark>
    <Placemark><name>Không hình</name></Placemark>
    <Placemark><name>Sai</name><Point><coordinates>abc,14</coordinates></Point></Placemark>
    </Document></kml>`

  test('its table, colours, places without geometry and broken ones all come through', async () => {
    const { features, notes } = await readMap({ name: 'a.kml', bytes: Buffer.from(kml) })
    expect(features.map(({ fid, wkb }) => [fid, wkb === null])).toEqual([
      ['a', false],
      ['2', true],
      ['3', true],
    ])
    expect(features[0]?.properties).toEqual({ name: 'Thửa 1', loai: 'ODT', so: '12' })
    expect(features[0]?.style).toEqual({ colour: '#ff0000', fill: '#00ff00' })
    expect(codesOf(features.flatMap((one) => one.notes ?? []))).toEqual([
      'geometry-missing',
      'geometry-refused',
    ])
    expect(codesOf(notes)).toContain('height-dropped')
  })
})
