import { describe, expect, test } from 'vitest'
import type { Law } from '../../law/model.ts'
import { readRegisters } from './definitions.ts'

const law: Law = { sets: new Map(), documents: new Map(), units: new Map(), parameters: new Map() }
const good = `name: { vi: Ghế đá, en: Benches }
description: { vi: Ghế, en: Benches }
geometry: point
stages: [existing]
accuracy: 2
statuses: [{ code: ok, name: { vi: Tốt, en: Good } }]
source: { vi: Văn phòng, en: Office }
release: register
label: 'Ghế {code}'
style: { colour: '#112233' }
certainty: assumed
fields:
  - { key: code, name: { vi: Mã, en: Code }, type: text }
`
const read = (text: string, path = 'benches.yaml') => readRegisters([{ path, text }], law)
const codes = (text: string, path?: string) =>
  read(text, path).faults.map(({ code, params }) => [code, params.line])

describe('the file of a register', () => {
  test('says what it takes to keep one', () => {
    expect(codes(good)).toEqual([])
    expect(read(good).definitions.get('benches')).toMatchObject({ disclosure: 'internal', copy: false })
  })

  test.each([
    ['a misspelt key', good.replace('label:', 'lable:'), 'register-file-key-unknown', 9],
    ['no fields', good.replace(/fields:[^]*/, ''), 'register-file-key-missing', 1],
    ['no YAML', good.replace('accuracy: 2', 'accuracy: {'), 'register-file-yaml', 6],
    ['a key said twice', `${good}label: x\n`, 'register-file-key-twice', 14],
    ['a certainty that is none', good.replace('assumed', 'sure'), 'register-file-certainty', 11],
    ['a value of another kind', good.replace('accuracy: 2', 'accuracy: two'), 'register-file-value', 5],
    ['public from the start', `${good}disclosure: public\n`, 'register-public', 14],
    ['a label of a field that is not there', good.replace('{code}', '{name}'), 'register-reference', 9],
    [
      'a list that is not there',
      good.replace(/statuses:.*/, 'statuses: { list: legal }'),
      'register-reference',
      6,
    ],
    [
      'a table of the law that is not there',
      good.replace(/statuses:.*/, 'statuses: { law: [{ parameter: a/b, code: c }] }'),
      'register-reference',
      6,
    ],
    [
      'a field twice',
      good + '  - { key: code, name: { vi: Mã, en: Code }, type: text }\n',
      'register-field',
      14,
    ],
    ['a code without its list', good.replace('type: text', 'type: code'), 'register-field', 13],
    ['a unit of a text', good.replace('type: text', 'type: text, unit: m'), 'register-field', 13],
    ['a text that measures', good.replace('type: text', 'type: text, measures: shape'), 'register-field', 13],
    [
      'hectares that measure',
      good.replace('type: text', 'type: area, unit: ha, measures: shape').replace(': point', ': area'),
      'register-field',
      13,
    ],
    ['points that measure', good.replace('type: text', 'type: area, measures: shape'), 'register-field', 13],
    [
      'two fields that measure',
      `${good.replace('type: text', 'type: area, measures: shape').replace(': point', ': any')}  - { key: b, name: { vi: B, en: B }, type: area, measures: shape }\n`,
      'register-field',
      14,
    ],
    ['an owner', good.replace('vi: Mã', 'vi: Chủ sử dụng'), 'register-personal', 13],
    ['a border of units', good.replace('vi: Ghế đá', 'vi: Ranh giới hành chính'), 'register-boundary', 1],
    [
      'a border of units as a layer',
      `${good}dossier: [{ part: existing, layer: RanhGioiHanhChinh_L }]\n`,
      'register-boundary',
      14,
    ],
  ])('%s is named with its line', (_, text, code, line) => expect(codes(text)).toContainEqual([code, line]))

  test('a refusal names the file in its folder, the line and the key', () => {
    const fault = read(`${good}lable: x\n`).faults[0]
    expect(fault?.sentence('vi')).toContain('registers/benches.yaml, dòng 14')
    expect(fault?.sentence('en')).toContain('"lable"')
  })

  test('a file name that could not be an id', () =>
    expect(codes(good, 'Ghế đá.yaml')).toContainEqual(['register-field', 1]))
})
