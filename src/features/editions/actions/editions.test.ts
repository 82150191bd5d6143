import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { withLock } from '../../../platform/db/index.ts'
import type { EditionMeta } from '../model/edition.ts'
import { Editions, type Publication } from './editions.ts'
import { Keys } from './keys.ts'

let folder = ''
const open = () => new Editions(folder, new Keys(folder, 'a1', () => '2026-02-03'))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dothi-editions-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const meta: EditionMeta = {
  agency: 'a1',
  town: 'Thí dụ',
  revision: { number: 3, at: '2026-02-03T04:05:06.000Z', digest: '0'.repeat(64) },
  asOf: '2026-02-03',
  inputs: { 'ke-hoach.docx': '1'.repeat(64) },
  software: { dothi: '0.1.0' },
  release: null,
  illustration: true,
}

function publication(texts: Readonly<Record<string, string>>, over: Partial<EditionMeta> = {}): Publication {
  const files = Object.entries(texts).map(
    ([path, text]) => [path, { bytes: Buffer.from(text), type: 'text/html; charset=utf-8' }] as const,
  )
  return { collection: 'plan', meta: { ...meta, ...over }, files: new Map(files) }
}

describe('an edition is what was published, for as long as anyone may ask', () => {
  test('a page is found by its address and read back whole', async () => {
    const edition = await open().publish(
      publication({ 'index.html': 'nhà', 'nhiem-vu/index.html': 'việc', 'api/plan.json': '{}' }),
    )
    expect(edition.find('/')?.path).toBe('index.html')
    expect(edition.find('/nhiem-vu/')?.path).toBe('nhiem-vu/index.html')
    expect(edition.find('/api/plan.json')?.path).toBe('api/plan.json')
    expect(edition.find('/__proto__')).toBeNull()
    expect(edition.find('/../../etc/passwd')).toBeNull()
    expect(Buffer.from(await edition.read('nhiem-vu/index.html')).toString()).toBe('việc')
    expect(await edition.faults()).toEqual([])
  })

  test('the next edition names the one it replaces; the old one still opens', async () => {
    const editions = open()
    const first = await editions.publish(publication({ 'index.html': 'một', 'a.css': 'x' }))
    const second = await editions.publish(publication({ 'index.html': 'hai', 'a.css': 'x' }))
    expect(second.manifest.previous).toBe(first.id)
    expect((await editions.current('plan'))?.id).toBe(second.id)
    expect(Buffer.from(await (await editions.open('plan', first.id)).read('index.html')).toString()).toBe(
      'một',
    )
    expect(second.manifest.files['a.css']).toEqual(first.manifest.files['a.css'])
  })

  test('publishing what is in force already makes no edition', async () => {
    const editions = open()
    const first = await editions.publish(publication({ 'index.html': 'một' }))
    expect((await editions.publish(publication({ 'index.html': 'một' }))).id).toBe(first.id)
    expect(await readdir(join(folder, 'plan'))).toEqual([first.id])
  })

  test('one collection does not touch another', async () => {
    const editions = open()
    const plan = await editions.publish(publication({ 'index.html': 'một' }))
    await editions.publish({ ...publication({ 'map.json': '{}' }), collection: 'map' })
    expect((await editions.current('plan'))?.id).toBe(plan.id)
    expect(await editions.current('duties')).toBeNull()
  })

  test('an altered byte is named and never served', async () => {
    const editions = open()
    const edition = await editions.publish(publication({ 'index.html': 'một', 'b.html': 'hai' }))
    const digest = edition.manifest.files['b.html']?.digest ?? ''
    await writeFile(join(folder, 'objects', digest.slice(0, 2), digest), 'hại')
    expect(await edition.faults()).toEqual(['b.html'])
    await expect(edition.read('b.html')).rejects.toThrow('bytes-altered')
    await writeFile(join(folder, 'plan', edition.id, 'manifest.json'), '{}')
    await expect(editions.current('plan')).rejects.toThrow('bytes-altered')
  })

  test.each(['../a', '/a', 'a//b', 'a/../b', '.hidden', 'a\\b', 'é'])('a file may not be called %s', (path) =>
    expect(open().publish(publication({ [path]: '' }))).rejects.toThrow(),
  )

  test('somebody else is publishing: refused, not mixed', async () => {
    const asked = withLock(join(folder, 'current.turn'), 'x', () =>
      open().publish(publication({ 'a.html': '' })),
    )
    await expect(asked).rejects.toThrow('busy')
  })
})

/** Runs a program that has `editions` and `publication` in a process of its own. */
function program(body: string) {
  const source = `
    const { Editions } = await import(${JSON.stringify(new URL('editions.ts', import.meta.url).href)})
    const { Keys } = await import(${JSON.stringify(new URL('keys.ts', import.meta.url).href)})
    const meta = ${JSON.stringify(meta)}
    const editions = new Editions(process.argv[1], new Keys(process.argv[1], 'a1', () => '2026-02-03'))
    const publish = (texts) => editions.publish({ collection: 'plan', meta, files: new Map(
      texts.map(([path, text]) => [path, { bytes: Buffer.from(text), type: 'text/plain' }])) })
    ${body}`
  return (where: string) =>
    spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', source, where],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
}

function output(child: ReturnType<ReturnType<typeof program>>): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.on('close', () => resolve(text))
  })
}

describe('an edition can be made again by anyone, anywhere', () => {
  test('two processes, files in another order: the same id', async () => {
    const files = ['a', 'b', 'c', 'd/e'].map((path) => [path, `nội dung ${path}`])
    const run = (list: readonly (readonly string[])[], where: string) =>
      output(
        program(`process.stdout.write((await publish(${JSON.stringify(list)})).id)`)(join(folder, where)),
      )
    const ids = await Promise.all([run(files, 'one'), run([...files].reverse(), 'two')])
    expect(ids[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(ids[1]).toBe(ids[0])
  })

  test('killed at any moment, the last edition is whole and in force, and the next can be made', async () => {
    const busy = program(`for (let i = 0; ; i++) {
      await publish([['a', 'a' + i], ['b', 'b' + i], ['c', 'c' + i]]); process.stdout.write(i + ' ') }`)
    for (const after of [1, 2, 5, 9]) {
      const child = busy(folder)
      child.stdout.on('data', (chunk: Buffer) => {
        if (Number(chunk.toString().trim().split(' ').at(-1)) >= after) child.kill('SIGKILL')
      })
      await output(child)
      const edition = await open().current('plan')
      expect(await edition?.faults()).toEqual([])
      expect(Object.keys(edition?.manifest.files ?? {})).toEqual(['a', 'b', 'c'])
    }
    const next = await open().publish(publication({ 'index.html': `mới` }))
    expect((await open().current('plan'))?.id).toBe(next.id)
  })
})
