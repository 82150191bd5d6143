import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../../test/engines.ts'
import { engineer, importDesk, zone } from '../../../../../test/support/import-desk.ts'
import { entryKind } from '../../store/kind.ts'

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
    test('the kept bytes are read another way as a newer file of their source; the review before is over', async () => {
      const { bring, cases, work, labels } = await importDesk(await open())
      const first = await bring([zone(1, 'ODT'), zone(2, 'CX')])
      const mapping = { ...first.mapping!, constants: { plan: 'Đồ án minh họa' } }
      const { id, again } = await cases.readAgain(engineer, first.id, { mapping })
      await work()
      expect(again).toBe(false)
      expect(await cases.import(engineer, id)).toMatchObject({
        state: 'review',
        source: first.source,
        summary: { changed: 2 },
      })
      const { id: third } = await cases.readAgain(engineer, id, { mapping: { ...mapping, constants: {} } })
      await work()
      expect((await cases.import(engineer, id)).state).toBe('refused')
      expect(await cases.import(engineer, third)).toMatchObject({ state: 'taken', summary: { changed: 0 } })
      expect(await labels()).toEqual(['CX Ô 2', 'ODT Ô 1'])
      await cases.saveMapping(engineer, id, 'quy hoạch', mapping)
      await cases.saveMapping(engineer, third, 'quy hoạch')
      expect(await cases.mappings(engineer)).toMatchObject([
        { name: 'quy hoạch', register: 'planning-zones' },
      ])
    })

    test('a review is drawn as the record was and as the file is, after a decision too', async () => {
      const { bring, cases, work, record } = await importDesk(await open())
      await bring([zone(1, 'ODT', square(100)), zone(2, 'CX')])
      const { id } = await bring([zone(1, 'ODT', square(50)), zone(3, 'CX')])
      const drawn = await cases.changeShapes(engineer, id, { limit: 10 })
      const [changed, added, gone] = ['changed', 'new', 'gone'].map((kind) =>
        drawn.find((one) => one.kind === kind),
      )
      expect(changed?.before).not.toBeNull()
      expect(changed?.after).not.toEqual(changed?.before)
      expect(added).toMatchObject({ before: null, after: { type: 'Polygon' } })
      expect(gone).toMatchObject({ before: { type: 'Polygon' }, after: null })
      await cases.accept(engineer, id, { all: true })
      await work()
      expect(await cases.changeShapes(engineer, id, { limit: 10 })).toEqual(drawn)
      const hidden = changed!.entry
      const author = { agency: engineer.agency, post: engineer.post, person: 'p' }
      await record.commit(author, 'đóng', async (commit) => {
        const writer = commit.facts(entryKind('planning-zones'))
        const [now] = await writer.timeline(undefined, hidden)
        await writer.correct(hidden, now!.valid, { ...now!.value, disclosure: 'restricted' })
      })
      const officer = { ...engineer, roles: ['officer' as const] }
      expect((await cases.changeShapes(officer, id, { limit: 10 })).map(({ entry }) => entry)).not.toContain(
        hidden,
      )
    })

    test('an issue is drawn where it is, or as the entry that it is about', async () => {
      const { bring, cases } = await importDesk(await open())
      const { id } = await bring([zone(1, 'ODT'), zone(1, 'ODT'), zone(2, '')])
      const shapes = await cases.issueShapes(engineer, id, { limit: 100 })
      const of = (code: string) => shapes.find((one) => one.code === code)
      expect(of('same-content')?.geometry).toMatchObject({ type: 'Polygon' })
      expect(of('value-missing')?.geometry).toMatchObject({ type: 'Polygon' })
      const clerk = { ...engineer, roles: ['clerk' as const] }
      await expect(cases.issueShapes(clerk, id, { limit: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    })
  })
})
