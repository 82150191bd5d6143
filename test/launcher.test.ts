import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

test('in a folder whose pages could not be built, a sentence says so before anything is installed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dothi C#-'))
  onTestFinished(() => rm(folder, { recursive: true, maxRetries: 5 }))
  await cp(fileURLToPath(new URL('../bin', import.meta.url)), join(folder, 'bin'), { recursive: true })
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'dothi.js'), 'help'], {
    encoding: 'utf8',
  })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain(folder)
  expect(stderr).toContain('đổi tên')
})
