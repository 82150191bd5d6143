import { expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import type { Day } from '../../../domain/day.ts'
import { encodeWkb } from '../../../domain/geometry/index.ts'
import type { EntryValue } from '../model/entry.ts'
import { entryKind } from './kind.ts'
import { publicRegisters, publicVersions } from './published.ts'
import { insertEntries } from './write.ts'

const author = { agency: 'thi-xa', post: 'can-bo', person: 'p1' }
const [first, later] = ['2024-01-01' as Day, '2025-01-01' as Day]
const open: EntryValue = {
  disclosure: 'public',
  releasedBy: { number: '1/QĐ', issuer: 'UBND', issuedOn: first },
  stage: 'existing',
  status: null,
  accuracy: 0.3,
  source: { made: 'file', name: 'Thí dụ' },
  label: 'x',
  geometry: encodeWkb({ type: 'Point', coordinates: [1, 2] }),
  properties: {},
}
const internal: EntryValue = { ...open, disclosure: 'internal', releasedBy: null }
const entry = (id: string, value: EntryValue) => ({ id, source: 's', sourceKey: id, from: first, value })

eachEngine((openRecord) => {
  test('only what was released goes out, page by page; what is closed from a later day on is nowhere', async () => {
    const record = await openRecord()
    await record.commit(author, 'nhập', (commit) =>
      insertEntries(commit, 'heritage', [
        entry('a', open),
        entry('b', internal),
        entry('c', open),
        entry('d', open),
      ]),
    )
    await record.commit(author, 'đóng', (commit) =>
      commit.facts(entryKind('heritage')).changeFrom('c', later, { ...internal, disclosure: 'restricted' }),
    )
    const page = (after: { id: string; from: string } | null) =>
      record.read((db) => publicVersions(db, 'thi-xa', 'heritage', after, 1))
    expect((await page(null)).map(({ id }) => id)).toEqual(['a'])
    expect((await page({ id: 'a', from: first })).map(({ id }) => id)).toEqual(['d'])
    expect(await record.read((db) => publicRegisters(db, 'thi-xa'))).toEqual(['heritage'])
    expect(await record.read((db) => publicRegisters(db, 'xa-khac'))).toEqual([])
  })

  test('a release that is still being written is not out, whatever stops it', async () => {
    const record = await openRecord()
    await record.commit(author, 'nhập', (commit) => insertEntries(commit, 'heritage', [entry('a', internal)]))
    const long = await record.long(author, 'công bố')
    await long.each(['a'], (batch, id) => batch.facts(entryKind('heritage')).changeFrom(id, later, open))
    const out = () =>
      record.read(async (db) => [
        await publicRegisters(db, 'thi-xa'),
        (await publicVersions(db, 'thi-xa', 'heritage', null, 9)).length,
      ])
    expect(await out()).toEqual([[], 0])
    await long.close()
    expect(await out()).toEqual([['heritage'], 1])
  })
})
