import { describe, expect, test } from 'vitest'
import { planReading, task } from '../../../../test/support/plan-reading.ts'
import type { Step } from '../model/proposal.ts'
import { candidatesOf } from './items.ts'
import { reviewOf } from './review.ts'
import { pageSize, reviewView, type ReviewQuery } from './view.ts'

const many = planReading({
  tasks: Array.from({ length: 120 }, (_, i) => task(`1.${i + 1}`, `Việc ${i + 1}`)),
})
const view = (query: ReviewQuery, steps: readonly Step[] = [], reading = many) =>
  reviewView(reading, reviewOf(candidatesOf(reading, null), steps), query)
const shown = (found: ReturnType<typeof view>) => found.shown.map(({ candidate }) => candidate.id)

describe('a long plan is checked page by page, and nothing falls between two pages', () => {
  test('every candidate of a kind stands on exactly one page', () => {
    const { pageCount } = view({ kind: 'task' })
    expect(pageCount).toBe(Math.ceil(120 / pageSize))
    const all = Array.from({ length: pageCount }, (_, i) => shown(view({ kind: 'task', page: i + 1 }))).flat()
    expect(all).toEqual(many.tasks.map(({ no }) => `task:${no}`))
  })

  test('a page that is not there is the nearest that is', () => {
    expect(view({ kind: 'task', page: 99 }).page).toBe(3)
    expect(view({ kind: 'task', page: -4 }).page).toBe(1)
    expect(view({ kind: 'footnote' })).toMatchObject({ page: 1, pageCount: 1, shown: [], selected: null })
  })

  test('one chosen in the text is shown, on its page and in its kind', () => {
    const found = view({ kind: 'document', selected: 'task:1.60' })
    expect(found).toMatchObject({ kind: 'task', page: 2, selected: 'task:1.60' })
    expect(shown(found)).toContain('task:1.60')
  })

  test('with only the waiting shown, a decided one goes, but not the one just chosen', () => {
    const steps: Step[] = [{ kind: 'accept', ids: ['task:1.1', 'task:1.2'] }]
    const ids = shown(view({ kind: 'task', waiting: true, selected: 'task:1.2' }, steps))
    expect(ids).not.toContain('task:1.1')
    expect(ids.slice(0, 2)).toEqual(['task:1.2', 'task:1.3'])
  })

  test('it opens at the first kind that still waits', () => {
    expect(view({}).kind).toBe('document')
    expect(view({}, [{ kind: 'accept', ids: ['document:head', 'target:ty-le-cay-xanh'] }]).kind).toBe('task')
  })
})

describe('beside each value stands what the text leaves open about it', () => {
  const reading = planReading({
    questions: [
      { code: 'no-output', clause: 'III.1.1', task: '1.1', text: 'Chưa rõ sản phẩm' },
      { code: 'no-baseline', clause: 'II.1', task: null, text: 'Chưa có số liệu nền' },
      { code: 'open', clause: null, task: null, text: 'Chung' },
    ],
    issues: [{ code: 'tone-slip', found: 'Trông', suggest: 'Trồng', at: planReading().tasks[0]?.at ?? [] }],
  })
  const of = (id: string) =>
    view({ selected: id }, [], reading).shown.find(({ candidate }) => candidate.id === id)

  test('a duty has its own questions, a target those of its clause, and what belongs to none stands apart', () => {
    expect(of('task:1.1')?.questions.map(({ text }) => text)).toEqual(['Chưa rõ sản phẩm'])
    expect(of('task:1.2')?.questions).toEqual([])
    expect(of('target:ty-le-cay-xanh')?.questions.map(({ text }) => text)).toEqual(['Chưa có số liệu nền'])
    const { points } = view({ list: 'questions' }, [], reading)
    expect(points.find(({ text }) => text === 'Chung')).toMatchObject({ at: [] })
  })

  test('a doubt about a word is shown with the values that the word stands in', () => {
    expect(of('task:1.1')?.issues).toHaveLength(1)
    expect(of('task:1.2')?.issues).toEqual([])
  })

  test('the text is lit where the chosen value stands, and whole', () => {
    const found = view({ selected: 'task:1.1' }, [], reading)
    expect(found.segments.map(({ text }) => text).join('')).toBe(reading.source.text)
    expect(
      found.segments
        .filter(({ ids }) => ids.includes('task:1.1'))
        .map(({ text }) => text)
        .join(''),
    ).toBe('Trồng cây ven sông')
  })

  test('what a corrected copy no longer has is not lit in it: its place is in the older paper', () => {
    const copy = planReading({ tasks: [task('1.1', 'Trồng cây ven sông')] })
    const reviewed = reviewOf(candidatesOf(copy, reading), [])
    const found = reviewView(copy, reviewed, { selected: 'task:1.2' })
    expect(found.shown.find(({ candidate }) => candidate.id === 'task:1.2')).toMatchObject({
      at: [],
      section: null,
    })
    expect(found.segments.some(({ ids }) => ids.includes('task:1.2'))).toBe(false)
  })
})
