import { describe, expect, test } from 'vitest'
import type { Period, Version } from '../../../domain/as-of.ts'
import type { Day } from '../../../domain/day.ts'
import type { EntryValue } from '../model/entry.ts'
import { differences, versionAt, versionBefore, versionKey } from './versions.ts'

const day = (text: string) => text as Day
const value = (name: string, over: Partial<EntryValue> = {}): EntryValue => ({
  disclosure: 'internal',
  releasedBy: null,
  stage: 'planned',
  status: 'approved',
  accuracy: 1,
  source: { made: 'hand', name: 'thử' },
  label: name,
  geometry: new Uint8Array([1, 2]),
  properties: { name },
  ...over,
})
const version = (
  name: string,
  valid: Period,
  [from, to]: readonly [number, number | null],
): Version<EntryValue> => ({ id: 'a', valid, recorded: { from, to }, value: value(name) })
const since = (from: string, to: string | null = null): Period => ({
  from: day(from),
  to: to === null ? null : day(to),
})

/** Entered, then changed from June, then what held before June corrected. */
const [first, old, corrected, now] = [
  version('A', since('2026-01-01'), [1, 2]),
  version('A', since('2026-01-01', '2026-06-01'), [2, 3]),
  version('A sửa', since('2026-01-01', '2026-06-01'), [3, null]),
  version('B', since('2026-06-01'), [2, null]),
]
const all = [first, old, corrected, now]
const notes = [1, 2, 3].map((number) => ({ number, instant: `2026-0${number + 6}-01T02:00:00.000Z` }))

describe('which version a page shows', () => {
  test.each([
    ['2026-03-01', undefined, corrected],
    ['2026-07-01', undefined, now],
    ['2026-03-01', 2, old],
    ['2026-07-01', 1, first],
    ['2026-07-01', '2026-07-31', first],
    ['2026-03-01', '2026-08-31', old],
    ['2025-12-31', undefined, null],
    ['2026-03-01', '2026-06-30', null],
  ] as const)('on %s as known at %s', (on, known, shown) => {
    const at = { on: day(on), known: typeof known === 'string' ? day(known) : known }
    expect(versionAt(all, notes, at)).toBe(shown)
  })

  test('each version has an address of its own', () => {
    expect(new Set(all.map(versionKey)).size).toBe(4)
  })
})

describe('what differs', () => {
  test('from the version that it corrected, else from the one that held before', () => {
    expect(versionBefore(all, corrected)).toBe(old)
    expect(versionBefore(all, now)).toBe(first)
    expect(versionBefore([corrected, now], now)).toBe(corrected)
    expect(versionBefore([corrected], corrected)).toBeNull()
  })

  test('is told field by field; of the shape that it changed', () => {
    const after = value('B', {
      status: null,
      geometry: new Uint8Array([1, 3]),
      properties: { name: 'B', area: 5 },
    })
    expect(differences(value('A'), after)).toEqual([
      { key: 'status', before: 'approved', after: null },
      { key: 'name', before: 'A', after: 'B' },
      { key: 'area', before: undefined, after: 5 },
      { key: 'geometry', before: undefined, after: undefined },
    ])
    expect(differences(value('A'), value('A'))).toEqual([])
    expect(differences(value('A'), value('A', { geometry: null })).map(({ key }) => key)).toEqual([
      'geometry',
    ])
  })
})
