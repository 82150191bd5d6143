import { describe, expect, test } from 'vitest'
import { feature, importContext, layerOf, square } from '../../../../../test/support/import-reading.ts'
import { mapPositions, type Geometry, type Position } from '../../../../domain/geometry/index.ts'
import { toLonLat } from '../../../../domain/plane.ts'
import type { MapFeature } from '../../../../platform/formats/map/index.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import { LayerProfiler } from './profile.ts'
import { propose } from './propose.ts'
import { ImportReader } from './reader.ts'

async function read(
  features: readonly MapFeature[],
  change: (mapping: Mapping) => Mapping = (one) => one,
  epsg: number | null = 4326,
) {
  const context = await importContext('parcels')
  const profiler = new LayerProfiler(layerOf('a', [], epsg))
  profiler.add(features)
  const profiles = [profiler.finish()]
  const { mapping, issues } = propose(profiles, context)
  const reader = new ImportReader(change(mapping), profiles, context)
  reader.add(features)
  const reading = reader.finish()
  const all = [...issues, ...reading.issues]
  return { ...reading, codes: all.map(({ code }) => code), all }
}

const context = await importContext('parcels')
const { apply } = toLonLat(context.plane, context.operation)
const degrees = (geometry: Geometry) => mapPositions(geometry, apply)
const swap = (geometry: Geometry) => mapPositions(geometry, ([x, y]): Position => [y, x])
const good = [0, 1, 2, 3, 4, 5].map((i) => feature(i, degrees(square(i * 20, 0)), { so: i }))

describe('one bad feature does not move the others', () => {
  test('a feature with its axes swapped is told alone, and read the other way round when a person says so', async () => {
    const features = [...good, feature(6, swap(degrees(square(200, 0))), { so: 6 })]
    const first = await read(features)
    expect(first.codes).not.toContain('crs-wrong')
    expect(first.sums).toMatchObject({ features: 7, entries: 6, left: 1 })
    expect(first.all.find(({ code }) => code === 'feature-swapped')).toMatchObject({
      at: { fid: '6' },
      mend: { kind: 'swap-axes' },
    })
    const turned = await read(features, (one) => ({
      ...one,
      layers: one.layers.map((l) => ({ ...l, turn: true })),
    }))
    expect(turned.sums).toMatchObject({ entries: 7, left: 0 })
    expect(turned.codes).toContain('feature-turned')
  })

  test('a feature at the other end of the world does not make the file one without a system', async () => {
    const { codes } = await read([
      ...good,
      feature(6, {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      }),
    ])
    expect(codes.filter((code) => code.startsWith('crs'))).toEqual([])
  })
})

describe('rings that are open', () => {
  const ring = degrees(square(100, 0))
  const open =
    ring.type === 'Polygon' ? { ...ring, coordinates: ring.coordinates.map((one) => one.slice(0, -1)) } : ring

  test('are told with their place, the width of the gap and the mend; nothing of them is taken', async () => {
    const { sums, all } = await read([...good, feature(9, open)])
    expect(sums).toMatchObject({ entries: 6, left: 1 })
    const issue = all.find(({ code }) => code === 'ring-open')
    expect(issue).toMatchObject({ at: { fid: '9' }, params: { metres: 10 }, mend: { kind: 'close-rings' } })
    expect(issue?.at.position?.[0]).toBeCloseTo(600_200, 3)
  })

  test('are closed, and flagged, once a person allows as wide a gap', async () => {
    const close = (most: number) => read([...good, feature(9, open)], (one) => ({ ...one, closeRings: most }))
    expect((await close(5)).codes).toContain('ring-open')
    const { sums, codes } = await close(20)
    expect(sums).toMatchObject({ entries: 7, left: 0 })
    expect(codes).toContain('ring-closed')
  })
})

describe('what a file says of its coordinates and cannot be', () => {
  test('metres that are called degrees are read as what fits, and told', async () => {
    const { codes, sums } = await read([0, 1].map((i) => feature(i, square(i * 20, 0), { so: i })))
    expect(codes).toContain('crs-overruled')
    expect(sums.entries).toBe(2)
  })

  test('a system that nobody here knows is told by its name', async () => {
    const { all } = await read([feature(0, square(0, 0))], (one) => one, 3148)
    expect(all.find(({ code }) => code === 'crs-foreign')?.params).toMatchObject({ named: 'EPSG:3148' })
  })

  test('degrees with their axes swapped are read the other way round, and that is told', async () => {
    const { codes, sums } = await read(
      good.map((one, i) => feature(i, swap(degrees(square(i * 20, 0))), one.properties)),
      (one) => one,
      null,
    )
    expect(codes).toEqual(expect.arrayContaining(['crs-missing', 'axes-swapped-read']))
    expect(sums.entries).toBe(6)
  })
})
