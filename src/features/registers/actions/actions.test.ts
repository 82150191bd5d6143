import { beforeAll, describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import { shippedRegisters } from '../../../../test/support/law.ts'
import type { Day } from '../../../domain/day.ts'
import { encodeWkb } from '../../../domain/geometry/index.ts'
import { auditVerify } from '../../../platform/db/index.ts'
import type { Actor, Role } from '../../office/index.ts'
import type { Catalogue } from '../rules/catalogue.ts'
import type { EntryDraft } from '../rules/entry.ts'
import { registerUseCases } from './use-cases.ts'

const day = (text: string) => text as Day
const today = day('2026-11-22')
const on = { on: today }
const why = { reason: 'thử' }
const actor = (role: Role, agency = 'uy-ban'): Actor => ({ agency, post: role, person: 'p', roles: [role] })
const [officer, engineer, publisher, clerk] = (['officer', 'engineer', 'publisher', 'clerk'] as const).map(
  (role) => actor(role),
) as [Actor, Actor, Actor, Actor]
const document = { number: '12/QĐ-UBND', issuer: 'Ủy ban nhân dân (minh họa)', issuedOn: day('2026-01-05') }

const flood = (place: string, over: Partial<EntryDraft> = {}): EntryDraft => ({
  stage: 'existing',
  status: 'reported',
  source: { made: 'hand', name: 'Cán bộ nhập' },
  geometry: encodeWkb({ type: 'Point', coordinates: [578_000, 1_633_000] }),
  properties: { place, depth: 0.4 },
  ...over,
})

let catalogue: Catalogue
beforeAll(async () => {
  catalogue = await shippedRegisters()
})

describe('what an officer does with a register', () => {
  eachEngine((open) => {
    const desk = async () => {
      const record = await open()
      const cases = registerUseCases({ record, catalogue, today: () => today })
      const put = (place: string, over: Partial<EntryDraft> = {}, who = officer) =>
        cases.insert(who, 'flood-points', { from: day('2026-01-01'), draft: flood(place, over) }, why)
      const page = async (who: Actor, at: { on: Day; known?: number } = on, register = 'flood-points') =>
        (await cases.entries(who, register, at, { limit: 100 })).entries
      const labels = async (who: Actor, at?: { on: Day; known?: number }) =>
        (await page(who, at)).map(({ label }) => label).sort()
      return { record, cases, put, page, labels }
    }

    test('an entry is entered, changes with the world, is corrected and ends; all of it stays to be read', async () => {
      const { cases, put, labels, record } = await desk()
      const { id, revision } = await put('Ngã tư')
      await cases.change(
        officer,
        'flood-points',
        id,
        { changedFrom: day('2026-06-01') },
        flood('Ngã tư mới'),
        why,
      )
      await cases.change(
        officer,
        'flood-points',
        id,
        { correctedOn: day('2026-02-01') },
        flood('Ngã tư cũ'),
        why,
      )
      await cases.end(officer, 'flood-points', id, day('2026-11-01'), why)
      expect(await labels(clerk, { on: day('2026-02-01') })).toEqual(['Ngã tư cũ'])
      expect(await labels(clerk, { on: day('2026-02-01'), known: revision })).toEqual(['Ngã tư'])
      expect(await labels(clerk, { on: day('2026-10-31') })).toEqual(['Ngã tư mới'])
      expect(await labels(clerk)).toEqual([])
      const trace = await cases.entry(clerk, 'flood-points', id)
      expect(trace.versions.length).toBeGreaterThan(4)
      expect(trace.revisions.map(({ post, reason }) => [post, reason])).toEqual(
        [1, 2, 3, 4].map(() => ['officer', 'thử']),
      )
      expect(JSON.stringify(trace.revisions)).not.toContain('person')
      expect(await auditVerify(record)).toMatchObject({ whole: true })
    })

    test('a change made on what another has written since is a conflict', async () => {
      const { cases, put } = await desk()
      const { id, revision } = await put('A')
      const change = (place: string) =>
        cases.change(officer, 'flood-points', id, { correctedOn: today }, flood(place), {
          ...why,
          basedOn: revision,
        })
      await change('B')
      await expect(change('C')).rejects.toMatchObject({ code: 'conflict' })
    })

    test('a release names a document; what changes afterwards waits for one again', async () => {
      const { cases, put, page } = await desk()
      const { id } = await put('A')
      await put('B')
      await expect(cases.release(officer, 'flood-points', { ids: [id] }, document)).rejects.toMatchObject({
        code: 'forbidden',
      })
      expect(await cases.release(publisher, 'flood-points', { ids: [id] }, document)).toMatchObject({
        entries: 1,
      })
      const state = async () =>
        (await page(clerk)).map(({ disclosure, releasedBy }) => [disclosure, releasedBy])
      expect(await state()).toEqual(
        expect.arrayContaining([
          ['public', document],
          ['internal', null],
        ]),
      )
      await cases.change(officer, 'flood-points', id, { correctedOn: today }, flood('A sửa'), why)
      expect(await state()).toEqual([
        ['internal', null],
        ['internal', null],
      ])
      expect(await cases.release(publisher, 'flood-points', { all: true }, document)).toMatchObject({
        entries: 2,
      })
      await expect(cases.release(publisher, 'flood-points', { all: true }, document)).rejects.toMatchObject({
        code: 'release-nothing',
      })
    })

    test('a revision is taken back by a new one; not past what was written since, not into the public without the right', async () => {
      const { cases, put, labels, page } = await desk()
      const { id, revision } = await put('A')
      const { revision: second } = await cases.change(
        officer,
        'flood-points',
        id,
        { changedFrom: day('2026-06-01') },
        flood('B'),
        why,
      )
      await expect(cases.undo(officer, 'flood-points', revision, 'x')).rejects.toMatchObject({
        code: 'entry-undo',
      })
      const undone = await cases.undo(officer, 'flood-points', second, 'x')
      expect(await labels(clerk)).toEqual(['A'])
      expect(await labels(clerk, { ...on, known: second })).toEqual(['B'])
      await cases.undo(officer, 'flood-points', undone.revision, 'doch')
      expect(await labels(clerk)).toEqual(['B'])
      await cases.release(publisher, 'flood-points', { ids: [id] }, document)
      const { revision: hidden } = await cases.change(
        officer,
        'flood-points',
        id,
        { correctedOn: today },
        flood('C'),
        why,
      )
      await expect(cases.undo(officer, 'flood-points', hidden, 'x')).rejects.toMatchObject({
        code: 'forbidden',
      })
      expect((await page(clerk)).map(({ disclosure }) => disclosure)).toEqual(['internal'])
      const lone = await put('D')
      await cases.undo(officer, 'flood-points', lone.revision, 'x')
      expect(await labels(clerk)).toEqual(['C'])
      await expect(cases.undo(officer, 'flood-points', 999, 'x')).rejects.toMatchObject({ code: 'not-found' })
    })

    test('a register that is a copy is not edited', async () => {
      const { cases } = await desk()
      await expect(
        cases.insert(officer, 'parcels', { from: today, draft: flood('x') }, why),
      ).rejects.toMatchObject({ code: 'register-copy' })
    })

    test('a restricted entry is not there for who may not see it: not by list, id, count, box, time or error', async () => {
      const { cases, put, page, labels } = await desk()
      await put('A')
      const far = encodeWkb({ type: 'Point', coordinates: [900_000, 900_000] })
      const { id, revision } = await put('Kho', { geometry: far }, engineer)
      await cases.change(
        engineer,
        'flood-points',
        id,
        { correctedOn: today },
        flood('Kho', { disclosure: 'restricted', geometry: far }),
        why,
      )
      expect(await labels(engineer)).toEqual(['A', 'Kho'])
      expect(await labels(officer)).toEqual(['A'])
      expect(await labels(officer, { ...on, known: revision })).toEqual(['A'])
      expect(await cases.extent(officer, 'flood-points', on, {})).toEqual({
        count: 1,
        box: [578_000, 1_633_000, 578_000, 1_633_000],
      })
      expect(await cases.entriesIn(officer, [899_999, 899_999, 900_001, 900_001], on, 10)).toEqual([])
      const told = (work: Promise<unknown>) =>
        work.then(
          () => '',
          (error: Error) => error.message,
        )
      const change = (which: string) =>
        told(cases.change(officer, 'flood-points', which, { correctedOn: today }, flood('x'), why))
      expect(await change(id)).toBe((await change('none')).replace('none', id))
      expect(await told(cases.entry(officer, 'flood-points', id))).toContain('not-found')
      expect(await told(cases.release(publisher, 'flood-points', { ids: [id] }, document))).toContain(
        'not-found',
      )
      expect(await told(cases.undo(officer, 'flood-points', revision + 1, 'x'))).toContain('not-found')
      expect(await cases.release(publisher, 'flood-points', { all: true }, document)).toMatchObject({
        entries: 1,
      })
      expect((await page(engineer)).map(({ disclosure }) => disclosure).sort()).toEqual([
        'public',
        'restricted',
      ])
    })

    test('another agency has registers of its own', async () => {
      const { put, labels } = await desk()
      await put('A')
      expect(await labels(actor('engineer', 'co-quan-khac'))).toEqual([])
    })
  })
})
