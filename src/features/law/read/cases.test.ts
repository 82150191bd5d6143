import { describe, expect, test } from 'vitest'
import { shippedLaw } from '../../../../test/support/law.ts'
import { runCases } from './cases.ts'

const law = await shippedLaw()
const run = (cases: string) =>
  runCases(law, [
    { path: 'cases/mine.yaml', text: `description: { vi: A, en: A }\ncases:\n${cases}` },
    { path: 'qcvn-01/other.yaml', text: 'not: a case' },
  ])

describe('a case of law', () => {
  test('that comes out otherwise is told with its line, its name and both values', () => {
    const { faults } = run(
      '  - { name: Bán kính, rule: norm, parameter: qcvn-01/service-radius/kindergarten, measured: 501, on: 2026-01-01, expect: { verdict: meets, limit: 500 } }',
    )
    expect(faults.map((fault) => fault.sentence('en'))).toEqual([
      'law/cases/mine.yaml, line 3: the case "Bán kính" fails: verdict: "fails", not "meets".',
    ])
  })

  test('may expect a refusal, and is wrong where none comes', () => {
    const ask = (on: string) =>
      run(
        `  - { name: A, rule: deadline, deadline: deadlines/permit/house, start: ${on}, expect: { fault: law-unknown } }`,
      )
    expect(ask('2026-06-30').faults).toEqual([])
    expect(ask('2026-07-01').faults[0]?.code).toBe('law-case')
  })

  test('that is not written as one is refused like any other file of law', () => {
    expect(run('  - { name: A, rule: guess, expect: {} }').faults[0]?.code).toBe('law-value')
    expect(
      run('  - { name: A, rule: working-day, on: 2026-02-30, expect: {} }').faults[0]?.sentence('en'),
    ).toContain('there is no such day')
  })
})
