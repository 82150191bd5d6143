import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import { actorAs, bytesOf, desk } from '../../../../test/support/desk.ts'
import { planReading, task } from '../../../../test/support/plan-reading.ts'
import type { Day } from '../../../domain/day.ts'
import { itemsOf } from '../rules/items.ts'
import { planUseCases } from './use-cases.ts'

const officer = actorAs('officer')
const on = '2026-01-01' as Day
const reading = planReading()
const copy = planReading({
  source: { ...reading.source, sha256: 'b'.repeat(64) },
  tasks: [task('1.1', 'Trồng cây ven biển')],
})
const kinds = ['document', 'target', 'task', 'clause', 'recipient'] as const

eachEngine((open) => {
  const office = async () => {
    const use = planUseCases(desk(await open()))
    const put = async (read = reading, actor = officer) =>
      (await use.import(actor, bytesOf(read), 'a.docx')).sha256
    const version = async (sha256: string) => (await use.proposal(officer, sha256, {})).version
    const at = async (sha256: string) => ({ sha256, version: await version(sha256) })
    const acceptAll = async (sha256: string) => {
      for (const { kind, proposed } of (await use.proposal(officer, sha256, {})).tallies)
        if (proposed > 0) await use.reviewKind(officer, await at(sha256), kind, { kind: 'accept' })
    }
    return { use, put, at, acceptAll }
  }

  describe('a kind is decided in one step', () => {
    test('which one undo takes back whole, and which is refused where nothing waits', async () => {
      const { use, put, at } = await office()
      const sha256 = await put()
      await use.reviewKind(officer, await at(sha256), 'task', { kind: 'accept' })
      const tasks = async () =>
        (await use.proposal(officer, sha256, { kind: 'task' })).tallies.find(({ kind }) => kind === 'task')
      expect(await tasks()).toMatchObject({ total: 2, accepted: 2, proposed: 0 })
      const again = use.reviewKind(officer, await at(sha256), 'task', { kind: 'accept' })
      await expect(again).rejects.toThrow('step-invalid')
      await use.undo(officer, await at(sha256))
      expect(await tasks()).toMatchObject({ accepted: 0, proposed: 2 })
    })

    test('and leaves alone what was decided by hand before', async () => {
      const { use, put, at } = await office()
      const sha256 = await put()
      await use.review(officer, await at(sha256), { kind: 'refuse', ids: ['task:1.2'], reason: 'Trùng' })
      await use.reviewKind(officer, await at(sha256), 'task', { kind: 'accept' })
      const { shown } = await use.proposal(officer, sha256, { kind: 'task' })
      expect(shown.map(({ verdict }) => verdict)).toEqual(['accepted', 'refused'])
    })
  })

  test('a step that cannot be taken writes nothing', async () => {
    const { use, put, at } = await office()
    const sha256 = await put()
    const step = { kind: 'accept', ids: ['task:1.1', 'task:9.9'] } as const
    await expect(use.review(officer, await at(sha256), { ...step, ids: [...step.ids] })).rejects.toThrow(
      'step-invalid',
    )
    expect((await at(sha256)).version).toBe(0)
  })

  test('before a save an officer sees its day and what it writes; after it, that it is saved', async () => {
    const { use, put, at, acceptAll } = await office()
    const sha256 = await put()
    expect(await use.preview(officer, sha256)).toMatchObject({
      stated: '2024-03-01',
      saved: false,
      waiting: itemsOf(reading).length,
    })
    await acceptAll(sha256)
    const preview = await use.preview(officer, sha256)
    expect(preview.rows.map(({ kind, written }) => [kind, written])).toEqual(
      kinds.map((kind) => [kind, itemsOf(reading).filter((item) => item.kind === kind).length]),
    )
    await use.save(officer, await at(sha256))
    expect(await use.preview(officer, sha256)).toMatchObject({ saved: true, waiting: 0 })
    expect(await use.proposals(officer)).toMatchObject([{ sha256, saved: true }])
  })

  test('a save seen by an officer who looked too early is refused, and a saved proposal takes no step', async () => {
    const { use, put, at, acceptAll } = await office()
    const sha256 = await put()
    const early = await at(sha256)
    await acceptAll(sha256)
    await expect(use.save(officer, early)).rejects.toThrow('proposal-changed')
    await use.save(officer, await at(sha256))
    const step = use.review(officer, await at(sha256), { kind: 'accept', ids: ['task:1.1'] })
    await expect(step).rejects.toThrow('proposal-saved')
    await expect(use.save(officer, await at(sha256))).rejects.toThrow('proposal-saved')
  })

  test('only the last save of a plan can be taken back: an earlier one would take the later along', async () => {
    const { use, put, at, acceptAll } = await office()
    const first = await put()
    await acceptAll(first)
    await use.save(officer, await at(first))
    const second = await put(copy)
    await acceptAll(second)
    await use.save(officer, await at(second))
    const taken = use.unsave(officer, { ...(await at(first)), reason: 'Nhầm' })
    await expect(taken).rejects.toThrow('nothing-to-undo')
    const [plan] = await use.plans(officer, { on })
    expect(plan?.tasks.map(({ text }) => text)).toEqual(['Trồng cây ven biển'])
    await use.unsave(officer, { ...(await at(second)), reason: 'Nhầm' })
    await use.unsave(officer, { ...(await at(first)), reason: 'Nhầm' })
    expect(await use.plans(officer, { on })).toEqual([])
  })

  test('what is another agency’s is not there: no proposal, no plan, no bytes', async () => {
    const { use, put, at, acceptAll } = await office()
    const sha256 = await put()
    await acceptAll(sha256)
    const { plan } = await use.save(officer, await at(sha256))
    const other = actorAs('officer', 'co-quan-khac')
    expect(await use.proposals(other)).toEqual([])
    expect(await use.plans(other, { on })).toEqual([])
    await expect(use.proposal(other, sha256, {})).rejects.toThrow('not-found')
    await expect(use.plan(other, plan, { on })).rejects.toThrow('not-found')
    await expect(use.file(other, sha256)).rejects.toThrow('not-found')
    await expect(use.undo(other, { sha256, version: 0 })).rejects.toThrow('not-found')
    expect((await use.import(other, bytesOf(reading), 'a.docx')).again).toBe(false)
    expect((await use.plan(officer, plan, { on })).tasks).toEqual(reading.tasks)
  })
})
