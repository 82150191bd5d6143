import type { PublishedPlan, PublishedTarget, PublishedValue } from '../model/published.ts'

/** A point of a target's path: a year and a number. */
export interface TargetPoint {
  readonly year: number
  readonly value: number
  readonly comparator: PublishedValue['comparator']
  readonly known: 'baseline' | 'target'
}

/** The points that can be drawn: the baseline and each value that is a number with a year; in order of years. */
export function pointsOf(target: PublishedTarget): TargetPoint[] {
  const points: TargetPoint[] = []
  const add = (value: Pick<PublishedValue, 'year' | 'value' | 'comparator'>, known: TargetPoint['known']) => {
    if (value.year === null || typeof value.value !== 'number') return
    points.push({ year: value.year, value: value.value, comparator: value.comparator, known })
  }
  if (target.baseline) add(target.baseline, 'baseline')
  for (const value of target.values) add(value, 'target')
  return points.sort((a, b) => a.year - b.year)
}

/** Every year for which a target of the plan sets a value, in order. */
export function targetYears(plan: PublishedPlan): number[] {
  const years = plan.targets.flatMap((target) => target.values.map((value) => value.year))
  return [...new Set(years.filter((year) => year !== null))].sort((a, b) => a - b)
}

/** What the plan states and what it leaves open: silence is a state, so it is counted. */
export function knowledgeOf(plan: PublishedPlan) {
  return {
    targets: plan.targets.length,
    targetsWithBaseline: plan.targets.filter((target) => target.baseline !== null).length,
    tasks: plan.tasks.length,
    tasksWithEnd: plan.tasks.filter((task) => task.time.to !== null).length,
    tasksWithOutput: plan.tasks.filter((task) => task.output !== null).length,
    // Reports come with the collection of duties; until then nobody has reported and every page says so.
    reports: 0,
  }
}
