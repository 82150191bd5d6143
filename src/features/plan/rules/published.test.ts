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
  for (const field of ['"at":[', '"questions":', '"corrections":', '"disclosure":', '"key":'])
    expect(text).not.toContain(field)
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

test('only an illustration bears the notice, and an illustration always does', () => {
  const of = (illustration: boolean) =>
    publishedPlan(acceptedPlanOfThiDu(), { ...stateOfThiDu, illustration }).notice
  expect(of(true)).toBe('DỮ LIỆU MINH HỌA')
  expect(of(false)).toBeNull()
})
