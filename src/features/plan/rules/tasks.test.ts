import { describe, expect, test } from 'vitest'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../../../../test/support/accepted-plan.ts'
import { publishedPlan } from './published.ts'
import { slugOf } from './address.ts'
import { bodyIndex, filterTasks, taskGroups, tasksByTime, timeKindOf } from './tasks.ts'

const plan = publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu)
const numbers = (tasks: readonly { readonly no: string }[]) => tasks.map((task) => task.no)
const none = { body: '', time: '', query: '' }

test('tasks stand under the headings of their document', () => {
  const groups = taskGroups(plan).map((group) => [group.heading?.text, numbers(group.tasks)])
  expect(groups).toEqual([
    ['Quy hoạch đi trước', ['1.1', '1.2']],
    ['Hạ tầng xanh và nhà ở', ['2.1', '2.2']],
  ])
})

test('group 1 of an annex is not lost in group 1 of the body', () => {
  const [first, ...rest] = plan.tasks
  const tasks = [first!, { ...first!, key: '1.1-2', clause: 'PL.1.1' }, ...rest]
  const groups = taskGroups({ ...plan, tasks })
  expect(groups.map(({ key, tasks: own }) => [key, own.map((task) => task.key)])).toEqual([
    ['1', ['1.1', '1.2']],
    ['1-2', ['1.1-2']],
    ['2', ['2.1', '2.2']],
  ])
})

test('tasks under no heading are listed all the same', () => {
  const loose = plan.tasks.map((task) => ({ ...task, clause: null, group: null }))
  expect(taskGroups({ ...plan, tasks: loose }).map((group) => [group.heading, group.tasks.length])).toEqual([
    [null, 4],
  ])
})

describe('whose task it is', () => {
  test('every body with all its parts, in Vietnamese order, the unnamed last', () => {
    const index = bodyIndex(plan.tasks)
    expect(index.map((entry) => entry.body.text)).toEqual([
      'Phòng Quản lý đô thị',
      'Thường trực Thị ủy',
      'Ủy ban nhân dân các phường',
      'Ủy ban nhân dân thị xã',
      'các cơ quan, đơn vị liên quan',
    ])
    const ward = index.find((entry) => entry.slug === 'uy-ban-nhan-dan-cac-phuong')
    expect(numbers(ward?.tasks.coordinating ?? [])).toEqual(['1.2'])
    expect(ward?.tasks.directing).toEqual([])
  })

  test('one body written in two ways is one entry', () => {
    const [task] = plan.tasks
    if (!task) throw new Error('no task')
    const named = (text: string) => ({ ...task, directing: [], implementing: [{ text, named: true }] })
    const two = [named('Ủy ban nhân dân thị xã'), named('Uỷ ban nhân dân  thị xã')]
    expect(bodyIndex(two)).toHaveLength(1)
    expect(slugOf('Ủy ban nhân dân thị xã')).toBe('uy-ban-nhan-dan-thi-xa')
  })
})

describe('when it is due', () => {
  test('a year is a date, "thường xuyên" is not', () => {
    expect(plan.tasks.map(timeKindOf)).toEqual(['dated', 'standing', 'standing', 'standing'])
  })

  test('what is due first stands first; what never ends, after it', () => {
    const [first, second] = plan.tasks
    if (!first || !second) throw new Error('no task')
    const until = (no: string, to: string | null) => ({
      ...first,
      no,
      time: { kind: 'until' as const, from: null, to, text: null },
    })
    const byTime = tasksByTime([second, until('a', null), until('b', '2031-01-01'), until('c', '2030-12-31')])
    expect([...byTime].map(([kind, tasks]) => [kind, numbers(tasks)])).toEqual([
      ['dated', ['c', 'b', 'a']],
      ['standing', ['1.2']],
    ])
  })
})

test.each([
  [{}, ['1.1', '1.2', '2.1', '2.2']],
  [{ time: 'standing' }, ['1.2', '2.1', '2.2']],
  [{ body: 'phong-quan-ly-do-thi' }, ['1.2']],
  [{ body: 'uy-ban-nhan-dan-thi-xa', time: 'standing' }, ['2.1', '2.2']],
  [{ query: 'nha o' }, ['2.2']],
  [{ query: 'nhà ở', time: 'dated' }, []],
  [{ body: 'nobody' }, []],
])('the filter %j leaves %j', (filter, expected) =>
  expect(numbers(filterTasks(plan.tasks, { ...none, ...filter }))).toEqual(expected),
)
