import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Day } from '../../../domain/day.ts'
import { Fault } from '../../../domain/fault.ts'
import { readLaw } from '../read/law.ts'
import { lawAt, numberAt, tableAt, valueOf } from './at.ts'

const day = (text: string) => text as Day
const document = (number: string, from: string, to = '') =>
  `{ kind: circular, number: ${number}, title: { vi: T, en: T }, issuer: { vi: B, en: M }, issued: null, from: ${from}, ${to} text: null, certainty: seen }`
const { law, faults } = readLaw([
  { path: 'units.yaml', text: 'metre: { name: { vi: mét, en: metre }, symbol: m }' },
  { path: 'sets.yaml', text: 'a: { name: { vi: A, en: A } }' },
  { path: 'documents/d.yaml', text: `d: ${document('1/2020', '2020-01-01')}` },
  {
    path: 'a/limit.yaml',
    text: `description: { vi: Mức, en: Limit }
applies: { vi: Ngày, en: Day }
kind: number
unit: metre
values:
  2020-01-01: { value: 5, certainty: seen, recorded: 2021-03-01, reference: { document: d, article: điều 1 }, checked: { by: Người kiểm tra, on: 2021-04-01 } }
  2022-01-01:
    value: 7
    certainty: seen
    recorded: 2024-06-01
    reference: { document: d, article: điều 2 }
    earlier:
      - value: unknown
        certainty: assumed
        recorded: 2022-02-01
        reference: { document: d }
        lookUp: { vi: Bảng 2, en: Table 2 }
        why: { vi: Đã đọc bảng, en: The table was read }
  2025-01-01: { value: null, certainty: seen, recorded: 2024-12-01, reference: { document: d } }
`,
  },
  {
    path: 'a/codes.yaml',
    text: `description: { vi: Mã, en: Codes }
applies: { vi: Ngày, en: Day }
kind: table
columns: { code: { kind: text } }
key: [code]
values:
  2020-01-01: { certainty: seen, recorded: 2021-03-01, reference: { document: d }, value: [{ code: A }, { code: B }] }
`,
  },
])

describe('the law on a day, as known on a day', () => {
  test('the folder is right', () => expect(faults).toEqual([]))

  test.each([
    ['2019-12-31', undefined, 'none', null],
    ['2020-01-01', undefined, 'value', 5],
    ['2021-12-31', undefined, 'value', 5],
    ['2022-01-01', undefined, 'value', 7],
    ['2024-12-31', undefined, 'value', 7],
    ['2025-01-01', undefined, 'repealed', null],
    // Before the rule set heard of the new value, it answered with the old one.
    ['2022-01-01', '2022-01-31', 'value', 5],
    ['2022-01-01', '2022-02-01', 'unknown', null],
    ['2022-01-01', '2024-05-31', 'unknown', null],
    ['2022-01-01', '2024-06-01', 'value', 7],
    ['2020-06-01', '2021-02-28', 'none', null],
    ['2025-06-01', '2024-11-30', 'value', 7],
  ])('on %s, known %s: %s %s', (on, known, state, value) => {
    const found = numberAt(law, 'a/limit', { on: day(on), known: known === undefined ? known : day(known) })
    expect([found.state, found.value]).toEqual([state, value])
  })

  test('every answer carries the clause, the document, the certainty and who checked it', () => {
    expect(lawAt(law, 'a/limit', { on: day('2021-01-01') }).use).toEqual({
      parameter: 'a/limit',
      on: '2021-01-01',
      from: '2020-01-01',
      document: 'd',
      article: 'điều 1',
      certainty: 'seen',
      recorded: '2021-03-01',
      checked: { by: 'Người kiểm tra', on: '2021-04-01' },
    })
  })

  test('who needs a value that is unknown or not there is refused, with what to look up', () => {
    const unknown = numberAt(law, 'a/limit', { on: day('2022-01-01'), known: day('2023-01-01') })
    expect(() => valueOf(unknown)).toThrow(Fault)
    expect(() => valueOf(unknown)).toThrow(/Table 2/)
    expect(() => valueOf(numberAt(law, 'a/limit', { on: day('2019-01-01') }))).toThrow(/No rule a\/limit/)
    expect(() => numberAt(law, 'a/gone', { on: day('2019-01-01') })).toThrow(/no law\/a\/gone/)
    expect(() => numberAt(law, 'a/codes', { on: day('2021-01-01') })).toThrow('a table, not a number')
  })

  test('a table is read by the shape its user asks for', () => {
    const rows = tableAt(law, 'a/codes', { on: day('2026-01-01') }, z.object({ code: z.string() }))
    expect(valueOf(rows)).toEqual([{ code: 'A' }, { code: 'B' }])
  })
})
