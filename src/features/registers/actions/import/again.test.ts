import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../../test/engines.ts'
import { engineer, importDesk, zone } from '../../../../../test/support/import-desk.ts'
import { facts } from '../../../../platform/db/index.ts'
import { entryKind } from '../../store/kind.ts'

const author = { agency: engineer.agency, post: engineer.post, person: 'p' }

const square = (metres: number) => {
  const [x, y, side] = [108.95, 14.78, metres / 111_000]
  const ring = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ]
  return { geometry: { type: 'Polygon', coordinates: [ring] } }
}

describe('an import on the staff pages', () => {
  eachEngine((open) => {
    test('is drawn, as the record was and as the file is, and its kept bytes are read another way', async () => {
      const { bring, cases, work, labels, record } = await importDesk(await open())
      const first = await bring([zone(1, 'ODT', square(100)), zone(5, 'ODT'), zone(5, 'ODT'), zone(2, '')])
      const issues = await cases.issueShapes(engineer, first.id, { limit: 100 })
      for (const code of ['same-content', 'value-missing'])
        expect(issues.find((one) => one.code === code)?.geometry).toMatchObject({ type: 'Polygon' })
      const clerk = { ...engineer, roles: ['clerk' as const] }
      const asked = cases.issueShapes(clerk, first.id, { limit: 1 })
      await expect(asked).rejects.toMatchObject({ code: 'forbidden' })

      const mapping = { ...first.mapping!, constants: { plan: 'Đồ án minh họa' } }
      const { id, again } = await cases.readAgain(engineer, first.id, { mapping })
      await work()
      expect(again).toBe(false)
      const { source } = first
      expect(await cases.import(engineer, id)).toMatchObject({
        state: 'review',
        source,
        summary: { changed: 4 },
      })
      await cases.readAgain(engineer, id, { mapping: { ...mapping, constants: {} } })
      expect((await cases.import(engineer, id)).state).toBe('refused')
      await work()
      expect(await labels()).toHaveLength(4)
      await cases.saveMapping(engineer, id, 'quy hoạch', mapping)
      await cases.saveMapping(engineer, first.id, 'quy hoạch')
      const saved = [{ name: 'quy hoạch', register: 'planning-zones' }]
      expect(await cases.mappings(engineer)).toMatchObject(saved)

      const newer = await bring([zone(1, 'ODT', square(95)), zone(3, 'CX')], { source: source ?? '' })
      const drawn = await cases.changeShapes(engineer, newer.id, { limit: 10 })
      expect(drawn).toContainEqual(expect.objectContaining({ kind: 'new', before: null }))
      const changed = drawn.find(({ kind }) => kind === 'changed')
      expect(changed?.before).toMatchObject({ type: 'Polygon' })
      expect(changed?.after).not.toEqual(changed?.before)
      const gone = drawn.find(({ kind }) => kind === 'gone')
      expect(gone).toMatchObject({ before: { type: 'Polygon' }, after: null })
      await cases.accept(engineer, newer.id, { kind: 'new' })
      await work()
      expect(await cases.changeShapes(engineer, newer.id, { limit: 10 })).toEqual(drawn)
      await record.commit(author, 'đóng', async (commit) => {
        const writer = commit.facts(entryKind('planning-zones'))
        const [now] = await facts(commit.db, engineer.agency, entryKind('planning-zones')).timeline(
          undefined,
          gone!.entry,
        )
        await writer.correct(gone!.entry, now!.valid, { ...now!.value, disclosure: 'restricted' })
      })
      const officer = { ...engineer, roles: ['officer' as const] }
      const seen = await cases.changeShapes(officer, newer.id, { limit: 10 })
      expect(seen.map(({ entry }) => entry)).not.toContain(gone?.entry)
    })
  })
})
