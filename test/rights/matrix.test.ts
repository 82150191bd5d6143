import { setTimeout as pause } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../../src/domain/day.ts'
import type { Dothi } from '../../src/app/compose.ts'
import type { Serving } from '../../src/app/serve.ts'
import { rights, roleSchema, type Action, type Actor, type Role } from '../../src/features/office/index.ts'
import { importDocument, planUseCases, type PlanServices } from '../../src/features/plan/index.ts'
import { exportNames } from '../../src/features/plan/model/export.ts'
import { lawUseCases } from '../../src/features/law/index.ts'
import { dropFailedJob, enqueue, findJob } from '../../src/platform/jobs/index.ts'
import { bytesOf } from '../support/desk.ts'
import { planReading, target, task } from '../support/plan-reading.ts'
import { openTwoOffices, other, own, type TwoOffices } from '../support/two-offices.ts'

/** Words that stand nowhere but in drafts and in an internal plan of the agency `co-quan-chinh`. */
const canary = 'hoàng yến báo động'
const unknown = '0'.repeat(64)

let offices: TwoOffices
let server: Serving
let dothi: Dothi
let cookie = ''
const planted = { draft: '', saved: '', plan: '' }

beforeAll(async () => {
  offices = await openTwoOffices()
  ;({ server, dothi, cookie } = offices)
  await plant()
})
afterAll(() => offices.close())
const actAs = (agency: string, role: Role) => offices.actAs(agency, role)

/** A draft, and a plan saved but not published; their files are named by the canary too. */
async function plant(): Promise<void> {
  const officer: Actor = { agency: own, post: `${own}-officer`, person: 'p', roles: ['officer'] }
  const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as never
  const services: PlanServices = { ...dothi.plans, read: (bytes) => Promise.resolve(parse(bytes)) }
  const draft = (no: string) => {
    const reading = planReading({
      tasks: [task('1.1', `Nhiệm vụ ${canary} ${no}`)],
      targets: [{ ...target([]), indicator: `Chỉ tiêu ${canary} ${no}` }],
    })
    return { ...reading, document: { ...reading.document, number: no, title: `Kế hoạch ${canary} ${no}` } }
  }
  const put = (no: string) => importDocument(services, officer, bytesOf(draft(no)), `${canary} ${no}.docx`)
  planted.draft = (await put('1')).sha256
  await lawOf(officer).check({ ...check, parameter: 'holidays/days', from: '2025-01-01', note: canary })
  planted.saved = (await put('2')).sha256
  const plans = planUseCases(services)
  for (let version = 0, left = 1; left > 0; version++) {
    const view = await plans.proposal(officer, planted.saved, {})
    left = view.waiting
    if (left > 0)
      await plans.reviewKind(officer, { sha256: planted.saved, version }, view.kind, { kind: 'accept' })
    else planted.plan = (await plans.save(officer, { sha256: planted.saved, version })).plan
  }
}

/** A reading that failed, named by the canary; its job is what an officer tries again or lets go. */
async function plantFailed(): Promise<string> {
  const sha256 = 'e'.repeat(64)
  const id = `import-${sha256}`
  const author = { agency: own, post: `${own}-officer`, person: 'p' }
  const key = { agency: own, id }
  await dothi.record.transact((db) => dropFailedJob(db, key))
  await enqueue(dothi.record, author, { name: 'plan.import' }, { sha256, name: `${canary}.pdf`, size: 1 }, id)
  // Its bytes are on no disk: the server's worker finds nothing to read.
  while ((await dothi.record.read((db) => findJob(db, key)))?.state !== 'failed') await pause(50)
  return sha256
}

// Of the smallest set of the law: its page is rendered for each role in three forms.
const check = {
  parameter: 'holidays/weekly-rest',
  from: '1999-10-02',
  result: 'agrees',
  gazette: 'số 1',
  note: '',
}
const lawOf = ({ agency, post, person }: Actor) =>
  lawUseCases(dothi, () => Promise.resolve({ agency, post, person }))

/** How the value that `check` is about stands for an agency. */
async function standing(agency: string): Promise<string | undefined> {
  const actor: Actor = { agency, post: 'x', person: 'p', roles: [] }
  const { values } = await lawOf(actor).set('holidays', { on: '2026-01-01' as Day }, '')
  return values.find(({ id }) => id === check.parameter)?.now?.standing
}

interface Answer {
  readonly status: number
  readonly text: string
}

interface Asked extends Omit<RequestInit, 'headers'> {
  readonly headers?: Readonly<Record<string, string>>
}

async function ask(path: string, init: Asked = {}): Promise<Answer> {
  const headers = { cookie, origin: new URL(server.public).origin, ...init.headers }
  const answer = await fetch(new URL(path, server.public), { redirect: 'manual', ...init, headers })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  // A workbook is packed: what it holds is looked for in its parts.
  const parts = bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(unzipSync(bytes)) : [bytes]
  return { status: answer.status, text: parts.map((part) => new TextDecoder().decode(part)).join('\n') }
}

/** Every way in which something of an agency comes out, and the right it takes. */
const outputs = (): readonly { readonly path: string; readonly needs: Action; readonly open?: true }[] => {
  const key = encodeURIComponent(planted.plan)
  const draft = `/can-bo/tai-lieu/${planted.draft}`
  return [
    // Whoever may see nothing of it is told what the post may do; plans are listed to those who may read them.
    { path: '/can-bo', needs: 'plan.read', open: true },
    { path: '/can-bo.data', needs: 'plan.read', open: true },
    { path: '/en/can-bo', needs: 'plan.read', open: true },
    { path: draft, needs: 'proposal.read' },
    { path: `${draft}.data`, needs: 'proposal.read' },
    { path: `${draft}?loai=task`, needs: 'proposal.read' },
    { path: `${draft}/luu`, needs: 'proposal.read' },
    { path: `${draft}/tep`, needs: 'document.file' },
    { path: `/can-bo/ke-hoach/${key}`, needs: 'plan.read' },
    { path: `/can-bo/ke-hoach/${key}.data`, needs: 'plan.read' },
    ...exportNames.map((name) => ({
      path: `/can-bo/ke-hoach/${key}/xuat/${name}`,
      needs: 'record.export' as const,
    })),
    { path: '/can-bo/phap-luat/holidays', needs: 'law.read' },
    { path: '/can-bo/phap-luat/holidays.data', needs: 'law.read' },
    { path: '/en/can-bo/phap-luat/holidays', needs: 'law.read' },
    { path: '/api/can-bo/tai-lieu', needs: 'proposal.read' },
    { path: `/api/can-bo/tai-lieu/${planted.draft}?kind=task`, needs: 'proposal.read' },
    { path: '/api/can-bo/ke-hoach', needs: 'plan.read' },
  ]
}

const withoutIds = (text: string) =>
  text.replaceAll(/[0-9a-f]{64}|[0-9a-f-]{36}|nonce[^ ]+|"[\w+/]{22}=="/g, '').replaceAll(/\s+/g, ' ')

describe.each(roleSchema.options)('%s', (role) => {
  test('of the own agency, each output holds a draft exactly where the table of rights says so', async () => {
    await actAs(own, role)
    for (const { path, needs, open } of outputs()) {
      const { text, status } = await ask(path)
      expect([path, text.includes(canary)]).toEqual([path, rights[role].includes(needs)])
      if (!rights[role].includes(needs)) expect([path, status]).toEqual([path, open ? 200 : 403])
    }
  })

  test('of the own agency, the page of a draft has the buttons to decide exactly where the post may', async () => {
    await actAs(own, role)
    const { text } = await ask(`/can-bo/tai-lieu/${planted.draft}?loai=task`)
    const buttons = [/name="intent" value="accept(-kind)?"/, /[?;]viec=(sua|bo|bo-ca)/].map((one) =>
      one.test(text),
    )
    expect(buttons).toEqual([1, 2].map(() => rights[role].includes('proposal.review')))
  })

  test('of another agency, no output holds anything of it, and a refusal does not tell that it is there', async () => {
    await actAs(other, role)
    for (const { path } of outputs()) {
      const there = await ask(path)
      expect([path, there.text.includes(canary)]).toEqual([path, false])
      const key = encodeURIComponent(planted.plan)
      const nowhere = await ask(path.replace(planted.draft, unknown).replace(key, 'khong-co'))
      expect([path, nowhere.status]).toEqual([path, there.status])
      if (there.status !== 200)
        expect(withoutIds(nowhere.text)).toBe(withoutIds(there.text).replaceAll(key, 'khong-co'))
    }
  })

  test.each([own, other])(
    'of %s, a step is taken only with the right, and a refusal changes nothing',
    async (agency) => {
      await actAs(agency, role)
      const allowed = agency === own && rights[role].includes('proposal.review')
      const officer: Actor = { agency: own, post: 'x', person: 'p', roles: ['officer'] }
      const plans = planUseCases(dothi.plans)
      const { version } = await plans.proposal(officer, planted.draft, {})
      const step = { kind: 'accept', ids: ['task:1.1'] }
      const answer = await ask(`/api/can-bo/tai-lieu/${planted.draft}/buoc`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ version, step }),
      })
      expect(answer.status).toBe(allowed ? 200 : rights[role].includes('proposal.review') ? 404 : 403)
      expect(answer.text).not.toContain(canary)
      expect((await plans.proposal(officer, planted.draft, {})).version).toBe(allowed ? version + 1 : version)
    },
  )
})

describe.each(roleSchema.options)('%s', (role) => {
  test('is offered the form to import exactly where it may, else told who may or what it may do', async () => {
    await actAs(own, role)
    const { text } = await ask('/can-bo')
    expect(text.includes('name="tep"')).toBe(rights[role].includes('document.import'))
    if (rights[role].includes('document.import')) return
    expect(text).toMatch(
      rights[role].includes('proposal.read') ? /được nhập: Vị trí clerk; Vị trí officer/ : /Vị trí này được:/,
    )
  })

  test.each([own, other])(
    'of %s, a failed reading is tried again or let go only with the right to import, and only the own one',
    async (agency) => {
      const sha256 = await plantFailed()
      await actAs(agency, role)
      const key = { agency: own, id: `import-${sha256}` }
      const step = (viec: string) =>
        ask('/can-bo?index', { method: 'POST', body: new URLSearchParams({ viec, sha256 }) })
      const right = rights[role].includes('document.import')
      for (const viec of ['doc-lai', 'bo']) {
        const before = await dothi.record.read((db) => findJob(db, key))
        const { status, text } = await step(viec)
        expect([viec, status]).toEqual([viec, right ? (agency === own ? 302 : 404) : 403])
        if (agency !== own) expect(text).not.toContain(canary)
        if (!right || agency !== own)
          expect(await dothi.record.read((db) => findJob(db, key))).toEqual(before)
        else if (viec === 'doc-lai')
          while ((await dothi.record.read((db) => findJob(db, key)))?.state !== 'failed') await pause(50)
        else expect(await dothi.record.read((db) => findJob(db, key))).toBeUndefined()
      }
    },
  )
})

test.each(roleSchema.options)(
  '%s holds a value of the law against the gazette only with the right, and for the own agency alone',
  async (role) => {
    await actAs(other, role)
    const allowed = rights[role].includes('law.check')
    const post = (values: Readonly<Record<string, string>>) =>
      ask('/can-bo/phap-luat/holidays', { method: 'POST', body: new URLSearchParams(values) })
    expect((await post({ step: 'check', ...check })).status).toBe(allowed ? 302 : 403)
    expect([await standing(other), await standing(own)]).toEqual([
      allowed ? 'verified' : 'unverified',
      'unverified',
    ])
    const back = await post({ step: 'take-back', ...check, reason: 'thử' })
    expect(back.status).toBe(allowed ? 302 : 403)
    expect(await standing(other)).toBe('unverified')
  },
)

describe('anyone at all', () => {
  test('without a session every staff output is closed, whether the thing exists or not', async () => {
    for (const { path } of outputs()) {
      const answer = await ask(path, { headers: { cookie: '' } })
      expect([path, answer.status]).toEqual([path, 401])
      expect(answer.text).not.toContain(canary)
    }
  })

  test('no public page, file, search, count or error holds a draft', async () => {
    const edition = await dothi.editions.current('plan')
    const paths = [
      ...Object.keys(edition?.manifest.files ?? {}).map((path) => `/${path}`),
      `/tim?q=${encodeURIComponent(canary)}`,
      `/en/search?q=${encodeURIComponent(canary)}`,
      `/nhiem-vu/loc?q=${encodeURIComponent(canary)}`,
      `/nhiem-vu/${encodeURIComponent(canary)}`,
      '/openapi.json',
      '/readyz',
      '/metrics',
    ]
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) {
      const { text } = await ask(path, { headers: { cookie: '' } })
      // What was asked for is shown to whoever asked; what was not asked for must not come.
      expect([path, text.includes('báo động 1') || text.includes('báo động 2')]).toEqual([path, false])
      expect([path, text.includes(planted.draft)]).toEqual([path, false])
    }
  })
})
