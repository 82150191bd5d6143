import { expect, test } from 'vitest'
import { importContext, square } from '../../../../../../test/support/import-reading.ts'
import { encodeWkb } from '../../../../../domain/geometry/index.ts'
import type { Candidate } from '../../../model/import/candidate.ts'
import { EntryChecks } from './index.ts'

const entry = (properties: Candidate['properties']): Candidate => ({
  sourceKey: '1',
  copy: 0,
  origin: { layer: 'a', fid: '1' },
  made: 'file',
  geometry: encodeWkb(square(0, 0)),
  properties,
})

test.each([
  ['parcels', { area: 120 }, ['area-differs']],
  ['parcels', { area: 100.4 }, []],
  ['housing-projects', { area: 350 }, ['area-differs']],
  // Floors are stacked, and of a project a part is recovered: neither is the ground that is drawn.
  ['permits', { floorArea: 350 }, []],
  ['public-facilities', { area: 100, floorArea: 350 }, []],
  ['land-use-plan-projects', { recovered: 20 }, []],
])('of %s, %o beside a shape of 100 m²: %o', async (register, properties, codes) => {
  const checks = new EntryChecks(await importContext(register))
  expect(checks.of([entry(properties)]).map(({ code }) => code)).toEqual(codes)
})
