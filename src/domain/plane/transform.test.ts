import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { older, official, systems } from '../../../test/coordinates.ts'
import { sharedFile } from '../../../test/shared.ts'
import type { Position } from '../geometry/index.ts'
import {
  between,
  crs84,
  noShift,
  operationOf,
  planeOf,
  toLonLat,
  toPlane,
  towgs84,
  vn2000LonLat,
  webMercator,
  wgs84Planes,
  type Operation,
  type Plane,
} from '../plane.ts'

const home = planeOf(systems, 'vn2000-tm3-108-00')
const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Longitude and latitude over Việt Nam and its sea. */
const place = fc.tuple(
  fc.double({ min: 102, max: 110, noNaN: true }),
  fc.double({ min: 8, max: 23.5, noNaN: true }),
)

describe('beside PROJ', () => {
  type Run = (points: readonly Position[], options: readonly string[]) => Promise<Position[]>
  let run: Run
  beforeAll(async () => {
    const require = createRequire(import.meta.url)
    const start = require('gdal3.js/node.js') as (options: object) => Promise<{ gdaltransform: Run }>
    const folder = join(require.resolve('gdal3.js/package.json'), '../dist/package')
    run = (await start({ path: relative('.', folder), dest: tmpdir() })).gdaltransform
  })

  /** It marks success from address 0 on, four bytes a point: more than 256 at once would overwrite its own data. */
  async function gdaltransform(points: readonly Position[], options: readonly string[]): Promise<Position[]> {
    const out: Position[] = []
    for (let at = 0; at < points.length; at += 200)
      out.push(...(await run(points.slice(at, at + 200), options)))
    return out
  }

  /** The same parameters as a pipeline in PROJ's words, the rotations as the register has them. */
  const pipeline = ({ grid }: Plane, { translation, rotation, scale, convention }: Operation) => {
    const [x, y, z] = translation
    const [rx, ry, rz] = rotation
    const helmert = `+x=${x} +y=${y} +z=${z} +rx=${rx} +ry=${ry} +rz=${rz} +s=${scale}`
    return [
      '+proj=pipeline',
      `+inv +proj=tmerc +lon_0=${grid.meridian} +k=${grid.scale} +x_0=${grid.falseEasting} +ellps=WGS84`,
      '+proj=push +v_3',
      '+proj=cart +ellps=WGS84',
      `+proj=helmert ${helmert} +convention=${convention.replace('-', '_')}`,
      '+inv +proj=cart +ellps=WGS84',
      '+proj=pop +v_3',
      '+proj=unitconvert +xy_in=rad +xy_out=deg',
    ].join(' +step ')
  }

  test.each([
    ['vn2000-tm3-108-00', 'official'],
    ['vn2000-tm3-105-45', 'older'],
    ['vn2000-tm6-105-00', 'official'],
  ])('%s by %s agrees to 1 mm at 10,000 places across the country', async (planeId, operationId) => {
    const [plane, operation] = [planeOf(systems, planeId), operationOf(systems, operationId)]
    const points = fc.sample(place, 10_000).map(toPlane(plane, operation).apply)
    const theirs = await gdaltransform(points, ['-ct', pipeline(plane, operation), '-output_xy'])
    const out = toLonLat(plane, operation)
    const worst = points.reduce((most, point, i) => {
      const [lon, lat] = out.apply(point)
      const [theirLon, theirLat] = theirs[i] as Position
      // Metres a degree, on the safe side.
      return Math.max(most, Math.hypot(lon - theirLon, lat - theirLat) * 111_400)
    }, 0)
    expect(worst).toBeLessThan(0.001)
  })

  test('metres of web maps agree to 1 mm, and come into the plane with the shift of its operation', async () => {
    const points = fc.sample(place, 500)
    const theirs = await gdaltransform(points, ['-s_srs', 'OGC:CRS84', '-t_srs', 'EPSG:3857', '-output_xy'])
    const out = between(crs84, webMercator, official)
    const back = between(webMercator, crs84, official)
    const home3857 = between(webMercator, home, official)
    for (const [i, point] of points.entries()) {
      const there = out.apply(point)
      expect(distance(there, theirs[i]!)).toBeLessThan(0.001)
      expect(distance(back.apply(there), point) * 111_400).toBeLessThan(0.001)
      // 220 m off were the shift left out.
      expect(distance(home3857.apply(there), toPlane(home, official).apply(point))).toBeLessThan(0.001)
    }
    expect(home3857.operation).toBe(official)
    expect(
      distance(
        between(home, webMercator, official).apply(home3857.apply([12.1e6, 1.66e6])),
        [12.1e6, 1.66e6],
      ),
    ).toBeLessThan(0.01)
  })

  test('the official set is the operation that PROJ takes for the code of the zone', async () => {
    const point: Position = [578_424.605, 1_633_280.586]
    const [theirs] = await gdaltransform(
      [point],
      ['-s_srs', 'EPSG:5898', '-t_srs', 'EPSG:4326', '-output_xy'],
    )
    expect(distance(toLonLat(home, official).apply(point), theirs!) * 111_400).toBeLessThan(0.001)
  })
})

describe('57 control points of the province', () => {
  const file = sharedFile('data/coordinates/vn2000_tm3_108_control_points_57.csv')

  /** How far east and north of the published place ours falls, in metres. */
  const offsets = (operation: Operation) => {
    const [, ...rows] = readFileSync(file!, 'utf8').trim().split('\n')
    const back = toPlane(home, operation)
    return rows.map((row): Position => {
      const [, north, east, , lon, lat] = row.split(',')
      const published = back.apply([Number(lon), Number(lat)])
      return [Number(east) - published[0], Number(north) - published[1]]
    })
  }
  const mean = (all: readonly Position[], axis: 0 | 1) =>
    all.reduce((sum, o) => sum + o[axis], 0) / all.length

  test.skipIf(!file)(
    'with the older set each lies within 7 cm, and none of both means is off by 1 cm',
    () => {
      const found = offsets(older)
      expect(found).toHaveLength(57)
      expect(Math.max(...found.map(([e, n]) => Math.hypot(e, n)))).toBeLessThan(0.07)
      expect(Math.abs(mean(found, 0))).toBeLessThan(0.01)
      expect(Math.abs(mean(found, 1))).toBeLessThan(0.01)
    },
  )

  test.skipIf(!file)('with the official set they lie 0.74 m off: the import must say so', () => {
    const found = offsets(official)
    expect(Math.hypot(mean(found, 0), mean(found, 1))).toBeCloseTo(0.74, 2)
  })
})

describe('transforms', () => {
  test('out and in again ends within 2 mm: the height that the shift brings is left out both ways', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(official, older, noShift), (lonLat, operation) => {
        const there = toPlane(home, operation).apply(lonLat)
        const back = toPlane(home, operation).apply(toLonLat(home, operation).apply(there))
        expect(distance(there, back)).toBeLessThan(2e-3)
      }),
    )
  })

  test('the plane itself keeps every number to the bit', () => {
    const point: Position = [578_424.605, 1_633_280.586]
    const same = between(home, home, official)
    expect(same.apply(point)).toBe(point)
    expect(same.operation).toBeNull()
  })

  test('between zones of VN-2000 no operation is used, whichever is named', () => {
    const old = planeOf(systems, 'vn2000-tm3-107-30')
    const point: Position = [578_424.605, 1_633_280.586]
    const moved = between(home, old, official)
    expect(moved.operation).toBeNull()
    expect(distance(moved.apply(point), between(home, old, older).apply(point))).toBeLessThan(1e-6)
    expect(distance(between(old, home, official).apply(moved.apply(point)), point)).toBeLessThan(1e-6)
  })

  test('every result towards WGS 84 names its operation', () => {
    expect(toLonLat(home, older).operation?.name.vi).toContain('cũ')
    expect(between(wgs84Planes[1]!, home, official).operation).toBe(official)
    expect(between(wgs84Planes[1]!, crs84, official).operation).toBeNull()
    expect(between(vn2000LonLat, home, official).operation).toBeNull()
  })

  test('a set turned the wrong way is more than half a metre off: the sign of rotations counts', () => {
    const wrong: Operation = { ...official, convention: 'position-vector' }
    const point: Position = [603_515.71, 1_637_949.405]
    const back = toPlane(home, official)
    expect(distance(back.apply(toLonLat(home, wrong).apply(point)), point)).toBeGreaterThan(0.5)
    expect(towgs84(official).slice(3, 6)).toEqual([0.00928836, -0.01975479, 0.00427372])
  })

  test('no two sets of the law are the same, and a name that none has is refused with those there are', () => {
    expect(() => planeOf(systems, 'vn2000-tm3-120-00')).toThrow(/vn2000-tm3-108-00/)
    expect(() => operationOf(systems, 'best')).toThrow(/official, older, none/)
    expect(home.name.vi).toContain('108°00′')
    expect(planeOf(systems, 'vn2000-tm3-107-45').grid.meridian).toBe(107.75)
  })
})
