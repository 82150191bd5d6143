import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dothi } from '../../src/app/compose.ts'
import type { Serving } from '../../src/app/serve.ts'
import { rights, roleSchema, type Actor, type Role } from '../../src/features/office/index.ts'
import { importUseCases } from '../../src/features/registers/index.ts'
import { zone } from '../support/import-desk.ts'
import { openTwoOffices, other, own, type TwoOffices } from '../support/two-offices.ts'

/** A word that stands nowhere but in a file imported by the agency `co-quan-chinh`. */
const canary = 'chim xanh nội bộ'
const base = '/api/can-bo/lop-du-lieu'

let offices: TwoOffices
let server: Serving
let dothi: Dothi
let cookie = ''
let id = ''

const map = (name: string) =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [zone(1, 'ODT', { properties: { code: 'ODT', name } }), { ...zone(2, 'CX'), geometry: null }],
    }),
  )

beforeAll(async () => {
  offices = await openTwoOffices()
  ;({ server, dothi, cookie } = offices)
  await actAs(own, 'engineer')
  const sent = await ask(
    `${base}/planning-zones/nhap?name=${encodeURIComponent(`${canary}.geojson`)}`,
    map(canary),
  )
  ;({ id } = JSON.parse(sent.text) as { id: string })
  while ((await ask(`${base}/nhap/${id}`)).text.includes('"state":"waiting"'));
})
afterAll(() => offices.close())
const actAs = (agency: string, role: Role) => offices.actAs(agency, role)

/** What the form of the page posts. */
function formWithFile(): FormData {
  const form = new FormData()
  form.set('lop', 'planning-zones')
  form.set('tep', new File([new Uint8Array(map('x'))], 'x.geojson'))
  return form
}

async function ask(path: string, body?: Buffer | object, as = cookie) {
  const headers: Record<string, string> = { cookie: as, origin: new URL(server.public).origin }
  const json = body !== undefined && !Buffer.isBuffer(body) && !(body instanceof FormData)
  if (json) headers['content-type'] = 'application/json'
  const answer = await fetch(new URL(path, server.public), {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    ...(body !== undefined && { body: bytesOf(body) }),
    redirect: 'manual',
  })
  return { status: answer.status, text: await answer.text() }
}

function bytesOf(body: Buffer | object): BodyInit {
  if (body instanceof FormData) return body
  return Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body)
}

/** What staff pages and the map beside them are made of. */
const pages = () => [
  '/can-bo/nhap-ban-do',
  '/can-bo/nhap-ban-do?lop=planning-zones',
  ...['', '/anh-xa', '/van-de', '/khac-biet', '/hinh', '/hinh?ve=khac-biet'].map(
    (path) => `/can-bo/nhap-ban-do/${id}${path}`,
  ),
]
const outputs = () => [
  `${base}/planning-zones/nhap`,
  `${base}/nhap/${id}`,
  `${base}/nhap/${id}/van-de`,
  `${base}/nhap/${id}/khac-biet`,
]
const steps = (): readonly (readonly [path: string, body: object | Buffer])[] => [
  [`${base}/planning-zones/nhap?name=x.geojson`, map('x')],
  [`${base}/nhap/${id}/chap-nhan`, { all: true }],
  [`${base}/nhap/${id}/bo`, { all: true }],
  [`${base}/nhap/${id}/sua`, { code: 'value-missing' }],
  [`${base}/nhap/${id}/anh-xa`, { name: 'x' }],
]

test('a file that was sent is read by the worker, with its issues a page at a time and told in words', async () => {
  await actAs(own, 'engineer')
  const { text } = await ask(`${base}/nhap/${id}`)
  expect(JSON.parse(text)).toMatchObject({
    state: 'taken',
    name: `${canary}.geojson`,
    summary: { entries: 1 },
  })
  const page = JSON.parse((await ask(`${base}/nhap/${id}/van-de?limit=1`)).text) as {
    issues: { text: object }[]
    next: number
  }
  expect(page.issues).toHaveLength(1)
  expect(page.issues[0]?.text).toMatchObject({ vi: expect.any(String), en: expect.any(String) })
  expect(page.next).toBe(1)
})

describe.each(roleSchema.options)('%s', (role) => {
  const may = rights[role].includes('register.import')
  // Who takes an import back has to see what that is.
  const sees = may || rights[role].includes('register.undo')

  test('of the own agency sees and does imports exactly where the table of rights says so', async () => {
    await actAs(own, role)
    for (const path of outputs()) {
      const { status, text } = await ask(path)
      expect([path, status]).toEqual([path, sees ? 200 : 403])
      if (!sees) expect(text).not.toContain(canary)
    }
    for (const path of pages()) {
      const { status, text } = await ask(path)
      const list = !path.includes(id)
      expect([path, status]).toEqual([path, sees || list ? 200 : 403])
      if (!sees) expect([path, text.includes(canary)]).toEqual([path, false])
      if (path.endsWith('/anh-xa')) expect([path, text.includes('value="read"')]).toEqual([path, may])
      // Who may not import is told in words, and has no form.
      if (list) expect([path, text.includes('multipart/form-data')]).toEqual([path, may])
    }
    if (may) return
    expect((await ask('/can-bo/nhap-ban-do', formWithFile())).status).toBe(403)
    for (const [path, body] of steps()) expect([path, (await ask(path, body)).status]).toEqual([path, 403])
  })

  test('of another agency finds nothing of it', async () => {
    await actAs(other, role)
    for (const path of outputs()) {
      const { status, text } = await ask(path)
      expect([path, text.includes(canary)]).toEqual([path, false])
      if (path.includes(id)) expect([path, status]).toEqual([path, sees ? 404 : 403])
    }
    for (const path of pages()) {
      const { status, text } = await ask(path)
      expect([path, text.includes(canary)]).toEqual([path, false])
      if (path.includes(id)) expect([path, status]).toEqual([path, sees ? 404 : 403])
    }
    for (const [path, body] of steps().slice(1))
      expect([path, (await ask(path, body)).status]).toEqual([
        path,
        rights[role].includes('register.import') ? 404 : 403,
      ])
  })
})

test('without a session every address is closed, and the public description does not name them', async () => {
  for (const path of outputs()) expect((await ask(path, undefined, '')).status).toBe(401)
  for (const path of pages()) expect((await ask(path, undefined, '')).text).not.toContain(canary)
  for (const [path, body] of steps()) expect((await ask(path, body, '')).status).toBe(401)
})

test('nobody but who may take back an import does: a leader finds it in the list, sees what it holds, and does', async () => {
  const engineer: Actor = { agency: own, post: `${own}-engineer`, person: 'p', roles: ['engineer'] }
  const state = async () => (await importUseCases(dothi.imports).import(engineer, id)).state
  await actAs(own, 'clerk')
  expect((await ask(`${base}/nhap/${id}/hoan-tac`, { reason: 'x' })).status).toBe(403)
  expect(await state()).toBe('taken')
  await actAs(own, 'leader')
  expect((await ask('/can-bo/nhap-ban-do')).text).toContain(`/can-bo/nhap-ban-do/${id}`)
  expect((await ask(`/can-bo/nhap-ban-do/${id}`)).text).toContain('name="reason"')
  expect((await ask(`${base}/nhap/${id}/hoan-tac`, { reason: 'nhập nhầm' })).status).toBe(200)
  await expect.poll(state, { timeout: 20_000 }).toBe('undone')
})
