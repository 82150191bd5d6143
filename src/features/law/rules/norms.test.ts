import { describe, expect, test } from 'vitest'
import { shippedLaw } from '../../../../test/support/law.ts'
import type { Day } from '../../../domain/day.ts'
import { landUsesAt, landUseOf } from './land-use.ts'
import { checkNorm } from './norms.ts'
import { valueOf } from './at.ts'

const law = await shippedLaw()
const on = '2026-12-01' as Day

describe('a norm', () => {
  test('that is a least value fails below and holds at it; one that is a greatest value the other way round', () => {
    expect(checkNorm(law, 'qcvn-01/isolation-belt', 9.9, { on }).verdict).toBe('fails')
    expect(checkNorm(law, 'qcvn-01/isolation-belt', 10, { on })).toMatchObject({
      verdict: 'meets',
      limit: 10,
      unit: 'metre',
    })
    expect(checkNorm(law, 'qcvn-01/floor-area-ratio', 13.1, { on }).verdict).toBe('fails')
  })

  test('that is not known never turns into a pass or a failure', () => {
    const after = checkNorm(law, 'qcvn-01/floor-area-ratio', 5, { on: '2027-01-01' as Day })
    expect(after).toMatchObject({ verdict: 'unknown', limit: null })
    expect(checkNorm(law, 'qcvn-01/floor-area-ratio', 5, { on: '2021-01-01' as Day }).verdict).toBe('none')
  })

  test('cannot be asked of something that is no limit, nor with what is no number', () => {
    expect(() => checkNorm(law, 'qcvn-01/setback', 5, { on })).toThrow(/no greatest or least/)
    expect(() => checkNorm(law, 'qcvn-01/isolation-belt', Number.NaN, { on })).toThrow(/no number/)
  })
})

describe('land-use codes', () => {
  test('every group that a code names is a code of the same day, and no group holds itself', () => {
    for (const day of ['2020-01-01', '2026-01-01'] as Day[])
      for (const { code, parent } of valueOf(landUsesAt(law, { on: day }))) {
        const { groups } = landUseOf(law, code, { on: day })
        expect([code, groups[0]?.code]).toEqual([code, parent])
        expect(groups.map((group) => group.code)).not.toContain(code)
      }
  })
})
