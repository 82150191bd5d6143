import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planReading, target, task } from '../../../../test/support/plan-reading.ts'
import type { Item } from '../model/proposal.ts'
import { amountText, dayText, parseAmount, parseDayText, parseYear } from './form-values.ts'
import { fieldsOf, valueFrom, type Entered } from './form.ts'
import { itemsOf } from './items.ts'

const untouched = (item: Item): Entered =>
  Object.fromEntries(fieldsOf(item).map(({ name, value }) => [name, value]))
const taskItem: Item = { kind: 'task', key: '1.1', value: task('1.1', 'Trồng cây', [[0, 9]]) }
const targetItem: Item = { kind: 'target', key: 'x', value: target([[3, 9]]) }

describe('the form in which an officer corrects a value', () => {
  test.each(itemsOf(planReading()))('an untouched form of $kind $key gives the same value back', (item) =>
    expect(valueFrom(item, untouched(item))).toEqual({ value: item.value }),
  )

  test('a body that stays keeps its place; a new one has none and is judged for itself', () => {
    const changed = {
      ...untouched(taskItem),
      lead: 'Ủy ban nhân dân thị xã\n Các đơn vị liên quan ',
      output: 'Báo cáo',
    }
    expect(valueFrom(taskItem, changed)).toMatchObject({
      value: {
        at: [[0, 9]],
        lead: [
          { text: 'Ủy ban nhân dân thị xã', named: true },
          { text: 'Các đơn vị liên quan', named: false, at: [] },
        ],
        output: { text: 'Báo cáo', at: [] },
      },
    })
  })

  test('a row made empty goes, the empty row filled in comes, and the baseline is set', () => {
    const changed = {
      ...untouched(targetItem),
      'values.0.year': '',
      'values.0.comparator': '',
      'values.0.amount': '',
      'values.1.year': '2030',
      'values.1.comparator': '>=',
      'values.1.amount': '1.234,5',
      'baseline.0.year': '2021',
      'baseline.0.comparator': '~',
      'baseline.0.amount': '53,2',
    }
    expect(valueFrom(targetItem, changed)).toMatchObject({
      value: {
        values: [{ year: 2030, comparator: '>=', value: 1234.5, at: [] }],
        baseline: { year: 2021, comparator: '~', value: 53.2, at: [] },
      },
    })
  })

  test.each<[Item, Entered, string, string]>([
    [taskItem, { text: ' ' }, 'text', 'required'],
    [taskItem, { from: '31/02/2024' }, 'from', 'day'],
    [taskItem, { from: '02/01/2024', to: '01/01/2024' }, 'to', 'order'],
    [taskItem, { timeKind: 'sometimes' }, 'timeKind', 'choice'],
    [targetItem, { 'values.0.year': '25' }, 'values.0.year', 'year'],
    [targetItem, { 'values.0.amount': 'nhiều' }, 'values.0.amount', 'amount'],
    [targetItem, { 'values.0.comparator': '' }, 'values.0.comparator', 'choice'],
  ])('%#: what is wrong is said beside its field', (item, entered, name, code) => {
    const result = valueFrom(item, { ...untouched(item), ...entered })
    expect(result).toMatchObject({ problems: expect.arrayContaining([{ name, code }]) as unknown })
  })
})

describe('numbers and days as an office writes them', () => {
  test('days', () => {
    expect(parseDayText('12/8/2022')).toBe('2022-08-12')
    expect(parseDayText('2022-08-12')).toBe('2022-08-12')
    expect(dayText('2022-08-12')).toBe('12/08/2022')
    expect(parseYear('2O25')).toBeNull()
  })

  test('classes of town, and what is no amount', () => {
    expect(parseAmount('loại IV')).toEqual({ class: 'IV', part: 'all' })
    expect(parseAmount('Loại III: một số tiêu chí')).toEqual({ class: 'III', part: 'some' })
    // 1.23 could be 123 or 1,23: an office means thousands by the point, and there are none here.
    expect(parseAmount('1.23')).toBeNull()
    expect(parseAmount('loại IV: gần hết')).toBeNull()
  })

  test('property: what is shown is read back as the same amount', () => {
    const amount = fc.oneof(
      fc.integer({ min: -9_999_999, max: 9_999_999 }).map((n) => n / 100),
      fc.record({
        class: fc.constantFrom('I', 'II', 'III', 'IV', 'V', 'đặc biệt'),
        part: fc.constantFrom('all' as const, 'some' as const),
      }),
    )
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseAmount(amountText(value))).toEqual(value)
      }),
    )
  })
})
