import { runChecks } from './check.ts'
import { closingLine, runTests } from './test.ts'

/** `npm run check` and `npm test` one after the other, whatever the first finds, and one tally for both. */
export async function gate(): Promise<number> {
  const checks = await runChecks()
  const tests = await runTests([], {})
  const failed = checks.failed + tests.failed
  console.log(closingLine({ passed: checks.passed + tests.passed, failed }))
  return failed > 0 ? 1 : 0
}
