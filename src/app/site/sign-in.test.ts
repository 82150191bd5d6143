import { expect, test } from 'vitest'
import { createHttp, openMetrics, Sessions } from '../../platform/http/index.ts'
import { openLog } from '../../platform/log/index.ts'
import { addSignIn, officerOf, signInPath, type OfficerSession } from './sign-in.ts'

const near = { incoming: { socket: { remoteAddress: '127.0.0.1' } } } as never

/** The gate alone, before pages that say who asks. */
function gate() {
  const clock = { at: new Date('2026-01-05T01:00:00Z') }
  const sessions = new Sessions<OfficerSession>({ now: () => clock.at })
  const app = createHttp({ log: openLog('silent'), metrics: openMetrics(), bodyLimit: () => 1024 })
  addSignIn(app, sessions)
  app.all('*', (c) => {
    const officer = officerOf(c, sessions)
    if (c.req.query('choose')) officer?.choose('can-bo-1')
    return c.json(officer && { post: officer.post() })
  })
  const ask = (path: string, cookie = '', port = 3000) => {
    const headers = { host: `127.0.0.1:${port}`, cookie }
    return app.request(`http://127.0.0.1:${port}${path}`, { headers }, near)
  }
  /** The cookie that a fresh link gives. */
  const enter = async () => {
    const answer = await ask(`${signInPath}?ma=${sessions.ticket()}`)
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  return { ask, enter, sessions, clock }
}

test('a link that was used, made up or left out opens nothing, and the page says how to get another', async () => {
  const { ask, sessions } = gate()
  const link = `${signInPath}?ma=${sessions.ticket()}`
  const first = await ask(link)
  expect([first.status, first.headers.get('location')]).toEqual([303, '/can-bo'])
  expect(first.headers.get('set-cookie')).toMatch(
    /^dothi-3000=[^;]{40,}; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  for (const path of [link, `${signInPath}?ma=made-up`, signInPath]) {
    const again = await ask(path)
    expect([again.status, again.headers.get('set-cookie')]).toEqual([401, null])
    expect(again.headers.get('cache-control')).toBe('no-store')
    expect(await again.text()).toContain('khởi động lại máy chủ')
  }
})

test('without a session a person is shown where to sign in, and a program is told so', async () => {
  const { ask } = gate()
  const page = await ask('/can-bo/bat-cu-dau')
  expect([page.status, page.headers.get('content-type')]).toEqual([401, 'text/html; charset=UTF-8'])
  const program = await ask('/api/can-bo/tai-lieu')
  expect([program.status, await program.json()]).toMatchObject([401, { code: 'sign-in-needed' }])
  expect(await (await ask('/en/can-bo')).text()).toMatch(/restart the\s+server/)
  expect((await ask('/chi-tieu')).status).toBe(200)
})

test('the post that is chosen is kept; a public page never knows who asks', async () => {
  const { ask, enter } = gate()
  const cookie = await enter()
  const asked = async (path: string) => (await ask(path, cookie)).json()
  expect(await asked('/can-bo')).toEqual({ post: null })
  await asked('/can-bo?choose=1')
  expect(await asked('/can-bo')).toEqual({ post: 'can-bo-1' })
  expect(await asked('/chi-tieu')).toBe(null)
})

test('a session ends with the working day, and is none for another server on this machine', async () => {
  const { ask, enter, clock } = gate()
  const cookie = await enter()
  expect((await ask('/can-bo', cookie, 3001)).status).toBe(401)
  expect((await ask('/can-bo', cookie)).status).toBe(200)
  clock.at = new Date('2026-01-05T13:00:01Z')
  expect((await ask('/can-bo', cookie)).status).toBe(401)
})
