import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleFolder, startServer, type TestServer } from '../server.ts'

let folder: Awaited<ReturnType<typeof exampleFolder>>
let server: TestServer
beforeAll(async () => {
  folder = await exampleFolder()
  server = await startServer(folder.data)
})
afterAll(async () => {
  await server.stop()
  await folder.remove()
})

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.public}${path}`, { headers })
const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>

describe('the public API reads the edition alone', () => {
  interface Described {
    readonly openapi: string
    readonly paths: Readonly<Record<string, { readonly get?: { readonly summary?: string } }>>
  }

  /** What addresses that answer a question are asked. */
  const questions: Readonly<Record<string, string>> = {
    '/api/search': '?q=do+thi',
    '/api/units': '?q=pho+nhon&on=2025-07-01',
    '/api/units/crosswalk': '?from=2025-06-30&to=2025-07-01',
  }

  test('every address of the description answers, and says that the example is an illustration', async () => {
    const described = (await json(await ask('openapi.json'))) as unknown as Described
    expect(described.openapi).toBe('3.0.3')
    const paths = Object.keys(described.paths)
    expect(paths).toContain('/api/tasks.json')
    for (const path of paths) {
      const address = path.slice(1).replace('{collection}', 'plan')
      const answer = await ask(`${address}${questions[path] ?? ''}`)
      expect(answer.status, path).toBe(200)
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const parts = path.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes]
      expect(parts.map((part) => strFromU8(part)).join(), path).toContain('DỮ LIỆU MINH HỌA')
    }
  })

  test('registers that a document released are there as GeoJSON, labelled and open to other pages; the others are not', async () => {
    const { registers } = (await json(await ask('api/map.json'))) as {
      registers: { id: string; file: string }[]
    }
    expect(registers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['plans', 'planning-zones', 'heritage']),
    )
    const answer = await ask('du-lieu/planning-zones.geojson')
    expect([answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin')]).toEqual([
      'application/geo+json',
      '*',
    ])
    const zones = (await json(answer)) as {
      notice: string
      features: { geometry: { coordinates: number[][][] } }[]
    }
    expect([zones.notice, zones.features.length]).toEqual(['DỮ LIỆU MINH HỌA', 322])
    const [lon = 0, lat = 0] = zones.features[0]?.geometry.coordinates[0]?.[0] ?? []
    expect([Math.floor(lon), Math.floor(lat)]).toEqual([108, 14])
    for (const id of ['parcels', 'underground-works', 'plans-in-preparation', 'control-points'])
      expect((await ask(`du-lieu/${id}.geojson`)).status, id).toBe(404)
  })

  test('what is only for staff is not described', async () => {
    for (const path of ['openapi.json', 'mo-ta-api', 'en/mo-ta-api'])
      expect(await (await ask(path)).text(), path).not.toContain('can-bo/')
  })

  test('a question without tone marks finds what the plan says with them', async () => {
    const found = await json(await ask('api/search?q=dat+chuan+do+thi&limit=1'))
    expect(found['results']).toHaveLength(1)
    expect(JSON.stringify(found['results'])).toContain('đô thị')
    expect((await ask('api/search?q=')).status).toBe(400)
    expect((await ask('api/search?q=a&limit=1000')).status).toBe(400)
  })

  test('a link that was shared with a tracking mark opens the same file', async () => {
    const plain = await ask('nhiem-vu')
    const shared = await ask('nhiem-vu?fbclid=x')
    expect(shared.headers.get('etag')).toBe(plain.headers.get('etag'))
  })
})

describe('the staff API asks who acts', () => {
  test('nobody without a session, nothing without a post, then what the post may', async () => {
    const refused = await ask('api/can-bo/tai-lieu')
    expect(refused.status).toBe(401)
    expect(await json(refused)).toMatchObject({ code: 'sign-in-needed' })
    const entered = await fetch(server.staff, { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await ask('api/can-bo/tai-lieu', { cookie })).status).toBe(403)

    const choose = (post: string) =>
      fetch(`${server.public}can-bo/vi-tri`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: new URL(server.public).origin },
        body: new URLSearchParams({ post }),
      })
    await choose('van-phong-thi-uy')
    const documents = await json(await ask('api/can-bo/tai-lieu', { cookie }))
    expect(documents['documents']).toHaveLength(1)
    const plans = await json(await ask('api/can-bo/ke-hoach', { cookie }))
    expect(plans['plans']).toHaveLength(1)
    expect((await ask('api/can-bo/ke-hoach?on=30-02-2026', { cookie })).status).toBe(400)

    await choose('giam-sat')
    expect((await ask('api/can-bo/tai-lieu', { cookie })).status).toBe(403)
  })
})
