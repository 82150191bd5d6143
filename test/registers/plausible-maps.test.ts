import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { workshop } from '../engines.ts'
import { plane } from '../support/import-reading.ts'
import { engineer, importDesk } from '../support/import-desk.ts'
import { ducPhoAreas } from '../support/duc-pho-units.ts'
import { official } from '../coordinates.ts'
import { toLonLat } from '../../src/domain/plane.ts'
import type { Position } from '../../src/domain/geometry/index.ts'

/*
 * Files as offices send them, with faults in them: each goes in, and what is wrong is told.
 */

const { open } = workshop('sqlite')
const long = process.env['DOTHI_LONG'] === '1'
const { apply } = toLonLat(plane, official)
const metres = (x: number, y: number): Position => [602_000 + x, 1_635_000 + y]
const square = (x: number, y: number): Position[] => [
  metres(x, y),
  metres(x + 20, y),
  metres(x + 20, y + 20),
  metres(x, y + 20),
  metres(x, y),
]
const degrees = (ring: readonly Position[]) => ring.map(apply)
const comma = (n: number) => n.toFixed(2).replace('.', ',')
const parcel = (number: number | null, ring: readonly Position[] | null, over: object = {}) => ({
  type: 'Feature',
  properties: { SHBANDO: 12, SHTHUA: number, DIENTICH: 400, LOAIDAT: 'ODT', CHU_SD: 'Nguyễn Văn A', ...over },
  geometry: ring && { type: 'Polygon', coordinates: [ring] },
})
const bow = [metres(0, 50), metres(20, 70), metres(20, 50), metres(0, 70), metres(0, 50)]
const flat = [metres(0, 100), metres(20, 100), metres(10, 100), metres(0, 100)]
const collection = (features: readonly object[], more: object = {}) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', ...more, features }))
const mif = (system: string) =>
  Buffer.from(
    [
      'Version 300',
      'Charset "Neutral"',
      'Delimiter ","',
      system,
      'Columns 1',
      '  MA Char(20)',
      'Data',
      '',
      'Region 1',
      '  5',
      ...square(0, 0).map((place) => place.join(' ')),
      '',
    ].join('\r\n'),
  )

interface Case {
  readonly name: string
  readonly bytes: () => Uint8Array
  readonly register?: string
  readonly entries: number
  readonly told: readonly string[]
  readonly not?: readonly string[]
  /** GDAL takes seconds to start. */
  readonly slow?: true
}

const cases: readonly Case[] = [
  {
    name: 'thua-loi.geojson',
    register: 'parcels',
    bytes: () =>
      collection([
        ...[1, 2, 3, 4, 5].map((n) => parcel(n, degrees(square(n * 30, 0)))),
        parcel(6, degrees(bow)),
        parcel(1, degrees(square(30, 0))),
        parcel(7, degrees(square(60, 0))),
        parcel(8, degrees(flat)),
        parcel(9, degrees(square(90_000, 50_000))),
        parcel(10, degrees(square(0, 130)), { LOAIDAT: 'XYZ' }),
        parcel(11, degrees(square(0, 190)), { DIENTICH: 999 }),
        parcel(12, degrees(square(0, 220)).slice(0, 4)),
        parcel(
          13,
          degrees(square(0, 250)).map(([x, y]): Position => [y, x]),
        ),
        parcel(14, null),
        parcel(0, degrees(square(0, 330)), { SHBANDO: 0 }),
      ]),
    entries: 13,
    told: [
      'feature-swapped',
      'outside-town',
      'geometry-invalid',
      'same-content',
      'same-geometry',
      'zero-area',
      'unverified-code',
      'area-differs',
      'ring-open',
      'no-geometry',
      'key-zero',
      'personal-column',
    ],
    not: ['crs-impossible', 'crs-missing'],
  },
  {
    name: 'dao-truc.geojson',
    bytes: () =>
      collection(
        [1, 2].map((n) =>
          parcel(
            n,
            degrees(square(n * 30, 0)).map(([x, y]): Position => [y, x]),
          ),
        ),
      ),
    entries: 2,
    told: ['crs-missing', 'axes-swapped-read'],
  },
  {
    name: 'hai-he.csv',
    register: 'heritage',
    bytes: () =>
      Buffer.from(
        `Tên,X,Y,Kinh độ,Vĩ độ\n${[1, 2, 3]
          .map((n) => [`Mốc ${n}`, ...metres(n * 10, 0).toReversed(), ...apply(metres(n * 10, 0))].join(','))
          .join('\n')}`,
      ),
    entries: 3,
    told: ['table-chosen', 'two-systems'],
    not: ['crs-missing'],
  },
  {
    name: 'mot-o.csv',
    register: 'heritage',
    bytes: () =>
      Buffer.from(
        `\uFEFFTên;Tọa độ (X; Y)\r\n${[1, 2].map((n) => `Chùa ${n};"${comma(metres(0, n)[1])}; ${comma(metres(0, n)[0])}"`).join('\r\n')}`,
      ),
    entries: 2,
    told: ['table-read', 'crs-missing'],
  },
  {
    name: 'trong.geojson',
    bytes: () => collection([]),
    entries: 0,
    told: ['nothing-read'],
  },
  {
    name: 'la.geojson',
    bytes: () =>
      collection([parcel(1, square(0, 0))], { crs: { type: 'name', properties: { name: 'EPSG:3148' } } }),
    entries: 1,
    told: ['crs-foreign'],
  },
  {
    name: 'mif.zip',
    slow: true,
    bytes: () =>
      zipSync({
        'qh.mif': mif('CoordSys Earth Projection 8, 104, "m", 108, 0, 0.9999, 500000, 0'),
        'qh.mid': Buffer.from('"ODT"\r\n'),
        'ghi chu.pdf': Buffer.from('%PDF-1.4'),
      }),
    entries: 1,
    told: ['datum-doubtful', 'file-ignored'],
    not: ['crs-missing'],
  },
]

test(
  'files with faults, as offices send them, come in, and each fault is told',
  { timeout: 240_000 },
  async () => {
    const desk = await importDesk(await open(), ducPhoAreas)
    for (const { name, bytes, register, entries, told, not = [], slow } of cases) {
      if (slow && !long) continue
      const view = await desk.bringBytes(bytes(), { name, source: name, ...(register && { register }) })
      const { issues } = await desk.cases.issues(engineer, view.id, { limit: 1000 })
      const codes: string[] = issues.map(({ code }) => code)
      expect([name, view.state, view.summary?.entries]).toEqual([name, 'taken', entries])
      expect(codes, name).toEqual(expect.arrayContaining([...told]))
      expect(
        codes.filter((code) => not.includes(code)),
        name,
      ).toEqual([])
    }
  },
)
