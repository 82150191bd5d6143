import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder, Objects, sha256 } from './index.ts'

const place = { data: '' }
let files: Objects
beforeAll(async () => {
  place.data = await mkdtemp(join(tmpdir(), 'dothi-files-'))
  files = new Objects(join(place.data, 'files'))
})
afterAll(() => rm(place.data, { recursive: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

test('the bytes of a document come back as they were filed, once however often it is filed', async () => {
  expect(await files.list()).toEqual([])
  const [first, second] = await Promise.all([files.put(bytes('plan')), files.put(bytes('plan'))])
  expect(first).toBe(second)
  expect(Buffer.from(await files.get(first)).toString()).toBe('plan')
  expect(await files.list()).toEqual([first])
  expect(await readdir(join(place.data, 'files'))).toEqual([first.slice(0, 2)])
})

test('a file that somebody changed on disk is never handed out as the document', async () => {
  const digest = await files.put(bytes('signed'))
  await writeFile(files.path(digest), 'forged')
  await expect(files.get(digest)).rejects.toMatchObject({ code: 'bytes-altered' })
})

test('what is not there, and what is no digest, is refused by name', async () => {
  await expect(files.get(sha256(bytes('never filed')))).rejects.toMatchObject({ code: 'not-found' })
  await expect(files.get('../../etc/passwd')).rejects.toMatchObject({ code: 'not-found' })
  expect(() => files.path('../../etc/passwd')).toThrow('not-found')
})

test('property: any bytes are kept exactly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), async (content) => {
      expect(Buffer.from(await files.get(await files.put(content)))).toEqual(Buffer.from(content))
    }),
    { numRuns: 20 },
  )
})

test('a folder is made with all above it, by two at once, and a second time nothing happens', async () => {
  const path = join(place.data, 'a', 'b', 'c')
  await Promise.all([makeFolder(path), makeFolder(path)])
  await makeFolder(path)
  expect((await stat(path)).isDirectory()).toBe(true)
})

test('where no folder can be, the answer comes at once and names the place', async () => {
  await writeFile(join(place.data, 'file'), '')
  const refused = (path: string) =>
    makeFolder(path).then(
      () => null,
      (error: unknown) => error,
    )
  expect(await refused(join(place.data, 'file', 'x'))).toMatchObject({
    code: process.platform === 'win32' ? 'EEXIST' : 'ENOTDIR',
  })
  expect(await refused(join(place.data, 'file'))).toMatchObject({ code: 'EEXIST' })
  // Stands, and takes no child: Node's own recursive mkdir tries for ever.
  if (process.platform === 'linux')
    expect(await refused('/proc/dothi/data')).toMatchObject({ code: 'ENOENT', path: '/proc/dothi' })
})

test('bytes that come as a stream are kept whole or not at all, and no more of them than was allowed', async () => {
  async function* parts(...texts: string[]) {
    for (const text of texts) yield bytes(text)
  }
  expect(await files.keep(parts('bản ', 'đồ'))).toEqual({ sha256: sha256(bytes('bản đồ')), size: 11 })
  expect(Buffer.from(await files.get(sha256(bytes('bản đồ')))).toString()).toBe('bản đồ')
  const before = await readdir(join(place.data, 'files'))
  await expect(files.keep(parts('12345', '6'), 5, () => new RangeError('6'))).rejects.toThrow('6')
  expect(await files.keep(parts('12345'), 5)).toMatchObject({ size: 5 })
  const broken = async function* () {
    yield bytes('half')
    throw new Error('cut')
  }
  await expect(files.keep(broken())).rejects.toThrow('cut')
  expect((await readdir(join(place.data, 'files'))).filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect(before.filter((name) => name.endsWith('.tmp'))).toEqual([])
})
