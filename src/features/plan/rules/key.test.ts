import { expect, test } from 'vitest'
import { planReading } from '../../../../test/support/plan-reading.ts'
import { planKey } from './key.ts'

const { document } = planReading()

test('a corrected copy is known as the same document, and next year’s number 12 is not', () => {
  expect(planKey({ ...document, title: 'Trồng cây (đính chính)' })).toBe(planKey(document))
  expect(planKey({ ...document, issuedOn: '2025-03-01' })).not.toBe(planKey(document))
})

test('a document without a number is known by its title', () => {
  const bare = { ...document, number: null, issuedOn: null }
  expect(planKey({ ...bare, title: 'Trồng  Cây' })).toBe(planKey(bare))
  expect(planKey({ ...bare, title: 'Thoát nước' })).not.toBe(planKey(bare))
})
