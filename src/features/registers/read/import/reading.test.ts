import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feature, importContext, layerOf, square } from '../../../../../test/support/import-reading.ts'
import { encodeWkb, type Geometry } from '../../../../domain/geometry/index.ts'
import type { MapFeature, MapLayer } from '../../../../platform/formats/map/index.ts'
import { mappingSchema, type Mapping } from '../../model/import/mapping.ts'
import { candidateKey } from './keys.ts'
import type { ImportContext } from './context.ts'
import { LayerProfiler } from './profile.ts'
import { propose } from './propose.ts'
import { ImportReader } from './reader.ts'

function read(
  features: readonly MapFeature[],
  context: ImportContext,
  layer: MapLayer = layerOf('a'),
  saved?: Mapping,
) {
  const profiler = new LayerProfiler(layer)
  profiler.add(features)
  const profiles = [profiler.finish()]
  const proposal = propose(profiles, context)
  const reader = new ImportReader(saved ?? proposal.mapping, profiles, context)
  reader.add(features)
  const reading = reader.finish()
  return { ...reading, mapping: proposal.mapping, all: [...proposal.issues, ...reading.issues] }
}
const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code).toSorted()

const line: Geometry = {
  type: 'LineString',
  coordinates: [
    [600_100, 1_630_100],
    [600_200, 1_630_100],
  ],
}
const open: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [600_100, 1_630_100],
      [600_200, 1_630_100],
      [600_200, 1_630_200],
    ],
  ],
}
const point: Geometry = { type: 'Point', coordinates: [600_105, 1_630_105] }

describe('every feature of a file ends somewhere', () => {
  const shape = fc.constantFrom(square(0, 0), square(20, 0), line, open, point, null)
  const cad = fc.constantFrom(
    undefined,
    'DAT_HTXH_YTE',
    '@Ð?t y t?',
    'TIM DUONG',
    'LONG DUONG',
    'KHUNG TEN',
    'Xyz',
  )
  const file = fc.array(fc.tuple(shape, cad, fc.option(fc.constantFrom('OM-1', ''), { nil: undefined })), {
    maxLength: 30,
  })

  test.each(['planning-zones', 'parcels', 'heritage', 'red-lines'])(
    'in %s, and the parts add up',
    async (register) => {
      const context = await importContext(register)
      fc.assert(
        fc.property(file, (rows) => {
          const features = rows.map(([geometry, cadLayer, label], i) =>
            feature(
              i,
              geometry,
              { ten: 'x' },
              { ...(cadLayer && { cadLayer, colour: '#ff00bf' }), ...(label !== undefined && { label }) },
            ),
          )
          const { sums, left, candidates } = read(features, context)
          expect(sums.entries + sums.lines + sums.labels + sums.left).toBe(rows.length)
          expect(sums).toMatchObject({ features: rows.length, entries: candidates.length })
          expect(left.reduce((sum, { count }) => sum + count, 0)).toBe(sums.left)
          expect(new Set(candidates.map(candidateKey)).size).toBe(candidates.length)
        }),
        { numRuns: process.env['DOTHI_LONG'] === '1' ? 150 : 15 },
      )
    },
  )
})

describe('what CAD layers and colours become', () => {
  const drawn = (cadLayer: string, colour: string, geometry: Geometry = square(0, 0)) =>
    feature(1, geometry, {}, { cadLayer, colour })
  test.each([
    ['!DAT Y TE (QH)', '#ff00bf', 'DAT_HTXH_YTE', 'sure'],
    ['@Ð?t cx dô th?', '#5ebd00', 'DAT_HTXH_CAYXANHCC', 'sure'],
    ['QHDH_DAT_O_NHOMNHAO_DVO', '#123456', 'DAT_O_NHOMNHAO', 'sure'],
    ['!DAT THCS-TH-MN (QH)', '#815656', 'DAT_HTXH_TRUONGHOC', 'sure'],
    ['-1-MN', '#005ebd', null, 'asked'],
    ['!DAT O MD-CAO (QH)', '#bd8d00', null, 'asked'],
    ['!DAT TON GIAO-DI TICH', '#680000', null, 'asked'],
    ['DAT Y TE', '#5ebd00', null, 'asked'],
    ['!DAT HON HOP', '#ffaaaa', null, 'none'],
    ['CAN THO', '#123456', null, 'none'],
    ['0', '#ff00bf', 'DAT_HTXH_YTE', 'likely'],
    ['lop la', '#ff00bf', null, 'asked'],
  ])('%s %s: %s, %s', async (cad, colour, code, sureness) => {
    const { mapping, candidates, issues } = read([drawn(cad, colour)], await importContext('planning-zones'))
    expect(mapping.layers[0]?.groups[0]).toMatchObject({ use: 'entries', code, sureness })
    expect(candidates[0]?.properties['code'] ?? null).toBe(code)
    // Never in silence: what was set, asked or not found is told.
    expect(codes(issues)).toContain(
      code !== null ? 'code-proposed' : sureness === 'asked' ? 'code-asked' : 'code-none',
    )
  })

  test('of two codes for one function the kind of plan decides, and nobody where it is not known', async () => {
    const general = await importContext('planning-zones', { fileName: 'QHC thị xã.dxf' })
    const unknown = await importContext('planning-zones', { fileName: 'ban do.dxf' })
    const code = (context: ImportContext) =>
      read([drawn('CONG NGHIEP', '#111111')], context).candidates[0]?.properties['code']
    expect([code(general), code(unknown)]).toEqual(['DAT_NDD_CONGNGHIEP', undefined])
  })

  test.each([
    ['LONG DUONG', 'lines'],
    ['4 PHAN THUA', 'lines'],
    ['1 TIM DUONG', 'left'],
    ['QH_Ranh gi?i l?p quy ho?ch', 'left'],
    ['DAY DIEN', 'left'],
    ['DAT Y TE', 'lines'],
  ])('lines of %s: %s', async (cad, use) => {
    const { mapping } = read([drawn(cad, '#bebebe', line)], await importContext('planning-zones'))
    expect(mapping.layers[0]?.groups[0]?.use).toBe(use)
  })

  test('a mapping is data: kept as JSON and used again; what it does not know is told', async () => {
    const context = await importContext('planning-zones')
    const { mapping } = read([drawn('!DAT O MD-CAO (QH)', '#bd8d00')], context)
    const kept = mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))
    expect(kept).toEqual(mapping)
    const answered: Mapping = {
      ...kept,
      layers: kept.layers.map((layer) => ({
        ...layer,
        groups: layer.groups.map((group) => ({
          ...group,
          code: 'DAT_O_NHOMNHAO',
          sureness: 'given' as const,
        })),
      })),
    }
    const again = read(
      [drawn('!DAT O MD-CAO (QH)', '#bd8d00'), drawn('MOI', '#010203', square(30, 0))],
      context,
      undefined,
      answered,
    )
    expect(again.candidates.map(({ properties }) => properties['code'])).toEqual([
      'DAT_O_NHOMNHAO',
      undefined,
    ])
    expect(codes(again.issues)).toContain('group-unmapped')
  })
})

describe('columns, values and keys', () => {
  const parcel = (fid: number, x: number, over: MapFeature['properties'] = {}) =>
    feature(fid, square(x, 0), {
      SHBANDO: '7',
      SHTHUA: String(fid),
      DIENTICH: '100,0',
      MDSD: 'ODT',
      TEN_CHU: 'Ông A',
      ...over,
    })

  test('names of the cadastre are known, and owners are left out', async () => {
    const { candidates, all, mapping } = read([parcel(1, 0), parcel(2, 20)], await importContext('parcels'))
    expect(candidates[0]).toMatchObject({
      sourceKey: '/7/1/',
      properties: { sheet: 7, number: 1, area: 100, landUse: 'ODT' },
    })
    expect(mapping.layers[0]?.leftColumns).toMatchObject([{ column: 'TEN_CHU', personal: true }])
    expect(codes(all)).toContain('personal-column')
    expect(JSON.stringify(candidates)).not.toContain('Ông A')
  })

  test('bad values are told with their place and never changed', async () => {
    const { candidates, issues } = read(
      [parcel(1, 0, { DIENTICH: 'KPH' }), parcel(2, 20, { SHTHUA: '1a' })],
      await importContext('parcels'),
    )
    expect(issues.filter(({ code }) => code === 'value-type')).toMatchObject([
      { at: { layer: 'a', fid: '1', field: 'area' }, params: { found: 'KPH' } },
      { at: { layer: 'a', fid: '2', field: 'number' }, params: { found: '1a' } },
    ])
    expect(candidates[0]?.properties).not.toHaveProperty('area')
  })

  test('sheet 0 number 0 and doubles are kept and listed, with keys that the next reading gives again', async () => {
    const context = await importContext('parcels')
    const features = [
      parcel(0, 0, { SHBANDO: '0' }),
      parcel(0, 20, { SHBANDO: '0' }),
      parcel(5, 40),
      parcel(5, 60),
      parcel(5, 60),
    ]
    const first = read(features, context)
    expect(first.candidates).toHaveLength(5)
    expect(codes(first.issues)).toEqual(expect.arrayContaining(['key-zero', 'same-key', 'same-content']))
    const again = read(features.toReversed(), context)
    expect(again.candidates.map(candidateKey).toSorted()).toEqual(
      first.candidates.map(candidateKey).toSorted(),
    )
  })

  test('a geometry in the plane of the record is kept to the bit', async () => {
    const wkb = encodeWkb(square(0.1234567, 0.7654321))
    const { candidates } = read([{ ...parcel(1, 0), wkb }], await importContext('parcels'))
    expect(candidates[0]?.geometry).toEqual(wkb)
  })

  test('broken words are put right where nothing was lost', async () => {
    const { candidates, issues } = read(
      [feature(1, square(0, 0), { ten: 'PhÆ°á»›c' }), feature(2, square(20, 0), { ten: 'Chïa' })],
      await importContext('heritage'),
    )
    expect(candidates[0]?.properties['name']).toBe('Phước')
    expect(codes(issues)).toContain('text-repaired')
  })
})

describe('where the numbers are', () => {
  const degrees = (at: readonly [number, number]): Geometry => ({ type: 'Point', coordinates: at })
  test('a file without a system: the reading that puts it in the town, told as a question', async () => {
    const { all, candidates } = read(
      [feature(1, degrees([1_630_105, 600_105]), { ten: 'x' })],
      await importContext('heritage'),
      layerOf('a', [], null),
    )
    expect(codes(all)).toContain('crs-missing')
    expect(candidates[0]?.geometry).toEqual(
      encodeWkb(point.type === 'Point' ? { type: 'Point', coordinates: [600_105, 1_630_105] } : point),
    )
  })

  test('swapped axes and a wrong system are told with their mend, and nothing is moved', async () => {
    const context = await importContext('heritage')
    const swapped = read([feature(1, degrees([1_630_105, 600_105]), { ten: 'x' })], context)
    expect(swapped.all.find(({ code }) => code === 'axes-swapped')?.mend).toEqual({ kind: 'swap-axes' })
    const wrong = read([feature(1, degrees([108.93, 14.74]), { ten: 'x' })], context)
    expect(wrong.all.find(({ code }) => code === 'crs-wrong')?.mend).toMatchObject({ kind: 'set-crs' })
    const far = read([feature(1, degrees([2.35, 48.85]), { ten: 'x' })], context, layerOf('a', [], 4326))
    expect(codes(far.all)).not.toContain('crs-wrong')
  })
})
