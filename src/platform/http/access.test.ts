import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callerOf, fromOwnPage, isStaffPath, onThisMachine } from './access.ts'

describe('staff pages answer on this machine alone', () => {
  const here = { remote: '127.0.0.1', host: 'localhost:4000', forwarded: false }

  test('to its own programs, under its own names', () => {
    for (const remote of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      expect(onThisMachine({ ...here, remote })).toBe(true)
    for (const host of ['localhost', '127.0.0.1:80', '[::1]:4000'])
      expect(onThisMachine({ ...here, host })).toBe(true)
  })

  test('to no other machine, no foreign name that points here, no proxy', () => {
    for (const remote of ['10.0.0.7', '::2', '127.0.0.1.evil.example', undefined])
      expect([remote, onThisMachine({ ...here, remote })]).toEqual([remote, false])
    for (const host of ['evil.example', 'localhost.evil.example', 'localhost:4000@evil.example', '', null])
      expect([host, onThisMachine({ ...here, host })]).toEqual([host, false])
    for (const header of ['Forwarded', 'Via', 'X-Forwarded-For', 'X-Real-IP']) {
      const request = new Request('http://localhost/', { headers: { [header]: 'x', host: 'localhost' } })
      expect([header, onThisMachine(callerOf(request, '127.0.0.1'))]).toEqual([header, false])
    }
  })
})

describe('a staff path is known however it is written', () => {
  test.each([
    '/can-bo',
    '/can-bo/tai-lieu',
    '/en/can-bo',
    '/api/can-bo/x',
    '/en/api/can-bo',
    '/CAN-BO',
    '//can-bo',
    '/can%2Dbo',
    '/can%252Dbo',
    '\\can-bo',
    '/can-bo.data',
    '/can-bo;x',
  ])('%j', (path) => {
    expect(isStaffPath(path)).toBe(true)
  })

  test.each(['/', '/can-bo-cong-chuc', '/nhiem-vu/can-bo', '/%E0%A4%A', '/can-boa', '/can-bo_x'])(
    '%j is public',
    (path) => {
      expect(isStaffPath(path)).toBe(false)
    },
  )

  test('property: encoding any letters of it, once or twice, hides nothing', () => {
    const code = (sign: string) => `%${sign.charCodeAt(0).toString(16)}`
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }), (rounds) => {
        const path = 'can-bo'
          .split('')
          .map((sign, i) => [sign, code(sign), code(sign).replace('%', '%25')][rounds[i] ?? 0])
          .join('')
        expect(isStaffPath(`/${path}/tai-lieu`)).toBe(true)
      }),
    )
  })
})

test('a change is taken from our own page alone', () => {
  const from = (headers: Record<string, string>, method = 'POST') =>
    fromOwnPage(
      new Request('http://localhost:4000/can-bo', {
        method,
        headers: { host: 'localhost:4000', ...headers },
      }),
    )
  expect(from({ origin: 'http://localhost:4000' })).toBe(true)
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  for (const origin of ['http://evil.example', 'http://localhost:4001', 'null', 'localhost:4000'])
    expect(from({ origin })).toBe(false)
  expect(from({})).toBe(false)
  expect(from({ 'sec-fetch-site': 'same-site' })).toBe(false)
  expect(from({ origin: 'http://evil.example' }, 'GET')).toBe(true)
})
