import { expect, test } from 'vitest'
import { releases } from './release.ts'
import { saysSecret } from './secret.ts'

const zone = (properties: Record<string, string | number>, label = 'Ô đất') => ({
  id: 'z',
  status: 'approved',
  disclosure: 'internal' as const,
  label,
  properties,
})

test.each([
  [{ code: 'CQP' }],
  [{ code: 'CAN' }],
  [{ landUse: 'CQP1' }],
  [{ phanLoai: 'Đất quốc phòng' }],
  [{ name: 'Trụ sở công an, an ninh' }],
  [{ ghiChu: 'DOANH TRAI QUÂN ĐỘI' }],
])('%j is defence or security land, whatever layer it lies in', (properties) => {
  expect(saysSecret(zone(properties))).toBe(true)
})

test.each([
  [{ code: 'DAT_O_NHOMNHAO' }],
  [{ name: 'Khu dân cư Cần Giờ' }],
  [{ code: 'CANH' }],
  [{ area: 12 }],
  [{}],
])('%j is not', (properties) => {
  expect(saysSecret(zone(properties))).toBe(false)
})

test('a document that releases a whole register passes defence land by, and one that names it does not', () => {
  expect(releases({ all: true }, zone({ code: 'CQP' }))).toBe(false)
  expect(releases({ all: true }, zone({}, 'Đất an ninh'))).toBe(false)
  expect(releases({ all: true }, zone({ code: 'DGT' }))).toBe(true)
  expect(releases({ ids: ['z'] }, zone({ code: 'CQP' }))).toBe(true)
})
