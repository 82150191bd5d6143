import { expect, test } from 'vitest'
import { findingKey, findingText, type Finding } from './finding.ts'

const one: Finding = {
  code: 'zone-gap',
  severity: 'stop',
  about: [],
  size: { value: 12.34567, unit: 'm²' },
  at: [1000.4, 2000.4],
  shape: null,
  params: { plan: 'Phân khu 1', size: 12.3 },
}
const about = (id: string) => ({ register: 'zones', id, label: id })

test('the same fault has one name tomorrow, whoever is told first, so that what was accepted stays so', () => {
  expect(findingKey({ ...one, at: [1000.3, 2000.2] })).toBe(findingKey(one))
  expect(findingKey({ ...one, size: { value: 12.34999, unit: 'm²' } })).toBe(findingKey(one))
  expect(findingKey({ ...one, about: [about('a'), about('b')] })).toBe(
    findingKey({ ...one, about: [about('b'), about('a')] }),
  )
})

test('elsewhere, larger, of somebody else or of another kind it is another fault', () => {
  const others = [
    { ...one, at: [1002, 2000] as const },
    { ...one, size: { value: 13, unit: 'm²' as const } },
    { ...one, about: [about('a')] },
    { ...one, code: 'zone-overlap' },
    { ...one, params: { ...one.params, plan: 'Phân khu 2' } },
  ]
  expect(new Set([one, ...others].map(findingKey)).size).toBe(6)
})

test('its sentence is filled; what is not known leaves a gap that shows', () => {
  const words = { vi: '{plan}: {size} m² {lạ}{x}', en: '{plan}' }
  expect(findingText(one, words, 'vi')).toBe('Phân khu 1: 12.3 m² {lạ}…')
})
