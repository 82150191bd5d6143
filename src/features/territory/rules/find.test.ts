import { describe, expect, test } from 'vitest'
import { ducPho } from '../../../../test/support/duc-pho-units.ts'
import type { Day } from '../../../domain/day.ts'
import { findUnits } from './find.ts'
import { fullName } from './names.ts'

const before = '2024-12-31' as Day
const after = '2025-07-01' as Day
const names = (text: string, on: Day | null) =>
  findUnits(ducPho, text, on).units.map(({ unit }) => fullName(unit))

describe('a code or a name is asked on a day, because codes are used again and names move', () => {
  test('21457 is xã Phổ Nhơn on the last day of 2024 and xã Nguyễn Nghiêm since July 2025', () => {
    expect(names('21457', before)).toEqual(['Xã Phổ Nhơn'])
    expect(names('21457', after)).toEqual(['Xã Nguyễn Nghiêm'])
    expect(names('21457', '2025-06-30' as Day)).toEqual(['Xã Phổ Nhơn'])
  })

  test('Nguyễn Nghiêm: on a day with one, that one and a word of the other; on no day, the choice', () => {
    for (const [on, name, other, heir] of [
      [before, 'Phường Nguyễn Nghiêm', 'Xã Nguyễn Nghiêm', ['Xã Phổ Nhơn', 'Xã Phổ Phong']],
      [after, 'Xã Nguyễn Nghiêm', 'Phường Nguyễn Nghiêm', ['Phường Đức Phổ']],
    ] as const) {
      const found = findUnits(ducPho, 'Nguyễn Nghiêm', on)
      expect(found.units.map(({ unit }) => fullName(unit))).toEqual([name])
      expect(found.choice).toBe(false)
      expect(found.namesakes.map(({ unit }) => fullName(unit))).toEqual([other])
      expect(found.namesakes[0]?.heirs.map(({ unit }) => fullName(unit)).toSorted()).toEqual(heir)
    }
    const any = findUnits(ducPho, 'nguyen nghiem', null)
    expect(any.choice).toBe(true)
    expect(any.units.map(({ unit }) => fullName(unit)).toSorted()).toEqual([
      'Phường Nguyễn Nghiêm',
      'Xã Nguyễn Nghiêm',
    ])
  })

  test('a unit is found by the name its ground bore before, with the act that changed it', () => {
    const { units } = findUnits(ducPho, 'pho nhon', after)
    expect(units).toMatchObject([
      { unit: { code: '21457', name: 'Nguyễn Nghiêm' }, by: 'former', whole: true, decided: true },
    ])
    expect(units[0]?.of.map(fullName)).toEqual(['Xã Phổ Nhơn'])
    expect(findUnits(ducPho, 'Sa Huỳnh', before).units.map(({ unit, by }) => [unit.name, by])).toEqual([
      ['Phổ Châu', 'later'],
      ['Phổ Thạnh', 'later'],
    ])
  })

  test.each([
    'Phổ Hòa',
    'Phổ Hoà',
    'phổ hoà'.normalize('NFD'),
    'pho hoa',
    'P. Phổ Hòa',
    'P.Phổ Hòa',
    'phường  phổ hòa',
    'PHƯỜNG PHỔ HÒA',
    'Phổ Hòa, TX Đức Phổ',
    'pho hoa, duc pho, tinh quang ngai',
  ])('%s is phường Phổ Hòa, today in phường Đức Phổ', (text) => {
    expect(names(text, before)).toEqual(['Phường Phổ Hòa'])
    expect(names(text, after)).toEqual(['Phường Đức Phổ'])
  })

  test.each(['xã Phổ Hòa', 'Phổ Hòa, Mộ Đức', 'Hòa Phổ X', '', ' ', '99999', '?', 'xã'])(
    '"%s" is no unit of that day',
    (text) => expect(names(text, before)).not.toContain('Phường Phổ Hòa'),
  )

  test('a name that begins like a kind is still a name', () => {
    const unit = { ...ducPho.units[0], id: 'x', code: '21211', kind: 'xã', name: 'Tịnh Khê' } as const
    const territory = { ...ducPho, units: [...ducPho.units, unit as (typeof ducPho.units)[number]] }
    for (const text of ['Tịnh Khê', 'tinh khe', 'Xã Tịnh Khê', 'x. tinh khe'])
      expect(findUnits(territory, text, before).units.map((found) => found.unit.id)).toEqual(['x'])
  })

  test('a kind before the name narrows: the phường of 2024 is another than the xã of 2025', () => {
    expect(names('phường Nguyễn Nghiêm', after)).toEqual(['Phường Đức Phổ'])
    expect(names('xã Nguyễn Nghiêm', before).toSorted()).toEqual(['Xã Phổ Nhơn', 'Xã Phổ Phong'])
    expect(names('TX Đức Phổ', before)).toEqual(['Thị xã Đức Phổ'])
    expect(names('Đức Phổ', before)).toEqual(['Thị xã Đức Phổ'])
    expect(names('Đức Phổ', after)).toEqual(['Phường Đức Phổ'])
  })

  test('a level that is abolished leaves its members: thị xã Đức Phổ is five units now', () => {
    expect(names('thị xã Đức Phổ', after).toSorted()).toEqual([
      'Phường Sa Huỳnh',
      'Phường Trà Câu',
      'Phường Đức Phổ',
      'Xã Khánh Cường',
      'Xã Nguyễn Nghiêm',
    ])
  })

  test('a part of a name is enough, and says that there is a choice', () => {
    const found = findUnits(ducPho, 'pho th', before)
    expect(found.units.map(({ unit }) => unit.name)).toEqual(['Phổ Thạnh', 'Phổ Thuận'])
    expect(found.choice).toBe(true)
    expect(names('nghiem', after)).toEqual(['Xã Nguyễn Nghiêm'])
  })
})
