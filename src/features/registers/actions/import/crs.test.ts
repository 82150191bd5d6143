import { expect, test } from 'vitest'
import { importContext, layerOf } from '../../../../../test/support/import-reading.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import { LayerProfiler, propose } from '../../read/import/index.ts'
import { withCrs } from './crs.ts'

test('what a person said of the coordinates is used and asked no more; the rest of the list stays', async () => {
  const context = await importContext('heritage')
  const { mapping } = propose([new LayerProfiler(layerOf('a', [], null)).finish()], context)
  const codes = [
    'crs-missing',
    'crs-foreign',
    'crs-overruled',
    'axes-swapped-read',
    'datum-doubtful',
    'column-left',
  ] as const
  const list = codes.map((code): ImportIssue => ({ code, at: {}, params: {}, count: 1 }))
  const { mapping: said, issues } = withCrs(mapping, 'EPSG:5899@yx', list, context)
  expect(said.layers[0]?.crs).toMatchObject({ id: 'vn2000-tm3-107-45', axes: 'yx', sureness: 'given' })
  expect(issues.map(({ code }) => code)).toEqual(['column-left'])
  expect(() => withCrs(mapping, 'EPSG:1', [], context)).toThrow('plane-unknown')
})
