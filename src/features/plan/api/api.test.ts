import { describe, expect, test } from 'vitest'
import { eachEngine, type Open } from '../../../../test/engines.ts'
import { acceptedPlanOfThiDu, stateOfThiDu } from '../../../../test/support/accepted-plan.ts'
import { actorAs, bytesOf, desk } from '../../../../test/support/desk.ts'
import { planReading } from '../../../../test/support/plan-reading.ts'
import type { Day } from '../../../domain/day.ts'
import { createHttp, openMetrics } from '../../../platform/http/index.ts'
import { openLog } from '../../../platform/log/index.ts'
import type { Actor } from '../../office/index.ts'
import { planUseCases } from '../actions/use-cases.ts'
import type { PlanView } from '../pages/public/view.ts'
import { publishedPlan } from '../rules/published.ts'
import { searchEntries } from '../rules/search.ts'
import { addPlanApi } from './public.ts'
import { addPlanStaffApi } from './staff.ts'

const near = { incoming: { socket: { remoteAddress: '127.0.0.1' } } } as never
const http = () => createHttp({ log: openLog('silent'), metrics: openMetrics(), bodyLimit: () => 1_000_000 })

/** A program at work on this machine: what it sends, and what it is answered. */
function program(app: ReturnType<typeof http>) {
  return async (path: string, body?: Uint8Array | object) => {
    const bytes = body instanceof Uint8Array
    const type = bytes ? 'application/octet-stream' : 'application/json'
    const sent = body && {
      method: 'POST',
      body: bytes ? new Uint8Array(body) : JSON.stringify(body),
    }
    const headers = {
      host: '127.0.0.1:3000',
      origin: 'http://127.0.0.1:3000',
      ...(body && { 'content-type': type }),
    }
    const answer = await app.request(`http://127.0.0.1:3000${path}`, { ...sent, headers }, near)
    const json = (await answer.json()) as Record<string, unknown>
    return { status: answer.status, cache: answer.headers.get('cache-control'), json }
  }
}

async function staff(open: Open) {
  const state: { actor: Actor | null } = { actor: actorAs('officer') }
  const app = http()
  addPlanStaffApi(app, {
    plans: planUseCases(desk(await open())),
    actor: () => Promise.resolve(state.actor),
    today: () => '2026-01-01' as Day,
  })
  const ask = program(app)
  const put = async (name = 'a.docx') => ask(`/api/can-bo/tai-lieu?name=${name}`, bytesOf(planReading()))
  const proposal = async () => `/api/can-bo/tai-lieu/${String((await put()).json['sha256'])}`
  return { state, ask, put, proposal }
}

/** Accepts all that waits, kind by kind, as the listing of a proposal tells it. */
async function acceptAll(ask: ReturnType<typeof program>, at: string): Promise<number> {
  for (;;) {
    const { json } = await ask(`${at}?waiting=true`)
    const { version, waiting, kind, shown } = json as {
      version: number
      waiting: number
      kind: string
      shown: { candidate: { id: string }; verdict: string }[]
    }
    if (waiting === 0) return version
    const ids = shown.filter(({ verdict }) => verdict === 'proposed').map(({ candidate }) => candidate.id)
    expect(ids, kind).not.toEqual([])
    expect((await ask(`${at}/buoc`, { version, step: { kind: 'accept', ids } })).status).toBe(200)
  }
}

describe('the staff API does all that the pages do', () => {
  eachEngine((open) => {
    test('a document is read, checked, saved, listed and taken back by a program alone', async () => {
      const { ask, put, proposal } = await staff(open)
      expect((await put()).json).toMatchObject({ again: false, queued: false })
      expect((await put('b.docx')).json).toMatchObject({ again: true })
      const at = await proposal()
      expect((await ask('/api/can-bo/tai-lieu')).json).toMatchObject({
        documents: [{ fileName: 'a.docx', decided: 0, saved: false }],
        imports: [],
      })
      expect(await ask(`${at}/luu`, { version: 0 })).toMatchObject({
        status: 422,
        json: { code: 'proposal-undecided' },
      })
      const version = await acceptAll(ask, at)
      const saved = await ask(`${at}/luu`, { version })
      expect(saved).toMatchObject({ status: 200, json: { revision: expect.any(Number) } })
      const plans = await ask('/api/can-bo/ke-hoach')
      expect(plans).toMatchObject({
        status: 200,
        json: { on: '2026-01-01', plans: [{ disclosure: 'internal' }] },
      })
      expect((await ask('/api/can-bo/ke-hoach?on=2024-02-29')).json).toMatchObject({ plans: [] })
      const after = await ask(at)
      const back = await ask(`${at}/bo-luu`, { version: after.json['version'], reason: 'Lưu nhầm' })
      expect(back.status).toBe(200)
      expect((await ask('/api/can-bo/ke-hoach')).json).toMatchObject({ plans: [] })
    })

    test('a step upon an old state is a conflict; the last step can be taken back, once', async () => {
      const { ask, proposal } = await staff(open)
      const at = await proposal()
      const step = { kind: 'accept', ids: ['task:1.1'] }
      expect(await ask(`${at}/buoc`, { version: 0, step })).toMatchObject({
        status: 200,
        json: { version: 1 },
      })
      expect((await ask(`${at}/buoc`, { version: 0, step })).status).toBe(409)
      expect((await ask(`${at}/hoan-tac`, { version: 1 })).json).toEqual({ version: 2 })
      expect(await ask(`${at}/hoan-tac`, { version: 2 })).toMatchObject({
        status: 409,
        json: { code: 'nothing-to-undo' },
      })
    })

    test('what cannot be meant is refused by its place, and nothing that staff see is kept by a browser', async () => {
      const { ask, proposal, state } = await staff(open)
      const at = await proposal()
      const where = async (path: string, body?: object) => {
        const { status, json } = await ask(path, body)
        return [status, /(json|query|param)[\w.]*/.exec(String(json['detail']))?.[0]]
      }
      expect(await where('/api/can-bo/ke-hoach?on=2026-02-30')).toEqual([400, 'query.on'])
      expect(await where('/api/can-bo/tai-lieu/x')).toEqual([400, 'param.sha256'])
      expect(await where(`${at}?page=0`)).toEqual([400, 'query.page'])
      expect(await where(`${at}/buoc`, { version: -1, step: {} })).toEqual([400, 'json.version'])
      expect(await where(`${at}/bo-luu`, { version: 0, reason: '  ' })).toEqual([400, 'json.reason'])
      expect((await ask(at)).cache).toBe('no-store')
      state.actor = null
      expect(await ask(at)).toMatchObject({ status: 403, json: { code: 'post-needed' } })
    })
  })
})

describe('the public API of a plan', () => {
  const plan = publishedPlan(acceptedPlanOfThiDu(), stateOfThiDu)
  const view: PlanView = { plan, search: searchEntries(plan) }
  const site = (found: PlanView | null) => {
    const app = http()
    addPlanApi(app, {
      file: (c, path) => Promise.resolve(c.json({ path })),
      view: () => Promise.resolve(found),
    })
    return program(app)
  }

  test('a search tells how much there is, gives as much as is asked for, and says whose data it is', async () => {
    const ask = site(view)
    const found = async (limit: string) => (await ask(`/api/search?q=quy+hoach${limit}`)).json
    const all = (await found('')) as { total: number; results: { ref: string }[] }
    expect(all).toMatchObject({ notice: 'DỮ LIỆU MINH HỌA', source: plan.source, total: all.results.length })
    expect(all.total).toBeGreaterThan(1)
    expect(await found('&limit=1')).toMatchObject({ total: all.total, results: [all.results[0]] })
    for (const { ref } of all.results) expect(JSON.stringify(plan)).toContain(`"${ref}"`)
  })

  test('before anything is published it says so, and does not look empty', async () => {
    expect(await site(null)('/api/search?q=a')).toMatchObject({ status: 503, json: { code: 'not-ready' } })
  })

  test.each(['', 'q=', 'q=%20', `q=${'a'.repeat(201)}`, 'q=a&limit=0', 'q=a&limit=101', 'q=a&limit=x'])(
    'a question that is none is refused: %s',
    async (query) => {
      expect(await site(view)(`/api/search?${query}`)).toMatchObject({
        status: 400,
        json: { code: 'bad-request' },
      })
    },
  )

  test.each(['plan.json', 'targets.json', 'tasks.json', 'targets.csv', 'tasks.csv'])(
    '%s is the file of the edition, at an address that stays',
    async (name) => {
      expect((await site(null)(`/api/${name}`)).json).toEqual({ path: `/api/${name}` })
    },
  )
})
