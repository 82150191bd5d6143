import { expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import type { Day } from '../../../domain/day.ts'
import { Extents } from './extents.ts'
import { entryKind } from './kind.ts'
import type { Look } from './query.ts'
import { entryExtent } from './read.ts'
import { entryId, insertEntries, type NewEntry } from './write.ts'

const author = { agency: 'thi-xa', post: 'can-bo', person: 'p1' }
const day = '2024-01-01' as Day
const entry = (key: string): NewEntry => ({
  id: entryId('parcels', 'x', key),
  source: 'x',
  sourceKey: key,
  from: day,
  value: {
    disclosure: 'internal',
    releasedBy: null,
    stage: 'existing',
    status: null,
    accuracy: null,
    source: { made: 'file', name: 'x' },
    label: key,
    geometry: null,
    properties: {},
  },
})

// A count that is kept too long tells an officer of entries that are gone, or hides those that came.
eachEngine((open, engine) => {
  test('a kept count is always what counting anew gives: after commits, before and in a long one, by reader and by day', async () => {
    const record = await open()
    const extents = new Extents()
    const looks = (['internal', 'restricted'] as const).flatMap((seen) =>
      [day, '2023-01-01' as Day].flatMap((on): Look[] => [
        { agency: 'thi-xa', register: 'parcels', at: { on }, sees: ['public', seen] },
        { agency: 'thi-xa', register: 'parcels', at: { on, known: 1 }, sees: ['public', seen] },
      ]),
    )
    const agree = async () => {
      const counts: number[] = []
      for (const look of [...looks, ...looks])
        await record.read(async (db) => {
          const anew = await entryExtent(db, engine, look, {})
          expect(await extents.of(db, engine, look)).toEqual(anew)
          counts.push(anew.count)
        })
      return counts.slice(0, 4)
    }
    const first = entry('1')
    await record.commit(author, 'x', (commit) => insertEntries(commit, 'parcels', [first]))
    expect(await agree()).toEqual([1, 1, 0, 0])
    await record.commit(author, 'x', (commit) => insertEntries(commit, 'parcels', [entry('2')]))
    expect(await agree()).toEqual([2, 1, 0, 0])
    const long = await record.long(author, 'x')
    const value = { ...first.value, disclosure: 'restricted' as const }
    await long.each([first.id], (batch, id) =>
      batch.facts(entryKind('parcels')).correct(id, { from: day, to: null }, value),
    )
    await agree()
    await long.abandon()
    expect(await agree()).toEqual([2, 1, 0, 0])
    await record.commit(author, 'x', (commit) =>
      commit.facts(entryKind('parcels')).correct(first.id, { from: day, to: null }, value),
    )
    expect(await agree()).toEqual([1, 0, 0, 0])
  })
})
