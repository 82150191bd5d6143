import { spawnSync } from 'node:child_process'
import { sql } from 'kysely'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { systemsOn } from '../../../../app/place.ts'
import { rawSql, workshop } from '../../../../../test/engines.ts'
import { hasPostgres } from '../../../../../test/postgres.ts'
import { shippedLaw } from '../../../../../test/support/law.ts'
import type { Day } from '../../../../domain/day.ts'
import { encodeWkb } from '../../../../domain/geometry/index.ts'
import { operationOf, planeOf } from '../../../../domain/plane.ts'
import type { RecordPlace, TownRecord } from '../../../../platform/db/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { EntryValue } from '../../model/entry.ts'
import { entryKind } from '../kind.ts'
import { entryId, insertEntries } from '../write.ts'
import type { RecordPlane } from '../../model/plane.ts'
import { makeFromDefinitions } from './index.ts'

const author = { agency: 'thi-xa', post: 'can-bo', person: 'p1' }
const on = '2026-01-01' as Day
const systems = systemsOn(await shippedLaw(), on)
const ground: RecordPlane = {
  plane: planeOf(systems, 'vn2000-tm3-108-00'),
  planes: systems.planes,
  operation: operationOf(systems, 'official'),
}
const field = (key: string, type: 'text' | 'integer' | 'boolean') => ({
  key,
  type,
  queryable: false,
  name: { vi: key, en: key },
  codes: null,
  required: false,
})
const zones = {
  id: 'zones',
  geometry: 'area',
  fields: [
    field('landUse', 'text'),
    field('floors', 'integer'),
    field('source', 'text'),
    field('open', 'boolean'),
  ],
} as unknown as Definition

const square = encodeWkb({
  type: 'Polygon',
  coordinates: [
    [
      [588_000, 1_638_000],
      [588_100, 1_638_000],
      [588_100, 1_638_100],
      [588_000, 1_638_000],
    ],
  ],
})
const value = (over: Partial<EntryValue> = {}): EntryValue => ({
  disclosure: 'internal',
  releasedBy: null,
  stage: 'planned',
  status: null,
  accuracy: null,
  source: { made: 'file', name: 'Bản đồ' },
  label: 'Ô 1',
  geometry: square,
  properties: { landUse: 'ODT', floors: 5, source: 'tệp', open: true },
  ...over,
})
const entry = (sourceKey: string, over: Partial<EntryValue> = {}) => ({
  id: entryId('zones', 's', sourceKey),
  source: 's',
  sourceKey,
  from: on,
  value: value(over),
})

/** Rows of what somebody may ask the views, past the door. */
const rowsOf = async (record: TownRecord, what: string) =>
  (await record.read((db) => sql<Record<string, unknown>>`${sql.raw(what)}`.execute(db))).rows

describe.skipIf(!(await hasPostgres()))('the views for GIS programs', () => {
  const { open, place, cleanUp } = workshop('postgres')
  afterEach(cleanUp)
  const desk = async () => {
    const at = (await place()) as RecordPlace & { kind: 'postgres' }
    const record = await open(undefined, at)
    const gis = `${at.schema}_gis`
    onTestFinished(() => rawSql(at, `drop schema if exists ${gis} cascade`))
    return { at, record, gis, make: (...all: Definition[]) => makeFromDefinitions(record, all, ground) }
  }

  test('show what holds today with its named columns, its plane and its kind; never what is restricted or half written', async () => {
    const { record, gis, make } = await desk()
    await record.commit(author, 'nhập', (commit) =>
      insertEntries(commit, 'zones', [
        entry('1'),
        entry('2', { label: 'Kho', disclosure: 'restricted' }),
        entry('3', { label: 'Điểm', geometry: encodeWkb({ type: 'Point', coordinates: [1, 1] }) }),
        { ...entry('4', { label: 'Sau này' }), from: '2999-01-01' as Day },
      ]),
    )
    expect(await make(zones)).toEqual([])
    const shown = `select label, "landUse", floors, source_, open, source, st_srid(geom) as srid, st_astext(geom) as geom from ${gis}.zones order by label`
    const [area, point, ...more] = await rowsOf(record, shown)
    expect(more).toEqual([])
    expect(area).toMatchObject({
      label: 'Ô 1',
      landUse: 'ODT',
      floors: 5,
      source_: 'tệp',
      open: true,
      source: 'Bản đồ',
    })
    expect(area).toMatchObject({ srid: 5898, geom: expect.stringMatching(/^MULTIPOLYGON/) })
    expect(point).toMatchObject({ label: 'Điểm', geom: null })
    const registered = `select type, srid from geometry_columns where f_table_schema = '${gis}'`
    expect(await rowsOf(record, registered)).toEqual([{ type: 'MULTIPOLYGON', srid: 5898 }])
    const long = await record.long(author, 'đang nhập')
    await long.each([entry('1').id], (batch, id) =>
      batch.facts(entryKind('zones')).correct(id, { on }, value({ label: 'Ô mới' })),
    )
    expect((await rowsOf(record, shown)).map(({ label }) => label)).toEqual(['Ô 1', 'Điểm'])
    await long.close()
    expect((await rowsOf(record, shown)).map(({ label }) => label)).toEqual(['Ô mới', 'Điểm'])
  })

  test('rights that were given stay when a definition changes, and nobody loses a view of their own that stands on one', async () => {
    const { at, record, gis, make } = await desk()
    await make(zones, { ...zones, id: 'gone' })
    await rawSql(at, `grant usage on schema ${gis} to public`, `grant select on ${gis}.zones to pg_monitor`)
    const may = () =>
      rowsOf(record, `select has_table_privilege('pg_monitor', '${gis}.zones', 'select') as may`)
    const fewer = { ...zones, fields: zones.fields.slice(1) }
    expect(await make(fewer)).toEqual([])
    expect(await may()).toEqual([{ may: true }])
    expect(await rowsOf(record, `select viewname from pg_views where schemaname = '${gis}'`)).toHaveLength(1)
    await rawSql(at, `create view ${gis}.mine as select floors from ${gis}.zones`)
    expect(await make({ ...zones, fields: zones.fields.slice(3) })).toEqual(['zones'])
    expect(await rowsOf(record, `select * from ${gis}.mine`)).toEqual([])
    expect(await make(fewer)).toEqual([])
  })

  test('every plane of the law is known to PostGIS and leads to the same place', async () => {
    const { record, make } = await desk()
    await make(zones)
    const known = await rowsOf(record, 'select srid from spatial_ref_sys')
    const numbers = new Set(known.map(({ srid }) => srid))
    expect(systems.planes.filter(({ epsg }) => !numbers.has(epsg))).toEqual([])
    const there = 'st_transform(st_setsrid(st_makepoint(588000, 1638000), 5898), 4326)'
    const [place] = await rowsOf(record, `select st_x(${there}) as x, st_y(${there}) as y`)
    expect(Number(place?.x)).toBeCloseTo(108.82, 1)
    expect(Number(place?.y)).toBeCloseTo(14.81, 1)
  })

  test('a box on the view of a large register reads the index of places', async () => {
    const { record, gis, make } = await desk()
    await record.commit(author, 'nhập', async (commit) => {
      for (let i = 0; i < 10; i++)
        await insertEntries(
          commit,
          'zones',
          Array.from({ length: 150 }, (_, n) => entry(`${i} ${n}`, { geometry: at(i, n) })),
        )
    })
    await make(zones)
    const box = 'st_makeenvelope(587990, 1637990, 588010, 1638010, 5898)'
    const plan = await rowsOf(record, `explain select id from ${gis}.zones where geom && ${box}`)
    expect(JSON.stringify(plan)).toContain('made_zones_geom')
    expect(await rowsOf(record, `select id from ${gis}.zones where geom && ${box}`)).toHaveLength(1)
  })

  // Asked at the tests' own cluster: an address of somebody's may hold what GDAL wants written otherwise.
  const ogrinfo = !process.env.DATABASE_URL && spawnSync('ogrinfo', ['--version']).status === 0
  if (!ogrinfo)
    process.stderr.write('Views are not opened by GDAL: install it (Debian: apt install gdal-bin).\n')
  test.skipIf(!ogrinfo)('GDAL opens a register as a layer with its plane and its fields', async () => {
    const { at, record, gis, make } = await desk()
    await record.commit(author, 'nhập', (commit) => insertEntries(commit, 'zones', [entry('1')]))
    await make(zones)
    const host = new URL(at.url).searchParams.get('host')
    const source = `PG:host=${host} user=dothi dbname=postgres schemas=${gis}`
    const { stdout } = spawnSync('ogrinfo', ['-ro', '-al', source], { encoding: 'utf8' })
    expect(stdout).toContain('Geometry: Multi Polygon')
    expect(stdout).toMatch(/ID\["EPSG",5898\]/)
    expect(stdout).toContain('landUse (String) = ODT')
    expect(stdout).toMatch(/floors \(Integer64?\) = 5/)
    expect(stdout).toContain('Feature Count: 1')
  })
})

const at = (i: number, n: number) =>
  encodeWkb({
    type: 'Polygon',
    coordinates: [
      [
        [588_000 + n * 100, 1_638_000 + i * 100],
        [588_050 + n * 100, 1_638_000 + i * 100],
        [588_050 + n * 100, 1_638_050 + i * 100],
        [588_000 + n * 100, 1_638_000 + i * 100],
      ],
    ],
  })
