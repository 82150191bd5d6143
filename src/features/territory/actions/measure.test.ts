import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import { sharedFile } from '../../../../test/shared.ts'
import { ducPho, ducPhoBoundaries } from '../../../../test/support/duc-pho-units.ts'
import { openSurvey } from '../../../../test/support/survey.ts'
import type { Day } from '../../../domain/day.ts'
import type { Polygon } from '../../../domain/geometry/index.ts'
import type { UnitVersion } from '../model.ts'
import { readBoundaries } from '../read/geojson.ts'
import { polygonsBetween } from '../rules/areas.ts'
import { crosswalk } from '../rules/crosswalk.ts'
import { boundariesOf } from '../store.ts'
import { enterTerritory } from './enter.ts'
import { crosswalkOf } from './look.ts'
import { measure, type Drawn } from './measure.ts'

const survey = openSurvey()
const [eve, day] = ['2025-06-30' as Day, '2025-07-01' as Day]
const author = { agency: 'uy-ban', post: 'gis', person: 'p1' }

const version = (id: string, geometry: Polygon, over: Partial<Drawn['valid']> = {}): Drawn => ({
  id,
  valid: { from: day, to: null, ...over },
  value: { geometry, source: 'test', illustration: false, disclosure: 'internal' },
})

const ring = (...coordinates: [number, number][]): Polygon => ({
  type: 'Polygon',
  coordinates: [coordinates],
})

describe('boundaries are measured in the plane of the record', () => {
  eachEngine((open) => {
    test('the example: whole units go where the act sends them, and the ground of today is that of before', async () => {
      const record = await open(() => new Date('2026-11-22T03:00:00Z'))
      await enterTerritory(record, author, ducPho, ducPhoBoundaries)
      const made = await crosswalkOf({ record, survey }, eve, day)
      expect(made.rows).toHaveLength(15)
      for (const { area, common } of made.rows) {
        expect(area).toEqual({ share: 1, method: 'succession', certainty: 'exact' })
        expect(common).toBeGreaterThan(1_000_000)
      }
      expect([made.disagreements, made.lost, made.found, made.uncovered]).toEqual([[], [], [], []])
      // Back in time, each of the five is made of its parts by their areas, all of it.
      const back = await crosswalkOf({ record, survey }, day, eve)
      for (const rows of Map.groupBy(back.rows, (row) => row.from.id).values()) {
        expect(rows.every(({ area }) => area.method === 'polygons' && area.certainty === 'computed')).toBe(
          rows.length > 1,
        )
        expect(rows.reduce((sum, { area }) => sum + (area.share ?? 0), 0)).toBeCloseTo(1, 9)
      }
      // A union of old units measures what the new unit does.
      const areas = await measure(survey, await record.read((db) => boundariesOf(db)))
      const polygons = polygonsBetween(areas, eve, day)
      for (const [to, m2] of polygons.to) {
        const parts = made.rows.filter((row) => row.to.id === to)
        const sum = parts.reduce((all, row) => all + (polygons.from.get(row.from.id) ?? 0), 0)
        expect(Math.abs(sum - m2)).toBeLessThan(0.01)
      }
    })
  })

  test('a boundary that crosses itself is told with its place and is not measured', async () => {
    const bow = ring([108.9, 14.8], [108.92, 14.82], [108.92, 14.8], [108.9, 14.82], [108.9, 14.8])
    const sound = ring([108.9, 14.8], [108.92, 14.8], [108.92, 14.82], [108.9, 14.82], [108.9, 14.8])
    const areas = await measure(survey, [version('a', bow), version('b', sound)])
    expect(areas.boundaries.map(({ unit }) => unit)).toEqual(['b'])
    const [broken] = areas.broken
    expect([broken?.unit, broken?.reason]).toEqual(['a', 'self-crossing'])
    expect(broken?.at?.[0]).toBeCloseTo(108.91, 5)
    expect(broken?.at?.[1]).toBeCloseTo(14.81, 5)
  })

  const path = sharedFile('data/territory/quangngai_wards_2026.geojson.gz')
  test.skipIf(!path)(
    'the 96 units of a real province against themselves: the identity, all ground in it',
    async () => {
      const { features } = JSON.parse(gunzipSync(readFileSync(path ?? '')).toString()) as {
        features: unknown[]
      }
      const { units } = readBoundaries(features)
      expect(units).toHaveLength(96)
      // The same ground entered under other ids, so that nothing but the polygons can tell.
      const unit = (id: string, from: Day, to: Day | null, index: number): UnitVersion => {
        const { code, kind, name } = units[index] as (typeof units)[number]
        const rest = { parent: null, km2: null, population: null, document: null, fromKnown: true }
        return { id, code, kind, name, from, to, ...rest }
      }
      const start = '2020-01-01' as Day
      const sides = units.flatMap(({ code }, i) => [
        unit(`old-${code}`, start, day, i),
        unit(`new-${code}`, day, null, i),
      ])
      const versions = sides.map(({ id, from, to }, i) =>
        version(id, units[Math.floor(i / 2)]?.geometry as Polygon, { from, to }),
      )
      const areas = await measure(survey, versions)
      const polygons = polygonsBetween(areas, eve, day)
      const made = crosswalk({ units: sides, moves: [] }, { from: eve, to: day, polygons })
      expect(areas.broken).toEqual([])
      expect([made.lost, made.found, made.uncovered]).toEqual([[], [], []])
      expect(made.rows.map(({ from, to }) => [from.code, to.code])).toEqual(
        made.rows.map(({ from }) => [from.code, from.code]),
      )
      expect(made.rows).toHaveLength(96)
      for (const { from, area, common } of made.rows) {
        expect(area).toEqual({ share: 1, method: 'polygons', certainty: 'computed' })
        expect(Math.abs((common ?? 0) - (polygons.from.get(from.id) ?? 0))).toBeLessThan(0.01)
      }
      // Borders of neighbours were simplified one by one: what they have in common is small, and listed.
      for (const { area } of made.slivers) expect(area).toBeLessThan(1_000)
      const km2 = [...polygons.from.values()].reduce((sum, m2) => sum + m2, 0) / 1_000_000
      expect(km2).toBeCloseTo(14_822.5, 0)
    },
  )
})
