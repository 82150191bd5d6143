import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Objects, sha256 } from './index.ts'

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
