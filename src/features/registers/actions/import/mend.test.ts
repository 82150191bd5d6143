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
    again: null,
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

test('an open ring is closed by a click: the file is read again, and what comes of it waits for a yes', async () => {
  const { bring, cases, work, labels } = await importDesk(await openRecord())
  const [x, y] = [108.95, 14.78]
  const ring = [
    [x, y],
    [x + 0.001, y],
    [x + 0.001, y + 0.001],
    [x, y + 0.001],
  ]
  const open = { geometry: { type: 'Polygon', coordinates: [ring] } }
  const { id, sha256 } = await bring([zone(51, 'ODT', open), zone(92, 'CX')])
  expect(await labels()).toEqual(['CX Ô 92'])
  const { again } = await cases.mend(engineer, id, { code: 'ring-open' })
  await work()
  expect(await cases.import(engineer, again!)).toMatchObject({
    sha256,
    state: 'review',
    summary: { counts: { new: 1, changed: 0, gone: 0, same: 1 } },
  })
  expect(await labels()).toEqual(['CX Ô 92'])
  const { counts } = await cases.issues(engineer, again!, { limit: 1 })
  expect(counts.map(({ code }) => code)).toContain('ring-closed')
  await cases.accept(engineer, again!, { all: true })
  await work()
  expect(await labels()).toEqual(['CX Ô 92', 'ODT Ô 51'])
  await cases.undo(engineer, again!, 'nhầm')
  await work()
  expect(await labels()).toEqual(['CX Ô 92'])
})
