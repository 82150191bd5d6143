import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Fault } from '../../domain/fault.ts'
import { withLock } from './index.ts'

// Two who build pages or publish at once leave half of each.
test.each(['nothing', 'the lock of a process that was killed'])(
  'however many ask at once where there is %s, one at a time is inside',
  async (before) => {
    const folder = await mkdtemp(join(tmpdir(), 'dothi-lock-'))
    const path = join(folder, 'lock')
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    const state = { inside: 0, most: 0, worked: 0 }
    for (let round = 0; round < 20; round++) {
      if (before !== 'nothing') await writeFile(path, String(dead))
      const ask = () =>
        withLock(path, 'x', async () => {
          state.most = Math.max(state.most, ++state.inside)
          for (let i = 0; i < 20; i++) await breath()
          state.worked++
          state.inside--
        }).catch((error: unknown) => expect(error).toMatchObject({ code: 'busy' } satisfies Partial<Fault>))
      await Promise.all(Array.from({ length: 12 }, ask))
    }
    expect(state).toMatchObject({ inside: 0, most: 1 })
    expect(state.worked).toBeGreaterThanOrEqual(20)
    expect(await readdir(folder)).toEqual([])
    await rm(folder, { recursive: true })
  },
)

test('a lock that is there names its process from the first moment: an empty one looks like one left behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-lock-'))
  const path = join(folder, 'lock')
  const seen = new Set<string>()
  const state = { asking: true }
  const look = async () => {
    while (state.asking) {
      try {
        seen.add(readFileSync(path, 'utf8'))
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOENT' })
      }
      await breath()
    }
  }
  const looking = look()
  for (let round = 0; round < 100; round++) await withLock(path, 'x', () => breath())
  state.asking = false
  await looking
  expect([...seen]).toEqual([String(process.pid)])
  await rm(folder, { recursive: true })
})
