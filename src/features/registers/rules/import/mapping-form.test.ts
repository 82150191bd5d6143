import { describe, expect, test } from 'vitest'
import { mappingSchema } from '../../model/import/mapping.ts'
import {
  fieldNames,
  mappingFrom,
  readingOf,
  readingText,
  tablesFrom,
  type MappingChoices,
} from './mapping-form.ts'

const words = { vi: 'đề nghị', en: 'proposed' }
const mapping = mappingSchema.parse({
  version: 1,
  register: 'planning-zones',
  fingerprint: 'f',
  codeField: 'code',
  termField: null,
  cadField: null,
  stage: 'planned',
  tolerance: 0.05,
  toleranceReason: words,
  constants: {},
  layers: [
    {
      layer: 'a',
      crs: {
        id: null,
        axes: 'xy',
        prefix: 0,
        operation: null,
        sureness: 'asked',
        reason: words,
        choices: [{ id: 'crs84', axes: 'xy', prefix: 0, inside: 1 }],
      },
      cadColumn: null,
      colourColumn: null,
      labelColumn: null,
      columns: [{ from: 'TEN', to: 'name', decimals: null, sureness: 'sure', reason: words }],
      leftColumns: [
        { column: 'GHICHU', personal: false, reason: words },
        { column: 'CHU_SD', personal: true, reason: words },
      ],
      key: [],
      keyReason: words,
      groups: [
        {
          cad: 'ODT',
          colour: null,
          kind: 'area',
          count: 2,
          use: 'entries',
          term: null,
          code: null,
          sureness: 'asked',
          choices: [],
          reason: words,
        },
      ],
    },
  ],
})
const choices: MappingChoices = {
  systems: new Map([
    ['crs84', { sameDatum: false }],
    ['vn2000-tm3-108-00', { sameDatum: true }],
  ]),
  operations: new Set(['official', 'older']),
  usual: 'official',
  fields: new Set(['name', 'note', 'code']),
}
const from = (form: Readonly<Record<string, string>>) => {
  const found = mappingFrom(mapping, (name) => form[name] ?? '', choices)
  if ('fault' in found) throw new Error(found.fault.field)
  return found.mapping.layers[0]!
}

describe('a mapping is changed by a form', () => {
  test('another way of reading a coordinate table is told from the one that stands; a sign of nothing is none', () => {
    const way = (east: number) => ({
      choice: {
        columns: { east, north: 1 - east, kind: 'plane' as const },
        decimal: ',' as const,
        shape: 'points' as const,
        parcel: null,
      },
      ...words,
    })
    const layer = { ...mapping.layers[0]!, table: way(0).choice, tableWays: [way(0), way(1)] }
    const asked = (written: string) => tablesFrom({ ...mapping, layers: [layer] }, () => written)
    expect(asked('0')).toBeNull()
    expect(asked('1')).toEqual({ a: way(1).choice })
    expect(asked('')).toBeNull()
    expect(asked('9')).toBeNull()
  })

  test('a form that was sent as it came changes nothing, whatever else it holds', () => {
    const same = { [fieldNames.stage]: 'planned', [fieldNames.column(0, 0)]: 'name', other: 'x' }
    expect(mappingFrom(mapping, (name) => (same as Record<string, string>)[name] ?? '', choices)).toEqual({
      mapping,
    })
  })

  test('coordinates are read as was chosen, by the operation that was chosen, and by none within one datum', () => {
    const crs84 = { [fieldNames.crs(0)]: 'crs84|yx|0', [fieldNames.operation(0)]: 'older' }
    expect(from(crs84).crs).toMatchObject({
      id: 'crs84',
      axes: 'yx',
      operation: 'older',
      sureness: 'given',
    })
    const own = { ...crs84, [fieldNames.crs(0)]: 'vn2000-tm3-108-00|xy|18' }
    expect(from(own).crs).toMatchObject({ id: 'vn2000-tm3-108-00', prefix: 18, operation: null })
    expect(from({ [fieldNames.crs(0)]: 'epsg:1|xy|0' }).crs).toEqual(mapping.layers[0]!.crs)
  })

  test('columns come and go, but one with personal data is never taken', () => {
    const layer = from({
      [fieldNames.column(0, 0)]: '-',
      [fieldNames.column(0, 1)]: 'note',
      [fieldNames.column(0, 2)]: 'name',
    })
    expect(layer.columns).toMatchObject([{ from: 'GHICHU', to: 'note', sureness: 'given' }])
    expect(layer.leftColumns.map(({ column }) => column)).toEqual(['TEN', 'CHU_SD'])
  })

  test('a group gets a use and a code, and loses it again', () => {
    const form = { [fieldNames.use(0, 0)]: 'lines', [fieldNames.code(0, 0)]: 'ODT' }
    expect(from(form).groups[0]).toMatchObject({ use: 'lines', code: 'ODT', sureness: 'given' })
    expect(from({ [fieldNames.code(0, 0)]: '-' }).groups[0]).toMatchObject({ code: null, use: 'entries' })
  })

  test('open rings are closed up to a length, features that lie turned are turned, where a person says so', () => {
    const form = { [fieldNames.closeRings]: '0,5', [fieldNames.turn(0)]: 'co' } as Record<string, string>
    const found = mappingFrom(mapping, (name) => form[name] ?? '', choices)
    expect(found).toMatchObject({ mapping: { closeRings: 0.5, layers: [{ turn: true }] } })
    const wrong = mappingFrom(mapping, (name) => (name === fieldNames.closeRings ? '-2' : ''), choices)
    expect(wrong).toEqual({ fault: { field: fieldNames.closeRings, found: '-2' } })
  })

  test.each(['0', '-1', 'x', '1000'])('a tolerance of %s is told, not taken', (found) => {
    const entered = (name: string) => (name === fieldNames.tolerance ? found : '')
    expect(mappingFrom(mapping, entered, choices)).toEqual({
      fault: { field: fieldNames.tolerance, found },
    })
  })

  test('a reading goes through an option of a form and back; what is none is nothing', () => {
    for (const reading of [
      { id: null, axes: 'xy', prefix: 0 },
      { id: 'crs84', axes: 'yx', prefix: 18 },
    ] as const)
      expect(readingOf(readingText(reading))).toEqual(reading)
    expect(readingOf('')).toBeNull()
    expect(readingOf('crs84|zz|0')).toBeNull()
  })
})
