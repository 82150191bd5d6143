import { expect, test } from 'vitest'
import { systems } from '../../../test/coordinates.ts'
import { writtenCrs } from '../plane.ts'

const official =
  '-191.90441429, -39.30318279, -111.45032835, -0.00928836, 0.01975479, -0.00427372, 0.252906278, 0'

test.each([
  ['8, 104, "m", 108, 0, 0.9999, 500000, 0', 'vn2000-tm3-108-00', 'none', true],
  [`8, 9999, 28, ${official}, "m", 108, 0, 0.9999, 500000, 0`, 'vn2000-tm3-108-00', 'known', false],
  ['8, 104, "m", 111, 0, 0.9996, 500000, 0 Bounds (0, 0) (1000000, 3000000)', 'wgs84-utm-49n', 'none', false],
  ['1, 104', 'crs84', 'none', false],
])('what a MapInfo file says of its grid is known: %s', (words, id, shift, datumDoubtful) => {
  const found = writtenCrs(`CoordSys Earth Projection ${words}`, systems)
  expect(found).toMatchObject({ crs: { id }, shift: { kind: shift }, datumDoubtful })
})

test.each([
  'CoordSys NonEarth Units "m" Bounds (0, 0) (2000000, 2000000)',
  'CoordSys Earth Projection 3, 104, "m", 105, 0, 20, 80, 0, 0',
  'CoordSys Earth Projection 8, 104, "ft", 108, 0, 0.9999, 500000, 0',
])('what is no grid of ours is not taken for one: %s', (text) => expect(writtenCrs(text, systems)).toBeNull())

test('a system that is bound to WGS 84 by seven parameters is the one that is bound', () => {
  const source = `PROJCRS["VN-2000 / TM3",BASEGEOGCRS["VN-2000",DATUM["Vietnam 2000",ELLIPSOID["WGS 84",6378137,298.257223563]]],CONVERSION["tm",METHOD["Transverse Mercator"],PARAMETER["Longitude of natural origin",108],PARAMETER["Scale factor at natural origin",0.9999],PARAMETER["False easting",500000],PARAMETER["False northing",0]],CS[Cartesian,2]]`
  const shift = ['X', 'Y', 'Z'].map((axis) => `PARAMETER["${axis}-axis translation",-10]`).join(',')
  const text = `BOUNDCRS[SOURCECRS[${source}],TARGETCRS[GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]]]],ABRIDGEDTRANSFORMATION["to WGS84",METHOD["Position Vector"],${shift}]]`
  expect(writtenCrs(text, systems)).toMatchObject({
    crs: { id: 'vn2000-tm3-108-00' },
    shift: { kind: 'other' },
  })
})
