import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, howToGetBrowser } from '../test/browser.ts'
import { hasPostgres, postgresHint } from '../test/postgres.ts'
import { runPackage } from './process.ts'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
}

export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Runs Vitest, says what it could not run and how to get it, and closes with the tally. */
export async function test(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const tally = await runTests(args, env)
  console.log(closingLine(tally))
  return tally.failed > 0 ? 1 : 0
}

export async function runTests(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-test-'))
  const file = join(folder, 'report.json')
  try {
    const ran = await runPackage(
      'vitest/vitest.mjs',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      { show: true, env },
    )
    const text = await readFile(file, 'utf8').catch(() => null)
    if (findBrowser() === null) console.log(howToGetBrowser)
    if (!(await hasPostgres())) console.log(postgresHint)
    if (text === null) return { passed: 0, failed: 1 }
    const report = JSON.parse(text) as Report
    if (report.numPendingTests > 0) console.log(`${report.numPendingTests} skipped`)
    return {
      passed: report.numPassedTests,
      // A suite that fails before its first test has no failed test; it counts as one all the same.
      failed: Math.max(report.numFailedTests, ran.code === 0 ? 0 : 1),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One line that any reader of a log understands. */
export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}
