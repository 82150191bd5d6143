import { expect, test } from 'vitest'
import { systemsOn } from '../../../../app/place.ts'
import { operationOf, planeOf } from '../../../../domain/plane.ts'
import { shippedLaw } from '../../../../../test/support/law.ts'
import { today } from '../../../../../test/support/import-desk.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import { mappingBy } from './mend-again.ts'

const crs = { id: 'crs84', axes: 'xy', prefix: 0, operation: null, sureness: 'asked', choices: [] }
const layer = (name: string, over: object = {}) => ({ layer: name, crs: { ...crs, ...over }, turn: false })
const mapping = {
  closeRings: null,
  layers: [
    layer('a', { choices: [{ id: 'vn2000-tm3-108-00', axes: 'yx', prefix: 1, inside: 1 }] }),
    layer('b'),
  ],
} as unknown as Mapping

const systems = systemsOn(await shippedLaw(), today)
const place = {
  systems,
  plane: planeOf(systems, 'vn2000-tm3-108-00'),
  operation: operationOf(systems, 'official'),
}
const kinds = {
  'axes-swapped': 'swap-axes',
  'feature-swapped': 'swap-axes',
  'crs-wrong': 'set-crs',
  'ring-open': 'close-rings',
} as const

function by(code: keyof typeof kinds, value?: string) {
  const mend = { kind: kinds[code], values: ['vn2000-tm3-108-00/yx'] }
  const issue = { code, at: { layer: 'a' }, params: { metres: '0.4–3.25' }, mend }
  return mappingBy(mapping, [issue], value, place)
}

test('axes are swapped of the layer that was asked about, or of its stray features, and of no other', () => {
  const [a, b] = by('axes-swapped').layers
  expect([a!.crs.axes, a!.crs.sureness, b!.crs.axes]).toEqual(['yx', 'given', 'xy'])
  const [stray, other] = by('feature-swapped').layers
  expect([stray!.turn, stray!.crs.axes, other!.turn]).toEqual([true, 'xy', false])
})

test('a layer is read in the system that is proposed or named, with its prefix', () => {
  const [a, b] = by('crs-wrong').layers
  expect(a!.crs).toMatchObject({ id: 'vn2000-tm3-108-00', axes: 'yx', prefix: 1, operation: null })
  expect(b!.crs.id).toBe('crs84')
  expect(by('crs-wrong', 'EPSG:4326@yx').layers[0]!.crs).toMatchObject({ axes: 'yx', prefix: 0 })
  expect(() => by('crs-wrong', 'nowhere')).toThrow('plane-unknown')
})

test('rings are closed as wide as they were shown to be open, and no wider', () => {
  expect(by('ring-open').closeRings).toBe(3.25)
})
