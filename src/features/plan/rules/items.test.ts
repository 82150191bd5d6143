import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planReading, target, task } from '../../../../test/support/plan-reading.ts'
import { planKey } from './key.ts'
import { candidatesOf, itemsOf, placesOf, sameValue, slug } from './items.ts'

const reading = planReading()
const changes = (read: typeof reading, before: typeof reading | null) =>
  Object.fromEntries(candidatesOf(read, before).map(({ id, change }) => [id, change]))

describe('a corrected copy is set against what the record holds', () => {
  test('added, changed, same and gone are told apart; what is gone is asked too', () => {
    const next = planReading({ tasks: [task('1.1', 'Trồng cây ven biển'), task('1.3', 'Tưới cây')] })
    expect(changes(next, reading)).toMatchObject({
      'document:head': 'same',
      'target:ty-le-cay-xanh': 'same',
      'task:1.1': 'changed',
      'task:1.2': 'removed',
      'task:1.3': 'added',
    })
    const gone = candidatesOf(next, reading).find(({ id }) => id === 'task:1.2')
    expect(gone?.item.value).toMatchObject({ text: 'Chăm sóc cây xanh' })
  })

  test('the same words elsewhere on the page are no change: an officer is not asked twice', () => {
    const moved = planReading({
      targets: [target([[500, 520]])],
      tasks: reading.tasks.map((one) => ({ ...one, at: [] })),
    })
    expect(new Set(Object.values(changes(moved, reading)))).toEqual(new Set(['same']))
  })

  test('the order in which a value was written down is no change; any other word is', () => {
    const [one] = reading.tasks
    if (!one) throw new Error('the reading has a task')
    const turned = Object.fromEntries(Object.entries(one).reverse()) as typeof one
    expect(sameValue(one, turned)).toBe(true)
    expect(sameValue(one, { ...one, lead: [{ text: 'Công an thị xã', named: true, at: [] }] })).toBe(false)
    expect(sameValue(one, { ...one, time: { ...one.time, to: '2025-12-31' } })).toBe(false)
  })

  test('two targets of one indicator but another scope are two', () => {
    const [one] = reading.targets
    const keys = itemsOf({
      ...reading,
      targets: [
        { ...one!, scope: null },
        { ...one!, scope: 'nội thị' },
      ],
    })
      .filter(({ kind }) => kind === 'target')
      .map(({ key }) => key)
    expect(keys).toEqual(['ty-le-cay-xanh', 'ty-le-cay-xanh/noi-thi'])
  })
})

test('every place of a value and of its parts is lit, in reading order, and no other pair of numbers', () => {
  expect(
    placesOf({
      at: [
        [40, 50],
        [10, 20],
      ],
      years: [2025, 2030],
      output: { text: 'x', at: [[30, 35]] },
      lead: [{ text: 'y', at: [[12, 14]] }],
    }),
  ).toEqual([
    [10, 20],
    [12, 14],
    [30, 35],
    [40, 50],
  ])
  expect(placesOf({ title: 'x', at: { kind: [[5, 9]], title: [[1, 4]] } })).toEqual([
    [1, 4],
    [5, 9],
  ])
})

test('property: a key is made of plain letters, digits and single hyphens, for addresses and file names', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const key = slug(text)
      expect(key).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
      expect(key.length).toBeLessThanOrEqual(80)
    }),
  )
})

test('numbers begin anew each year: two plans with one number are two plans', () => {
  const of = (issuedOn: string) => planKey({ ...reading.document, issuedOn })
  expect(of('2024-03-01')).not.toBe(of('2025-03-01'))
  expect(of('2024-03-01')).toBe(of('2024-12-31'))
})
