import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { importUseCases, mapImportJob, type ImportServices } from '../../src/features/registers/index.ts'
import { workUntilIdle } from '../../src/platform/jobs/index.ts'
import { incomingFrom } from '../../src/app/commands/import-files.ts'
import type { Geometry } from '../../src/domain/geometry/index.ts'
import { golden } from '../golden.ts'
import { workshop } from '../engines.ts'
import { sharedFile } from '../shared.ts'
import { ducPhoAreas } from '../support/duc-pho-units.ts'
import { engineer, importServices } from '../support/import-desk.ts'

/** What is told of each real file: `docs/import-of-real-files.generated.md` is the golden file. */
const files: readonly (readonly [path: string, register: string])[] = [
  ['planning/QHPK_SDD_PhiaNamPhuongNguyenNghiem_2021.raw.geojson.gz', 'planning-zones'],
  ['planning/QHPK_SDD_TrungTamPhiaBacPhuongNguyenNghiem_2021.raw.geojson.gz', 'planning-zones'],
  ['planning/QHPK_SDD_TrungTamPhuongPhoQuang_2021.raw.geojson.gz', 'planning-zones'],
  ['planning/QHPK_SDD_TrungTamPhuongPhoVan_2021.raw.geojson.gz', 'planning-zones'],
  ['planning/parcels_sonha_3774_anonymised.geojson.gz', 'parcels'],
  ['planning/Hien_trang_di_tich.geojson.gz', 'heritage'],
  ['planning/thuaduc_shapefiles/thuaduc_roads_poly.shp', 'planning-zones'],
  ['planning/thuaduc_shapefiles/thuaduc_houses.shp', 'planning-zones'],
  ['planning/thuaduc_shapefiles/thuaduc_canals.shp', 'planning-zones'],
  ['planning/thuaduc_shapefiles/thuaduc_commune.shp', 'planning-zones'],
  ['coordinates/vn2000_tm3_108_control_points_57.csv', 'heritage'],
  ['standards/cnig_zone_urba_PLUi_2020.geojson.gz', 'planning-zones'],
  ['standards/ne110m4cql2.gpkg', 'planning-zones'],
]
/** The others take minutes together. */
const short = ['Hien_trang_di_tich.geojson.gz', 'vn2000_tm3_108_control_points_57.csv']
const whole = process.env['DOTHI_LONG'] === '1'
const document = 'docs/import-of-real-files.generated.md'

const { open } = workshop('sqlite')
const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

/** The real units of the town: the example's are drawn by hand, with sea in them that real plans reach into. */
function ground(): readonly Geometry[] {
  const file = sharedFile(join('data', 'territory/ducpho_5_new_units_2026.geojson'))
  if (file === null) return ducPhoAreas
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: { geometry: Geometry }[] }
  return features.map(({ geometry }) => geometry)
}

async function services(): Promise<ImportServices> {
  const folder = await mkdtemp(join(tmpdir(), 'dothi-real-imports-'))
  folders.push(folder)
  return importServices(await open(), folder, ground())
}

async function section(path: string, register: string): Promise<string> {
  const at = await services()
  const cases = importUseCases(at)
  const { id } = await cases.receive(engineer, register, await incomingFrom(path), {})
  await workUntilIdle(at.record, [mapImportJob(at)], (error) => {
    throw error
  })
  const { summary, state } = await cases.import(engineer, id)
  const { issues } = await cases.issues(engineer, id, { limit: 1000 })
  const counts = new Map<string, number>()
  for (const { code, count } of issues) counts.set(code, (counts.get(code) ?? 0) + count)
  const sums = summary?.sums
  const left = sums && sums.features - sums.entries - sums.lines - sums.labels
  expect([state, left]).toEqual(['taken', sums?.left])
  const figures = `${sums?.features} features: ${sums?.entries} entries, ${sums?.lines} lines kept, ${sums?.labels} labels, ${sums?.left} left out; ${sums?.built} areas built of the lines. Read as \`${summary?.crs}\`.`
  const rows = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => `| ${code} | ${n} |`)
  return [
    `## ${basename(path)} → ${register}`,
    '',
    figures,
    '',
    '| told | features |',
    '|---|--:|',
    ...rows,
    '',
  ].join('\n')
}

const head = `# What is told of real files

Written by \`DOTHI_LONG=1 DOTHI_BLESS=1 npx vitest run test/registers/real-imports.test.ts\`; do not edit. Real files of the
folder DOTHI_SHARED, which are no part of dothi, imported into the town by its real units of 2025-07-01. Nothing is dropped in silence: of each file
the features are entries, lines kept, labels or left out, and the sum is the file. What each code says stands in
[import-issues.generated.md](import-issues.generated.md).

`

const found = files.flatMap(([path, register]) => {
  const at = sharedFile(join('data', path))
  return at !== null && (whole || short.includes(basename(path))) ? [{ at, register }] : []
})

test.skipIf(found.length === 0)(
  'real files give what is written in docs',
  { timeout: 1_800_000 },
  async () => {
    const sections: string[] = []
    for (const { at, register } of found) sections.push(await section(at, register))
    if (whole) return golden(`../../${document}`, head + sections.join('\n'))
    const kept = await readFile(new URL(`../../${document}`, import.meta.url), 'utf8')
    for (const one of sections) expect(kept).toContain(one)
  },
)
