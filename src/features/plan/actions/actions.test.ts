import { describe, expect, test } from 'vitest'
import { eachEngine, type Open } from '../../../../test/engines.ts'
import { actorAs, bytesOf, desk } from '../../../../test/support/desk.ts'
import { planReading, task } from '../../../../test/support/plan-reading.ts'
import type { Day } from '../../../domain/day.ts'
import type { PlanReading } from '../model.ts'
import type { Step } from '../model/proposal.ts'
import { itemsOf } from '../rules/items.ts'
import { importDocument } from './import.ts'
import { plan, planInRecord, proposal, proposals } from './look.ts'
import { review, undo } from './review.ts'
import { savePlan, unsavePlan } from './save.ts'
import { acceptTownPlan } from './town-plan.ts'

const officer = actorAs('officer')
const on = '2026-01-01' as Day
const key = 'ke-hoach.ban-thuong-vu-thi-uy-thi-du.12-kh-tu-2024'
const reading = planReading()
const corrected = planReading({
  source: { ...reading.source, sha256: 'b'.repeat(64) },
  tasks: [task('1.1', 'Trồng cây ven sông và ven biển'), task('1.3', 'Tưới cây')],
})

async function office(open: Open) {
  const services = desk(await open())
  const inRecord = () => planInRecord(services.record, 'uy-ban', { on })
  const view = (sha256: string) => proposal(services, officer, sha256, {})
  const put = async (read: PlanReading) =>
    (await importDocument(services, officer, bytesOf(read), 'a.docx')).sha256
  const waiting = async (sha256: string) => {
    const found: string[] = []
    for (const { kind } of (await view(sha256)).tallies)
      for (const { candidate, verdict } of (await proposal(services, officer, sha256, { kind })).shown)
        if (verdict === 'proposed') found.push(candidate.id)
    return found
  }
  const acceptAll = async (sha256: string) =>
    review(
      services,
      officer,
      { sha256, version: (await view(sha256)).version },
      { kind: 'accept', ids: await waiting(sha256) },
    )
  const save = async (sha256: string, validFrom?: string) =>
    savePlan(services, officer, { sha256, version: (await view(sha256)).version, validFrom })
  return { services, inRecord, view, put, waiting, acceptAll, save }
}

eachEngine((open) => {
  describe('from a document to the record', () => {
    test('what was imported, checked and saved stands in the record, each value tied to its place', async () => {
      const { services, inRecord, put, acceptAll, save } = await office(open)
      const sha256 = await put(reading)
      expect(await inRecord()).toBeNull()
      await acceptAll(sha256)
      expect(await save(sha256)).toMatchObject({ plan: key })
      const found = await inRecord()
      expect(found).toMatchObject({
        key,
        validFrom: '2024-03-01',
        disclosure: 'internal',
        source: { sha256 },
      })
      expect(found?.tasks).toEqual(reading.tasks)
      expect(found && itemsOf(found)).toEqual(itemsOf(reading))
      expect(services.kept.has(sha256)).toBe(true)
      // Before the day it was issued there is no such plan.
      expect(await planInRecord(services.record, 'uy-ban', { on: '2024-02-29' as Day })).toBeNull()
    })

    test('the same bytes again change nothing', async () => {
      const { services, put, view } = await office(open)
      const sha256 = await put(reading)
      await review(services, officer, { sha256, version: 0 }, { kind: 'accept', ids: ['task:1.1'] })
      const again = await importDocument(services, officer, bytesOf(reading), 'b.docx')
      expect(again).toEqual({ sha256, again: true, queued: false })
      expect((await view(sha256)).version).toBe(1)
      expect(await proposals(services, officer)).toMatchObject([
        { fileName: 'a.docx', decided: 1, saved: false },
      ])
    })

    test('two imports of the same bytes at once make one proposal', async () => {
      const { services } = await office(open)
      const both = await Promise.all(
        [1, 2].map(() => importDocument(services, officer, bytesOf(reading), 'a.docx')),
      )
      expect(both.map(({ again }) => again).sort()).toEqual([false, true])
      expect(await proposals(services, officer)).toHaveLength(1)
    })

    test('of a secret paper nothing is kept', async () => {
      const { services, put } = await office(open)
      const secret = planReading({ source: { ...reading.source, text: `MẬT\n${reading.source.text}` } })
      await expect(put(secret)).rejects.toThrow('MẬT')
      expect(services.kept.size).toBe(0)
      expect(await proposals(services, officer)).toEqual([])
    })

    test('nothing is saved while something is not checked, or without a day', async () => {
      const { put, acceptAll, save, inRecord } = await office(open)
      const sha256 = await put(planReading({ document: { ...reading.document, issuedOn: null } }))
      await expect(save(sha256)).rejects.toThrow('proposal-undecided')
      await acceptAll(sha256)
      await expect(save(sha256)).rejects.toThrow('valid-from-missing')
      await expect(save(sha256, '2024-02-31')).rejects.toThrow('valid-from-missing')
      expect(await inRecord()).toBeNull()
      await save(sha256, '2024-05-06')
      expect(await inRecord()).toMatchObject({ validFrom: '2024-05-06' })
    })

    test('a correction is saved with what was read and why; what was refused is left out', async () => {
      const { services, put, acceptAll, save, inRecord } = await office(open)
      const sha256 = await put(reading)
      const value = task('1.1', 'Trồng cây ven biển')
      await review(
        services,
        officer,
        { sha256, version: 0 },
        { kind: 'correct', id: 'task:1.1', value, reason: 'Sai chữ' },
      )
      await review(
        services,
        officer,
        { sha256, version: 1 },
        { kind: 'refuse', ids: ['task:1.2'], reason: 'Trùng' },
      )
      await acceptAll(sha256)
      await save(sha256)
      const found = await inRecord()
      expect(found?.tasks.map(({ text }) => text)).toEqual(['Trồng cây ven biển'])
      expect(found?.corrections).toEqual({ 'task:1.1': 'Sai chữ' })
    })
  })

  describe('two officers on one proposal', () => {
    test('the second is told that the first went on, and nothing of the second is written', async () => {
      const { services, put, view } = await office(open)
      const sha256 = await put(reading)
      const other = actorAs('officer', 'uy-ban', 'chuyen-vien-2' as 'officer')
      const step: Step = { kind: 'accept', ids: ['task:1.1'] }
      const results = await Promise.allSettled([
        review(services, officer, { sha256, version: 0 }, step),
        review(services, other, { sha256, version: 0 }, step),
      ])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'proposal-changed', params: { found: 1, seen: 0 } },
      })
      expect((await view(sha256)).version).toBe(1)
    })
  })

  describe('undo', () => {
    test('takes back the last step, and says so when there is none left', async () => {
      const { services, put, view } = await office(open)
      const sha256 = await put(reading)
      await review(services, officer, { sha256, version: 0 }, { kind: 'accept', ids: ['task:1.1'] })
      await undo(services, officer, { sha256, version: 1 })
      expect((await view(sha256)).waiting).toBe(itemsOf(reading).length)
      await expect(undo(services, officer, { sha256, version: 2 })).rejects.toThrow('nothing-to-undo')
    })

    test('a save taken back leaves the record as it was, and the history keeps both', async () => {
      const { services, put, acceptAll, save, inRecord, view } = await office(open)
      const sha256 = await put(reading)
      await acceptAll(sha256)
      const { revision } = await save(sha256)
      await expect(undo(services, officer, { sha256, version: 2 })).rejects.toThrow('proposal-saved')
      await unsavePlan(services, officer, { sha256, version: 2, reason: 'Nhầm tệp' })
      expect(await inRecord()).toBeNull()
      expect(await planInRecord(services.record, 'uy-ban', { on, known: revision })).toMatchObject({ key })
      expect(await view(sha256)).toMatchObject({ saved: false, waiting: 0 })
      await save(sha256)
      expect((await inRecord())?.tasks).toEqual(reading.tasks)
    })
  })

  describe('a corrected copy of a document in the record', () => {
    test('imported before the first is saved, each names the other, so that nobody checks the same twice', async () => {
      const { view, put, acceptAll, save } = await office(open)
      const first = await put(reading)
      expect((await view(first)).openCopies).toEqual([])
      const second = await put(corrected)
      expect((await view(first)).openCopies).toMatchObject([{ sha256: second }])
      expect((await view(second)).openCopies).toMatchObject([{ sha256: first }])
      await acceptAll(first)
      await save(first)
      expect((await view(second)).openCopies).toEqual([])
      expect((await view(second)).corrects).toBe(true)
    })

    test('only the differences are asked, and saving writes them and no more', async () => {
      const { put, waiting, acceptAll, save, inRecord, view } = await office(open)
      const first = await put(reading)
      await acceptAll(first)
      await save(first)
      const second = await put(corrected)
      expect(await view(second)).toMatchObject({ corrects: true, saved: false })
      expect((await waiting(second)).sort()).toEqual(['task:1.1', 'task:1.2', 'task:1.3'])
      await acceptAll(second)
      await save(second)
      const found = await inRecord()
      expect(found?.tasks.map(({ no, text }) => [no, text])).toEqual([
        ['1.1', 'Trồng cây ven sông và ven biển'],
        ['1.3', 'Tưới cây'],
      ])
      expect(found?.source.sha256).toBe(second)
      expect(found?.targets).toEqual(reading.targets)
    })

    test('a later day makes a new state from that day on; taking it back brings the older one back', async () => {
      const { services, put, acceptAll, save, view } = await office(open)
      const first = await put(reading)
      await acceptAll(first)
      await save(first)
      const second = await put(corrected)
      await acceptAll(second)
      await save(second, '2025-07-01')
      const numbers = async (day: string) =>
        (await planInRecord(services.record, 'uy-ban', { on: day as Day }))?.tasks.map(({ no }) => no)
      expect(await numbers('2025-06-30')).toEqual(['1.1', '1.2'])
      expect(await numbers('2025-07-01')).toEqual(['1.1', '1.3'])
      const { version } = await view(second)
      await unsavePlan(services, officer, { sha256: second, version, reason: 'Chưa có hiệu lực' })
      expect(await numbers('2025-07-01')).toEqual(['1.1', '1.2'])
      // Its differences are there to be checked again, with the steps as they were.
      expect(await view(second)).toMatchObject({ corrects: true, saved: false, waiting: 0 })
    })

    test('a refused difference leaves the fact with its place in the older document', async () => {
      const { services, put, acceptAll, save, inRecord } = await office(open)
      const first = await put(reading)
      await acceptAll(first)
      await save(first)
      const second = await put(corrected)
      await review(
        services,
        officer,
        { sha256: second, version: 0 },
        {
          kind: 'refuse',
          ids: ['task:1.1', 'task:1.2', 'task:1.3'],
          reason: 'Chưa có văn bản đính chính',
        },
      )
      await save(second)
      const found = await inRecord()
      expect(found?.tasks.map(({ text }) => text)).toEqual(reading.tasks.map(({ text }) => text))
      // The place would point into another text.
      expect(found?.tasks[0]?.at).toEqual([])
    })
  })

  test('the plan a town brings along is accepted once; published only where all of it is an illustration', async () => {
    const services = { ...desk(await open()), illustration: true }
    const town = { bytes: bytesOf(reading), name: 'plan.docx', publish: true }
    const first = await acceptTownPlan(services, officer, town)
    expect(first).toBe(key)
    expect(await acceptTownPlan(services, officer, town)).toBe(first)
    expect(await plan(services, officer, key, { on })).toMatchObject({
      disclosure: 'public',
      illustration: true,
    })
    const real = { ...desk(await open()), illustration: false }
    await acceptTownPlan(real, officer, town)
    expect(await plan(real, officer, key, { on })).toMatchObject({ disclosure: 'internal' })
  })

  test('a plan that an officer took back comes in again neither with its document nor with the next start', async () => {
    const { services, put, inRecord, view, save } = await office(open)
    const town = { bytes: bytesOf(reading), name: 'plan.docx', publish: true }
    await acceptTownPlan(services, officer, town)
    const sha256 = await put(reading)
    const { version } = await view(sha256)
    await unsavePlan(services, officer, { sha256, version, reason: 'Sai văn bản' })
    expect(await importDocument(services, officer, town.bytes, 'plan.docx')).toMatchObject({ again: true })
    expect(await acceptTownPlan(services, officer, town)).toBeNull()
    expect(await inRecord()).toBeNull()
    await save(sha256)
    expect(await acceptTownPlan(services, officer, town)).toBe(key)
  })

  test('a stop between keeping the bytes and the commit leaves no proposal, and the next import is whole', async () => {
    const services = desk(await open())
    const broken = {
      ...services,
      record: { ...services.record, commit: () => Promise.reject(new Error('power cut')) },
    }
    await expect(importDocument(broken, officer, bytesOf(reading), 'a.docx')).rejects.toThrow('power cut')
    expect(await proposals(services, officer)).toEqual([])
    await importDocument(services, officer, bytesOf(reading), 'a.docx')
    expect(await proposals(services, officer)).toHaveLength(1)
  })
})
