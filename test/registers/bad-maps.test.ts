import { expect, test } from 'vitest'
import { engineer, importDesk, zone } from '../support/import-desk.ts'
import { workshop } from '../engines.ts'

const { open, cleanUp } = workshop('sqlite')

/** A file that was brought, and the codes of what it lists; nothing but a sentence may come of a bad one. */
async function brought(bytes: Uint8Array, name: string) {
  const desk = await importDesk(await open())
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
  const text = JSON.stringify({ type: 'FeatureCollection', features: [zone(1, 'ODT'), zone(2, 'CX')] })
  const bad = text.replace('[108.952,', '[1e999,')
  const { view, labels } = await brought(Buffer.from(bad), 'infinite.geojson')
  expect(view.summary?.sums).toMatchObject({ features: 2, entries: 1, left: 1 })
  expect(labels).toEqual(['ODT Ô 1'])
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
