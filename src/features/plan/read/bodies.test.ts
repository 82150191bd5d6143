import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Strand } from '../../../domain/strand.ts'
import { readBodies } from './bodies.ts'

const texts = (list: string) => readBodies(Strand.of(list)).map((body) => body.text)

describe('each body of a list answers for itself, and none is invented out of a name', () => {
  test.each([
    ['Ban Thường vụ Thị ủy.'],
    ['Đảng ủy các xã, phường'],
    ['các cơ quan, đơn vị liên quan'],
    ['Sở Kế hoạch và Đầu tư'],
    ['Phòng Kinh tế, Hạ tầng và Đô thị'],
    ['Sở Văn hóa, Thể thao và Du lịch'],
    ['Phòng Lao động - Thương binh và Xã hội'],
    ['Trung tâm Truyền thông - Văn hóa - Thể thao'],
    ['các cơ quan chuyên trách tham mưu, giúp việc Thị ủy'],
    ['các đảng ủy, chi bộ trực thuộc Thị ủy'],
    ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thị xã'],
    ['Văn phòng HĐND và UBND thị xã'],
    ['Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn thị xã'],
    ['Ban Quản lý dự án đầu tư xây dựng và Phát triển quỹ đất'],
    ['Ban Quản lý Khu kinh tế Dung Quất và các khu công nghiệp Quảng Ngãi'],
    ['Các phòng, ban, ngành thị xã'],
    ['Đài Phát thanh và Truyền hình tỉnh'],
    ['UBND các xã, phường'],
    ['Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh'],
    ['Công ty Cổ phần Môi trường đô thị và Dịch vụ công ích'],
  ])('"%s" is one', (list) => {
    expect(texts(list)).toEqual([list.replace(/\.$/, '')])
  })

  test.each([
    ['Hội đồng nhân dân, Ủy ban nhân dân thị xã', ['Hội đồng nhân dân', 'Ủy ban nhân dân thị xã']],
    [
      'Ủy ban nhân dân thị xã; Đảng ủy các xã, phường và các cơ quan, đơn vị liên quan.',
      ['Ủy ban nhân dân thị xã', 'Đảng ủy các xã, phường', 'các cơ quan, đơn vị liên quan'],
    ],
    [
      'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội thị xã',
      ['Mặt trận Tổ quốc', 'các tổ chức chính trị - xã hội thị xã'],
    ],
    [
      'Mặt trận Tổ quốc, các tổ chức chính trị - xã hội thị xã và các cơ quan, đơn vị liên quan',
      ['Mặt trận Tổ quốc', 'các tổ chức chính trị - xã hội thị xã', 'các cơ quan, đơn vị liên quan'],
    ],
    ['Uỷ ban nhân dân thị xã và đơn vị liên quan', ['Uỷ ban nhân dân thị xã', 'đơn vị liên quan']],
    ['Sở Xây dựng và UBND thị xã', ['Sở Xây dựng', 'UBND thị xã']],
    [
      'Sở Xây dựng, Sở Kế hoạch và Đầu tư và Kho bạc Nhà nước',
      ['Sở Xây dựng', 'Sở Kế hoạch và Đầu tư', 'Kho bạc Nhà nước'],
    ],
    ['Phòng TN&MT, Công an, Ban CHQS thị xã', ['Phòng TN&MT', 'Công an', 'Ban CHQS thị xã']],
    ['Phòng Quản lý đô thị, các xã, phường', ['Phòng Quản lý đô thị', 'các xã, phường']],
    ['Đảng ủy, UBND, UBMTTQVN các xã, phường', ['Đảng ủy', 'UBND', 'UBMTTQVN các xã, phường']],
    ['các xã, phường, Công an thị xã', ['các xã, phường', 'Công an thị xã']],
    ['Các cơ quan: Ban Tuyên giáo, Ban Dân vận', ['Ban Tuyên giáo', 'Ban Dân vận']],
    [
      'ủy ban nhân dân thị xã, ban chỉ huy quân sự thị xã',
      ['ủy ban nhân dân thị xã', 'ban chỉ huy quân sự thị xã'],
    ],
    ['Sở Xây dựng cùng các địa phương', ['Sở Xây dựng', 'các địa phương']],
    ['- Hội Nông dân\n- Hội Phụ nữ', ['Hội Nông dân', 'Hội Phụ nữ']],
    ['Điện lực Đức Phổ, VNPT, Viettel', ['Điện lực Đức Phổ', 'VNPT', 'Viettel']],
  ])('"%s" splits', (list, expected) => {
    expect(texts(list)).toEqual(expected)
  })

  test.each([
    ['các cơ quan, đơn vị liên quan', false],
    ['các đơn vị có liên quan', false],
    ['tổ chức, cá nhân liên quan', false],
    ['các sở, ngành chức năng', false],
    ['các đảng ủy, chi bộ trực thuộc Thị ủy', true],
    ['UBND các xã, phường', true],
    ['các tổ chức chính trị - xã hội thị xã', true],
    ['Ủy ban nhân dân thị xã', true],
  ])('"%s" named: %s', (list, named) => {
    expect(readBodies(Strand.of(list)).map((body) => body.named)).toEqual([named])
  })

  test('a note in the list gives a body its part', () => {
    expect(readBodies(Strand.of('Sở Xây dựng (chủ trì), Sở Tài chính (phối hợp)'))).toMatchObject([
      { text: 'Sở Xây dựng', role: 'lead' },
      { text: 'Sở Tài chính', role: 'coordinating' },
    ])
  })

  test('an empty cell names nobody', () => {
    expect(texts(' - ')).toEqual([])
    expect(texts('')).toEqual([])
  })

  test('property: bodies set with semicolons come back one by one, each in its place', () => {
    const names = fc.constantFrom(
      'Sở Xây dựng',
      'UBND các xã, phường',
      'Phòng Văn hóa và Thông tin',
      'Hội Nông dân',
    )
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 6 }), (list) => {
        const source = list.join('; ')
        const bodies = readBodies(Strand.of(source))
        expect(bodies.map((body) => body.text)).toEqual(list)
        for (const { text, at } of bodies) expect(at.map(([a, b]) => source.slice(a, b)).join('')).toBe(text)
      }),
    )
  })
})

test('posts in a list are bodies of their own, each with its office', () => {
  const list =
    'Giám đốc Trung tâm Hành chính công, Trưởng Công an phường, Chỉ huy trưởng Ban Chỉ huy Quân sự phường'
  expect(readBodies(Strand.of(list)).map(({ text }) => text)).toEqual(list.split(', '))
})
