import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { older, systems } from '../../../../test/coordinates.ts'
import { sharedFile } from '../../../../test/shared.ts'
import {
  boxOf,
  decodeWkb,
  encodeWkb,
  geometryFromJson,
  mapPositions,
  planarArea,
} from '../../../domain/geometry/index.ts'
import { planeOf, toPlane } from '../../../domain/plane.ts'
import { GeometryEngine } from '../index.ts'

const engine = new GeometryEngine()
afterAll(() => engine[Symbol.asyncDispose]())
const { apply } = toPlane(planeOf(systems, 'vn2000-tm3-108-00'), older)

/** The lines of a published plan, in the plane; what encloses areas already is left out. */
function linesOf(file: string): Uint8Array[] {
  const { features } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as {
    features: readonly { geometry: { type: string } | null }[]
  }
  return features
    .filter(({ geometry }) => geometry?.type.endsWith('LineString'))
    .map(({ geometry }) => encodeWkb(mapPositions(geometryFromJson(geometry), apply)))
}

/**
 * Real line work: published with six decimals of a degree, so that no end lies truer than 0.1 m. The numbers are what
 * came out when this was written, held so that a change for the worse is seen.
 */
describe.each([
  ['PhiaNamPhuongNguyenNghiem_2021', 731],
  ['TrungTamPhiaBacPhuongNguyenNghiem_2021', 1_202],
  ['TrungTamPhuongPhoQuang_2021', 1_220],
  ['TrungTamPhuongPhoVan_2021', 1_001],
] as const)('%s', (name, drawn) => {
  const file = sharedFile(`data/planning/QHPK_SDD_${name}.raw.geojson.gz`)

  test.skipIf(!file)(
    'its lines become valid areas that do not overlap, and whatever does not close is told',
    async () => {
      const lines = linesOf(file!)
      expect(lines).toHaveLength(drawn)
      const [exact, closed] = [
        await engine.areasFromLines(lines, 0.01),
        await engine.areasFromLines(lines, 0.5),
      ]
      expect(closed.areas.length).toBeGreaterThan(exact.areas.length)
      expect(closed.dangles.length).toBeLessThan(exact.dangles.length)
      expect((await engine.validity(closed.areas)).every(({ valid }) => valid)).toBe(true)
      expect(closed.closings.every(({ length }) => length <= 0.5)).toBe(true)
      const sum = closed.areas.reduce((total, wkb) => total + planarArea(decodeWkb(wkb)), 0)
      const whole = planarArea(decodeWkb(await engine.union(closed.areas)))
      expect(Math.abs(sum - whole)).toBeLessThan(1)
      expect(closed.areas.every((wkb) => boxOf(decodeWkb(wkb)) !== null)).toBe(true)
    },
  )
})
