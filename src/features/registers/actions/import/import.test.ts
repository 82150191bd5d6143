import { describe, expect, test } from 'vitest'
import type { Day } from '../../../../domain/day.ts'
import { eachEngine } from '../../../../../test/engines.ts'
import {
  engineer,
  importDesk,
  today,
  zone,
  type ImportDesk,
} from '../../../../../test/support/import-desk.ts'
import { registerUseCases } from '../../index.ts'
import { auditVerify, facts } from '../../../../platform/db/index.ts'
import { entryKind } from '../../store/kind.ts'

describe('a map file becomes entries of a register', () => {
  eachEngine((open) => {
    const desk = async (): Promise<ImportDesk> => importDesk(await open())

    test('the first file of a source goes in at once, the same file again changes nothing', async () => {
      const { bring, labels, record } = await desk()
      const first = await bring([zone(1, 'ODT'), zone(2, 'CX')])
      expect(first).toMatchObject({ state: 'taken', summary: { entries: 2, changed: 2 } })
      expect(await labels()).toEqual(['CX Ô 2', 'ODT Ô 1'])
      const audit = await auditVerify(record)
      expect(await bring([zone(1, 'ODT'), zone(2, 'CX')])).toMatchObject({ again: true, state: 'taken' })
      expect(await auditVerify(record)).toEqual(audit)
    })

    test('a newer file of the source waits for a review, entry by entry; nothing changes before', async () => {
      const { bring, labels, cases, work } = await desk()
      await bring([zone(1, 'ODT'), zone(2, 'CX'), zone(3, 'GT')])
      const newer = await bring([zone(1, 'ODT'), zone(2, 'DGD'), zone(4, 'DYT')], { name: 'mới 2.geojson' })
      expect(newer).toMatchObject({
        state: 'review',
        summary: { changed: 3, counts: { new: 1, changed: 1, gone: 1, same: 1 } },
      })
      expect(await labels()).toEqual(['CX Ô 2', 'GT Ô 3', 'ODT Ô 1'])
      const { changes } = await cases.changes(engineer, newer.id, { limit: 10, kind: 'changed' })
      expect(changes).toMatchObject([
        { kind: 'changed', fields: [{ field: 'code', before: 'CX', after: 'DGD' }] },
      ])
      await cases.accept(engineer, newer.id, { entries: [changes[0]!.entry] })
      await work()
      expect(await labels()).toEqual(['DGD Ô 2', 'GT Ô 3', 'ODT Ô 1'])
      await cases.refuse(engineer, newer.id, { kind: 'gone' })
      await cases.accept(engineer, newer.id, { all: true })
      await work()
      expect(await labels()).toEqual(['DGD Ô 2', 'DYT Ô 4', 'GT Ô 3', 'ODT Ô 1'])
      expect(await cases.import(engineer, newer.id)).toMatchObject({ state: 'taken' })
    })

    test('a restricted entry is not there for who may not see it: not in list or count, and neither taken, refused nor taken back', async () => {
      const { bring, cases, work, record, labels } = await desk()
      const officer = { ...engineer, roles: ['officer' as const] }
      await bring([zone(1, 'ODT'), zone(2, 'CX'), zone(3, 'CX')])
      const { id } = await bring([zone(1, 'GT'), zone(2, 'DGD')], { name: 'mới.geojson' })
      const of = async (name: string) =>
        (await cases.changes(engineer, id, { limit: 10 })).changes.find(({ label }) => label.includes(name))!
          .entry
      const [hidden, goes] = [await of('Ô 2'), await of('Ô 3')]
      const { agency, post, person } = engineer
      await record.commit({ agency, post, person }, 'đất quốc phòng', async (commit) => {
        for (const one of [hidden, goes]) {
          const [now] = await facts(commit.db, agency, entryKind('planning-zones')).timeline(undefined, one)
          const value = { ...now!.value, disclosure: 'restricted' as const }
          await commit.facts(entryKind('planning-zones')).correct(one, now!.valid, value)
        }
      })
      const seen = await cases.changes(officer, id, { limit: 10 })
      expect(seen.changes.map(({ label }) => label)).toEqual(['GT Ô 1'])
      expect(seen.counts).toMatchObject([{ kind: 'changed', count: 1 }])
      const counts = { new: 0, changed: 1, gone: 0, same: 1 }
      expect(await cases.import(officer, id)).toMatchObject({ summary: { changed: 1, counts } })
      const review = await cases.issues(officer, id, { limit: 10, code: 'review-open' })
      expect(review.issues).toMatchObject([{ count: 1, params: { added: 0, changed: 1, gone: 0 } }])
      await cases.refuse(officer, id, { entries: [hidden] })
      await cases.accept(officer, id, { all: true })
      await work()
      expect(await labels()).toEqual(['CX Ô 2', 'CX Ô 3', 'GT Ô 1'])
      expect(await cases.import(officer, id)).toMatchObject({ state: 'taken' })
      expect(await cases.import(engineer, id)).toMatchObject({ state: 'review' })
      await bring([zone(1, 'GT'), zone(2, 'DGD')], { name: 'mới.geojson', accept: true })
      expect(await labels()).toEqual(['DGD Ô 2', 'GT Ô 1'])
      await cases.undo(officer, id, 'nhầm')
      await work()
      expect(await labels()).toEqual(['DGD Ô 2', 'ODT Ô 1'])
      await cases.undo(engineer, id, 'nhầm')
      await work()
      expect(await labels()).toEqual(['CX Ô 2', 'CX Ô 3', 'ODT Ô 1'])
    })

    test('what is planned for later days stays when a newer file comes, and is listed', async () => {
      const { bring, cases, work, record, services } = await desk()
      await bring([zone(51, 'ODT'), zone(92, 'CX'), zone(33, 'CX')], { from: '2025-01-01' as Day })
      const kind = entryKind('planning-zones')
      const { agency, post, person } = engineer
      const timeline = () => record.read((db) => facts(db, agency, kind).timeline())
      const codes = async (name: string) =>
        (await timeline())
          .filter(({ value }) => value.label.endsWith(name))
          .map(({ valid, value }) => `${valid.from} ${String(value.properties['code'])}`)
      const first = await timeline()
      await record.commit({ agency, post, person }, 'điều chỉnh từ 2027', async (commit) => {
        for (const { id, value } of first.filter((one) => !one.value.label.endsWith('33'))) {
          const properties = { ...value.properties, code: 'DGD' }
          await commit.facts(kind).changeFrom(id, '2027-01-01' as Day, { ...value, properties })
        }
        // Ended, and to come again in 2028.
        const { id, value } = first.find((one) => one.value.label.endsWith('33'))!
        await commit.facts(kind).end(id, '2025-06-01' as Day, '2028-01-01' as Day)
        await commit.facts(kind).correct(id, { from: '2028-01-01' as Day, to: null }, value)
      })
      const newer = await bring([zone(51, 'GT'), zone(33, 'GT')], { name: 'mới.geojson', accept: true })
      const { issues } = await cases.issues(engineer, newer.id, { limit: 9, code: 'later-kept' })
      expect(issues).toMatchObject([{ count: 3, params: { number: 3, day: '2027-01-01' } }])
      // The third was ended by hand: it comes again when somebody says so.
      expect(await codes('33')).toEqual(['2025-01-01 CX', '2028-01-01 CX'])
      await cases.accept(engineer, newer.id, { all: true, hand: true })
      await work()
      expect(await codes('51')).toEqual(['2025-01-01 ODT', `${services.today()} GT`, '2027-01-01 DGD'])
      expect(await codes('92')).toEqual(['2025-01-01 CX', '2027-01-01 DGD'])
      expect(await codes('33')).toEqual(['2025-01-01 CX', `${services.today()} GT`, '2028-01-01 CX'])
      await cases.undo(engineer, newer.id, 'nhầm')
      await work()
      expect(await codes('51')).toEqual(['2025-01-01 ODT', '2027-01-01 DGD'])
      expect(await codes('33')).toEqual(['2025-01-01 CX', '2028-01-01 CX'])
    })

    test('an import is taken back whole, and can be taken in again', async () => {
      const { bring, labels, cases, work, record } = await desk()
      const { id } = await bring([zone(1, 'ODT')])
      await bring([zone(1, 'CX'), zone(2, 'CX')], { accept: true })
      expect(await labels()).toEqual(['CX Ô 1', 'CX Ô 2'])
      const [last] = await cases.imports(engineer)
      await cases.undo(engineer, last!.id, 'nhầm tệp')
      await work()
      expect(await labels()).toEqual(['ODT Ô 1'])
      await cases.undo(engineer, id, 'nhầm lớp')
      await work()
      expect(await labels()).toEqual([])
      expect(await bring([zone(1, 'ODT')])).toMatchObject({ again: false, state: 'taken' })
      expect(await labels()).toEqual(['ODT Ô 1'])
      expect(await auditVerify(record)).toMatchObject({ whole: true })
    })

    test('parcels, which nobody edits here, come in by import', async () => {
      const { bring, labels } = await desk()
      const parcel = { ...zone(7, 'ODT'), properties: { sheet: 3, number: 12, landUse: 'ODT' } }
      expect(await bring([parcel], { register: 'parcels' })).toMatchObject({ state: 'taken' })
      expect(await labels('parcels')).toEqual(['Tờ 3, thửa 12'])
    })

    test('an invalid ring is taken as it is, listed, and mended by a click: the original stays as the version before', async () => {
      const { bring, cases, services } = await desk()
      const [x, y] = [108.95, 14.78]
      const spike = [
        [x, y],
        [x + 0.001, y],
        [x + 0.001, y + 0.001],
        [x + 0.00099, y],
        [x, y + 0.0005],
        [x, y],
      ]
      const ring = [
        [x, y],
        [x, y],
        [x + 0.001, y],
        [x + 0.001, y + 0.001],
        [x, y],
      ]
      const polygon = (coordinates: unknown) => ({
        geometry: { type: 'Polygon', coordinates: [coordinates] },
      })
      const { id } = await bring([zone(1, 'ODT', polygon(spike)), zone(2, 'CX', polygon(ring))])
      const { issues } = await cases.issues(engineer, id, { limit: 100 })
      expect(issues.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['geometry-invalid', 'repeated-vertices']),
      )
      const repeated = issues.find(({ code }) => code === 'repeated-vertices')!
      const done = await cases.mend(engineer, id, { issue: repeated.seq })
      expect(done).toMatchObject({ mended: 1, left: 0 })
      await expect(cases.mend(engineer, id, { issue: repeated.seq })).rejects.toMatchObject({
        code: 'not-found',
      })
      const entries = await registerUseCases(services).entries(
        engineer,
        'planning-zones',
        { on: today },
        { limit: 9 },
      )
      const zone2 = entries.entries.find(({ label }) => label === 'CX Ô 2')!
      const { versions } = await registerUseCases(services).entry(engineer, 'planning-zones', zone2.id)
      expect(versions.map(({ value }) => value.geometry!.length)).toEqual([93, 77])
      expect(versions.at(-1)?.value.source.note).toContain('mend')
    })

    test('codes that are missing are set for all of a kind, with a code of the list alone', async () => {
      const { bring, cases, labels } = await desk()
      const { id } = await bring([zone(1, ''), zone(2, ''), zone(3, 'CX')])
      const mend = (value: string) => cases.mend(engineer, id, { code: 'value-missing', value })
      await expect(mend('KHONG')).rejects.toMatchObject({ code: 'entry-value' })
      expect(await mend('ODT')).toMatchObject({ mended: 1 })
      expect(await labels()).toEqual(['CX Ô 3', 'ODT Ô 1', 'ODT Ô 2'])
    })

    test('a mapping is kept under a name and used for the next file of its shape', async () => {
      const { bring, cases } = await desk()
      const { id, mapping } = await bring([zone(1, 'ODT')])
      const constants = { plan: 'Đồ án minh họa' }
      await cases.saveMapping(engineer, id, 'quy hoạch', { ...mapping!, constants })
      const next = await bring([zone(1, 'ODT'), zone(50, 'CX')], { name: 'b.geojson', accept: true })
      expect(next.mapping?.constants).toEqual(constants)
      await expect(bring([zone(5, 'ODT')], { mappingName: 'không có' })).resolves.toMatchObject({
        state: 'failed',
        fault: { code: 'not-found' },
      })
    })

    test('who may not import is refused before a byte is kept', async () => {
      const { cases, files } = await desk()
      const read = { touched: false }
      async function* bytes() {
        read.touched = true
        yield new Uint8Array()
      }
      const clerk = { ...engineer, roles: ['clerk' as const] }
      await expect(
        cases.receive(clerk, 'planning-zones', [{ name: 'a', bytes: bytes() }], {}),
      ).rejects.toMatchObject({ code: 'forbidden' })
      expect(read.touched).toBe(false)
      expect(await files.list()).toEqual([])
    })
  })
})
