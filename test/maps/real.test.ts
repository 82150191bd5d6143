import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMap } from './folder.ts'

const shared = process.env['DOTHI_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const data = join(shared, 'data')
const absent = !existsSync(data)

describe.skipIf(absent)('real maps come in whole (of the folder DOTHI_SHARED)', { timeout: 120_000 }, () => {
  test('the four subdivision plans: 5,471 features, of which 4,154 are lines', async () => {
    const folder = join(data, 'planning')
    const names = readdirSync(folder).filter((name) => name.startsWith('QHPK_SDD_'))
    let [all, lines] = [0, 0]
    for (const name of names) {
      const { features } = await readMap(join(folder, name))
      all += features.length
      lines += features.filter(({ wkb }) => wkb?.[1] === 2).length
    }
    expect([names.length, all, lines]).toEqual([4, 5_471, 4_154])
  })

  test.each([
    ['planning/parcels_sonha_3774_anonymised.geojson.gz', 3_774],
    ['planning/Hien_trang_di_tich.geojson.gz', 211],
    ['standards/cnig_zone_urba_PLUi_2020.geojson.gz', 221],
    ['standards/ne110m4cql2.gpkg', 433],
    ['planning/thuaduc_shapefiles', 1_806],
  ])('%s: %d features, none refused', async (path, count) => {
    const { features } = await readMap(join(data, path))
    expect(features).toHaveLength(count)
    expect(features.filter(({ wkb }) => wkb === null)).toEqual([])
  })

  test('57 control points stand in two systems: which one is asked, with both named', async () => {
    const path = join(data, 'coordinates/vn2000_tm3_108_control_points_57.csv')
    await expect(readMap(path)).rejects.toMatchObject({ code: 'map-table-unclear' })
    const choice = {
      columns: { east: 2, north: 1, kind: 'plane' },
      decimal: '.',
      shape: 'points',
      parcel: null,
    } as const
    const { features } = await readMap(path, { tables: { vn2000_tm3_108_control_points_57: choice } })
    expect(features.filter(({ wkb }) => wkb !== null)).toHaveLength(57)
  })

  test('river stations in degrees, minutes and seconds with decimal commas', async () => {
    const { features } = await readMap(
      join(data, 'monitoring/quangngai_surface_water_quality_2023_2025.xlsx'),
    )
    expect(features.filter(({ wkb }) => wkb !== null)).toHaveLength(124)
  })
})
