import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../../test/engines.ts'
import { engineer, importDesk, zone } from '../../../../../test/support/import-desk.ts'
import { facts } from '../../../../platform/db/index.ts'
import { entryKind } from '../../store/kind.ts'

const kind = entryKind('planning-zones')

describe('what was corrected by hand', () => {
  eachEngine((open) => {
    test('is told in a review with day and post, and written over only when somebody says so', async () => {
      const { bring, cases, work, labels, record } = await importDesk(await open())
      const first = [zone(1, 'ODT'), zone(2, 'CX'), zone(3, 'CX'), zone(4, 'CX')]
      await bring(first)
      const author = { agency: engineer.agency, post: 'quy-hoach', person: 'p' }
      const at = async (name: string) =>
        (await record.read((db) => facts(db, engineer.agency, kind).timeline())).find(({ value }) =>
          value.label.endsWith(name),
        )!
      const [second, third] = [await at('Ô 2'), await at('Ô 3')]
      await record.commit(author, 'Theo biên bản 12', async (commit) => {
        const writer = commit.facts(kind)
        const { id, valid, value } = second
        await writer.correct(id, valid, {
          ...value,
          properties: { ...value.properties, code: 'DGD' },
          label: 'DGD Ô 2',
        })
        await writer.end(third.id, third.valid.from)
      })
      expect(await labels()).toEqual(['CX Ô 4', 'DGD Ô 2', 'ODT Ô 1'])

      // The file's own changes go in by "accept all"; the two that a hand changed stay as they are.
      const file = [zone(1, 'DYT'), zone(2, 'CX'), zone(3, 'CX'), zone(4, 'CX')]
      const taken = await bring(file, { name: 'mới.geojson', accept: true })
      expect(taken).toMatchObject({ state: 'review', summary: { counts: { new: 1, changed: 2, gone: 0 } } })
      expect(await labels()).toEqual(['CX Ô 4', 'DGD Ô 2', 'DYT Ô 1'])
      const { issues } = await cases.issues(engineer, taken.id, { limit: 9, code: 'changed-by-hand' })
      expect(issues).toMatchObject([{ count: 2 }])

      const { changes, counts } = await cases.changes(engineer, taken.id, { limit: 9 })
      const hand = { post: 'quy-hoach', reason: 'Theo biên bản 12', instant: expect.any(String) }
      expect(changes.find(({ entry }) => entry === second.id)).toMatchObject({
        kind: 'changed',
        hand: { ...hand, fields: ['code'] },
      })
      expect(changes.find(({ entry }) => entry === third.id)).toMatchObject({
        kind: 'new',
        hand: { ...hand, fields: [] },
      })
      expect(counts.reduce((sum, one) => sum + one.hand, 0)).toBe(2)

      await cases.accept(engineer, taken.id, { all: true })
      await work()
      expect(await labels()).toEqual(['CX Ô 4', 'DGD Ô 2', 'DYT Ô 1'])
      await cases.accept(engineer, taken.id, { entries: [third.id] })
      await work()
      expect(await cases.import(engineer, taken.id)).toMatchObject({ state: 'review' })
      await cases.accept(engineer, taken.id, { all: true, hand: true })
      await work()
      expect(await labels()).toEqual(['CX Ô 2', 'CX Ô 3', 'CX Ô 4', 'DYT Ô 1'])
      expect(await cases.import(engineer, taken.id)).toMatchObject({ state: 'taken' })

      // What the file said was accepted over the correction: from now on it is what the source said.
      const next = await bring([zone(1, 'DYT'), zone(2, 'GT')], { name: 'sau.geojson' })
      const after = await cases.changes(engineer, next.id, { limit: 9 })
      expect(after.changes.map((one) => one.hand)).toEqual([null, null, null])
      await cases.refuse(engineer, next.id, { all: true })
      expect(await cases.import(engineer, next.id)).toMatchObject({ state: 'refused' })
    })
  })
})
