import { afterAll, expect, test } from 'vitest'
import { feature, importContext, layerOf } from '../../../../../test/support/import-reading.ts'
import type { Geometry, Position } from '../../../../domain/geometry/index.ts'
import type { MapFeature } from '../../../../platform/formats/map/index.ts'
import { GeometryEngine } from '../../../../platform/geometry/index.ts'
import { buildAreas } from './linework.ts'
import { LayerProfiler } from './profile.ts'
import { propose } from './propose.ts'
import { ImportReader } from './reader.ts'

const geos = new GeometryEngine(1)
afterAll(() => geos[Symbol.asyncDispose]())

const at = ([x, y]: Position): Position => [605_000 + x, 1_635_000 + y]
const run = (...places: Position[]): Geometry => ({ type: 'LineString', coordinates: places.map(at) })
const box = (x: number, y: number, w: number, h: number) =>
  run([x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y])
const label = (place: Position): Geometry => ({ type: 'Point', coordinates: at(place) })

async function built(rows: readonly (readonly [string, Geometry, (string | undefined)?, true?])[]) {
  const features = rows.map(([cadLayer, geometry, text, hidden], i): MapFeature =>
    feature(
      i,
      geometry,
      {},
      { cadLayer, colour: '#bebebe', ...(text && { label: text }), ...(hidden && { hidden }) },
    ),
  )
  const context = await importContext('planning-zones')
  const profiler = new LayerProfiler(layerOf('a'))
  profiler.add(features)
  const profiles = [profiler.finish()]
  const { mapping } = propose(profiles, context)
  const reader = new ImportReader(mapping, profiles, context)
  reader.add(features)
  const reading = reader.finish()
  const areas = await buildAreas(reading, mapping, context, geos)
  const issues = [...reading.issues, ...areas.issues]
  return { areas: areas.candidates, of: (code: string) => issues.filter((issue) => issue.code === code) }
}

test('an area that the axis of a road runs along is road, told with its width; the block beside it has no code', async () => {
  const { areas, of } = await built([
    ['LONG DUONG', box(0, 0, 200, 10)],
    ['CHIA SDD', box(0, 10, 200, 90)],
    ['1 TIM DUONG', run([0, 5], [200, 5])],
  ])
  expect(areas.map(({ properties }) => properties['code'])).toEqual(
    expect.arrayContaining(['DAT_HTKT_DUONGGT', undefined]),
  )
  expect(of('built-road')).toMatchObject([{ params: { code: 'DAT_HTKT_DUONGGT', width: 10 } }])
  expect(of('built-no-code')).toHaveLength(1)
})

test('a label goes before an axis, and a label that stands for nothing is kept and told', async () => {
  const { areas, of } = await built([
    ['RANH LO', box(0, 0, 100, 20)],
    ['RANH LO', box(0, 50, 100, 20)],
    ['TIM DUONG', run([0, 10], [100, 10])],
    ['CHU', label([50, 12]), 'ODT'],
    ['CHU', label([50, 60]), 'OM-7'],
  ])
  expect(areas.map(({ properties: { code, plot } }) => code ?? plot).toSorted()).toEqual(['ODT', 'OM-7'])
  expect(of('built-label-unknown')).toMatchObject([{ params: { label: 'OM-7' } }])
  expect(of('built-road')).toEqual([])
})

test('what lies on a layer that is switched off is told, slivers have their place, gaps their width', async () => {
  const { of } = await built([
    ['RANH LO', box(0, 0, 100, 20), undefined, true],
    ['RANH LO', box(0, 19.9, 100, 20)],
    ['RANH LO', run([-5, 0.3], [-5, 30])],
  ])
  expect(of('layer-hidden')).toMatchObject([{ count: 1, fids: ['0'] }])
  expect(of('built-sliver')).toMatchObject([{ params: { area: 10 } }])
  expect(of('built-sliver')[0]?.at.position?.[1]).toBeCloseTo(1_635_020, 0)
  expect(of('line-open')[0]?.at.position).toBeDefined()
})
