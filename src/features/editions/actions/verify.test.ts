import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EditionMeta } from '../model/edition.ts'
import { copyEditions, filesIn } from './copy.ts'
import { Editions } from './editions.ts'
import { Keys } from './keys.ts'
import { verifyCopy } from './verify.ts'

let folder = ''
let copy = ''
const clock = { day: '2026-02-03' }
let keys: Keys
let editions: Editions
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dothi-verify-'))
  copy = join(folder, 'copy')
  clock.day = '2026-02-03'
  keys = new Keys(join(folder, 'own'), 'a1', () => clock.day, join(folder, 'secrets'))
  editions = new Editions(join(folder, 'own'), keys)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const meta: EditionMeta = {
  agency: 'a1',
  town: 'Thí dụ',
  revision: { number: 3, at: '2026-02-03T04:05:06.000Z', digest: '0'.repeat(64) },
  asOf: '2026-02-03',
  inputs: {},
  software: { dothi: '0.1.0' },
  release: null,
  illustration: true,
}
const publish = (collection: 'plan' | 'territory', texts: Readonly<Record<string, string>>) =>
  editions.publish({
    collection,
    meta,
    files: new Map(
      Object.entries(texts).map(([path, text]) => [path, { bytes: Buffer.from(text), type: 'text/plain' }]),
    ),
  })
const faults = async () => (await verifyCopy(copy)).faults

describe('a copy of what is published proves itself, so that nobody has to believe the server', () => {
  test('whole: every edition in force, its files by their own names, nothing else', async () => {
    const plan = await publish('plan', { 'index.html': 'một', 'dat/o.geojson': '{}' })
    await publish('territory', { 'units.json': '{}' })
    const copied = await copyEditions(editions, keys, copy)
    expect(copied.editions.map(({ collection, files }) => [collection, files])).toEqual([
      ['plan', 2],
      ['territory', 1],
    ])
    expect(await readFile(join(copy, 'plan', plan.id, 'files', 'dat', 'o.geojson'), 'utf8')).toBe('{}')
    expect(await verifyCopy(copy)).toMatchObject({
      whole: true,
      faults: [],
      editions: [{ collection: 'plan', files: 2, asOf: '2026-02-03', sealedOn: '2026-02-03' }, {}],
    })
    // The secret half is in no copy.
    expect((await filesIn(copy)).filter((path) => path.endsWith('.pem'))).toEqual([])
  })

  test('one altered byte anywhere is named with its file', async () => {
    await publish('plan', { 'index.html': 'một', 'a.css': 'x' })
    await copyEditions(editions, keys, copy)
    const paths = await filesIn(copy)
    expect(paths).toHaveLength(6)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, at, by) => {
          const file = join(copy, ...path.split('/'))
          const bytes = await readFile(file)
          const spoilt = Uint8Array.from(bytes)
          const place = at % bytes.length
          spoilt[place] = (bytes[place] as number) ^ by
          await writeFile(file, spoilt)
          const found = await faults()
          await writeFile(file, bytes)
          expect(found).not.toEqual([])
        },
      ),
      { numRuns: 60 },
    )
    expect(await faults()).toEqual([])
  })

  test('a file too many, one too few, and one that was cut', async () => {
    const { id } = await publish('plan', { 'index.html': 'một', 'a.css': 'x' })
    await copyEditions(editions, keys, copy)
    await rm(join(copy, 'plan', id, 'files', 'a.css'))
    await writeFile(join(copy, 'plan', id, 'files', 'index.html'), 'mộ')
    await writeFile(join(copy, 'b.html'), 'lạ')
    expect((await faults()).map(({ path, code }) => `${path.split('/').at(-1)} ${code}`)).toEqual([
      'a.css missing',
      'index.html altered',
      'b.html extra',
    ])
  })

  test('what somebody else sealed in our name is not ours', async () => {
    await publish('plan', { 'index.html': 'một' })
    await copyEditions(editions, keys, copy)
    const other = new Keys(join(folder, 'other'), 'a1', () => clock.day)
    const forged = new Editions(join(folder, 'other'), other)
    await forged.publish({
      collection: 'plan',
      meta,
      files: new Map([['index.html', { bytes: Buffer.from('giả'), type: 'text/plain' }]]),
    })
    const fake = join(folder, 'fake')
    await copyEditions(forged, other, fake)
    // The forger's copy with our keys: their seals are of a key that nobody knows.
    await cp(join(copy, 'keys.json'), join(fake, 'keys.json'))
    expect((await verifyCopy(fake)).faults.map(({ code }) => code)).toEqual([
      'altered',
      'key-unknown',
      'key-unknown',
    ])
  })

  test('an empty folder, and one that is none', async () => {
    expect((await verifyCopy(folder)).whole).toBe(false)
    await expect(verifyCopy(join(folder, 'nowhere'))).rejects.toThrow('file-access')
  })
})

describe('keys come and go, and what they sealed in their time stays good', () => {
  test('after a new key the old seal holds; the next edition bears the new one', async () => {
    await publish('plan', { 'index.html': 'một' })
    clock.day = '2026-03-01'
    const next = await keys.renew()
    await publish('territory', { 'units.json': '{}' })
    await copyEditions(editions, keys, copy)
    const { whole, editions: seen } = await verifyCopy(copy)
    expect(whole).toBe(true)
    expect(seen.map(({ key }) => key === next.id)).toEqual([false, true])
    expect((await keys.list()).map(({ from, to }) => [from, to])).toEqual([
      ['2026-02-03', '2026-03-01'],
      ['2026-03-01', null],
    ])
  })

  test('a key that was stolen is revoked with its day: what it seals after that is refused, what it sealed before is not', async () => {
    await publish('plan', { 'index.html': 'một' })
    const [stolen] = await keys.list()
    clock.day = '2026-03-01'
    await keys.revoke(stolen?.id ?? '', 'mất máy')
    await editions.reseal()
    await copyEditions(editions, keys, copy)
    expect(await verifyCopy(copy)).toMatchObject({ whole: true })
    expect((await keys.list()).map(({ revoked }) => revoked)).toEqual([
      { on: '2026-03-01', why: 'mất máy' },
      null,
    ])
    await expect(keys.revoke('0000000000000000', 'x')).rejects.toThrow('not-found')
  })

  test('a list of keys that somebody changed does not pass', async () => {
    await publish('plan', { 'index.html': 'một' })
    await copyEditions(editions, keys, copy)
    const path = join(copy, 'keys.json')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('"to":null', '"to":"2026-02-03"'))
    expect((await faults()).map(({ code }) => code)).toContain('altered')
  })
})

describe('a wrong edition is withdrawn, with its reason', () => {
  test('it is in force no more, says why, and the next one replaces it', async () => {
    const wrong = await publish('plan', { 'index.html': 'sai' })
    await editions.withdraw('plan', wrong.id, '2026-02-04', 'Sai ranh giới')
    expect(await editions.current('plan')).toBeNull()
    expect(await editions.withdrawal(wrong.id)).toMatchObject({ on: '2026-02-04', reason: 'Sai ranh giới' })
    const right = await publish('plan', { 'index.html': 'đúng' })
    expect(right.manifest.previous).toBe(wrong.id)
    await copyEditions(editions, keys, copy)
    expect(await verifyCopy(copy)).toMatchObject({ whole: true, editions: [{ id: right.id }] })
  })

  test('no other byte of it leaves with a copy, and a copy becomes the next one', async () => {
    const wrong = await publish('plan', { 'index.html': 'sai' })
    await copyEditions(editions, keys, copy)
    await editions.withdraw('plan', wrong.id, '2026-02-04', 'Sai ranh giới')
    await copyEditions(editions, keys, copy)
    expect(await filesIn(copy)).toEqual(['current.json', 'keys.json'])
    expect(await verifyCopy(copy)).toMatchObject({ whole: true, editions: [] })
  })

  test('a folder with something else in it is left alone', async () => {
    await publish('plan', { 'index.html': 'một' })
    await writeFile(join(folder, 'luận văn.docx'), 'x')
    await expect(copyEditions(editions, keys, folder)).rejects.toThrow('copy-folder')
  })
})

test('a list from before there were seals is read, and the next one is sealed', async () => {
  const { id } = await publish('plan', { 'index.html': 'một' })
  const path = join(folder, 'own', 'current.json')
  await writeFile(path, JSON.stringify({ schema: 1, editions: { plan: id } }))
  expect((await editions.current('plan'))?.id).toBe(id)
  await publish('plan', { 'index.html': 'hai' })
  expect((await editions.list()).seal).not.toBeNull()
})
