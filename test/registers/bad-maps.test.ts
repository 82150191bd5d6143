import { Buffer } from 'node:buffer'
import { constants, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { registerUseCases, type ImportServices } from '../../src/features/registers/index.ts'
import { engineer, importDesk, today, zone } from '../support/import-desk.ts'
import { workshop } from '../engines.ts'

const { open, cleanUp } = workshop('sqlite')

/** A file that was brought, and the codes of what it lists; nothing but a sentence may come of a bad one. */
async function brought(bytes: Uint8Array, name: string, bounds?: ImportServices['bounds']) {
  const desk = await importDesk(await open(), [], bounds)
  const view = await desk.bringBytes(bytes, { name })
  const { issues } = await desk.cases.issues(engineer, view.id, { limit: 1000 })
  const found = { view, codes: new Set<string>(issues.map(({ code }) => code)), labels: await desk.labels() }
  await cleanUp()
  return found
}

const json = (features: readonly object[]) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
const area = (id: number, coordinates: unknown) =>
  zone(id, 'ODT', { geometry: { type: 'Polygon', coordinates } })
const [x, y] = [108.95, 14.78]
const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]

test('a file that is cut off, or is none, is refused in words, and nothing of it is in the record', async () => {
  const whole = json([zone(1, 'ODT'), zone(2, 'CX')])
  for (const [bytes, name] of [
    [whole.subarray(0, whole.length - 40), 'cut.geojson'],
    [Buffer.from('PK\u0003\u0004 nothing'), 'cut.zip'],
    [Buffer.alloc(5000, 7), 'noise.shp'],
  ] as const) {
    const { view, labels } = await brought(bytes, name)
    expect([name, view.state, labels]).toEqual([name, 'failed', []])
    expect(view.fault?.vi).toMatch(/tệp|Tệp|Bản đồ|bản đồ/)
  }
})

test('rings that cross themselves or lie in each other are taken as they are and listed with their place', async () => {
  const bow = [
    [x, y],
    [x + 0.001, y + 0.001],
    [x + 0.001, y],
    [x, y + 0.0012],
    [x, y],
  ]
  const nested = [
    square(x + 0.01, y, 0.004),
    square(x + 0.011, y + 0.001, 0.002),
    square(x + 0.0115, y + 0.0015, 0.0005),
  ]
  const { view, codes, labels } = await brought(json([area(1, [bow]), area(2, nested)]), 'rings.geojson')
  expect(view.state).toBe('taken')
  expect(codes).toContain('geometry-invalid')
  expect(labels).toHaveLength(2)
})

test('coordinates that are no numbers are left out and counted, the rest comes in', async () => {
  const features = [1, 2, 3, 4].map((id) => zone(id, 'ODT'))
  const numbers = [undefined, '1e999', 'NaN', '-Infinity'].values()
  const bad = json(features)
    .toString()
    .replaceAll(/(?<=\[\[\[)[^,]+/g, (found) => numbers.next().value ?? found)
  const { view, labels, codes } = await brought(Buffer.from(bad), 'infinite.geojson')
  expect(view.summary?.sums).toMatchObject({ features: 4, entries: 1, left: 3 })
  expect(labels).toEqual(['ODT Ô 1'])
  expect(codes).toContain('geometry-refused')
})

test('points and lines in a register of areas are told, not dropped in silence', async () => {
  const point = zone(2, 'CX', { geometry: { type: 'Point', coordinates: [x, y] } })
  const line = zone(3, 'CX', {
    geometry: {
      type: 'LineString',
      coordinates: [
        [x, y],
        [x + 0.001, y],
      ],
    },
  })
  const { view, codes } = await brought(json([zone(1, 'ODT'), point, line]), 'mixed.geojson')
  const { features, entries, lines, labels, left } = view.summary!.sums
  expect([features, entries + lines + labels + left]).toEqual([3, 3])
  expect(codes.size).toBeGreaterThan(0)
})

test('numbers in another system than the file says are asked about, and a person can say which', async () => {
  const metres = area(1, [square(599_000, 1_634_000, 100)])
  const { view, codes } = await brought(json([metres]), 'metres.geojson')
  expect([view.state, [...codes].some((code) => code.startsWith('crs-'))]).toEqual(['taken', true])
})

/** A zip of one file that says how large it is, and is as large as `megabytes`: one block of nothing, over and over. */
function bomb(megabytes: number, said: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * 1_048_576), {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  })
  const data = Buffer.concat([...Array<Buffer>(megabytes / 16).fill(block), Buffer.from([3, 0])])
  const name = Buffer.from('thua.dbf')
  const both = Buffer.alloc(22)
  both.writeUInt16LE(8, 4)
  both.writeUInt32LE(data.length, 12)
  both.writeUInt32LE(said, 16)
  both.writeUInt16LE(name.length, 20)
  const local = Buffer.concat([
    Buffer.from('PK\u0003\u0004\u0014\0'),
    both.subarray(2),
    Buffer.alloc(2),
    name,
    data,
  ])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\0\u0014\0'),
    both.subarray(2),
    Buffer.alloc(16),
    name,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

describe('what would stop the machine is refused in words, and nothing of it is in the record', () => {
  test.each([
    ['4 GB in 4 MB that says so', 4096, 0xffff_fff0],
    ['4 GB in 4 MB that says a kilobyte', 4096, 1024],
  ])('%s', async (_, megabytes, said) => {
    const bytes = bomb(megabytes, said)
    expect(bytes.length).toBeLessThan(4.2 * 1_048_576)
    const { view, labels } = await brought(bytes, 'bom.zip')
    expect([view.state, view.fault?.code, labels]).toEqual(['failed', 'map-archive', []])
    expect(view.fault?.vi).not.toContain('…')
  })

  const long = process.env['DOTHI_LONG'] === '1'

  test('more than the memory that a reader has', async () => {
    const run = `[${x},${y}],`.repeat(long ? 9_000_000 : 1_500_000)
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[${run}[${x},${y}]]}}]}`
    const bounds = long ? undefined : { memoryMb: 100 }
    const { view, labels } = await brought(Buffer.from(text), 'lon.geojson', bounds)
    expect([view.state, view.fault?.code, labels]).toEqual(['failed', 'map-memory', []])
  })

  /** A round area of so many corners, two hundred metres across. */
  const round = (corners: number) => {
    const ring = Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners
      return [x + 0.001 * Math.cos(angle), y + 0.001 * Math.sin(angle)]
    })
    return [...ring, ring[0]]
  }

  test('an area of a million corners is taken whole; of more it is told, and the rest comes in', async () => {
    const most = long ? 1_000_000 : 50_000
    const bounds = long ? undefined : { positions: most }
    const features = [area(1, [round(most - 1)]), area(2, [round(most)]), zone(3, 'CX')]
    const desk = await importDesk(await open(), [], bounds)
    const view = await desk.bringBytes(json(features), { name: 'tron.geojson' })
    expect(view).toMatchObject({ state: 'taken', summary: { sums: { features: 3, entries: 2, left: 1 } } })
    const { issues } = await desk.cases.issues(engineer, view.id, { limit: 100 })
    expect(issues.find(({ code }) => code === 'geometry-refused')).toMatchObject({ at: { fid: '2' } })
    const { entries } = await registerUseCases(desk.services).entries(
      engineer,
      'planning-zones',
      { on: today },
      { limit: 9 },
    )
    const found = await Promise.all(
      entries.map(
        async ({ id }) =>
          (await registerUseCases(desk.services).entry(engineer, 'planning-zones', id)).versions[0]?.value
            .geometry?.length ?? 0,
      ),
    )
    expect(Math.max(...found)).toBe(1 + 4 + 4 + 4 + 16 * most)
    await cleanUp()
  })
})
