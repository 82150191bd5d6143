import { describe, expect, test } from 'vitest'
import { older, official, systems } from '../../../test/coordinates.ts'
import type { Box, Position } from '../geometry/index.ts'
import { boxAround } from '../geometry/index.ts'
import { between, candidates, crs84, knownCrs, planeOf, writtenCrs, type Crs } from '../plane.ts'

const home = planeOf(systems, 'vn2000-tm3-108-00')
const wkt = (datum: string, meridian: number, scale = 0.9999, extra = '') =>
  `PROJCS["VN2000_${meridian}",GEOGCS["GCS",DATUM["${datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]${extra}],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

describe('what a file writes of its reference system', () => {
  const id = (text: string) => writtenCrs(text, systems)?.crs.id

  test.each([
    ['EPSG:5898', 'vn2000-tm3-108-00'],
    ['5899', 'vn2000-tm3-107-45'],
    ['urn:ogc:def:crs:EPSG::3405', 'vn2000-tm6-105-00'],
    ['http://www.opengis.net/def/crs/EPSG/0/9216', 'vn2000-tm3-107-30'],
    ['EPSG:4756', 'vn2000-lonlat'],
    ['EPSG:4326', 'crs84'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'crs84'],
    ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'crs84'],
    ['EPSG:32649', 'wgs84-utm-49n'],
    ['EPSG:3857', 'web-mercator'],
    ['ESRI:102100', 'web-mercator'],
    ['EPSG:900913', 'web-mercator'],
    [
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
      'web-mercator',
    ],
    [
      'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]',
      'web-mercator',
    ],
    ['+proj=utm +zone=48 +datum=WGS84 +units=m +no_defs', 'wgs84-utm-48n'],
    ['+proj=longlat +datum=WGS84 +no_defs', 'crs84'],
    [wkt('D_Vietnam_2000', 108), 'vn2000-tm3-108-00'],
    [wkt('Vietnam_2000', 111, 0.9996), 'vn2000-tm6-111-00'],
    [wkt('D_WGS_1984', 105, 0.9996), 'wgs84-utm-48n'],
    [
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
      'crs84',
    ],
    [
      'PROJCRS["x",BASEGEOGCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,298.257223563]]],CONVERSION["y",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",108.25],PARAMETER["Scale factor at natural origin",0.9999],PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2]]',
      'vn2000-tm3-108-15',
    ],
  ])('%s', (text, expected) => {
    expect(id(text)).toBe(expected)
  })

  test.each([
    'EPSG:3395',
    '+proj=merc +ellps=WGS84',
    '',
    'xin chào',
    'LOCAL_CS["Nonearth"]',
    '+proj=lcc +lat_1=20 +lon_0=105',
    wkt('D_Vietnam_2000', 120),
    'PROJCS["x",GEOGCS["y",DATUM["z"]],PROJECTION["Lambert_Conformal_Conic_2SP"]]',
  ])('%s is known by nobody and asked for', (text) => {
    expect(writtenCrs(text, systems)).toBeNull()
  })

  test('a zone of 3° said to hang on WGS 84 is taken for VN-2000, and the doubt is told', () => {
    expect(writtenCrs(wkt('D_WGS_1984', 108), systems)).toMatchObject({
      crs: { id: home.id },
      datumDoubtful: true,
    })
    expect(writtenCrs(wkt('D_Vietnam_2000', 108), systems)).toMatchObject({ datumDoubtful: false })
  })

  const proj = (shift: string) =>
    writtenCrs(
      `+proj=tmerc +lat_0=0 +lon_0=108 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=${shift} +units=m +no_defs`,
      systems,
    )

  test('the shift a file names is known again, in either notation', () => {
    const set = '-192.873,-39.382,-111.202,-0.00205,-0.0005,0.00335,0.0188'
    expect(proj(set)).toMatchObject({ crs: { id: home.id }, shift: { kind: 'known', operation: older } })
    expect(writtenCrs(wkt('unknown', 108, 0.9999, `,TOWGS84[${set}]`), systems)?.shift).toMatchObject({
      kind: 'known',
    })
    expect(proj('0,0,0')?.shift.kind).toBe('none')
    expect(proj('1,2,3,0,0,0,0')?.shift.kind).toBe('other')
  })

  test('the frequent mistake of a sign is told: the ministry’s numbers as they stand, behind +towgs84', () => {
    const unturned = '-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278'
    expect(proj(unturned)?.shift).toEqual({ kind: 'sign-mistake', operation: official })
  })
})

describe('numbers of unknown meaning', () => {
  const town: Box = [108.85, 14.65, 109.12, 14.95]
  const corner: Position[] = [
    [108.9, 14.7],
    [109.05, 14.7],
    [109.05, 14.9],
    [108.9, 14.9],
  ]
  const data = (crs: Crs, change: (p: Position) => Position = (p) => p): Box =>
    boxAround([corner.map(between(crs84, crs, official).apply).map(change)])!
  const find = (box: Box) => candidates({ box, town, home, operation: official }, systems)

  test('every known system is found again, and comes before all that put less into the town', () => {
    for (const crs of knownCrs(systems)) {
      const found = find(data(crs))
      const own = found.find((c) => c.crs.id === crs.id && c.axes === 'xy')
      expect(own?.inside, crs.id).toBeGreaterThan(0.99)
      expect(Math.round(found[0]!.inside * 100), crs.id).toBe(Math.round(own!.inside * 100))
    }
  })

  test('the record’s own plane comes first, north before east is seen', () => {
    expect(find(data(home))[0]).toMatchObject({ crs: { id: home.id }, axes: 'xy', prefix: 0 })
    expect(find(data(home, ([x, y]) => [y, x]))[0]).toMatchObject({ crs: { id: home.id }, axes: 'yx' })
    expect(find(data(crs84))[0]).toMatchObject({ crs: { id: 'crs84' }, axes: 'xy' })
    expect(find(data(crs84, ([x, y]) => [y, x]))[0]).toMatchObject({ crs: { id: 'crs84' }, axes: 'yx' })
  })

  test('data of the old province’s meridian is not put 54 km away', () => {
    const kontum = planeOf(systems, 'vn2000-tm3-107-30')
    expect(find(data(kontum))[0]).toMatchObject({ crs: { id: kontum.id } })
  })

  test('a zone number before the easting is seen and taken off', () => {
    const found = find(data(home, ([x, y]) => [x + 18e6, y]))
    expect(found[0]).toMatchObject({ crs: { id: home.id }, prefix: 18 })
  })

  test('a town that fills half its box: data beside it is put behind data in it, and still offered', () => {
    // The town lies north of the diagonal of its box.
    const area: Position[][] = [
      [
        [108.85, 14.65],
        [109.12, 14.95],
        [108.85, 14.95],
        [108.85, 14.65],
      ],
    ]
    const placed = (at: Position) => {
      const [x, y] = between(crs84, home, official).apply(at)
      const box: Box = [x, y, x + 500, y + 500]
      return candidates({ box, town, area, home, operation: official }, systems).find(
        ({ crs, axes }) => crs.id === home.id && axes === 'xy',
      )
    }
    expect(placed([108.9, 14.9])?.inside).toBe(1)
    expect(placed([109.05, 14.7])?.inside).toBe(0)
    const half = placed([108.983, 14.797])?.inside
    expect(half).toBeGreaterThan(0.2)
    expect(half).toBeLessThan(0.8)
  })

  test('numbers that fall beside the town in the record’s own zone are read in the next zone, which puts them in it', () => {
    const next = planeOf(systems, 'vn2000-tm3-108-15')
    const [x, y] = between(crs84, next, official).apply([109.0, 14.8])
    // Read in the record's own zone the same numbers lie 27 km further west.
    const [lon] = between(home, crs84, official).apply([x, y])
    const area: Position[][] = [
      [
        [108.95, 14.7],
        [109.05, 14.7],
        [109.05, 14.9],
        [108.95, 14.9],
        [108.95, 14.7],
      ],
    ]
    const wide: Box = [lon - 0.1, 14.6, 109.2, 15]
    const box: Box = [x, y, x + 100, y + 100]
    const found = (rings?: Position[][]) =>
      candidates({ box, town: wide, ...(rings && { area: rings }), home, operation: official }, systems)[0]
        ?.crs.id
    expect(found()).toBe(home.id)
    expect(found(area)).toBe(next.id)
  })

  test('a single point is placed', () => {
    const [x, y] = between(crs84, home, official).apply([109, 14.8])
    expect(find([x, y, x, y])[0]).toMatchObject({ crs: { id: home.id }, inside: 1 })
  })

  test('what lies elsewhere has no candidate', () => {
    expect(find([0, 0, 100, 100])).toEqual([])
    expect(find([2.2, 48.8, 2.4, 48.9])).toEqual([])
    expect(find([-1e300, 0, 1e300, 1])).toEqual([])
  })
})
