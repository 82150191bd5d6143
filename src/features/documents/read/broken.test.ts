import { describe, expect, it } from 'vitest'
import { isBroken } from './broken.ts'

describe('lines of a narrow cell', () => {
  it.each([
    ['UBND phườn', 'g Lam Sơn'],
    ['Phòng Kiế', 'n trúc'],
    ['UBND các ph', 'ường'],
    ['Trước 30/6/2', '027'],
    ['Trước 30/', '6/2027'],
    ['Quý II/20', '26'],
    ['năm 20', '26'],
    ['1.', '1'],
    ['2.1.', '3'],
  ])('are one word or number: %s | %s', (before, after) => {
    expect(isBroken(before, after)).toBe(true)
  })

  it.each([
    ['UBND các', 'xã, phường'],
    ['Quy', 'hoạch'],
    ['Ban Quản lý', 'dự án'],
    ['2026 -', '2027'],
    ['Tháng 5', '2026'],
    ['10.000', '500'],
    ['Hoàn thành.', '2 tuyến phố'],
    ['UBND', 'phường'],
    ['Sở KHCN', 'g'],
  ])('stand apart: %s | %s', (before, after) => {
    expect(isBroken(before, after)).toBe(false)
  })
})
