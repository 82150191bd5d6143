import { describe, expect, test } from 'vitest'
import { planReading } from '../../../../test/support/plan-reading.ts'
import { candidatesOf } from './items.ts'
import { reviewOf } from './review.ts'
import { pageSize, reviewView, type ReviewQuery } from './view.ts'

const fault = (start: number) => ({
  code: 'tone-slip',
  found: 'Phân đầu',
  suggest: 'Phấn đấu',
  at: [[start, start + 4]] as [number, number][],
})
const reading = planReading({
  questions: [
    { code: 'no-output', clause: 'III.1.1', task: '1.1', text: 'Sản phẩm của nhiệm vụ 1.1?' },
    { code: 'possible-target', clause: null, task: null, text: 'Có thể là chỉ tiêu?' },
  ],
  // One stands in the title's line, where no value is; the others fill more than a page.
  issues: [fault(0), ...Array.from({ length: pageSize }, () => fault(20))],
})
const view = (query: ReviewQuery) => reviewView(reading, reviewOf(candidatesOf(reading, null), []), query)

describe('what the text leaves open and gets wrong is shown whole, beside the proposals', () => {
  test('a question and a fault that belong to no proposal are in the lists', () => {
    expect(view({}).pointCounts).toEqual({ questions: 2, issues: pageSize + 1 })
    expect(view({ list: 'questions' }).points.map(({ text }) => text)).toContain('Có thể là chỉ tiêu?')
    expect(view({ list: 'issues' }).points[0]).toMatchObject({ text: 'Phân đầu', suggest: 'Phấn đấu' })
  })

  test('the place of the chosen one can be lit: a fault where it stands, a question at its task', () => {
    const [first] = view({ selected: 'issues:1' }).segments
    expect(first).toMatchObject({ start: 0, text: 'KẾ H' })
    expect(first?.ids).toContain('issues:1')
    const lit = view({ selected: 'questions:1' }).segments.find(({ ids }) => ids.includes('questions:1'))
    expect(lit?.text).toBe('Trồng cây ven sông')
    expect(view({ list: 'questions' }).points[1]).toMatchObject({ at: [], section: null })
  })

  test('a list longer than a page is paged, and a link to one of it opens its page', () => {
    expect(view({ list: 'issues' })).toMatchObject({ page: 1, pageCount: 2, shown: [] })
    expect(view({ selected: `issues:${pageSize + 1}` })).toMatchObject({ list: 'issues', page: 2 })
  })

  test('a proposal chosen in the text leads back from the lists to its kind', () =>
    expect(view({ list: 'issues', selected: 'task:1.2' })).toMatchObject({ list: null, kind: 'task' }))
})
