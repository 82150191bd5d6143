import { expect, test } from 'vitest'
import { Strand } from '../../../domain/strand.ts'
import { horizonOf } from './horizon.ts'

const titled = (text: string) => {
  const found = horizonOf(Strand.of(text), [])
  return found?.horizon && [found.horizon.from, found.horizon.to, found.horizon.vision]
}

test.each([
  ['Chỉnh trang phố chợ giai đoạn 2024 - 2026, định hướng đến năm 2030', [2024, 2026, 2030]],
  ['Phát triển công viên đến năm 2030, tầm nhìn đến năm 2045', [null, 2030, 2045]],
  ['Nạo vét cống rãnh từ năm 2023 đến năm 2027', [2023, 2027, null]],
  ['Nhiệm kỳ 2020-2025', [2020, 2025, null]],
  ['Trồng cây năm 2025', [2025, 2025, null]],
  ['Quy hoạch chung, tầm nhìn 2050', [null, null, 2050]],
])('a plan is filed under the years its title says: %j', (title, years) => {
  expect(titled(title)).toEqual(years)
})

test('a title without years leaves them to the opening, and a single year there says nothing', () => {
  const opening = [
    Strand.of('Năm 2021 thị xã có 10 công viên.'),
    Strand.of('Kế hoạch thực hiện đến năm 2030 như sau:'),
  ]
  expect(horizonOf(Strand.of('Về cây xanh'), opening)?.horizon).toEqual({
    from: null,
    to: 2030,
    vision: null,
  })
  expect(horizonOf(null, opening.slice(0, 1))).toBeNull()
})

test('the years stand where they were read', () => {
  const text = 'Kế hoạch đến năm 2030, tầm nhìn đến năm 2045'
  const at = horizonOf(Strand.of(text), [])?.at ?? []
  expect(at.map(([start, end]) => text.slice(start, end))).toEqual(['đến năm 2030', 'tầm nhìn đến năm 2045'])
})
