import { afterEach, expect, test } from 'vitest'
import { workshop } from '../../../../../test/engines.ts'
import { engineer, importDesk, zone } from '../../../../../test/support/import-desk.ts'

const { open, cleanUp } = workshop('sqlite')
afterEach(cleanUp)

test('files of one source that come at once go in one after the other, and none is lost or taken twice', async () => {
  const { cases, work, labels } = await importDesk(await open())
  const send = (name: string, features: readonly object[]) => {
    const bytes = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
    async function* parts() {
      yield bytes
    }
    return cases.receive(engineer, 'planning-zones', [{ name, bytes: parts() }], {})
  }
  const first = [zone(51, 'ODT'), zone(92, 'CX')]
  const [a, again] = await Promise.all([send('quy hoạch.geojson', first), send('quy hoạch.geojson', first)])
  expect(again.id).toBe(a.id)
  const newer = await send('quy hoạch mới.geojson', [zone(51, 'ODT'), zone(92, 'DGD')])
  await work()
  expect(await cases.import(engineer, a.id)).toMatchObject({ state: 'taken' })
  expect(await cases.import(engineer, newer.id)).toMatchObject({
    state: 'review',
    summary: { counts: { new: 0, changed: 1, gone: 0, same: 1 } },
  })
  expect(await labels()).toEqual(['CX Ô 92', 'ODT Ô 51'])
})
