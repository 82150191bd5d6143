import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Editions, Keys, type EditionMeta } from '../../features/editions/index.ts'
import { CurrentEdition } from './current-edition.ts'

const meta: EditionMeta = {
  agency: 'a1',
  town: 'Thí dụ',
  revision: { number: 1, at: '2026-02-03T04:05:06.000Z', digest: '0'.repeat(64) },
  asOf: '2026-02-03',
  inputs: {},
  software: {},
  release: null,
  illustration: true,
}

test('what another process publishes is served within a second, and no list is read for each request', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-current-'))
  const clock = { at: 0 }
  const current = new CurrentEdition(
    new Editions(folder, new Keys(folder, 'a', () => '2026-02-03')),
    'plan',
    { now: () => new Date(clock.at) },
  )
  expect(await current.get()).toBeNull()
  const publish = (text: string) =>
    new Editions(folder, new Keys(folder, 'a', () => '2026-02-03')).publish({
      collection: 'plan',
      meta,
      files: new Map([['index.html', { bytes: Buffer.from(text), type: 'text/html' }]]),
    })
  const first = await publish('một')
  expect(await current.get()).toBeNull()
  clock.at += 1000
  expect((await current.get())?.id).toBe(first.id)
  const [one, two] = await Promise.all([current.get(), current.get()])
  expect(one).toBe(two)
  const second = await publish('hai')
  clock.at += 1000
  expect((await current.get())?.id).toBe(second.id)
  await rm(folder, { recursive: true })
})
