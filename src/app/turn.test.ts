import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { builtOnce } from './build.ts'
import { once } from './turn.ts'

test('two who start at the same time do the work once, and the second waits for it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-turn-'))
  const state = { done: false, times: 0 }
  const start = () =>
    once(
      join(folder, 'lock'),
      'work',
      () => Promise.resolve(state.done),
      async () => {
        state.times++
        await writeFile(join(folder, 'slow'), 'x'.repeat(1e6))
        state.done = true
      },
    )
  await Promise.all([start(), start(), start()])
  expect(state).toEqual({ done: true, times: 1 })
  await rm(folder, { recursive: true })
})

test('a failure is told, and the next start tries again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-turn-'))
  const start = (work: () => Promise<void>, done: () => Promise<boolean>) =>
    once(join(folder, 'lock'), 'work', done, work)
  const never = () => Promise.resolve(false)
  await expect(start(() => Promise.reject(new Error('disk full')), never)).rejects.toThrow('disk full')
  const state = { done: false }
  await start(
    () => Promise.resolve(void (state.done = true)),
    () => Promise.resolve(state.done),
  )
  expect(state.done).toBe(true)
  await rm(folder, { recursive: true })
})

test('work that cannot reach its end is not done for ever', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-turn-'))
  const state = { times: 0 }
  await once(
    join(folder, 'lock'),
    'work',
    () => Promise.resolve(false),
    () => Promise.resolve(void state.times++),
  )
  expect(state.times).toBe(1)
  await rm(folder, { recursive: true })
})

test('a build empties its folder, and still a second start waits for it and builds nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-turn-'))
  const built = join(folder, 'build')
  const state = { inside: 0, most: 0, times: 0 }
  const others: Promise<void>[] = []
  const build = async () => {
    state.most = Math.max(state.most, ++state.inside)
    state.times++
    await rm(built, { recursive: true, force: true })
    await mkdir(built)
    // It comes while nothing of the folder is left; what it finds there must not let it in.
    if (state.times === 1) others.push(builtOnce(folder, 'digest', build))
    for (let i = 0; i < 2_000 && state.inside === 1; i++) await breath()
    state.inside--
  }
  await mkdir(built)
  await builtOnce(folder, 'digest', build)
  await Promise.all(others)
  expect(state).toEqual({ inside: 0, most: 1, times: 1 })
  expect(await readFile(join(built, 'sources.sha256'), 'utf8')).toBe('digest')
  await rm(folder, { recursive: true })
})
