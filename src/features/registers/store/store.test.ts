import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import { lackOfPostgres } from '../../../../test/postgres.ts'
import type { Day } from '../../../domain/day.ts'
import { encodeWkb, type Box } from '../../../domain/geometry/index.ts'
import { auditVerify, backup, facts, restore } from '../../../platform/db/index.ts'
import type { EntryValue } from '../model/entry.ts'
import { entriesAround } from './around.ts'
import { entryKind } from './kind.ts'
import { keyList } from './keys.ts'
import type { Look } from './query.ts'
import { entryExtent, entryPage } from './read.ts'
import { entryId, insertEntries, type NewEntry } from './write.ts'

const day = (text: string) => text as Day
const available = (await lackOfPostgres()) === undefined
const author = { agency: 'thi-xa', post: 'can-bo', person: 'p1' }

const square = (west: number, south: number, size = 10) =>
  encodeWkb({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  })

const value = (over: Partial<EntryValue> = {}): EntryValue => ({
  disclosure: 'internal',
  releasedBy: null,
  stage: 'existing',
  status: null,
  accuracy: 0.3,
  source: { made: 'file', name: 'Bản đồ minh họa' },
  label: 'Thửa 1',
  geometry: square(0.1, 0.2),
  properties: {},
  ...over,
})

const entry = (key: string, over: Partial<EntryValue> = {}): NewEntry => ({
  id: entryId('parcels', 'minh-hoa', key),
  source: 'minh-hoa',
  sourceKey: key,
  from: day('2024-01-01'),
  value: value({ label: `Thửa ${key}`, ...over }),
})

const look = (over: Partial<Look> = {}): Look => ({
  agency: 'thi-xa',
  register: 'parcels',
  at: { on: day('2025-01-01') },
  sees: ['public', 'internal'],
  ...over,
})

describe('entries of a register', () => {
  eachEngine((open, engine, place) => {
    const enter = async (entries: readonly NewEntry[], register = 'parcels') => {
      const record = await open()
      await record.commit(author, 'nhập', (commit) => insertEntries(commit, register, entries))
      const page = (query = {}, at = look()) =>
        record.read((db) => entryPage(db, engine, at, { limit: 100, ...query }))
      return { record, page }
    }

    test('a place, its numbers and its words come back as they were given, to the bit', async () => {
      const geometry = square(578_424.605, 1_633_280.586, 0.1)
      const properties = { name: 'Chợ Trà Câu', area: 0.1 + 0.2, floors: 3, open: true }
      const given = value({ geometry, properties, accuracy: null, status: 'approved', stage: 'planned' })
      const { page, record } = await enter([{ ...entry('1'), value: given }])
      const [found] = (await page()).entries
      expect(found).toMatchObject({ ...given, geometry: expect.anything() })
      expect(Buffer.from(found!.geometry!)).toEqual(Buffer.from(geometry))
      expect(await auditVerify(record)).toMatchObject({ whole: true })
    })

    test('thousands are read a page at a time, each once, by label and by a field, missing values last', async () => {
      const numbers = [3, 1, 2, 2, 10, undefined, 2]
      const entries = numbers.map((floors, i) =>
        entry(String(i), {
          label: `Nhà ${'ăâơđa'[i % 5]}`,
          properties: floors === undefined ? {} : { floors },
        }),
      )
      const { page } = await enter(entries)
      for (const descending of [false, true])
        for (const by of ['id', 'label', { key: 'floors', holds: 'number' }] as const) {
          const found = []
          for (let after = undefined, more = true; more;) {
            const { entries: some, next } = await page({ limit: 2, after, sort: { by, descending } })
            found.push(...some)
            ;[after, more] = [(next ?? undefined) as undefined, next !== null]
          }
          expect(new Set(found.map(({ id }) => id)).size).toBe(numbers.length)
          if (typeof by === 'object')
            expect(found.map(({ properties }) => properties.floors)).toEqual(
              descending ? [10, 3, 2, 2, 2, 1, undefined] : [1, 2, 2, 2, 3, 10, undefined],
            )
        }
    })

    test('it is found by words without tone marks, and by conditions on its fields', async () => {
      const { page } = await enter([
        entry('1', { label: 'Chợ Trà Câu', properties: { use: 'DCH', floors: 10, open: true } }),
        entry('2', { label: 'Trường Phổ Văn', properties: { use: 'DGD', floors: 9, open: false } }),
      ])
      const labels = async (query: object) => (await page(query)).entries.map(({ label }) => label)
      expect(await labels({ text: 'tra cau CHO' })).toEqual(['Chợ Trà Câu'])
      expect(await labels({ text: '%' })).toEqual([])
      const where = (key: string, holds: string, compare: string, wanted: unknown) =>
        labels({ where: [{ field: { key, holds }, compare, value: wanted }] })
      expect(await where('floors', 'number', '<', 10)).toEqual(['Trường Phổ Văn'])
      expect(await where('use', 'text', '=', 'DCH')).toEqual(['Chợ Trà Câu'])
      expect(await where('open', 'flag', '=', false)).toEqual(['Trường Phổ Văn'])
      expect(await where('floors', 'text', '=', '10')).toEqual([])
    })

    test('a place in the box around a shape but beside the shape is not in it, in pages, counts and all registers', async () => {
      const triangle = (x: number, y: number) =>
        encodeWkb({
          type: 'Polygon',
          coordinates: [
            [
              [x, y],
              [x + 10, y],
              [x, y + 10],
              [x, y],
            ],
          ],
        })
      // Nine that have the place in their box alone, and the tenth in order that has it.
      const beside = Array.from({ length: 9 }, (_, i) => entry(`b${i}`, { geometry: triangle(0, 0) }))
      const within = entry('z', { geometry: triangle(5, 5), label: 'Thửa z' })
      const { page, record } = await enter([...beside, within])
      const box = [7, 7, 7, 7] as const
      for (const limit of [1, 3, 50])
        for (const geometry of [true, false]) {
          const found = await page({ box, limit, geometry })
          expect(found).toMatchObject({ entries: [{ label: 'Thửa z' }], next: null })
          expect(found.entries[0]?.geometry === null).toBe(!geometry)
        }
      expect((await page({ box: [6, 0, 9, 9], limit: 9 })).entries).toHaveLength(9)
      expect(await record.read((db) => entryExtent(db, engine, look(), { box }))).toEqual({
        count: 1,
        box: [5, 5, 15, 15],
      })
      expect(await record.read((db) => entryExtent(db, engine, look(), { box: [5, 5, 20, 20] }))).toEqual({
        count: 10,
        box: [0, 0, 15, 15],
      })
      const around = await record.read((db) =>
        entriesAround(db, engine, { ...look() }, ['parcels', 'zones'], box, 2),
      )
      expect(around.map(({ label }) => label)).toEqual(['Thửa z'])
    })

    test('keys that several bear, and sheet 0 number 0, are kept as they are and listed', async () => {
      const lot = (key: string, unit: string | null, sheet: number, number: number, over = {}) =>
        entry(key, { properties: { ...(unit && { unit }), sheet, number, ...over } })
      const { record } = await enter([
        lot('1', 'Phổ Văn', 5, 12, { code: 'w6u' }),
        lot('2', 'Phổ Văn', 5, 12),
        lot('3', 'Phổ Quang', 5, 12, { code: 'w6u' }),
        lot('4', 'Phổ Quang', 0, 0),
        lot('5', null, 7, 7),
        lot('6', null, 7, 7),
        entry('7', {}),
        entry('8', {}),
        { ...lot('9', 'Phổ Quang', 5, 12), value: value({ disclosure: 'restricted' }) },
      ])
      const refs = [
        { key: 'unit', holds: 'text' },
        { key: 'sheet', holds: 'number' },
        { key: 'number', holds: 'number' },
      ] as const
      const list = (fields: Parameters<typeof keyList>[3], limit = 10) =>
        record.read((db) => keyList(db, engine, look(), fields, limit))
      const found = await list(refs)
      const brief = found.groups.map(({ values, count, nought }) => [values, count, nought])
      expect(found.total).toBe(3)
      expect(brief).toHaveLength(3)
      expect(brief).toContainEqual([['Phổ Quang', 0, 0], 1, true])
      expect(brief).toContainEqual([['Phổ Văn', 5, 12], 2, false])
      expect(brief).toContainEqual([[null, 7, 7], 2, false])
      const ids = [entryId('parcels', 'minh-hoa', '1'), entryId('parcels', 'minh-hoa', '2')]
      expect(found.groups.find(({ values }) => values[0] === 'Phổ Văn')?.entries).toEqual(ids.toSorted())
      expect(await list(refs, 1)).toMatchObject({ total: 3, groups: { length: 1 } })
      expect(await list([{ key: 'code', holds: 'text' }])).toMatchObject({
        total: 1,
        groups: [{ values: ['w6u'], count: 2, nought: false }],
      })
    })

    test('what a reader may not see is neither listed, counted nor within the extent', async () => {
      const { record, page } = await enter([
        entry('1'),
        entry('2', { disclosure: 'restricted', geometry: square(9000, 9000), label: 'Kho đạn' }),
      ])
      const extent = (at: Look) => record.read((db) => entryExtent(db, engine, at, {}))
      expect((await page({ text: 'kho dan' })).entries).toEqual([])
      expect(await extent(look())).toEqual({ count: 1, box: [0.1, 0.2, 10.1, 10.2] })
      expect(await extent(look({ sees: ['restricted'] }))).toMatchObject({ count: 1 })
      expect(await extent(look({ sees: [] }))).toEqual({ count: 0, box: null })
      expect(await extent(look({ agency: 'co-quan-khac' }))).toEqual({ count: 0, box: null })
    })

    test('nothing is public that no document released: the database itself says no', async () => {
      const record = await open()
      const slip = entry('1', { disclosure: 'public' })
      await expect(record.commit(author, 'x', (c) => insertEntries(c, 'parcels', [slip]))).rejects.toThrow(
        /check/i,
      )
    })

    test('a backup brings them back on the other engine, found by box at once', async () => {
      const { record } = await enter([entry('1'), entry('2', { geometry: square(500, 500) })])
      const other = engine === 'sqlite' && available ? 'postgres' : 'sqlite'
      const at = await place(other)
      const folder = await mkdtemp(join(tmpdir(), 'dothi-registers-'))
      onTestFinished(() => rm(folder, { recursive: true }))
      const made = await backup(record, join(folder, 'b.gz'))
      expect(await restore(join(folder, 'b.gz'), at)).toEqual(made)
      const again = await open(undefined, at)
      const box = [499, 499, 501, 501] as const
      const found = await again.read((db) => entryPage(db, other, look(), { box, limit: 5 }))
      expect(found.entries.map(({ label }) => label)).toEqual(['Thửa 2'])
      expect(await auditVerify(again)).toMatchObject({ whole: true, digest: made.head })
    })

    test('a version cannot be moved on the map past the record', async () => {
      const { record } = await enter([entry('1')])
      const move = record.transact((db) => db.updateTable('entry_version').set({ min_x: -5 }).execute())
      await expect(move).rejects.toThrow('a version is closed, never changed')
    })

    test('a box finds what a look at every entry finds, on any day, as known at any time', async () => {
      const record = await open()
      const place = fc.record({ x: fc.integer({ min: 0, max: 40 }), y: fc.integer({ min: 0, max: 40 }) })
      const step = fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        register: fc.constantFrom('zones', 'zonen', 'p'),
        from: fc.integer({ min: 1, max: 9 }),
        length: fc.integer({ min: 1, max: 6 }),
        place,
        gone: fc.boolean(),
      })
      let run = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 1, maxLength: 8 }),
          fc.array(place),
          async (steps, corners) => {
            const who = { ...author, agency: `a${++run}` }
            const revisions: number[] = []
            for (const {
              id,
              register,
              from,
              length,
              place: { x, y },
              gone,
            } of steps) {
              const period = { from: day(`2024-01-0${from}`), to: day(`2024-01-${10 + length}`) }
              const done = await record.commit(who, 'bước', async (commit) => {
                const writer = commit.facts(entryKind(register))
                await writer.correct(id, period, value({ geometry: square(x + 0.3, y + 0.7, 3) }))
                if (gone) await writer.end(id, day('2024-01-10'))
              })
              revisions.push(done.revision)
            }
            for (const [i, { x, y }] of corners.entries()) {
              const at = { on: day(i % 2 ? '2024-01-05' : '2024-01-12'), known: revisions.at(-1)! }
              const box: Box = [x, y, x + 2, y + 4]
              const asked = { agency: who.agency, at, sees: ['internal'] as const }
              const around = await record.read((db) =>
                entriesAround(db, engine, asked, ['p', 'zonen', 'zones'], box, 2),
              )
              const each = []
              for (const register of ['p', 'zonen', 'zones'])
                each.push(
                  ...(
                    await record.read((db) =>
                      entryPage(db, engine, { ...asked, register }, { box, limit: 2 }),
                    )
                  ).entries,
                )
              expect(around).toEqual(each)
            }
            for (const register of ['zones', 'zonen', 'p'])
              for (const [i, { x, y }] of corners.entries())
                for (const known of [revisions[i % revisions.length]!, revisions.at(-1)!]) {
                  const at = { on: day(i % 2 ? '2024-01-05' : '2024-01-12'), known }
                  const box: Box = [x, y, x + (i % 3) * 4, y + 4]
                  const asked = { agency: who.agency, register, at, sees: ['internal'] as const }
                  const found = await record.read((db) => entryPage(db, engine, asked, { box, limit: 50 }))
                  const all = await record.read((db) => entryPage(db, engine, asked, { limit: 50 }))
                  const oracle = await record.read((db) =>
                    facts(db, who.agency, entryKind(register)).asOf(at),
                  )
                  expect(all.entries.map(({ id }) => id)).toEqual(oracle.map(({ id }) => id))
                  const meets = all.entries.filter(
                    ({ box: b }) => b && b[0] <= box[2] && b[2] >= box[0] && b[1] <= box[3] && b[3] >= box[1],
                  )
                  expect(found.entries).toEqual(meets)
                }
          },
        ),
        { numRuns: process.env.DOTHI_LONG === '1' ? 250 : 25 },
      )
      expect(await auditVerify(record)).toMatchObject({ whole: true })
    }, 300_000)
  })
})
