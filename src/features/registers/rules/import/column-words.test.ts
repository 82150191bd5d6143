import { expect, test } from 'vitest'
import { compact, isDrawingColumn, isMadeUpName, nameFits, planKindOf } from './column-words.ts'

const field = (key: string, vi: string, en: string) => ({ key, name: { vi, en } })

test.each([
  ['SO_TO', 'sheet', 3],
  ['SHBANDO', 'sheet', 2],
  ['Số tờ', 'sheet', 3],
  ['sheet', 'sheet', 3],
  ['DIENTICH', 'sheet', 0],
] as const)('the column %s fills %s: %d', (column, key, weight) => {
  expect(nameFits(column, field(key, 'Số tờ', 'Sheet'))).toBe(weight)
})

test('what a program counts or draws by is no attribute', () => {
  expect(['_color', 'fme_fill_c', 'OBJECTID', 'fid', 'Shape_Leng'].every(isDrawingColumn)).toBe(true)
  expect(['ten', 'ma', 'dientich'].some(isDrawingColumn)).toBe(false)
  expect(['Polygon_0014', 'Layer 3'].every(isMadeUpName)).toBe(true)
  expect(isMadeUpName('Chùa Hang')).toBe(false)
})

test('the name of a file tells the kind of its plan', () => {
  expect(planKindOf('QHPK_SDD_Nam.geojson')).toBe('zoning')
  expect(planKindOf('Quy hoạch chung thị xã.dxf')).toBe('general')
  expect(planKindOf('ban do.dxf')).toBeNull()
  expect(compact('Số tờ BĐ')).toBe('sotobd')
})
