import { expect, test } from 'vitest'
import { noShift, planeOf } from '../../../../domain/plane.ts'
import { official, older, systems } from '../../../../../test/coordinates.ts'
import { apartBy, operationWords } from './operation-words.ts'

const plane = planeOf(systems, 'vn2000-tm3-108-00')
const at = [108.9, 14.8] as const

test('an operation says its number, and how far the other one in use puts the same place in this town', () => {
  expect(apartBy(plane, at, official, older)).toBeCloseTo(0.74, 2)
  expect(operationWords(official, { plane, systems, at }).vi).toBe(
    `EPSG 6960; tại địa bàn lệch 0,74 m so với ${older.name.vi}`,
  )
  expect(operationWords(older, { plane, systems, at }).en).toBe(
    `EPSG 5194; in this town 0.74 m from ${official.name.en}`,
  )
})

test('who takes VN-2000 for WGS 84 sees the two hundred metres that it makes', () => {
  const { vi } = operationWords(noShift, { plane, systems, at })
  expect(vi).toMatch(/^tại địa bàn lệch 2\d\d,\d\d m so với .*; 2\d\d,\d\d m so với /)
})

test('where nobody has drawn the town nothing is measured', () => {
  expect(operationWords(official, { plane, systems, at: null }).vi).toBe('EPSG 6960')
})
