import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dothi, exampleFolder } from '../server.ts'

let folder: Awaited<ReturnType<typeof exampleFolder>>
let out = ''
beforeAll(async () => {
  folder = await exampleFolder()
  out = join(await mkdtemp(join(tmpdir(), 'dothi-out-')), 'công bố')
})
afterAll(async () => {
  await folder.remove()
  await rm(join(out, '..'), { recursive: true, force: true })
})

const run = (...args: string[]) => dothi(args, folder.data).ended

test('the example town passes the gate as it ships, and its editions leave as a copy that proves itself', async () => {
  const published = await run('publish', '--out', out, '--json')
  expect(published.code, published.err).toBe(0)
  const { editions } = JSON.parse(published.out) as {
    editions: { collection: string; id: string; changed: boolean }[]
  }
  // The first editions were made with the town: publishing says nothing new.
  expect(editions.map(({ collection, changed }) => [collection, changed])).toEqual([
    ['plan', false],
    ['territory', false],
    ['map', false],
  ])
  const whole = await run('verify', out, '--json')
  expect([whole.code, JSON.parse(whole.out)]).toMatchObject([0, { whole: true, faults: [] }])

  const map = editions.find(({ collection }) => collection === 'map')?.id ?? ''
  const zones = join(out, 'map', map, 'files', 'du-lieu', 'planning-zones.geojson')
  const text = await readFile(zones, 'utf8')
  expect(JSON.parse(text)).toMatchObject({ notice: 'DỮ LIỆU MINH HỌA', features: { length: 322 } })
  // Parcels were not released: no file has a byte of them.
  expect(
    Object.keys(JSON.parse(await readFile(join(out, 'map', map, 'manifest.json'), 'utf8')).files),
  ).not.toContain('du-lieu/parcels.geojson')
  await appendFile(zones, ' ')
  const altered = await run('verify', out)
  expect([altered.code, altered.out]).toEqual([
    1,
    expect.stringContaining('planning-zones.geojson: đã bị sửa'),
  ])
})

test('an edition is withdrawn with its reason, and the next one replaces it', async () => {
  const [wrong = ''] = await readdir(join(folder.data, 'editions', 'map'))
  expect((await run('withdraw', 'map', wrong, '--why', 'Sai ranh giới')).code).toBe(0)
  const again = await run('publish', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ editions: [{}, {}, { collection: 'map', changed: true }] })
})
