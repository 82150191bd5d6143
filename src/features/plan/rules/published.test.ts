import { describe, expect, test } from 'vitest'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../../../../test/support/accepted-plan.ts'
import { publishedPlan } from './published.ts'

const recipients = (...names: string[]) =>
  publishedPlan(
    {
      ...acceptedPlanOfThiDu(),
      recipients: names.map((name, i) => ({ name, purpose: null, at: [[i, i + 1]] })),
    },
    stateOfThiDu,
  ).recipients.map(({ name }) => name)

describe('no edition names a private person', () => {
  test.each([
    'Đ/c Trần Văn Mẫu, Ủy viên',
    'đ/c: Trần Văn Mẫu',
    'Đ/c. Trần Văn Mẫu',
    'ĐỒNG CHÍ TRẦN VĂN MẪU',
    'Ông Trần Văn Mẫu',
    'Bà Lê Thị Ví Dụ - Trưởng khu phố',
    'Ông: Trần Văn Mẫu',
    'Đ/c ủy viên Trần Văn Mẫu',
  ])('%j is withheld', (name) => {
    expect(recipients(name)).toEqual([null])
  })

  test.each([
    'Các đ/c Thị ủy viên',
    'Văn phòng Thị ủy',
    'Ban Đô thị',
    'Bà con khu phố 5',
    'Các ông, bà trưởng thôn',
  ])('a body or a group is none: %j', (name) => {
    expect(recipients(name)).toEqual([name])
  })
})

test('what an office keeps to itself has no field in an edition', () => {
  const text = JSON.stringify(publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu))
  for (const field of ['"at":[', '"questions":', '"corrections":', '"disclosure":'])
    expect(text).not.toContain(field)
  expect(text).not.toContain(acceptedPlanOfThiDu().key)
})

test('lists stand in the order of the paper: 1.10 after 1.9, whatever the record gave', () => {
  const plan = acceptedPlanOfThiDu()
  const [task] = plan.tasks
  const tasks = ['1.10', '1.9', '1.2'].map((no, i) => ({
    ...task!,
    no,
    at: [[100 - i, 101 - i] as [number, number]],
  }))
  expect(publishedPlan({ ...plan, tasks }, stateOfThiDu).tasks.map(({ no }) => no)).toEqual([
    '1.2',
    '1.9',
    '1.10',
  ])
})

test('two tasks, targets or assignments with one number each have a key, the same whatever the record’s order', () => {
  const plan = acceptedPlanOfThiDu()
  const twice = <T extends object>([first, ...rest]: readonly T[], other: Partial<T>): T[] => [
    { ...first!, at: [], ...other },
    ...rest,
    { ...first!, at: [] },
  ]
  const doubled = {
    ...plan,
    tasks: twice(plan.tasks, { title: 'Việc của phụ lục' }),
    targets: twice(plan.targets, { indicator: 'Tỷ lệ khác' }),
    assignments: twice(plan.assignments, { text: 'Việc khác' }),
  }
  const { tasks, targets, assignments } = publishedPlan(doubled, stateOfThiDu)
  expect(tasks.map(({ key, no }) => [key, no]).slice(-2)).toEqual([
    ['1.1', '1.1'],
    ['1.1-2', '1.1'],
  ])
  expect(targets.map(({ key }) => key).slice(-2)).toEqual(['do-thi-hoa', 'do-thi-hoa-2'])
  expect(assignments.map(({ key }) => key)).toEqual(['1', '1-2'])
  const turned = {
    ...doubled,
    tasks: doubled.tasks.toReversed(),
    targets: doubled.targets.toReversed(),
    assignments: doubled.assignments.toReversed(),
  }
  expect(publishedPlan(turned, stateOfThiDu)).toEqual(publishedPlan(doubled, stateOfThiDu))
})

test('only an illustration bears the notice, and an illustration always does', () => {
  const of = (illustration: boolean) =>
    publishedPlan(acceptedPlanOfThiDu(), { ...stateOfThiDu, illustration }).notice
  expect(of(true)).toBe('DỮ LIỆU MINH HỌA')
  expect(of(false)).toBeNull()
})
