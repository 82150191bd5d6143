import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import { ducPho, ducPhoBoundaries } from '../../../../test/support/duc-pho-units.ts'
import { openSurvey } from '../../../../test/support/survey.ts'
import type { Day } from '../../../domain/day.ts'
import { decodeWkb, encodeWkb, positionCount } from '../../../domain/geometry/index.ts'
import { auditVerify } from '../../../platform/db/index.ts'
import { findUnits } from '../rules/find.ts'
import { fullName } from '../rules/names.ts'
import { unitsOn } from '../rules/timeline.ts'
import { boundariesOn, territoryOf } from '../store.ts'
import { offBy } from './check.ts'
import { enterTerritory } from './enter.ts'
import { importTerritory, type ImportRequest } from './import.ts'

const survey = openSurvey()
const author = { agency: 'uy-ban', post: 'gis', person: 'p1' }
const request: ImportRequest = {
  today: '2026-11-22' as Day,
  on: null,
  document: null,
  replace: false,
  provinces: [],
}
const after = '2025-07-01' as Day
const before = '2024-12-31' as Day
const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

const square = (west: number, south: number, side = 0.1) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
})
const feature = (code: unknown, name: unknown, geometry: unknown = square(108, 15)) => ({
  type: 'Feature',
  properties: { code, fullName: name, areaKm2: 119 },
  geometry,
})
const collection = (...features: unknown[]) => ({
  name: 'ranh-gioi.geojson',
  bytes: bytes({ type: 'FeatureCollection', features }),
})

describe('units and boundaries come in from files, and nothing is dropped in silence', () => {
  eachEngine((open) => {
    const town = async () => {
      const record = await open(() => new Date('2026-11-22T03:00:00Z'))
      await enterTerritory(record, author, ducPho, ducPhoBoundaries)
      return record
    }

    test('the town enters its units, succession and drawn boundaries once; every agency reads them', async () => {
      const record = await town()
      await enterTerritory(record, { ...author, agency: 'thi-uy' }, ducPho, ducPhoBoundaries)
      expect((await auditVerify(record)).whole).toBe(true)
      await record.read(async (db) => {
        const { units, moves } = await territoryOf(db)
        expect([units.length, moves.length]).toEqual([24, 17])
        expect(unitsOn({ units, moves }, after, 'commune')).toHaveLength(5)
        expect(unitsOn({ units, moves }, before, 'commune')).toHaveLength(15)
        const drawn = await boundariesOn(db, before)
        expect(drawn).toHaveLength(15)
        for (const { value } of drawn) {
          expect(value.illustration).toBe(true)
          expect(decodeWkb(encodeWkb(value.geometry))).toEqual(value.geometry)
        }
      })
    })

    test('a file adds what is new, and a second time changes nothing', async () => {
      const record = await town()
      const file = collection(
        feature('21439', 'Phường Đức Phổ'),
        feature('21025', 'Phường Cẩm Thành', square(108.7, 15)),
      )
      const first = await importTerritory({ record, survey }, author, file, request)
      expect(first).toMatchObject({ added: 1, boundaries: 2, issues: [], on: after })
      // Four units of the province that the file does not name are listed, not ended.
      expect(first.differences.map(({ field }) => field)).toEqual([
        'km2',
        ...Array<string>(4).fill('missing'),
      ])
      const again = await importTerritory({ record, survey }, author, file, request)
      expect(again).toMatchObject({ added: 0, boundaries: 0, revision: null })
      const territory = await record.read((db) => territoryOf(db))
      expect(findUnits(territory, 'cam thanh', after).units[0]?.unit).toMatchObject({
        code: '21025',
        parent: '51-20250701',
        from: after,
      })
      expect(findUnits(territory, '21025', before).units).toEqual([])
    })

    test('a newer file shows what differs; it is taken over only on purpose, a name only by an act', async () => {
      const record = await town()
      const real = collection(feature('21439', 'Phường Đức Phổ'))
      await importTerritory({ record, survey }, author, real, request)
      const newer = collection(feature('21439', 'Phường Đức Phổ Mới', square(108.9, 14.7)))
      const fields = async (over: Partial<ImportRequest>) => {
        const { differences, revision } = await importTerritory({ record, survey }, author, newer, {
          ...request,
          ...over,
        })
        return [
          revision !== null,
          ...differences
            .filter(({ field }) => field !== 'missing')
            .map((each) => `${each.field} ${each.applied}`),
        ]
      }
      expect(await fields({})).toEqual([false, 'name false', 'km2 false', 'boundary false'])
      expect(await fields({ replace: true })).toEqual([true, 'name false', 'km2 true', 'boundary true'])
      const document = { number: '9/NQ', issuer: null, issuedOn: null, article: null }
      expect(await fields({ replace: true, document, on: '2026-05-01' as Day })).toEqual([true, 'name true'])
      const territory = await record.read((db) => territoryOf(db))
      expect(findUnits(territory, '21439', '2026-04-30' as Day).units[0]?.unit.name).toBe('Đức Phổ')
      expect(findUnits(territory, '21439', '2026-05-01' as Day).units[0]?.unit).toMatchObject({
        name: 'Đức Phổ Mới',
        document: { number: '9/NQ' },
        id: '21439-20250701',
      })
    })

    test('what cannot be taken is listed with its place, the rest is taken', async () => {
      const record = await town()
      const swapped = square(14.7, 108.9)
      const open = {
        ...square(108, 15),
        coordinates: [
          [
            [108, 15],
            [108, 16],
            [109, 16],
          ],
        ],
      }
      const broken = {
        type: 'Polygon',
        coordinates: [
          [
            [108, 15],
            ['x', 16],
          ],
        ],
      }
      const flat = {
        type: 'Polygon',
        coordinates: [
          [
            [108, 15],
            [108, 16],
            [108, 15],
            [108, 15],
          ],
        ],
      }
      const result = await importTerritory(
        { record, survey },
        author,
        collection(
          feature('21028', 'Phường Nghĩa Lộ'),
          7,
          feature(undefined, 'Xã A'),
          feature('2102', 'Xã B'),
          feature('21031', ''),
          feature('21034', 'Khu C'),
          feature('21037', 'Xã D', null),
          feature('21040', 'Xã E', { type: 'Point', coordinates: [108, 15] }),
          feature('21043', 'Xã G', swapped),
          feature('21046', 'Xã H', square(2, 48)),
          feature('21049', 'Xã I', open),
          feature('21052', 'Xã K', broken),
          feature('21055', 'Xã L', flat),
          feature('21028', 'Phường Nghĩa Lộ'),
        ),
        request,
      )
      expect(result.added).toBe(1)
      expect(result.issues.map(({ code, at }) => `${at} ${code}`)).toEqual([
        'feature 2 not-a-feature',
        'feature 3 code-missing',
        'feature 4 code-invalid',
        'feature 5 name-missing',
        'feature 6 kind-unknown',
        'feature 7 geometry-missing',
        'feature 8 geometry-kind',
        'feature 9 axes-swapped',
        'feature 10 outside-nation',
        'feature 11 ring-open',
        'feature 12 geometry-broken',
        'feature 13 ring-empty',
        'feature 14 code-twice',
      ])
    })

    test('a table of old and new names the act; without one, what became of units is a proposal', async () => {
      const record = await town()
      const table = (resolution: string) => ({
        name: 'a.csv',
        bytes: bytes(
          `old_code,old_name,new_code,new_name,merge_kind,resolution,effective_from\n21025,Phường Nguyễn Nghiêm,21025,Phường Cẩm Thành,full,${resolution},2025-07-01\n21028,Phường Chánh Lộ,21025,Phường Cẩm Thành,partial,${resolution},2025-07-01\n1,X,2\n`,
        ),
      })
      const proposed = await importTerritory({ record, survey }, author, table(''), request)
      expect(proposed).toMatchObject({ added: 3, moves: 2, proposals: 2 })
      expect(proposed.issues).toMatchObject([{ code: 'row-columns', at: 'line 4' }])
      let territory = await record.read((db) => territoryOf(db))
      expect(findUnits(territory, 'chanh lo', after).units).toMatchObject([{ whole: false, decided: false }])
      const choice = findUnits(territory, 'Nguyễn Nghiêm', before)
      expect(choice.choice).toBe(true)
      expect(choice.units.map(({ unit }) => unit.code)).toEqual(['21025', '21439'])
      expect(
        await importTerritory({ record, survey }, author, table('1677/NQ-UBTVQH15'), request),
      ).toMatchObject({
        moves: 2,
        proposals: 0,
      })
      territory = await record.read((db) => territoryOf(db))
      expect(findUnits(territory, 'chanh lo', after).units).toMatchObject([{ whole: false, decided: true }])
      expect(await importTerritory({ record, survey }, author, table(''), request)).toMatchObject({
        moves: 0,
        revision: null,
      })
    })

    test('a unit that a table leaves as it was keeps its version, whichever file came first and however it is spelled', async () => {
      const head = 'old_code,old_name,new_code,new_name\n'
      const table = {
        name: 'b.csv',
        bytes: bytes(`${head}21538,Xã Ba Xa,21538,Xã Ba Xa\n23368,Xã Đắk Long,23368,Xã Đăk Long\n`),
      }
      const list = collection(
        feature('21538', 'Xã Ba Xa', square(108.7, 15)),
        feature('23368', 'Xã Đăk Long', square(107.7, 15)),
      )
      for (const files of [
        [table, list],
        [list, table],
      ]) {
        const record = await town()
        const issues: string[] = []
        for (const file of files)
          issues.push(
            ...(await importTerritory({ record, survey }, author, file, request)).issues.map(
              ({ code }) => code,
            ),
          )
        expect(issues.filter((code) => code === 'name-otherwise')).toHaveLength(1)
        const { units, moves } = await record.read((db) => territoryOf(db))
        for (const code of ['21538', '23368']) {
          const versions = units.filter((unit) => unit.code === code)
          expect(versions).toMatchObject([{ from: '1900-01-01', to: null, fromKnown: false, document: null }])
          expect(moves.filter(({ from, to }) => [from, to].includes(versions[0]?.id ?? ''))).toEqual([])
          expect(findUnits({ units, moves }, code, before).units).toHaveLength(1)
        }
        expect(await importTerritory({ record, survey }, author, table, request)).toMatchObject({
          same: 2,
          revision: null,
        })
      }
    })

    test('what an act decided is not undone by a list that says otherwise', async () => {
      const record = await town()
      const table =
        'old_code,old_name,new_code,new_name\n21457,Xã Phổ Nhơn,21439,Phường Đức Phổ\n21460,Phường Phổ Nin,21439,Phường Đức Phổ\n'
      const result = await importTerritory(
        { record, survey },
        author,
        { name: 'b.csv', bytes: bytes(table) },
        request,
      )
      expect(result.issues.map(({ code }) => code)).toEqual(
        ['name-otherwise', 'decided-otherwise'].toReversed(),
      )
      expect(result.moves).toBe(0)
      const territory = await record.read((db) => territoryOf(db))
      expect(findUnits(territory, 'pho nhon', after).units.map(({ unit }) => unit.name)).toEqual([
        'Nguyễn Nghiêm',
      ])
    })

    test.each([
      ['nothing', ''],
      ['no JSON', '{'],
      ['another thing', '{"type":"Topology"}'],
      ['not gzip', '\u001f\u008b\u0008x'],
    ])('%s is refused in words', async (_, text) => {
      const record = await town()
      const file = {
        name: 'x',
        bytes: text.startsWith('\u001f') ? Uint8Array.from([31, 139, 8, 1, 2]) : bytes(text),
      }
      await expect(importTerritory({ record, survey }, author, file, request)).rejects.toMatchObject({
        code: 'territory-file',
      })
    })
  })
})

const shared = join(
  process.env['DOTHI_SHARED'] ?? join(import.meta.dirname, '../../../../../shared'),
  'data/territory',
)
const real = (name: string) => readFile(join(shared, name)).then((content) => ({ name, bytes: content }))
if (!existsSync(shared)) process.stderr.write(`no ${shared}: the province's real units are not tried\n`)

describe.skipIf(!existsSync(shared))('the real units of the province', () => {
  eachEngine((open) => {
    test('96 boundaries come in, each unit is found by name and by code, what they were is known by proposal', async () => {
      const record = await open(() => new Date('2026-11-22T03:00:00Z'))
      await enterTerritory(record, author, ducPho, ducPhoBoundaries)
      const file = await real('quangngai_wards_2026.geojson.gz')
      const first = await importTerritory({ record, survey }, author, file, request)
      expect(first).toMatchObject({ rows: 96, added: 91, boundaries: 96, differences: [] })
      // All rings are valid. The five units of the town lie within 1.6 % of what is declared; others far off are told.
      expect(new Set(first.issues.map(({ code }) => code))).toEqual(new Set(['area-otherwise']))
      expect([first.areas.length, first.issues.length]).toEqual([96, 22])
      const town = first.areas.filter(({ code }) => unitsOn(ducPho, after).some((unit) => unit.code === code))
      expect(town).toHaveLength(5)
      for (const each of town) expect(offBy(each)).toBeLessThan(0.016)
      expect(await importTerritory({ record, survey }, author, file, request)).toMatchObject({
        same: 96,
        revision: null,
      })
      let territory = await record.read((db) => territoryOf(db))
      const units = unitsOn(territory, after, 'commune')
      expect(units).toHaveLength(96)
      const kinds = Map.groupBy(units, ({ kind }) => kind)
      expect(
        [kinds.get('xã'), kinds.get('phường'), kinds.get('đặc khu')].map((list) => list?.length),
      ).toEqual([86, 9, 1])
      expect(units.reduce((sum, { km2 }) => sum + (km2 ?? 0), 0)).toBeCloseTo(14_832.55, -2)
      for (const unit of units)
        for (const text of [unit.code, unit.name, fullName(unit)])
          expect(
            findUnits(territory, text, after).units.map((found) => found.unit.id),
            text,
          ).toContain(unit.id)
      const drawn = await record.read((db) => boundariesOn(db, after))
      expect(drawn.reduce((sum, { value }) => sum + positionCount(value.geometry), 0)).toBe(215_172)

      const merges = await real('mapping_merges_new_to_old.json.gz')
      const moved = await importTerritory({ record, survey }, author, merges, request)
      expect(moved.proposals).toBe(moved.moves)
      expect(
        moved.issues.filter(({ code }) => code !== 'province-skipped').map(({ found }) => found),
      ).toEqual(['Đắk Long ≠ Đăk Long', 'Rơ Kơi ≠ Rờ Kơi'])
      expect(await importTerritory({ record, survey }, author, merges, request)).toMatchObject({
        moves: 0,
        revision: null,
      })
      territory = await record.read((db) => territoryOf(db))
      // Five that the resolution left as they were stood before it, two of them spelled otherwise in the list.
      for (const code of ['21538', '23368', '23530', '23535', '23536']) {
        const ids = territory.units.filter((unit) => unit.code === code).map(({ id }) => id)
        expect([code, new Set(ids).size, findUnits(territory, code, before).units.length]).toEqual([
          code,
          1,
          1,
        ])
      }
      // Two wards bore the name on that day, in the city of Quảng Ngãi and in the town: which is meant is asked.
      const named = findUnits(territory, 'Nguyễn Nghiêm', before)
      expect([named.choice, named.units.map(({ unit }) => unit.code)]).toEqual([true, ['21025', '21439']])
    })

    test('the verified rows of the town agree with what the example ships', async () => {
      const record = await open(() => new Date('2026-11-22T03:00:00Z'))
      await enterTerritory(record, author, ducPho, ducPhoBoundaries)
      const table = await real('ducpho_old_to_new_codes.csv')
      expect(await importTerritory({ record, survey }, author, table, request)).toMatchObject({
        rows: 15,
        same: 15,
        moves: 0,
        added: 0,
        issues: [],
        revision: null,
      })
    })
  })
})
