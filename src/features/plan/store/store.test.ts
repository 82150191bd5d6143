import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import { planReading, task } from '../../../../test/support/plan-reading.ts'
import type { Day } from '../../../domain/day.ts'
import type { Commit, TownRecord } from '../../../platform/db/index.ts'
import type { PlanFact, PlanHead } from '../model/facts.ts'
import type { Act } from '../model/proposal.ts'
import { currentPlan, factId, planOn, plansOn, restorePlan, writePlan } from './plans.ts'
import { appendAct, enterProposal, findProposal, journalOf, proposalHeads } from './proposals.ts'

const author = { agency: 'uy-ban', post: 'chuyen-vien', person: 'nguoi-1' }
const from = '2024-03-01' as Day
const later = '2025-01-01' as Day
const headOf = (key: string): PlanHead => ({
  key,
  title: key,
  source: { sha256: 'a'.repeat(64), format: 'docx', pages: null },
  order: { task: ['1.1', '1.2'] },
  questions: [],
  disclosure: 'internal',
  illustration: false,
})
const fact = (plan: string, no: string, text: string): PlanFact => ({
  plan,
  item: { kind: 'task', key: no, value: task(no, text) },
  source: 'a'.repeat(64),
  read: null,
  reason: null,
})
const commit = async <T>(record: TownRecord, work: (commit: Commit) => Promise<T>) =>
  record.commit(author, 'thử', work)
const write = (record: TownRecord, key: string, day: Day, ...tasks: [string, string][]) =>
  commit(record, async (own) => {
    const before = await currentPlan(own.db, author.agency, key)
    const items = tasks.map(([no, text]) => fact(key, no, text))
    await writePlan(own, before, day, headOf(key), items)
  })
const texts = (record: TownRecord, key: string, on: Day, known?: number) =>
  record.read(async (db) => {
    const found = await planOn(db, author.agency, key, known === undefined ? { on } : { on, known })
    return (
      found && found.items.map(({ id, value: { item } }) => [id, 'text' in item.value && item.value.text])
    )
  })
const idOf = (key: string, no: string) => factId(key, { kind: 'task', key: no })

eachEngine((open) => {
  describe('a plan in the record', () => {
    test('two plans of one agency do not take each other’s duties, though one key begins with the other', async () => {
      const record = await open()
      await write(record, 'ke-hoach', from, ['1.1', 'Lắp đèn'])
      await write(record, 'ke-hoach.2', from, ['1.1', 'Trồng cây'])
      expect(await texts(record, 'ke-hoach', from)).toEqual([[idOf('ke-hoach', '1.1'), 'Lắp đèn']])
      expect(await texts(record, 'ke-hoach.2', from)).toEqual([[idOf('ke-hoach.2', '1.1'), 'Trồng cây']])
      expect(await record.read((db) => plansOn(db, 'co-quan-khac', { on: from }))).toEqual([])
    })

    test('a later state leaves the earlier one as it was, on its days', async () => {
      const record = await open()
      await write(record, 'ke-hoach', from, ['1.1', 'Lắp đèn'], ['1.2', 'Trồng cây'])
      await write(record, 'ke-hoach', later, ['1.1', 'Lắp đèn mới'])
      expect(await texts(record, 'ke-hoach', '2024-12-31' as Day)).toHaveLength(2)
      expect(await texts(record, 'ke-hoach', later)).toEqual([[idOf('ke-hoach', '1.1'), 'Lắp đèn mới']])
      expect(await texts(record, 'ke-hoach', '2024-02-29' as Day)).toBeNull()
    })

    test('saving what stands there already changes no fact: the history names only what changed', async () => {
      const record = await open()
      await write(record, 'ke-hoach', from, ['1.1', 'Lắp đèn'], ['1.2', 'Trồng cây'])
      const before = await record.read((db) => planOn(db, author.agency, 'ke-hoach', { on: from }))
      await write(record, 'ke-hoach', from, ['1.1', 'Lắp đèn'], ['1.2', 'Trồng hoa'])
      const after = await record.read((db) => planOn(db, author.agency, 'ke-hoach', { on: from }))
      const [kept] = after?.items ?? []
      expect(kept).toEqual(before?.items[0])
      expect(after?.head).toEqual(before?.head)
      expect(after?.items[1]).not.toEqual(before?.items[1])
    })

    test('a save taken back restores this plan, every day of it, and no other', async () => {
      const record = await open()
      const { revision } = await write(record, 'ke-hoach', from, ['1.1', 'Lắp đèn'])
      await write(record, 'ke-hoach', later, ['1.2', 'Trồng cây'])
      await write(record, 'ke-hoach.2', from, ['1.1', 'Bảo trì'])
      await commit(record, (own) => restorePlan(own, 'ke-hoach', revision))
      expect(await texts(record, 'ke-hoach', later)).toEqual([[idOf('ke-hoach', '1.1'), 'Lắp đèn']])
      expect(await texts(record, 'ke-hoach.2', later)).toHaveLength(1)
      expect(await texts(record, 'ke-hoach', later, revision)).toHaveLength(1)
      await commit(record, (own) => restorePlan(own, 'ke-hoach', 0))
      expect(await texts(record, 'ke-hoach', from)).toBeNull()
      expect(await texts(record, 'ke-hoach', from, revision)).toHaveLength(1)
    })
  })

  describe('a proposal in the record', () => {
    const proposal = (sha256: string, title: string) => ({
      sha256,
      plan: 'ke-hoach',
      title,
      candidates: 3,
      reading: planReading(),
    })

    test('the latest stands first; the same bytes again leave it as it is; no other agency sees it', async () => {
      const record = await open()
      for (const [sha256, title] of [
        ['a', 'Một'],
        ['b', 'Hai'],
      ] as const)
        expect((await commit(record, (own) => enterProposal(own, proposal(sha256, title)))).value).toBe(true)
      expect((await commit(record, (own) => enterProposal(own, proposal('a', 'Khác')))).value).toBe(false)
      const heads = await record.read((db) => proposalHeads(db, author.agency))
      expect(heads.map(({ title }) => title)).toEqual(['Hai', 'Một'])
      expect(await record.read((db) => findProposal(db, 'co-quan-khac', 'a'))).toBeUndefined()
      expect((await record.read((db) => findProposal(db, author.agency, 'a')))?.reading).toEqual(
        planReading(),
      )
    })

    test('a step is written once under its number, with who took it and when', async () => {
      const record = await open(() => new Date('2026-01-02T03:04:05Z'))
      await commit(record, (own) => enterProposal(own, proposal('a', 'Một')))
      const step: Act = { kind: 'accept', ids: ['task:1.1'] }
      await commit(record, (own) => appendAct(own, 'a', 0, step))
      await expect(commit(record, (own) => appendAct(own, 'a', 0, { kind: 'undo' }))).rejects.toThrow()
      expect(await record.read((db) => journalOf(db, author.agency, 'a'))).toEqual([
        { seq: 1, act: step, post: 'chuyen-vien', person: 'nguoi-1', at: '2026-01-02T03:04:05.000Z' },
      ])
    })
  })
})
