import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportIssue } from '../../model/import/issue.ts'
import { told } from '../../rules/import/issues.ts'
import { Condenser } from './condense.ts'

const outside = (n: number, layer = 'thua'): ImportIssue => ({
  code: 'outside-town',
  at: { layer, fid: String(n), position: [n, 0] },
  params: { metres: n },
  count: 1,
  keys: [`k${n}`],
})
const condensed = (issues: readonly ImportIssue[]) => new Condenser().add(issues).finish()
const many = (n: number) => Array.from({ length: n }, (_, i) => outside(i + 1))

test('thousands of alike issues are one line, which says how many, how far, and where each of them is', () => {
  const [line, ...others] = condensed(many(3774))
  expect(others).toEqual([])
  expect(line).toMatchObject({ count: 3774, params: { metres: '1–3774' }, at: { layer: 'thua' } })
  expect(line!.keys).toHaveLength(3774)
  expect(line!.members![3773]).toEqual({ fid: '3774', position: [3774, 0] })
  expect(told(line!).text.vi).toBe('Nằm ngoài địa bàn, cách 1–3774 m (3.774 đối tượng).')
  expect(told(line!).text.en).toBe('Lies outside the town, 1–3774 m away (3,774 features).')
})

test('a few are listed each by itself, and what differs in layer or mend is not mixed', () => {
  expect(condensed(many(10))).toEqual(many(10))
  const other = many(20).map((one) => ({ ...one, at: { ...one.at, layer: 'khac' } }))
  const mend = { kind: 'drop-copy' } as const
  const mended = many(20).map((one) => ({ ...one, mend }))
  expect(condensed([...many(20), ...other, ...mended]).map(({ count }) => count)).toEqual([20, 20, 20])
})

test('no feature is lost, whatever comes in whatever order: counts, keys and places add up', () => {
  const kinds = fc.record({ n: fc.nat(400), layer: fc.constantFrom('a', 'b'), whole: fc.boolean() })
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 80 }), (all) => {
      const issues = all.map(({ n, layer, whole }): ImportIssue =>
        whole ? { code: 'left-out', at: { layer }, params: {}, count: n } : outside(n, layer),
      )
      const sum = (list: readonly ImportIssue[]) => list.reduce((total, { count }) => total + count, 0)
      const keys = (list: readonly ImportIssue[]) => list.flatMap((one) => one.keys ?? []).toSorted()
      const found = condensed(issues)
      expect(sum(found)).toBe(sum(issues))
      expect(keys(found)).toEqual(keys(issues))
      for (const { members, count } of found) expect(members?.length ?? count).toBe(count)
    }),
  )
})

test('a line holds what a page can carry: more go to the next', () => {
  expect(condensed(many(20_005)).map(({ count }) => count)).toEqual([10_000, 10_000, ...Array(5).fill(1)])
})
