import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planReading, task } from '../../../../test/support/plan-reading.ts'
import type { Act, JournalEntry, Step } from '../model/proposal.ts'
import { candidatesOf, placesOf, placesOfItem, slug } from './items.ts'
import { reviewOf, savedBy, standing, stepProblems, tally, undecided } from './review.ts'

const reading = planReading()
const candidates = candidatesOf(reading, null)
const ids = candidates.map(({ id }) => id)
const entry = (seq: number, act: Act): JournalEntry => ({
  seq,
  act,
  post: 'p',
  person: 'n',
  at: '2026-01-01T00:00:00Z',
})
const verdicts = (steps: readonly Step[]) =>
  Object.fromEntries(reviewOf(candidates, steps).map((one) => [one.candidate.id, one.verdict]))

describe('an officer decides each value, and nothing is accepted by default', () => {
  test('every value of the reading is proposed under a key of its own', () => {
    expect(ids).toContain('task:1.1')
    expect(ids).toContain('target:ty-le-cay-xanh')
    expect(new Set(ids).size).toBe(ids.length)
    expect(undecided(reviewOf(candidates, []))).toHaveLength(candidates.length)
  })

  test('two tasks with one number stay two', () => {
    const twice = planReading({ tasks: [task('1.1', 'a'), task('1.1', 'b')] })
    expect(candidatesOf(twice, null).filter(({ item }) => item.kind === 'task')).toHaveLength(2)
  })

  test('a correction keeps what was read beside what was put in its place', () => {
    const value = task('1.1', 'Trồng cây ven biển')
    const found = reviewOf(candidates, [
      { kind: 'correct', id: 'task:1.1', value, reason: 'Bản gốc ghi ven biển' },
    ]).find(({ candidate }) => candidate.id === 'task:1.1')
    expect(found).toMatchObject({ verdict: 'corrected', reason: 'Bản gốc ghi ven biển', result: { value } })
    expect(found?.candidate.item.value).toMatchObject({ text: 'Trồng cây ven sông' })
  })

  test('what is refused is not in the plan', () => {
    const [refused] = reviewOf(candidates, [
      { kind: 'refuse', ids: ['task:1.2'], reason: 'Trùng với 1.1' },
    ]).filter(({ verdict }) => verdict === 'refused')
    expect(refused?.result).toBeNull()
  })

  test('the tally counts each kind once', () => {
    const counts = tally(reviewOf(candidates, [{ kind: 'accept', ids: ['task:1.1'] }]))
    expect(counts.find(({ kind }) => kind === 'task')).toMatchObject({ total: 2, accepted: 1, proposed: 1 })
    expect(counts.find(({ kind }) => kind === 'footnote')).toBeUndefined()
  })

  test.each<[string, Step, string]>([
    ['a thing that is not proposed', { kind: 'accept', ids: ['task:9.9'] }, 'unknown'],
    ['refusing without a reason', { kind: 'refuse', ids: ['task:1.1'], reason: ' ' }, 'no-reason'],
    [
      'a value of another shape',
      { kind: 'correct', id: 'task:1.1', value: { no: '1.1' }, reason: 'x' },
      'not-valid',
    ],
    [
      'another number',
      { kind: 'correct', id: 'task:1.1', value: task('1.9', 'x'), reason: 'x' },
      'key-changed',
    ],
    [
      'a correction that corrects nothing',
      { kind: 'correct', id: 'task:1.1', value: reading.tasks[0], reason: 'x' },
      'nothing-changed',
    ],
  ])('%s is refused', (_, step, code) =>
    expect(stepProblems(candidates, step).map((problem) => problem.code)).toContain(code),
  )

  const anyStep: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('accept' as const), ids: fc.subarray(ids, { minLength: 1 }) }),
    fc.record({
      kind: fc.constant('refuse' as const),
      ids: fc.subarray(ids, { minLength: 1 }),
      reason: fc.constant('lý do'),
    }),
    fc.record({
      kind: fc.constant('correct' as const),
      id: fc.constantFrom('task:1.1', 'task:1.2'),
      value: fc.string().map((text) => task('1.1', text)),
      reason: fc.constant('lý do'),
    }),
  )

  test('property: any sequence of steps, undone one by one, gives every earlier state and the first', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), (steps) => {
        const journal = steps.map((step, i) => entry(i + 1, step))
        for (let left = steps.length; left >= 0; left--) {
          expect(verdicts(standing(journal))).toEqual(verdicts(steps.slice(0, left)))
          journal.push(entry(journal.length + 1, { kind: 'undo' }))
        }
        // An undo with nothing left to undo changes nothing.
        expect(standing(journal)).toEqual([])
      }),
    )
  })
})

test('a plan that was saved and taken back is open again, with its steps as they were', () => {
  const accept = entry(1, { kind: 'accept', ids: ['task:1.1'] })
  const save = entry(2, { kind: 'save', validFrom: '2024-03-01', known: 1 })
  expect(savedBy([accept, save])).toBe(save)
  const back = [accept, save, entry(3, { kind: 'unsave', reason: 'Nhầm tệp' })]
  expect(savedBy(back)).toBeNull()
  expect(standing(back)).toEqual([accept.act])
})

describe('a corrected copy of a document is set against the plan in the record', () => {
  const corrected = planReading({
    source: { ...reading.source, sha256: 'b'.repeat(64) },
    tasks: [{ ...task('1.1', 'Trồng cây ven sông và ven biển'), at: [[900, 930]] }, task('1.3', 'Tưới cây')],
  })
  const against = candidatesOf(corrected, reading)
  const change = (id: string) => against.find((one) => one.id === id)?.change

  test('what is new, gone, changed and the same is told apart; a moved place is no change', () => {
    expect(change('task:1.1')).toBe('changed')
    expect(change('task:1.2')).toBe('removed')
    expect(change('task:1.3')).toBe('added')
    expect(change('target:ty-le-cay-xanh')).toBe('same')
  })

  test('only differences wait for the officer', () => {
    const waiting = undecided(reviewOf(against, [])).map(({ candidate }) => candidate.id)
    expect(waiting).toEqual(['task:1.1', 'task:1.3', 'task:1.2'])
  })

  test('a refused difference leaves the record as it is', () => {
    const reviewed = reviewOf(against, [
      { kind: 'refuse', ids: ['task:1.1', 'task:1.2', 'task:1.3'], reason: 'Chưa có văn bản đính chính' },
    ])
    const result = (id: string) => reviewed.find((one) => one.candidate.id === id)?.result?.value
    expect(result('task:1.1')).toEqual(reading.tasks[0])
    expect(result('task:1.2')).toEqual(reading.tasks[1])
    expect(result('task:1.3')).toBeUndefined()
  })

  test('accepting that a task is gone takes it out', () => {
    const [one] = reviewOf(against, [{ kind: 'accept', ids: ['task:1.2'] }]).filter(
      ({ candidate }) => candidate.id === 'task:1.2',
    )
    expect(one).toMatchObject({ verdict: 'accepted', result: null })
  })
})

test('every place of a value and its parts is found, in reading order', () => {
  expect(
    placesOf({ at: [[9, 12]], values: [{ at: [[1, 3]] }], head: { at: { title: [[4, 6]] } }, years: [1, 2] }),
  ).toEqual([
    [1, 3],
    [4, 6],
    [9, 12],
  ])
})

test('the head lights what it says of itself, not the whole opening or the page numbers', () => {
  const { document } = planReading()
  const at = { title: [[11, 20]], opening: [[20, 900]], furniture: [[950, 951]] } as typeof document.at
  expect(placesOfItem({ kind: 'document', key: 'head', value: { ...document, at } })).toEqual([[11, 20]])
})

test('a key is made of plain words', () =>
  expect(slug('Đạt chuẩn đô thị  (loại IV)')).toBe('dat-chuan-do-thi-loai-iv'))
