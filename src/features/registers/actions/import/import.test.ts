import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../../test/engines.ts'
import { engineer, importDesk, zone, type ImportDesk } from '../../../../../test/support/import-desk.ts'
import { auditVerify } from '../../../../platform/db/index.ts'

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
