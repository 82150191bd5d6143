import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Fault } from '../../domain/fault.ts'
import { withLock } from './lock.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dothi-lock-'))
  path = join(folder, 'below', 'lock')
})
afterEach(() => rm(folder, { recursive: true, maxRetries: 5 }))

const busy = { code: 'busy' } satisfies Partial<Fault>

/** A process of its own that takes the lock and says so, and holds it until it is killed. */
async function holder() {
  const source = `
    const { withLock } = await import(${JSON.stringify(new URL('lock.ts', import.meta.url).href)})
    await withLock(process.argv[1], 'x', () => { process.stdout.write('held'); return new Promise((end) => setTimeout(end, 1e9)) })`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', source, path],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise((resolve) => child.on('exit', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return {
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

// Two who build pages or publish at once leave half of each.
test('however many ask at once, one at a time is inside', async () => {
  const state = { inside: 0, most: 0, worked: 0 }
  for (let round = 0; round < 20; round++) {
    const ask = () =>
      withLock(path, 'x', async () => {
        state.most = Math.max(state.most, ++state.inside)
        for (let i = 0; i < 20; i++) await breath()
        state.worked++
        state.inside--
      }).catch((error: unknown) => expect(error).toMatchObject(busy))
    await Promise.all(Array.from({ length: 12 }, ask))
  }
  expect(state).toMatchObject({ inside: 0, most: 1 })
  expect(state.worked).toBeGreaterThanOrEqual(20)
})

test('another process is refused while one is inside, and comes in when that one was killed', async () => {
  const other = await holder()
  const work = () => Promise.resolve('done')
  await expect(withLock(path, 'x', work)).rejects.toMatchObject(busy)
  await other.kill()
  expect(await withLock(path, 'x', work)).toBe('done')
})

test('work that fails lets go', async () => {
  await expect(withLock(path, 'x', () => Promise.reject(new Error('disk full')))).rejects.toThrow('disk full')
  expect(await withLock(path, 'x', () => Promise.resolve(1))).toBe(1)
})
