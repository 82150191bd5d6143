import { expect, test } from 'vitest'
import { Sessions } from './session.ts'

const noon = Date.parse('2026-11-22T05:00:00Z')

function sessions() {
  const clock = { at: noon }
  return { clock, sessions: new Sessions<string>({ now: () => new Date(clock.at) }) }
}

test('a link signs in once; who finds it later in a history or a log is not let in', () => {
  const { sessions: all } = sessions()
  const ticket = all.ticket()
  const token = all.open(ticket, 'clerk')
  expect(token).not.toBeNull()
  expect(all.find(token ?? '')).toBe('clerk')
  expect(all.open(ticket, 'clerk')).toBeNull()
  expect(all.open('guess', 'clerk')).toBeNull()
  expect(all.find(ticket)).toBeNull()
  expect(all.find(undefined)).toBeNull()
})

test('a session ends after a working day, or when it is closed', () => {
  const { clock, sessions: all } = sessions()
  const token = all.open(all.ticket(), 'clerk') ?? ''
  all.change(token, 'officer')
  clock.at = noon + 12 * 3_600_000 - 1
  expect(all.find(token)).toBe('officer')
  clock.at++
  expect(all.find(token)).toBeNull()
  const other = all.open(all.ticket(), 'clerk') ?? ''
  all.close(other)
  expect(all.find(other)).toBeNull()
})
