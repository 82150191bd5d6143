import { describe, expect, test } from 'vitest'
import { beginsBody, isNamed, opensUnnamed, startsWithBody } from './heads.ts'

describe('who is charged is found by how bodies are named', () => {
  test.each([
    'Sở Xây dựng chủ trì',
    'UBND các xã, phường',
    'Uỷ ban nhân dân tỉnh',
    'Trung tâm Cung ứng dịch vụ công',
    'các tổ dân phố',
    'Từng thôn, tổ dân phố',
    'Đảng ủy Ủy ban nhân dân xã',
    'tổ chức chính trị - xã hội',
    'Lãnh đạo Sở',
    'Hiệu trưởng các trường',
    'Chỉ huy trưởng Ban Chỉ huy Quân sự phường',
    'Ban điều hành các khu phố',
  ])('%s', (text) => expect(startsWithBody(text)).toBe(true))

  test.each([
    'Tổ chức tuyên truyền sâu rộng',
    'Ban hành quy chế',
    'Hội nghị sơ kết hằng năm',
    'Cấp nước sạch cho khu dân cư',
    'Lãnh đạo, chỉ đạo hoàn thành kế hoạch',
    'số hộ dân tăng',
    'Rà soát quy hoạch',
  ])('%s is work, nobody', (text) => expect(startsWithBody(text)).toBe(false))

  test('behind a comma a name goes on with small words and begins anew with a capital head or a class', () => {
    expect(beginsBody('Sở Tài chính')).toBe(true)
    expect(beginsBody('các tổ dân phố')).toBe(true)
    expect(beginsBody('công an xã')).toBe(true)
    expect(beginsBody('Hạ tầng và Đô thị')).toBe(false)
    expect(beginsBody('phường')).toBe(false)
    expect(beginsBody('đơn vị')).toBe(false)
  })

  test('only what leaves open who is meant has no name', () => {
    expect(isNamed('các cơ quan, đơn vị có liên quan')).toBe(false)
    expect(isNamed('các ngành chức năng')).toBe(false)
    expect(isNamed('các đảng ủy, chi bộ trực thuộc Thị ủy')).toBe(true)
    expect(isNamed('UBND các xã, phường')).toBe(true)
    expect(opensUnnamed('đơn vị liên quan')).toBe(true)
    expect(opensUnnamed('Đô thị')).toBe(false)
  })
})
