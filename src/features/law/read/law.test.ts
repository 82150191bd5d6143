import { describe, expect, test } from 'vitest'
import { readLaw, type LawFile } from './law.ts'

const base: Record<string, string> = {
  'units.yaml': 'metre: { name: { vi: mét, en: metre }, symbol: m }\n',
  'sets.yaml': 'norms: { name: { vi: Quy chuẩn, en: Norms } }\n',
  'documents/all.yaml': [
    'old:',
    '  { kind: circular, number: 1/2021, title: { vi: Cũ, en: Old }, issuer: { vi: Bộ, en: Ministry }, issued: 2021-05-19,',
    '    from: 2021-07-05, to: 2027-01-01, text: null, certainty: seen }',
    'new:',
    '  { kind: circular, number: 2/2026, title: { vi: Mới, en: New }, issuer: { vi: Bộ, en: Ministry }, issued: 2026-06-30,',
    '    from: 2027-01-01, text: null, certainty: seen, replaces: [old] }',
  ].join('\n'),
}

const radius = `description: { vi: Bán kính, en: Radius }
applies: { vi: Ngày duyệt, en: Day of approval }
kind: number
unit: metre
bound: at-most
values:
  2021-07-05:
    value: 500
    certainty: secondary
    recorded: 2026-11-22
    reference: { document: old, article: '2.4' }
  2027-01-01:
    value: 1000
    certainty: secondary
    recorded: 2026-11-22
    reference: { document: new }
`

const filesOf = (texts: Record<string, string>): LawFile[] =>
  Object.entries({ ...base, ...texts }).map(([path, text]) => ({ path, text }))
const read = (text: string, more: Record<string, string> = {}) =>
  readLaw(filesOf({ 'norms/radius.yaml': text, ...more }))
/** What the person who wrote the file is told. */
const told = (text: string, more?: Record<string, string>) =>
  read(text, more).faults.map((fault) => fault.sentence('en'))
const codes = (text: string, more?: Record<string, string>) => read(text, more).faults.map(({ code }) => code)
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

describe('a folder of law', () => {
  test('is read with the path of each file as the name of its value', () => {
    const { law, faults } = read(radius)
    expect(faults).toEqual([])
    const parameter = law.parameters.get('norms/radius')
    expect(parameter?.entries.map(({ from, readings }) => [from, readings.at(-1)?.value])).toEqual([
      ['2021-07-05', 500],
      ['2027-01-01', 1000],
    ])
    expect(law.documents.get('new')).toMatchObject({ number: '2/2026', to: null })
  })

  test('a missing key is refused with its file, line and name', () => {
    const text = radius.replace("    reference: { document: old, article: '2.4' }\n", '')
    expect(told(text)).toEqual([
      expect.stringMatching(/^law\/norms\/radius\.yaml, line 7: "values\.2021-07-05\.reference" is missing/),
    ])
  })

  test('two values of one day are refused where the second stands', () => {
    const text = radius.replace('2027-01-01:', '2021-07-05:')
    expect(told(text)[0]).toContain(
      `line ${lineOf(text, '2021-07-05:\n    value: 1000')}: the day 2021-07-05 has two values`,
    )
  })

  test('any other key that is said twice is refused too', () => {
    expect(codes(radius.replace('unit: metre', 'unit: metre\nunit: metre'))).toEqual(['law-key-twice'])
  })

  test('a value before its document takes effect is refused, unless it says that it reaches back', () => {
    const early = radius.replace('2027-01-01:', '2026-07-01:')
    expect(told(early)[0]).toContain('2/2026 is in force from 2027-01-01, after this day')
    expect(codes(early.replace('value: 1000', 'value: 1000\n    retroactive: true'))).toEqual([])
  })

  test('a value that outlives its document is refused: somebody must say what follows', () => {
    const alone = radius.slice(0, radius.indexOf('  2027-01-01:'))
    expect(codes(alone)).toEqual(['law-outlives-document'])
    expect(codes(radius.replace('document: new', 'document: old'))).toContain('law-after-document')
  })

  test('names that stand nowhere are refused: document, unit, rule set, key, certainty', () => {
    expect(codes(radius.replace('document: new', 'document: gone'))).toEqual(['law-document'])
    expect(codes(radius.replace('unit: metre', 'unit: mile'))).toEqual(['law-unit'])
    expect(codes(radius, { 'else/radius.yaml': radius })).toEqual(['law-set'])
    expect(codes(radius.replace('bound:', 'bounds:'))).toEqual(['law-key-unknown'])
    expect(codes(radius.replace('certainty: secondary', 'certainty: sure'))).toEqual(['law-certainty'])
    const documents = base['documents/all.yaml']?.replace('[old]', '[gone]') ?? ''
    expect(codes(radius, { 'documents/all.yaml': documents })).toEqual(['law-document'])
  })

  test('a day that is none, and a value of the wrong kind, are refused', () => {
    expect(codes(radius.replace('recorded: 2026-11-22', 'recorded: 2026-02-30'))).toEqual(['law-day'])
    expect(told(radius.replace('value: 500', 'value: about 500'))[0]).toMatch(
      /line 8, "values\.2021-07-05\.value"/,
    )
  })

  test('an unknown value must say what to look up', () => {
    const unknown = radius.replace('value: 1000', 'value: unknown')
    expect(codes(unknown)).toEqual(['law-look-up'])
    expect(
      codes(unknown.replace('value: unknown', 'value: unknown\n    lookUp: { vi: Bảng 3, en: Table 3 }')),
    ).toEqual([])
  })

  test('what is no YAML at all is told as such, and the other files are read all the same', () => {
    const { faults, law } = read('a: [1', { 'norms/other.yaml': radius })
    expect(faults[0]?.code).toBe('law-yaml')
    expect([...law.parameters.keys()]).toEqual(['norms/other'])
  })
})

const table = (row: string) => `description: { vi: Bảng, en: Table }
applies: { vi: Ngày, en: Day }
kind: table
columns:
  code: { kind: text }
  colour: { kind: colour }
  level: { kind: text, codes: [one, two], optional: true }
key: [code]
values:
  2027-01-01:
    certainty: memory
    recorded: 2026-11-22
    reference: { document: new }
    value:
      - { code: A, colour: '#FFFFFF' }
      - ${row}
`

describe('a table of law', () => {
  test.each([
    ["{ code: B, colour: '#00FF00', level: one, certainty: seen }", []],
    ["{ code: A, colour: '#00FF00' }", ['law-row-twice']],
    ['{ code: B }', ['law-key-missing']],
    ["{ code: B, colour: 'green' }", ['law-cell']],
    ["{ code: B, colour: '#00FF00', level: three }", ['law-cell']],
    ["{ code: B, colour: '#00FF00', lvl: one }", ['law-column']],
    ["{ code: B, colour: '#00FF00', certainty: sure }", ['law-certainty']],
  ])('row %s', (row, faults) => {
    expect(codes(table(row))).toEqual(faults)
  })
})
