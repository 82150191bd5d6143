import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runPackage } from './process.ts'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
  readonly numPendingTests: number
}

/** Runs Vitest and closes with one line that any reader of a log understands: `N passed, N failed`. */
export async function test(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-test-'))
  const file = join(folder, 'report.json')
  try {
    const ran = await runPackage(
      'vitest/vitest.mjs',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      { show: true, env },
    )
    const report = JSON.parse(await readFile(file, 'utf8')) as Report
    // A suite that fails before its first test has no failed test; it counts as one all the same.
    const failed = Math.max(report.numFailedTests, ran.code === 0 ? 0 : 1)
    console.log(`${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests} skipped`)
    return ran.code !== 0 || failed > 0 ? 1 : 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
