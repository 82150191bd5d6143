import { afterEach, expect, test } from 'vitest'
import { workshop } from '../../../../../test/engines.ts'
import { engineer, importDesk, zone } from '../../../../../test/support/import-desk.ts'

const { open: openRecord, cleanUp } = workshop('sqlite')
afterEach(cleanUp)

test('an issue of more entries than one commit holds is mended whole, by a job, and marked only then', async () => {
  const { bring, cases, work, labels } = await importDesk(await openRecord())
  const { id } = await bring(Array.from({ length: 503 }, (_, i) => zone(i, '')))
  const open = async () =>
    (await cases.issues(engineer, id, { code: 'value-missing', limit: 10, open: true })).issues
  expect(await open()).toMatchObject([{ count: 503 }])
  expect(await cases.mend(engineer, id, { code: 'value-missing', value: 'ODT' })).toEqual({
    revision: null,
    mended: 0,
    left: 1,
    queued: true,
  })
  expect(await cases.import(engineer, id)).toMatchObject({ state: 'waiting' })
  expect(await open()).toHaveLength(1)
  await work()
  expect(await open()).toEqual([])
  expect((await labels()).every((label) => label.startsWith('ODT'))).toBe(true)
  expect(await cases.import(engineer, id)).toMatchObject({ state: 'taken' })
  await cases.undo(engineer, id, 'nhầm')
  await work()
  expect(await labels()).toEqual([])
})
