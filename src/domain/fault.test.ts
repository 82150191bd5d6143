import { expect, test } from 'vitest'
import { Fault } from './fault.ts'
import { faults } from './faults.ts'

test('a fault speaks to its reader in either language, with its values filled in', () => {
  const fault = new Fault('not-found', { what: 'trang /abc' })
  expect(fault.sentence('vi')).toContain('trang /abc')
  expect(fault.status).toBe(404)
})

test('both sentences of every code name the same values, so that neither reader misses one', () => {
  for (const [code, kind] of Object.entries(faults)) {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
    expect(names(kind.vi), code).toEqual(names(kind.en))
  }
})
