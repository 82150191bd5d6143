import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workshop } from '../../../../test/engines.ts'
import { actorAs } from '../../../../test/support/desk.ts'
import { shippedRegisters } from '../../../../test/support/law.ts'
import type { Day } from '../../../domain/day.ts'
import { decodeWkb, encodeWkb, planarArea, runsOf, type Position } from '../../../domain/geometry/index.ts'
import { GeometryEngine } from '../../../platform/geometry/index.ts'
import type { TownRecord } from '../../../platform/db/index.ts'
import type { Role } from '../../office/index.ts'
import type { Catalogue } from '../rules/catalogue.ts'
import type { EntryDraft } from '../rules/entry.ts'
import { mapUseCases } from './map.ts'
import { registerUseCases } from './use-cases.ts'

const day = (text: string) => text as Day
const [today, from, later] = [day('2026-11-22'), day('2026-01-01'), day('2026-06-01')]
const why = { reason: 'Điều chỉnh cục bộ' }
const zones = 'planning-zones'

/** Lots of 100 m × 100 m in a row, by the place of their west side. */
const lot = (west: number, east = west + 100): Position[] => [
  [west, 0],
  [east, 0],
  [east, 100],
  [west, 100],
]
const area = (corners: readonly Position[]) =>
  encodeWkb({ type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] })
const line = (...coordinates: Position[]) => ({ type: 'LineString', coordinates }) as const
const draft = (name: string, corners: readonly Position[], over: Partial<EntryDraft> = {}): EntryDraft => ({
  stage: 'planned',
  status: 'approved',
  source: { made: 'file', name: 'Đồ án (minh họa)', layer: 'QH' },
  geometry: area(corners),
  properties: { code: 'ODT', name, area: 10_000 },
  ...over,
})

const geometry = new GeometryEngine(1)
const { open, cleanUp } = workshop('sqlite')
let catalogue: Catalogue
let agency = 0
let record: TownRecord
beforeAll(async () => {
  catalogue = await shippedRegisters()
  record = await open()
})
afterAll(async () => {
  await cleanUp()
  await geometry[Symbol.asyncDispose]()
})

/** The registers of an office of its own: one record serves all of these. */
async function desk() {
  agency++
  const as = (role: Role) => actorAs(role, `co-quan-${agency}`)
  const [officer, engineer] = [as('officer'), as('engineer')]
  const [publisher, clerk] = [as('publisher'), as('clerk')]
  const services = { record, catalogue, today: () => today, geometry }
  const [cases, maps] = [registerUseCases(services), mapUseCases(services)]
  const put = async (name: string, corners: readonly Position[], over: Partial<EntryDraft> = {}) =>
    (await cases.insert(engineer, zones, { from, draft: draft(name, corners, over) }, why)).id
  const [west, middle, east] = [await put('A', lot(0)), await put('B', lot(100)), await put('C', lot(200))]
  const shown = async (who = clerk, on = today) =>
    (await cases.entries(who, zones, { on }, { limit: 100, sort: { by: 'label', descending: false } }))
      .entries
  const cornersOf = async (id: string, on = today) => {
    const wkb = (await shown(engineer, on)).find((one) => one.id === id)?.geometry
    return wkb ? runsOf(decodeWkb(wkb)).flat().slice(0, -1) : []
  }
  const fits = async () =>
    geometry.coverageFaults(
      (await shown(engineer)).map((one) => one.geometry as Uint8Array),
      0.1,
    )
  const reasons = async (id: string) =>
    (await cases.entry(clerk, zones, id)).revisions.map(({ reason }) => reason)
  return {
    officer,
    engineer,
    publisher,
    clerk,
    cases,
    maps,
    put,
    west,
    middle,
    east,
    shown,
    cornersOf,
    fits,
    reasons,
  }
}
const sum = (entries: readonly { readonly geometry: Uint8Array | null }[]) =>
  entries.reduce((all, one) => all + (one.geometry ? planarArea(decodeWkb(one.geometry)) : 0), 0)

describe('a split', () => {
  const cut = line([100, 30], [200, 60])

  test('puts two entries in the place of one from the day on, loses no ground, and measures each anew', async () => {
    const { maps, middle, shown, cases, officer, clerk } = await desk()
    const { ids } = await maps.split(officer, zones, { entry: middle, line: cut, from: later }, why)
    const made = (await shown()).filter(({ id }) => ids.includes(id))
    expect(made.map(({ properties }) => properties['area']).toSorted()).toEqual([4500, 5500])
    expect(sum(made)).toBeCloseTo(10_000, 6)
    expect(made.map(({ source }) => source.madeFrom)).toEqual([[middle], [middle]])
    expect((await shown()).map(({ id }) => id)).not.toContain(middle)
    expect((await shown(clerk, from)).map(({ id }) => id)).toContain(middle)
    const keys = await Promise.all(
      ids.map(async (id) => (await cases.entry(clerk, zones, id)).identity?.sourceKey),
    )
    expect(new Set(keys).size).toBe(2)
  })

  test('gives both neighbours the corner in the same revision, which names them; one undo takes all of it back', async () => {
    const { maps, cases, west, middle, east, cornersOf, fits, reasons, officer } = await desk()
    const done = await maps.split(officer, zones, { entry: middle, line: cut, from: later }, why)
    expect(done.along).toBe(2)
    expect(await cornersOf(west)).toContainEqual([100, 30])
    expect(await cornersOf(east)).toContainEqual([200, 60])
    expect(await fits()).toEqual([])
    expect((await reasons(west)).at(-1)).toBe('Điều chỉnh cục bộ · kéo theo ranh giới: ODT A; ODT C')
    await cases.undo(officer, zones, done.revision, 'Nhầm')
    expect(await cornersOf(middle)).toHaveLength(4)
    expect(await cornersOf(west)).toHaveLength(4)
  })

  test('of a line makes two that end in one place; one that misses it is refused', async () => {
    const { maps, cases, officer, engineer, clerk } = await desk()
    const geometry = encodeWkb(line([0, 200], [300, 200]))
    const red = draft('', lot(0), { geometry, properties: { road: 'Nguyễn Nghiêm', width: 12 } })
    const { id } = await cases.insert(engineer, 'red-lines', { from, draft: red }, why)
    const cutAt = (x: number) => ({ entry: id, line: line([x, 190], [x, 210]), from: later })
    await expect(maps.split(officer, 'red-lines', cutAt(400), why)).rejects.toMatchObject({
      code: 'entry-cut',
    })
    const { ids } = await maps.split(officer, 'red-lines', cutAt(120), why)
    const { entries } = await cases.entries(clerk, 'red-lines', { on: today }, { limit: 10 })
    const made = entries.flatMap((one) =>
      one.geometry && ids.includes(one.id) ? [decodeWkb(one.geometry)] : [],
    )
    expect(made.map((one) => runsOf(one)[0]).toSorted((a, b) => a![0]![0] - b![0]![0])).toEqual([
      [
        [0, 200],
        [120, 200],
      ],
      [
        [120, 200],
        [300, 200],
      ],
    ])
    expect(entries.map(({ properties }) => properties['width'])).toEqual([12, 12])
  })

  test('that does not go through is refused in words', async () => {
    const { maps, middle, officer } = await desk()
    const short = { entry: middle, line: line([100, 30], [150, 60]), from: later }
    await expect(maps.split(officer, zones, short, why)).rejects.toMatchObject({ code: 'entry-cut' })
  })
})

describe('a merge', () => {
  test('makes one of two, with the values of the first and the ground of both', async () => {
    const { maps, west, middle, shown, officer } = await desk()
    const asked = { entry: west, with: middle, from: later }
    const { ids } = await maps.merge(officer, zones, asked, why)
    const [made] = (await shown()).filter(({ id }) => ids.includes(id))
    expect(made).toMatchObject({ label: 'ODT A', disclosure: 'internal', properties: { area: 20_000 } })
    expect(made?.source.madeFrom).toEqual([west, middle])
  })

  test('of what lies apart is refused', async () => {
    const { maps, west, east, officer } = await desk()
    const asked = { entry: west, with: east, from: later }
    await expect(maps.merge(officer, zones, asked, why)).rejects.toMatchObject({ code: 'entry-apart' })
  })

  test('with restricted land is restricted', async () => {
    const { maps, put, east, shown, officer, engineer, clerk } = await desk()
    const hidden = await put('Kho', lot(300), { disclosure: 'restricted' })
    const asked = { entry: east, with: hidden, from: later }
    await expect(maps.merge(officer, zones, asked, why)).rejects.toMatchObject({ code: 'not-found' })
    const { ids } = await maps.merge(engineer, zones, asked, why)
    expect((await shown(engineer)).find(({ id }) => ids.includes(id))?.disclosure).toBe('restricted')
    expect((await shown(clerk)).map(({ label }) => label)).toEqual(['ODT A', 'ODT B'])
  })
})

describe('another shape', () => {
  const moved: Position[] = [
    [100, 0],
    [220, 0],
    [200, 100],
    [100, 100],
  ]
  const asked = (entry: string) => ({ entry, geometry: area(moved), when: { changedFrom: later } })

  test('takes along the neighbour whose corner it moved, from the day on', async () => {
    const { maps, middle, east, cornersOf, fits, officer } = await desk()
    await maps.redraw(officer, zones, asked(middle), why)
    expect(await cornersOf(east)).toContainEqual([220, 0])
    expect(await cornersOf(east, from)).toContainEqual([200, 0])
    expect(await fits()).toEqual([])
  })

  test('as a correction holds for all the days of the version, in the neighbour too', async () => {
    const { maps, middle, east, cornersOf, officer } = await desk()
    await maps.redraw(officer, zones, { ...asked(middle), when: { correctedOn: later } }, why)
    expect(await cornersOf(middle, from)).toContainEqual([220, 0])
    expect(await cornersOf(east, from)).toContainEqual([220, 0])
  })

  test('that crosses itself is refused with the place, and nothing is written', async () => {
    const { maps, middle, cornersOf, officer } = await desk()
    const [a, b, c, d] = moved as [Position, Position, Position, Position]
    const crossed = { ...asked(middle), geometry: area([a, c, b, d]) }
    await expect(maps.redraw(officer, zones, crossed, why)).rejects.toMatchObject({
      code: 'entry-shape',
      params: {
        reason: expect.stringContaining('tự cắt') as string,
        y: expect.stringMatching(/^1\d\d\./) as string,
      },
    })
    expect(await cornersOf(middle)).toHaveLength(4)
  })

  test('that no longer fits its neighbours waits for a yes', async () => {
    const { maps, middle, east, cornersOf, officer } = await desk()
    const into = {
      ...asked(middle),
      geometry: area([
        [100, 0],
        [230, 50],
        [100, 100],
      ]),
    }
    await expect(maps.redraw(officer, zones, into, why)).rejects.toMatchObject({ code: 'entry-unfit' })
    await maps.redraw(officer, zones, { ...into, accept: true }, why)
    expect(await cornersOf(middle)).toHaveLength(3)
    expect(await cornersOf(east)).toHaveLength(4)
    await expect(
      maps.draw(officer, zones, { from: later, draft: draft('D', lot(250, 350)) }, why),
    ).rejects.toMatchObject({ code: 'entry-unfit' })
  })

  test('made on what another has written since, of it or of its neighbour, is a conflict that says of what', async () => {
    const { maps, cases, middle, east, officer } = await desk()
    const basedOn = await maps.known()
    const change = { changedFrom: later }
    await cases.change(officer, zones, east, change, draft('C mới', lot(200)), why)
    await expect(maps.redraw(officer, zones, asked(middle), { ...why, basedOn })).rejects.toMatchObject({
      code: 'conflict',
      params: { what: 'ODT C mới' },
    })
    await cases.change(officer, zones, middle, change, draft('B mới', lot(100)), why)
    await expect(maps.redraw(officer, zones, asked(middle), { ...why, basedOn })).rejects.toMatchObject({
      code: 'conflict',
    })
    await maps.redraw(officer, zones, asked(middle), { ...why, basedOn: await maps.known() })
  })
})

describe('a new entry', () => {
  test('beside others shares its border with them', async () => {
    const { maps, east, cornersOf, fits, officer } = await desk()
    const half: Position[] = [
      [300.0004, 0],
      [400, 0],
      [400, 50],
      [300.0004, 50],
    ]
    const done = await maps.draw(officer, zones, { from: later, draft: draft('D', half) }, why)
    expect(await cornersOf(done.ids[0] as string)).toContainEqual([300, 50])
    expect(await cornersOf(east)).toContainEqual([300, 50])
    expect(await fits()).toEqual([])
  })
})

describe('rights and disclosure', () => {
  test('who may not edit draws nothing, and a copy is not drawn on', async () => {
    const { maps, middle, officer, clerk } = await desk()
    const cut = { entry: middle, line: line([100, 30], [200, 60]), from: later }
    await expect(maps.split(clerk, zones, cut, why)).rejects.toMatchObject({ code: 'forbidden' })
    const merge = { entry: middle, with: middle, from: later }
    await expect(maps.merge(clerk, zones, merge, why)).rejects.toMatchObject({ code: 'forbidden' })
    const shape = { entry: middle, geometry: area(lot(100)), when: { changedFrom: later } }
    await expect(maps.redraw(clerk, zones, shape, why)).rejects.toMatchObject({ code: 'forbidden' })
    const made = { from: later, draft: draft('x', lot(500)) }
    await expect(maps.draw(clerk, zones, made, why)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(maps.draw(officer, 'parcels', made, why)).rejects.toMatchObject({ code: 'register-copy' })
  })

  test('a restricted neighbour is named nowhere where others read', async () => {
    const { maps, put, east, reasons, engineer } = await desk()
    await put('Kho', lot(300), { disclosure: 'restricted' })
    const cut = { entry: east, line: line([200, 30], [300, 60]), from: later }
    const { ids, along } = await maps.split(engineer, zones, cut, why)
    expect(along).toBe(2)
    expect((await reasons(ids[0] as string)).join()).not.toContain('Kho')
  })

  test('a public neighbour that only got a corner stays public; one that moved waits for a document', async () => {
    const { maps, cases, middle, east, shown, officer, publisher } = await desk()
    const document = { number: '1/QĐ', issuer: 'Ủy ban (minh họa)', issuedOn: from }
    await cases.release(publisher, zones, { ids: [east] }, document)
    const state = async () => (await shown()).find(({ id }) => id === east)?.disclosure
    const cut = { entry: middle, line: line([100, 30], [200, 60]), from: later }
    const { revision, ids } = await maps.split(officer, zones, cut, why)
    expect(await state()).toBe('public')
    await cases.undo(officer, zones, revision, 'Nhầm')
    expect(await state()).toBe('public')
    expect(ids).toHaveLength(2)
    const corners: Position[] = [
      [100, 0],
      [220, 0],
      [200, 100],
      [100, 100],
    ]
    const shape = { entry: middle, geometry: area(corners), when: { changedFrom: later } }
    await maps.redraw(officer, zones, shape, why)
    expect(await state()).toBe('internal')
  })
})
