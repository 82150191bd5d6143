import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { dataFolder } from '../../test/server.ts'
import { openTerminal } from '../platform/cli/index.ts'
import { head } from '../platform/db/index.ts'
import { withDothi } from './with-dothi.ts'

let folder: Awaited<ReturnType<typeof dataFolder>>
beforeAll(async () => void (folder = await dataFolder()))
afterAll(() => folder.remove())
beforeEach(() => {
  vi.stubEnv('DOTHI_DATA', folder.data)
  vi.stubEnv('DATABASE_URL', '')
})
afterEach(() => vi.unstubAllEnvs())

/** A terminal that keeps what it tells the person who waits. */
function listening() {
  const told: string[] = []
  const streams = { out: { write: () => undefined }, err: { write: (text: string) => told.push(text) } }
  return { told, terminal: openTerminal(streams, { language: 'vi', json: false }) }
}

/** What a command of this version finds, and whether it had to make it. */
async function command(version: string) {
  const { told, terminal } = listening()
  const found = await withDothi(terminal, version, async ({ record, editions }) => ({
    revision: (await record.read((db) => head(db)))?.number,
    edition: await editions.current('plan'),
  }))
  return { ...found, made: told.some((line) => line.includes('dựng thị xã minh họa')) }
}

// One folder through its life: each test begins where the one before ended.
test('the first command makes the town, its record and its edition, and says so; the next finds them', async () => {
  const first = await command('1')
  expect(first.made).toBe(true)
  expect(first.edition?.manifest.illustration).toBe(true)
  expect(first.revision).toBeGreaterThan(0)
  const next = await command('1')
  expect([next.made, next.revision, next.edition?.id]).toEqual([false, first.revision, first.edition?.id])
})

test('an edition that was cut short is made by the next start, of the same record', async () => {
  const before = await command('1')
  await rm(join(folder.data, 'editions'), { recursive: true })
  const after = await command('1')
  expect([after.made, after.revision, after.edition?.id]).toEqual([true, before.revision, before.edition?.id])
})

test('a newer dothi, or a public address, makes an edition with its own pages; the record stays as it is', async () => {
  const before = await command('1')
  const newer = await command('2')
  expect(newer.edition?.manifest.software['dothi']).toMatch(/^2\+/)
  vi.stubEnv('DOTHI_ORIGIN', 'https://do-thi.example')
  const named = await command('2')
  expect(named.edition?.id).not.toBe(newer.edition?.id)
  expect(new TextDecoder().decode(await named.edition?.read('index.html'))).toContain(
    'https://do-thi.example/',
  )
  vi.stubEnv('DOTHI_ORIGIN', '')
  // A command that was told no address leaves what the server published under its own.
  expect((await command('2')).edition?.id).toBe(named.edition?.id)
  expect([newer.revision, named.revision]).toEqual([before.revision, before.revision])
})

test('work that fails gives the record back, and its fault to whoever asked', async () => {
  const handed: { read(): Promise<unknown> }[] = []
  const work = withDothi(listening().terminal, '2', ({ record }) => {
    handed.push({ read: () => record.read(() => Promise.resolve()) })
    throw new Error('the work has failed')
  })
  await expect(work).rejects.toThrow('the work has failed')
  await expect(handed[0]?.read()).rejects.toThrow()
})
