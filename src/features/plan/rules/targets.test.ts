import { expect, test } from 'vitest'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../../../../test/support/accepted-plan.ts'
import { publishedPlan } from './published.ts'
import { knowledgeOf, pointsOf, targetYears } from './targets.ts'

const plan = publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu)
const target = (id: string) => plan.targets.find((each) => each.id === id)

test('a chart draws what is a number with a year, and nothing that is not', () => {
  const drawn = (id: string) => {
    const found = target(id)
    return found && pointsOf(found).map(({ year, value, known }) => [year, value, known])
  }
  expect(drawn('do-thi-hoa')).toEqual([
    [2021, 48.6, 'baseline'],
    [2025, 55, 'target'],
    [2030, 75, 'target'],
  ])
  expect(drawn('thanh-toan')).toEqual([
    [2025, 50, 'target'],
    [2030, 80, 'target'],
  ])
  expect(drawn('5g')).toEqual([])
  expect(drawn('loai-iv')).toEqual([])
})

test('a baseline without a year is not put on the axis: where it would stand nobody knows', () => {
  const known = target('do-thi-hoa')
  if (!known?.baseline) throw new Error('no baseline')
  const points = pointsOf({ ...known, baseline: { ...known.baseline, year: null } })
  expect(points.map((point) => point.year)).toEqual([2025, 2030])
})

test('the table has a column for every year that is set', () => {
  expect(targetYears(plan)).toEqual([2025, 2030])
})

test('what is not known is counted, and nobody has reported', () => {
  expect(knowledgeOf(plan)).toEqual({
    targets: 5,
    targetsWithBaseline: 2,
    tasks: 4,
    tasksWithEnd: 1,
    tasksWithOutput: 1,
    reports: 0,
  })
})
