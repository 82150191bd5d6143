import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dothi } from '../../src/app/compose.ts'
import type { Serving } from '../../src/app/serve.ts'
import type { Day } from '../../src/domain/day.ts'
import { encodeWkb } from '../../src/domain/geometry/index.ts'
import { rights, roleSchema, type Action, type Actor, type Role } from '../../src/features/office/index.ts'
import { insertEntries, registerUseCases, type NewEntry } from '../../src/features/registers/index.ts'
import { openTwoOffices, other, own, type TwoOffices } from '../support/two-offices.ts'

/** Words that stand nowhere but in an internal and in a restricted entry of the agency `co-quan-chinh`. */
const canary = { internal: 'bạch yến nội bộ', restricted: 'hoàng yến hạn chế' }
/** Where the restricted one lies, and nothing else. */
const far = 904_321
const register = 'public-facilities'
const base = `/api/can-bo/lop-du-lieu`
/** Of the example's record; asked for, numbers come as they are kept. */
const plane = 'crs=vn2000-tm3-108-00'

let offices: TwoOffices
let server: Serving
let dothi: Dothi
let cookie = ''
const planted = { internal: '', restricted: '' }
let revision = 0

beforeAll(async () => {
  offices = await openTwoOffices()
  ;({ server, dothi, cookie } = offices)
  const engineer: Actor = { agency: own, post: `${own}-engineer`, person: 'p', roles: ['engineer'] }
  const cases = registerUseCases(dothi.registers)
  for (const disclosure of ['internal', 'restricted'] as const) {
    const at = disclosure === 'restricted' ? far : 500_000
    const draft = {
      stage: 'existing',
      status: null,
      disclosure,
      source: { made: 'hand', name: canary[disclosure] },
      geometry: encodeWkb({ type: 'Point', coordinates: [at, at] }),
      properties: { name: canary[disclosure], kind: 'market' },
    } as const
    const given = { from: '2026-01-01' as Day, draft }
    ;({ id: planted[disclosure], revision } = await cases.insert(engineer, register, given, {
      reason: 'thử',
    }))
  }
})
afterAll(() => offices.close())
const actAs = (agency: string, role: Role) => offices.actAs(agency, role)

async function ask(path: string, json?: unknown, session = cookie) {
  const answer = await fetch(new URL(path, server.public), {
    redirect: 'manual',
    method: json === undefined ? 'GET' : 'POST',
    headers: {
      cookie: session,
      origin: new URL(server.public).origin,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  return { status: answer.status, text: await answer.text() }
}

/** Every way in which entries come out by the API. */
const outputs = () => [
  `${base}?${plane}`,
  `${base}/${register}/doi-tuong?${plane}`,
  `${base}/${register}/doi-tuong?q=${encodeURIComponent('yen')}&sort=-name&where=${encodeURIComponent('kind=market')}`,
  `${base}/${register}/doi-tuong?${plane}&bbox=${far},${far},${far},${far}`,
  `${base}/doi-tuong?${plane}&point=${far},${far}`,
  `${base}/doi-tuong?${plane}&bbox=0,0,${far},${far}`,
  `${base}/${register}/doi-tuong?${plane}&known=${revision}`,
  `${base}/${register}/doi-tuong/${planted.internal}?${plane}`,
  `${base}/${register}/doi-tuong/${planted.restricted}?${plane}`,
]

/** Anything by which the restricted entry could be told: its words, its id, its place, its being counted. */
const tells = (text: string) =>
  [canary.restricted, String(far), '"count":2'].filter((one) => text.includes(one))

const versions = () =>
  dothi.record.read((db) =>
    db.selectFrom('entry_version').select(['id', 'valid_to', 'revision_to']).execute(),
  )

describe.each(roleSchema.options)('%s', (role) => {
  const allowed = (action: Action) => rights[role].includes(action)

  test('of the own agency sees entries exactly where the table of rights says so', async () => {
    await actAs(own, role)
    for (const path of outputs()) {
      const { status, text } = await ask(path)
      if (!allowed('register.read')) expect([path, status]).toEqual([path, 403])
      if (!allowed('register.restricted')) expect([path, tells(text)]).toEqual([path, []])
    }
    const { text } = await ask(`${base}/${register}/doi-tuong`)
    expect(text.includes(canary.internal)).toBe(allowed('register.read'))
    expect(text.includes(canary.restricted)).toBe(allowed('register.restricted'))
    const gone = await ask(`${base}/${register}/doi-tuong/${planted.restricted}`)
    const never = await ask(`${base}/${register}/doi-tuong/${'0'.repeat(24)}`)
    if (!allowed('register.restricted')) expect(gone.status).toBe(never.status)
  })

  test('of another agency sees nothing of it', async () => {
    await actAs(other, role)
    for (const path of outputs()) {
      const { text } = await ask(path)
      expect([path, tells(text), text.includes(canary.internal)]).toEqual([path, [], false])
    }
  })

  test.each([own, other])(
    'of %s writes only with the right, and a refusal changes nothing',
    async (agency) => {
      await actAs(agency, role)
      const before = await versions()
      const entry = {
        stage: 'existing',
        source: 'x',
        geometry: null,
        properties: { name: 'x', kind: 'market' },
      }
      const document = { number: '1', issuer: 'x', issuedOn: '2026-01-01' }
      const at = `${base}/${register}`
      const steps: readonly [Action, string, object][] = [
        [
          'register.edit',
          `${at}/doi-tuong/${planted.restricted}/ket-thuc`,
          { reason: 'x', day: '2027-01-01' },
        ],
        [
          'register.edit',
          `${at}/doi-tuong/${planted.restricted}/sua`,
          { reason: 'x', entry, when: { correctedOn: '2026-02-01' } },
        ],
        ['register.release', `${at}/cong-bo`, { document, entries: [planted.restricted] }],
        ['register.undo', `${at}/hoan-tac`, { revision, reason: 'x' }],
      ]
      for (const [action, path, json] of steps) {
        if (agency === own && allowed(action) && allowed('register.restricted')) continue
        const { status, text } = await ask(path, json)
        expect([path, status >= 400, tells(text)]).toEqual([path, true, []])
        if (!allowed(action)) expect([path, status]).toEqual([path, 403])
      }
      expect(await versions()).toEqual(before)
    },
  )
})

test('without a session every address is closed, and the public description does not name them', async () => {
  for (const path of outputs()) expect((await ask(path, undefined, '')).status).toBe(401)
  expect((await ask('/openapi.json', undefined, '')).text).not.toContain('lop-du-lieu')
})

test('what an officer sends is refused in words where it is not right', async () => {
  await actAs(own, 'officer')
  const at = `${base}/${register}/doi-tuong`
  for (const query of [
    'bbox=1,2,3',
    'bbox=9,9,1,1',
    'where=owner%3Dx',
    'sort=owner',
    'after=zz',
    'on=2026-02-30',
    'limit=0',
  ])
    expect([query, (await ask(`${at}?${query}`)).status]).toEqual([query, 400])
  const entry = { stage: 'existing', source: 'x', properties: { name: 'x', kind: 'market' } }
  const sent = (over: object) => ask(at, { reason: 'x', from: '2026-01-01', entry: { ...entry, ...over } })
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]
  for (const geometry of [
    { type: 'Point', coordinates: ['a', 1] },
    { type: 'Polygon', coordinates: [ring] },
    { type: 'GeometryCollection', coordinates: [] },
  ])
    expect((await sent({ geometry })).status).toBe(400)
  expect((await sent({ geometry: null })).status).toBe(422)
  expect((await sent({ geometry: null, disclosure: 'public' })).status).toBe(400)
  const inPlane = { crs: 'vn2000-tm3-108-00', geometry: { type: 'Point', coordinates: [1, 2] } }
  const { status, text } = await sent(inPlane)
  expect([status, text]).toEqual([200, expect.stringContaining('revision')])
  expect((await ask(`${at}?${plane}&bbox=0,0,3,3&geometry=true`)).text).toContain('"coordinates":[1,2]')
})

test('places are asked for and told in the coordinates that the question names, degrees by default', async () => {
  await actAs(own, 'officer')
  const at = `${base}/${register}/doi-tuong`
  const entry = { stage: 'existing', source: 'x', properties: { name: 'Chợ theo độ', kind: 'market' } }
  const geometry = { type: 'Point', coordinates: [108.95, 14.8] }
  const sent = { reason: 'x', from: '2026-01-01', entry: { ...entry, geometry } }
  expect((await ask(at, sent)).status).toBe(200)
  const here = 'bbox=108.9,14.7,109,14.9'
  const degrees = JSON.parse((await ask(`${base}/doi-tuong?${here}`)).text)
  expect(degrees.crs).toMatchObject({
    id: 'CRS84',
    axes: ['longitude', 'latitude'],
    operation: { id: 'official' },
  })
  const [found] = degrees.items
  expect(found).toMatchObject({ register, label: 'Chợ theo độ', geometry: { type: 'Point' } })
  expect(found.geometry.coordinates[0]).toBeCloseTo(108.95, 8)
  const metres = JSON.parse((await ask(`${at}/${found.id}?${plane}`)).text)
  expect(metres.crs).toMatchObject({ axes: ['east', 'north'], unit: 'metre', operation: null })
  const [east, north] = metres.versions[0].geometry.coordinates
  const exact = `${base}/doi-tuong?${plane}&point=${east},${north}`
  expect(JSON.parse((await ask(exact)).text).items).toHaveLength(1)
  // What is no place in these coordinates, no coordinates, or neither point nor box, is told.
  for (const query of ['point=578424,1633280', 'crs=EPSG:5898&point=1,2', `${here}&point=1,2`, ''])
    expect([query, (await ask(`${base}/doi-tuong?${query}`)).status]).toEqual([query, 400])
  const described = JSON.parse((await ask('/api/can-bo/openapi.json')).text)
  const parameters = described.paths[`${base}/doi-tuong`].get.parameters as { name: string }[]
  expect(parameters.map(({ name }) => name)).toEqual(['on', 'known', 'crs', 'bbox', 'point', 'limit'])
  expect((await ask('/api/can-bo/openapi.json', undefined, '')).status).toBe(401)
})

test('parcels that share a key are listed for officers, on a page and for programs, and not for others', async () => {
  const lots = [1, 2].map((sourceKey): NewEntry => {
    const source = { made: 'file', name: 'Bản đồ thử' } as const
    const place = encodeWkb({ type: 'Point', coordinates: [7, 7] })
    const rest = { disclosure: 'internal', releasedBy: null, stage: 'existing', status: null } as const
    const properties = { unit: 'Phổ Thử', sheet: 0, number: 0, mapYear: 2020 }
    return {
      id: `khoa-${sourceKey}`,
      source: 'thu',
      sourceKey: String(sourceKey),
      from: '2026-01-01' as Day,
      value: { ...rest, accuracy: 1, source, label: 'Tờ 0, thửa 0', geometry: place, properties },
    }
  })
  const author = { agency: own, post: `${own}-engineer`, person: 'p' }
  await dothi.record.commit(author, 'thử', (commit) => insertEntries(commit, 'parcels', lots))
  await actAs(own, 'officer')
  const { lists } = JSON.parse((await ask(`${base}/parcels/khoa`)).text)
  expect(lists).toMatchObject([
    {
      fields: ['unit', 'sheet', 'number', 'mapYear'],
      groups: [{ values: ['Phổ Thử', 0, 0, 2020], count: 2, nought: true, entries: ['khoa-1', 'khoa-2'] }],
    },
    { fields: ['nationalCode'], total: 0 },
  ])
  const page = await ask('/can-bo/so-bo/parcels/khoa')
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('Phổ Thử')])
  expect(page.text).toContain('loc-sheet=0&amp;loc-number=0')
  await actAs(other, 'officer')
  expect((await ask(`${base}/parcels/khoa`)).text).not.toContain('Phổ Thử')
  expect((await ask('/can-bo/so-bo/parcels/khoa')).text).not.toContain('Phổ Thử')
})
