import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withValues } from './yaml-kept.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dothi-kept-'))
})
afterEach(() => rm(root, { recursive: true }))

const kept = () => join(root, 'node_modules', '.cache', 'law.yaml.json')
const radius = { path: 'a.yaml', text: '2025-07-01: { value: 500 }' }
const values = async (...files: { path: string; text: string }[]) =>
  (await withValues(root, 'law', files)).map(({ value }) => value)

test('what a file says is the same whether it was read now or before', async () => {
  const first = await values(radius)
  expect(first).toEqual([{ '2025-07-01': { value: 500 } }])
  await readFile(kept())
  expect(await values(radius)).toEqual(first)
})

test('a file that was changed is read anew, so that a newer law is never overlooked', async () => {
  await values(radius)
  expect(await values({ ...radius, text: '2025-07-01: { value: 800 }' })).toEqual([
    { '2025-07-01': { value: 800 } },
  ])
})

test('a file that is wrong is not kept: its fault is told every time, with its line', async () => {
  expect(await values({ path: 'b.yaml', text: 'a: 1\na: 2' }, radius)).toEqual([undefined, expect.anything()])
  expect(Object.keys(JSON.parse(await readFile(kept(), 'utf8')) as object)).toHaveLength(1)
})

test('what was kept and is broken, or cannot be written, costs time and nothing else', async () => {
  await values(radius)
  await writeFile(kept(), '{')
  expect(await values(radius)).toHaveLength(1)
  await rm(join(root, 'node_modules'), { recursive: true })
  await writeFile(join(root, 'node_modules'), '')
  expect(await values(radius)).toEqual([{ '2025-07-01': { value: 500 } }])
  expect(await readdir(root)).toEqual(['node_modules'])
})
