import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodeWkb } from '../../src/domain/geometry/index.ts'
import { codesOf, readMap } from './folder.ts'

// Two parcels, a circle and two labels, drawn for this test and written with acad-ts 3.2.0, since GDAL writes no DWG.
const drawing = join(import.meta.dirname, 'autocad-2000.dwg')

test(
  'a DWG of AutoCAD 2000: layers, colours and words, and that its outlines may lack a side',
  { timeout: 60_000 },
  async () => {
    const { file, features, notes } = await readMap(drawing)
    expect(file.format).toBe('dwg')
    expect(features.map(({ style }) => style)).toEqual([
      { cadLayer: 'RANH_THUA', colour: '#00ff00' },
      { cadLayer: 'RANH_THUA', colour: '#ff0000' },
      { cadLayer: 'RANH_THUA', colour: '#00ff00' },
      { cadLayer: 'CHU', colour: '#ffff00', label: 'ODT 12' },
      { cadLayer: 'CHU', colour: '#ffff00', label: 'LUC\n13' },
    ])
    const [parcel] = features
    expect(decodeWkb(parcel!.wkb!).coordinates).toEqual([
      [578_424.605, 1_633_280.586],
      [578_434.605, 1_633_280.586],
      [578_434.605, 1_633_290.586],
      [578_424.605, 1_633_290.586],
    ])
    expect(codesOf(notes)).toEqual(expect.arrayContaining(['dwg-closing', 'crs-missing']))
  },
)
