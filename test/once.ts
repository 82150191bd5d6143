import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The folder of this run, in which its test files share what is dear to make; `global-setup.ts` names it. */
export const runFolder = 'DOTHI_TEST_RUN'

/** What `make` leaves behind in the run's folder: whoever asks first makes it, everybody else waits for that. */
export async function onceInRun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const run = process.env[runFolder]
  if (!run) throw new Error('what test files share is made under test/global-setup.ts')
  const folder = join(run, name)
  const ready = `${folder}.ready`
  const first = await mkdir(folder).then(
    () => true,
    () => false,
  )
  if (first) {
    await make(folder)
    await writeFile(ready, '')
  } else await until(`${name} made by another test file`, () => existsSync(ready))
  return folder
}

/** Waits for what another process brings about. */
export async function until(what: string, done: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 110_000
  while (!(await done())) {
    if (performance.now() > deadline) throw new Error(`waited 110 s in vain: ${what}`)
    await sleep(50)
  }
}
