import { expect, test } from 'vitest'
import { openLog } from './index.ts'

test('a line is JSON with level and instant, and holds neither a secret nor a person', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => lines.push(line) })
  log.info(
    { request: 'r1', token: 'canary', headers: { cookie: 'canary' }, actor: { person: 'canary' } },
    'in',
  )
  log.debug('not at this level')
  expect(lines).toHaveLength(1)
  expect(lines.join('')).not.toContain('canary')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', request: 'r1', msg: 'in' })
})
