import { expect, test } from 'vitest'
import type { Day } from '../../../domain/day.ts'
import type { LawCheck } from '../model/check.ts'
import { standingOf } from './standing.ts'

const recorded = '2026-11-22' as Day
const checked = { by: 'Người giữ bộ quy định', on: recorded }
const check = (result: LawCheck['result'], of = recorded): LawCheck => ({
  parameter: 'a/b',
  from: recorded,
  recorded: of,
  result,
  gazette: 'g',
  note: '',
  post: 'p',
  on: recorded,
})

test.each([
  // Seen is not enough: somebody must have held it against the gazette.
  ['seen', null, null, 'unverified'],
  ['seen', checked, null, 'verified'],
  ['secondary', checked, null, 'unverified'],
  ['memory', null, check('agrees'), 'verified'],
  ['seen', checked, check('differs'), 'differs'],
  // The check was made of a reading that another has taken the place of.
  ['memory', null, check('agrees', '2026-01-01' as Day), 'unverified'],
] as const)('%s, checked %o, the office says %o: %s', (certainty, by, of, standing) => {
  expect(standingOf({ certainty, recorded, checked: by }, of)).toBe(standing)
})
