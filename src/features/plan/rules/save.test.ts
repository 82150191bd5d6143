import { describe, expect, test } from 'vitest'
import { planReading, task } from '../../../../test/support/plan-reading.ts'
import type { Day } from '../../../domain/day.ts'
import type { PlanFact } from '../model/facts.ts'
import type { Step } from '../model/proposal.ts'
import { candidatesOf, idOf } from './items.ts'
import { reviewOf } from './review.ts'
import { acceptedPlan, saveRows, writingOf } from './save.ts'

const reading = planReading()
const from = '2024-03-01' as Day
const all = (): string[] => candidatesOf(reading, null).map(({ id }) => id)
const byId = (facts: readonly PlanFact[]) => new Map(facts.map((fact) => [idOf(fact.item), fact]))

function save(steps: readonly Step[], read = reading, old: readonly PlanFact[] = []) {
  const before = old.length > 0 ? acceptedPlan('uy-ban', from, first.head, old) : null
  const reviewed = reviewOf(candidatesOf(read, before), steps)
  const writing = writingOf({
    key: 'ke-hoach',
    reading: read,
    reviewed,
    before: byId(old),
    disclosure: 'internal',
    illustration: false,
  })
  return { ...writing, reviewed, plan: acceptedPlan('uy-ban', from, writing.head, writing.items) }
}

const first = save([{ kind: 'accept', ids: all() }])
const copy = planReading({
  source: { ...reading.source, sha256: 'b'.repeat(64) },
  tasks: [task('1.1', 'Trồng cây ven biển', [[3, 9]]), task('1.3', 'Tưới cây', [[20, 28]])],
})

describe('what was checked is what stands in the record', () => {
  test('all of it, in the order of the document', () => {
    expect(first.plan).toMatchObject({
      tasks: reading.tasks,
      targets: reading.targets,
      document: reading.document,
    })
    const turned = acceptedPlan('uy-ban', from, first.head, [...first.items].reverse())
    expect(turned.tasks.map(({ no }) => no)).toEqual(['1.1', '1.2'])
  })

  test('the whole text of the paper is not kept with it', () => {
    expect(first.head.source).not.toHaveProperty('text')
  })

  test('a question about a duty that was refused is not asked of the plan any more', () => {
    const rest = all().filter((id) => id !== 'task:1.1')
    const { plan } = save([
      { kind: 'accept', ids: rest },
      { kind: 'refuse', ids: ['task:1.1'], reason: 'Trùng' },
    ])
    expect(first.plan.questions).toHaveLength(1)
    expect(plan.questions).toEqual([])
  })

  test('a correction keeps what was read, and why; what was accepted has neither', () => {
    const { items, plan } = save([
      { kind: 'accept', ids: all() },
      { kind: 'correct', id: 'task:1.1', value: task('1.1', 'Trồng dừa'), reason: 'Sai chữ' },
    ])
    const fact = byId(items).get('task:1.1')
    expect(fact).toMatchObject({ reason: 'Sai chữ', read: { text: 'Trồng cây ven sông' } })
    expect(byId(items).get('task:1.2')).toMatchObject({ reason: null, read: null })
    expect(plan.corrections).toEqual({ 'task:1.1': 'Sai chữ' })
  })

  test('a title that an officer corrected is the title of the plan', () => {
    const value = { ...reading.document, title: 'Trồng rừng' }
    const { head } = save([
      { kind: 'accept', ids: all() },
      { kind: 'correct', id: 'document:head', value, reason: 'Sai chữ' },
    ])
    expect(head.title).toBe('Trồng rừng')
  })
})

describe('a corrected copy', () => {
  const ids = ['task:1.1', 'task:1.2', 'task:1.3']

  test('accepted: what it no longer names is gone, what it adds is there', () => {
    const { plan } = save([{ kind: 'accept', ids }], copy, first.items)
    expect(plan.tasks.map(({ no, text }) => [no, text])).toEqual([
      ['1.1', 'Trồng cây ven biển'],
      ['1.3', 'Tưới cây'],
    ])
  })

  test('refused: the facts stay as they were, without places that would point into another text', () => {
    const { plan, items } = save([{ kind: 'refuse', ids, reason: 'Chưa đính chính' }], copy, first.items)
    expect(plan.tasks.map(({ no, text, at }) => [no, text, at])).toEqual([
      ['1.1', 'Trồng cây ven sông', []],
      ['1.2', 'Chăm sóc cây xanh', []],
    ])
    expect(byId(items).get('task:1.1')?.source).toBe(reading.source.sha256)
    expect(plan.targets[0]?.at).toEqual(reading.targets[0]?.at)
  })

  test('before saving, an officer sees what will be written, end, stay and be left out', () => {
    const { reviewed } = save(
      [
        { kind: 'accept', ids: ['task:1.1', 'task:1.2'] },
        { kind: 'refuse', ids: ['task:1.3'], reason: 'Ngoài phạm vi' },
      ],
      copy,
      first.items,
    )
    const rows = saveRows(reviewed)
    expect(rows.find(({ kind }) => kind === 'task')).toEqual({
      kind: 'task',
      written: 1,
      ends: 1,
      stays: 0,
      leftOut: 1,
    })
    expect(rows.find(({ kind }) => kind === 'target')).toMatchObject({ written: 0, stays: 1 })
    expect(rows.find(({ kind }) => kind === 'footnote')).toBeUndefined()
  })
})
