import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { exampleRegisters } from '../scripts/make-example-registers.ts'
import { fileOf } from '../scripts/registers/file.ts'
import { drawTown } from '../scripts/registers/town.ts'
import { readRegisterFiles } from '../src/app/example-registers.ts'
import type { Day } from '../src/domain/day.ts'
import { decodeWkb, encodeWkb, planarArea } from '../src/domain/geometry/index.ts'
import type { BroughtRegister, Catalogue } from '../src/features/registers/index.ts'
import { entryIssues } from '../src/features/registers/rules/entry.ts'
import { GeometryEngine } from '../src/platform/geometry/index.ts'
import { shippedRegisters } from './support/law.ts'

const folder = 'towns/duc-pho/registers'
const label = 'DỮ LIỆU MINH HỌA'
const today = '2026-11-22' as Day

let brought: readonly BroughtRegister[]
let catalogue: Catalogue
beforeAll(async () => {
  brought = await readRegisterFiles(folder)
  catalogue = await shippedRegisters()
})
const shapes = (register: string) =>
  brought
    .find((one) => one.register === register)
    ?.entries.flatMap(({ draft: { geometry } }) => (geometry ? [geometry] : [])) ?? []
const area = (list: readonly Uint8Array[]) => list.reduce((sum, wkb) => sum + planarArea(decodeWkb(wkb)), 0)

test('the entries of the example are made again to the byte, for every register that has a file', async () => {
  const made = await exampleRegisters()
  expect([...made.keys()].toSorted()).toEqual(brought.map(({ register }) => register))
  for (const [id, text] of made) expect(await readFile(`${folder}/${id}.geojson`, 'utf8')).toBe(text)
  // A register of an office's own that has nothing would show an empty page.
  const own = catalogue.on(today).filter(({ group }) => group === null)
  expect([...made.keys()].toSorted()).toEqual(own.map(({ id }) => id).toSorted())
})

test('nothing of it can be taken for real: every file, entry and document says that it is an illustration', async () => {
  for (const { entries } of brought)
    for (const { draft } of entries) {
      expect(draft.source.name).toContain(label)
      expect([draft.properties['note'], draft.properties['decision']]).toContain(label)
    }
  expect(await readFile(`${folder}/cong-bo.md`, 'utf8')).toContain(label)
})

test('every value fits its register, and every code is one that the law names', () => {
  for (const { register, entries } of brought) {
    const definition = catalogue.find(register, today)
    for (const { key, draft } of entries)
      expect([register, key, entryIssues(definition, draft, catalogue.law, today)]).toEqual([
        register,
        key,
        [],
      ])
  }
})

test('planned areas lie side by side without gap or overlap, and cover the units they were drawn in', async () => {
  await using engine = new GeometryEngine(1)
  const zones = shapes('planning-zones')
  expect(await engine.coverageFaults(zones, 1)).toEqual([])
  expect((await engine.validity(zones)).filter(({ valid }) => !valid)).toEqual([])
  const units = (await drawTown()).map(({ country: { core, areas } }) =>
    area([core, ...areas].map((ring) => encodeWkb({ type: 'Polygon', coordinates: [ring] }))),
  )
  expect(area(zones)).toBeCloseTo(
    units.reduce((sum, one) => sum + one, 0),
    0,
  )
})

test('lots share their borders, fill blocks of the plan to the last centimetre, and are of a size to live on', async () => {
  await using engine = new GeometryEngine(1)
  const lots = shapes('parcels')
  expect(await engine.coverageFaults(lots, 1)).toEqual([])
  const shared = await engine.sharedAreas(lots, shapes('planning-zones'))
  // One area each: none lies across a border, none in a street.
  expect(shared.a.length).toBe(lots.length)
  expect(shared.area.reduce((sum, one) => sum + one, 0)).toBeCloseTo(area(lots), 3)
  const sizes = lots.map((lot) => area([lot])).toSorted((a, b) => a - b)
  expect(sizes[0]).toBeGreaterThan(80)
  expect(sizes[sizes.length >> 1]).toBeLessThan(300)
  expect(lots.length).toBeLessThanOrEqual(2000)
})

test('a lot is found by old unit, sheet and number: no two have the same', () => {
  const keys = brought
    .find(({ register }) => register === 'parcels')
    ?.entries.map(
      ({ draft: { properties: p } }) => `${p['unit']}/${p['sheet']}/${p['number']}/${p['mapYear']}`,
    )
  expect(new Set(keys).size).toBe(keys?.length)
})

test('the document releases no register that it may not, and no parcel', async () => {
  const text = await readFile('towns/duc-pho/town.yaml', 'utf8')
  const { registers } = parse(text) as { registers: { release: { registers: string[] } } }
  const released = registers.release.registers.map((id) => catalogue.find(id, today))
  expect(released.filter(({ release }) => release !== 'register')).toEqual([])
  expect(registers.release.registers).not.toContain('parcels')
})

test('a file of a register is read as map by other programs: GeoJSON that names its plane', () => {
  const text = fileOf('trees', {
    common: { stage: 'existing', status: 'in-use', from: '2023-01-01' },
    entries: [],
  })
  expect(JSON.parse(text)).toMatchObject({ type: 'FeatureCollection', features: [], notice: label })
})
