import { afterEach, expect, test } from 'vitest'
import { workshop } from '../../../../test/engines.ts'
import { shippedRegisters } from '../../../../test/support/law.ts'
import type { Day } from '../../../domain/day.ts'
import type { Actor } from '../../office/index.ts'
import { entryKind } from '../store/kind.ts'
import { versionsNow } from '../store/history.ts'
import { insertEntries } from '../store/write.ts'
import { entryValue } from '../rules/entry.ts'
import { rewrite } from './rewrite.ts'
import { registerUseCases } from './use-cases.ts'

const { open, cleanUp } = workshop('sqlite')
afterEach(cleanUp)

const [today, from] = ['2026-11-22', '2026-01-01'] as [Day, Day]
const author = { agency: 'uy-ban', post: 'publisher', person: 'p' }
const publisher: Actor = { ...author, roles: ['publisher', 'leader'] }
const document = { number: '12/QĐ-UBND', issuer: 'Ủy ban nhân dân (minh họa)', issuedOn: from }
const count = 501

async function town() {
  const record = await open()
  const catalogue = await shippedRegisters()
  const definition = catalogue.find('flood-points', today)
  const value = (place: string) =>
    entryValue(definition, {
      stage: 'existing',
      status: null,
      source: { made: 'hand', name: 'thử' },
      geometry: null,
      properties: { place },
    })
  await record.commit(author, 'nhập', (commit) =>
    insertEntries(
      commit,
      'flood-points',
      Array.from({ length: count }, (_, i) => ({
        id: `e${i}`,
        source: '',
        sourceKey: `e${i}`,
        from,
        value: value(`điểm ${i}`),
      })),
    ),
  )
  const cases = registerUseCases({ record, catalogue, today: () => today })
  const released = async () =>
    (await record.read((db) => versionsNow(db, 'uy-ban', 'flood-points'))).filter(
      (one) => one.value.disclosure === 'public',
    ).length
  return { record, cases, released, value }
}

test('more entries than one commit holds are released, and taken back, in one revision', async () => {
  const { cases, released } = await town()
  const done = await cases.release(publisher, 'flood-points', { all: true }, document)
  expect(done.entries).toBe(count)
  expect(await released()).toBe(count)
  expect(await cases.undo(publisher, 'flood-points', done.revision, 'nhầm')).toMatchObject({ entries: count })
  expect(await released()).toBe(0)
})

test('what was written between the reading and the writing of a release is a conflict, not overwritten', async () => {
  const { record, released, value } = await town()
  const target = { kind: 'flood-points', reason: 'công bố', basedOn: 1, whole: false }
  const ids = Array.from({ length: count }, (_, i) => `e${i}`)
  await record.commit(author, 'sửa', async (commit) => {
    const [last] = await versionsNow(commit.db, 'uy-ban', 'flood-points', 'e500')
    await commit.facts(entryKind('flood-points')).correct('e500', last!.valid, value('khác'))
  })
  const all = rewrite(record, author, target, ids, async (db, part) => {
    const found = await versionsNow(db, 'uy-ban', 'flood-points', part)
    return new Map(
      found.map(
        (one) =>
          [
            one.id,
            [{ ...one, value: { ...one.value, disclosure: 'public', releasedBy: document } }],
          ] as const,
      ),
    )
  })
  await expect(all).rejects.toMatchObject({ code: 'conflict' })
  expect(await released()).toBe(0)
  expect(await record.openRevisions()).toEqual([])
})
