import { describe, expect, test } from 'vitest'
import type { Day } from '../../../domain/day.ts'
import { askedOf } from './services.ts'

const today = '2026-11-22' as Day
const asked = (query: string) => askedOf(new URL(`http://x/can-bo/phap-luat${query}`), today)

describe('the days of an address', () => {
  test('are today and all that is held, where nothing is said', () => {
    expect(asked('')).toEqual({ at: { on: today, known: undefined }, query: '', badDay: false })
    expect(asked('?ngay=&biet=')).toMatchObject({ at: { on: today }, badDay: false })
  })

  test('are read as an office writes them, and as ISO', () => {
    expect(asked('?ngay=01/07/2026&biet=2026-11-01').at).toEqual({ on: '2026-07-01', known: '2026-11-01' })
  })

  test('that are none are told, not guessed', () => {
    expect(asked('?ngay=31/02/2026')).toMatchObject({ at: { on: today }, badDay: true })
  })
})
