import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../src/domain/fault.ts'
import {
  noteSentence,
  openMap,
  type MapInput,
  type MapOptions,
} from '../../src/platform/formats/map/index.ts'
import { codesOf, madeMaps, readMap } from './folder.ts'

const maps = madeMaps()
const bytesOf = (...path: string[]) => readFileSync(join(maps(), ...path))
const named = (name: string, bytes: Uint8Array | string) => ({ name, bytes: Buffer.from(bytes) })

async function refusal(input: MapInput, options?: MapOptions): Promise<Fault> {
  const error = await readMap(input, options).then(
    () => undefined,
    (found: unknown) => found,
  )
  if (!(error instanceof Fault)) throw error ?? new Error('not refused')
  expect(error.sentence('vi')).not.toContain('…')
  return error
}

const point = (x: string, y: string) =>
  `{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[${x},${y}]}}`
const collection = (...features: string[]) =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}]}`

describe('a file that cannot be read is refused with its place', { timeout: 120_000 }, () => {
  test('GeoJSON cut in the middle: the line', async () => {
    const whole = collection(point('1', '2'), point('3', '4'), point('5', '6'))
    const fault = await refusal(named('a.geojson', whole.slice(0, -40)))
    expect(fault.code).toBe('map-broken')
    expect(fault.params['where']).toContain('line 4')
  })

  test.each([
    ['a shapefile cut off', () => named('a.shp', bytesOf('shp', 'thua.shp').subarray(0, 150))],
    ['a GeoPackage whose pages are noise', () => named('a.gpkg', noise(bytesOf('thua.gpkg')))],
    ['a GeoPackage cut off', () => named('a.gpkg', bytesOf('thua.gpkg').subarray(0, 20_000))],
    ['a FlatGeobuf cut off', () => named('a.fgb', bytesOf('thua.fgb').subarray(0, -60))],
    ['a drawing without its end', () => named('a.dxf', bytesOf('thua.dxf').subarray(0, -40))],
    ['XML cut off', () => named('a.kml', '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>a')],
    ['entities', () => named('a.kml', '<!DOCTYPE a [<!ENTITY b "c">]><kml xmlns="x"><Placemark/></kml>')],
  ])('%s', async (_, input) => {
    expect((await refusal(input())).code).toBe('map-broken')
  })

  test.each([
    ['AC1009', 'R11–R12'],
    ['AC1012', 'R13'],
    ['AC1014', 'R14'],
    ['AC1018', '2004–2006'],
    ['AC1021', '2007–2009'],
    ['AC1024', '2010–2012'],
    ['AC1027', '2013–2017'],
    ['AC1032', '2018–'],
  ])('a DWG of %s: which AutoCAD wrote it and what to save it as', async (mark, release) => {
    const fault = await refusal(named('a.dwg', mark + '\0'.repeat(200)))
    expect(fault.code).toBe('map-dwg-version')
    expect(fault.sentence('vi')).toContain(`AutoCAD ${release};`)
    expect(fault.sentence('vi')).toContain('"AutoCAD 2000/LT2000 DXF (*.dxf)"')
  })

  test('a DGN of version 8: what to save it as', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]
    expect((await refusal(named('a.dgn', Buffer.from(ole)))).code).toBe('map-dgn-v8')
  })

  test.each([
    ['empty', '', 'file-empty'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0', 'map-unknown'],
    ['JSON without features', '{"a": 1}', 'map-no-features'],
  ])('%s', async (_, text, code) => {
    expect((await refusal(named('a.bin', Buffer.from(text, 'latin1')))).code).toBe(code)
  })
})

describe('a file that is something else than its name is read as what it is', { timeout: 60_000 }, () => {
  test('a drawing called .shp', async () => {
    const { file, notes } = await readMap(named('a.shp', bytesOf('thua.dxf')))
    expect(file.format).toBe('dxf')
    expect(codesOf(notes)).toContain('named-otherwise')
  })
})

describe('what would stop the machine is stopped first', { timeout: 120_000 }, () => {
  test('4 GB of blanks in 4 MB', async () => {
    const bomb = zipSync({ 'a.dbf': new Uint8Array(64) })
    const at = directoryOf(bomb)
    Buffer.from(bomb.buffer).writeUInt32LE(0xffff_fff0, at + 24)
    expect((await refusal(named('a.zip', bomb))).code).toBe('map-archive')
  })

  test('more than the bound after unpacking', async () => {
    const zip = zipSync({ 'a.shp': new Uint8Array(3_000_000), 'b.shp': new Uint8Array(3_000_000) })
    const fault = await refusal(named('a.zip', zip), { bounds: { unpackedBytes: 5_000_000 } })
    expect(fault.code).toBe('map-archive')
  })

  test('a path that leads out of the archive', async () => {
    const zip = zipSync({ '../../a.geojson': Buffer.from(collection(point('1', '2'))) })
    expect((await refusal(named('a.zip', zip))).code).toBe('map-archive')
  })

  test('a link in a folder is not followed', async () => {
    const folder = join(maps(), 'links')
    await mkdir(folder, { recursive: true })
    writeFileSync(join(folder, 'a.geojson'), collection(point('1', '2')))
    const elsewhere = join(maps(), 'elsewhere')
    await mkdir(elsewhere, { recursive: true })
    writeFileSync(join(elsewhere, 'c.geojson'), collection(point('3', '4')))
    // Anyone may make this kind of link on Windows; one to a file is for administrators there.
    symlinkSync(elsewhere, join(folder, 'b'), 'junction')
    if (process.platform !== 'win32') symlinkSync('/etc/hostname', join(folder, 'b.csv'))
    const { features, notes } = await readMap(folder)
    expect(features).toHaveLength(1)
    expect(codesOf(notes)).toContain('file-ignored')
  })

  test('a polygon of more positions than the bound: kept without its place, and said so', async () => {
    const ring = Array.from({ length: 5_000 }, (_, i) => `[${Math.cos(i)},${Math.sin(i)}]`).join()
    const text = collection(
      `{"type":"Feature","properties":{"a":1},"geometry":{"type":"Polygon","coordinates":[[${ring}]]}}`,
      point('1', '2'),
    )
    const { features } = await readMap(named('a.geojson', text), { bounds: { positions: 1_000 } })
    expect(features.map(({ wkb }) => wkb === null)).toEqual([true, false])
    expect(features[0]?.notes?.[0]?.params?.['fault']).toBe('geometry-large')
  })

  test('NaN and infinite coordinates leave the feature without a place, with its attributes', async () => {
    const text = collection(point('NaN', '2'), point('-Infinity', '2'), point('1e999', '2'), point('1', '2'))
    const { features } = await readMap(named('a.geojson', text))
    expect(features.map(({ wkb }) => wkb === null)).toEqual([true, true, true, false])
    const notes = features.flatMap((one) => one.notes ?? [])
    expect(codesOf(notes)).toEqual(Array(3).fill('geometry-refused'))
    for (const note of notes) {
      expect(noteSentence(note, 'vi')).toMatch(/hữu hạn|cần mảng tọa độ/)
      expect(noteSentence(note, 'vi')).not.toContain('…')
    }
  })

  test('kinds in one layer are told and none is lost; a collection becomes its parts', async () => {
    const mixed = `{"type":"Feature","properties":{"a":1},"geometry":{"type":"GeometryCollection","geometries":[
      {"type":"Point","coordinates":[1,2,3]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}}`
    const { file, features, notes } = await readMap(named('a.geojson', collection(mixed, point('1', '2'))))
    expect(file.layers[0]?.geometryKinds).toEqual(['Point', 'LineString'])
    expect(features.map(({ fid }) => fid)).toEqual(['1/1', '1/2', '2'])
    expect(codesOf(notes)).toContain('height-dropped')
  })

  test('more memory than it was given: a sentence, and this process lives', async () => {
    const ring = Array.from({ length: 3_000_000 }, (_, i) => `[${i % 180},${i % 90}]`).join()
    const text = collection(
      `{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[${ring}]}}`,
    )
    const fault = await refusal(named('a.geojson', text), { bounds: { memoryMb: 150, positions: 9e6 } })
    expect(fault.code).toBe('map-memory')
  })

  test('no sign of life within the deadline', async () => {
    const fault = await refusal(join(maps(), 'thua.dxf'), { bounds: { deadlineMs: 50 } })
    expect(fault.code).toBe('map-slow')
  })

  test('who gives it up ends its process', async () => {
    const stop = new AbortController()
    const opening = openMap(join(maps(), 'thua.dxf'), { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('given up')), 20)
    await expect(opening).rejects.toThrow('given up')
  })
})

/** Every page but the first overwritten. */
function noise(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.fill(0x5a, 4_096)
  return copy
}

function directoryOf(zip: Uint8Array): number {
  const at = Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  if (at < 0) throw new Error('no directory')
  return at
}
