import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding, FindingKind } from '../../src/domain/finding.ts'
import { encodeWkb, type Position } from '../../src/domain/geometry/index.ts'
import { findingsIn } from '../../src/features/registers/actions/gate/index.ts'
import { shapeFindings } from '../../src/features/registers/actions/gate/shapes.ts'
import { gateKinds } from '../../src/features/registers/model/gate/kinds.ts'
import type { LevelFit } from '../../src/features/registers/rules/gate/plans.ts'
import type { Catalogue, Entry } from '../../src/features/registers/index.ts'
import { GeometryEngine } from '../../src/platform/geometry/index.ts'
import { projectRoot, shippedRegisters } from '../support/law.ts'
import { anyOf, cleanTown, on, plantings, spoil, type CleanTown, type Planted } from './plantings.ts'

const long = process.env['DOTHI_LONG'] === '1'
const size = long ? { parcels: 60_000, zones: 1_000 } : { parcels: 600, zones: 300 }
const fit: LevelFit = new Map([
  ['DAT_DD_DONVIO', new Set(['DAT_O_NHOMNHAO', 'DAT_O_LANGXOM', 'DAT_HTXH_YTE'])],
])

let geometry: GeometryEngine
let catalogue: Catalogue
let town: CleanTown
beforeAll(async () => {
  geometry = new GeometryEngine(2)
  catalogue = await shippedRegisters()
  town = await cleanTown(catalogue, geometry, size)
})
afterAll(() => geometry[Symbol.asyncDispose]())

const findings = (seen: Parameters<typeof findingsIn>[1]) =>
  findingsIn({ catalogue, geometry, fit: () => fit }, seen, on)
/** Of two entries it does not matter which is named first. */
const said = (all: readonly Finding[]) =>
  all
    .map(
      ({ code, about }) =>
        `${code}: ${about
          .map(({ id }) => id)
          .toSorted()
          .join(' + ')}`,
    )
    .toSorted()

const answers = ({ code, about }: Finding, planted: Planted) =>
  code === planted.code &&
  (planted.about === null ? about.length === 0 : about.some(({ id }) => id === planted.about))

test('a clean town passes: the gate invents nothing', async () => {
  expect(said(await findings(spoil(town, 1, []).seen))).toEqual([])
})

test('one fault of every kind is found, each by its own name, and nothing beside them', async () => {
  const { seen, planted } = spoil(town, 7, Object.values(plantings))
  const found = await findings(seen)
  expect(found.map(({ code }) => code).toSorted()).toEqual(Object.keys(gateKinds).toSorted())
  expect(planted.filter((one) => !found.some((finding) => answers(finding, one)))).toEqual([])
})

test.each(Array.from({ length: long ? 20 : 2 }, (_, i) => 100 + i))(
  'fifty faults planted from seed %i are all found, and none invented',
  async (seed) => {
    const { seen, planted } = spoil(town, seed, anyOf(seed, 50))
    const found = await findings(seen)
    const missed = planted.filter((one) => !found.some((finding) => answers(finding, one)))
    const invented = found.filter((finding) => !planted.some((one) => answers(finding, one)))
    expect({ missed, invented: said(invented) }).toEqual({ missed: [], invented: [] })
  },
)

test('a shape is known again wherever its ring begins; its mirror in the same box is another one', async () => {
  const model = town.zones[0] as Entry
  const ring: readonly Position[] = [
    [600_000, 1_635_000],
    [600_030, 1_635_000],
    [600_040, 1_635_020],
    [600_010, 1_635_020],
  ]
  const mirrored = ring.map(([x, y]): Position => [1_200_040 - x, y])
  const area = (corners: readonly Position[]) =>
    encodeWkb({ type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] })
  const turned = [...ring.slice(2), ...ring.slice(0, 2)].toReversed()
  const entries = [ring, turned, mirrored].map((corners, i) => ({
    ...model,
    id: `${i}`,
    geometry: area(corners),
  }))
  const { findings: found } = await shapeFindings(geometry, catalogue.find('planning-zones', on), entries)
  expect(said(found)).toEqual(['same-shape: 0 + 1'])
})

test('the table in docs/ tells every kind with its example, severity and clause', async () => {
  const path = join(projectRoot, 'docs', 'gate.generated.md')
  const row = ([code, { severity, example, vi, mend, clause }]: [string, FindingKind]) =>
    `| \`${code}\` | ${severity === 'stop' ? 'chặn / stops' : 'lưu ý / note'} | ${example.vi} / ${example.en} | ${vi} | ${mend.vi} | ${clause?.vi ?? '–'} |`
  const text = [
    '# Kiểm tra trước khi công bố · What the gate looks for',
    '',
    'Made from `src/features/registers/model/gate`; renewed by `npm run bless`.',
    '',
    '| code | severity | example | sentence | mend | clause |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries<FindingKind>(gateKinds).map(row),
    '',
  ].join('\n')
  if (process.env['DOTHI_BLESS'] === '1') await writeFile(path, text)
  expect(await readFile(path, 'utf8')).toBe(text)
})
