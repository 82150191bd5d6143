import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Strand } from '../../../domain/strand.ts'
import { readTargetLine } from './target-line.ts'

/** `indicator | year comparator value unit`, `*` where it is a baseline. */
function read(line: string, set: number | null = null, issued: number | null = 2024): string[] {
  return readTargetLine(Strand.of(line), { set, issued }).map((each) => {
    const value =
      typeof each.value === 'object' && each.value ? `${each.value.part} ${each.value.class}` : each.value
    const words = [each.year, each.comparator, value, each.unit].filter((part) => part !== null)
    return `${each.indicator.text} | ${words.join(' ')}${each.baseline ? ' *' : ''}`
  })
}

describe('a target is what the plan promises: how much, of what, by when', () => {
  test.each<[line: string, ...stated: string[]]>([
    ['Tỷ lệ đô thị hóa đến năm 2027 đạt tối thiểu 41%.', 'Tỷ lệ đô thị hóa | 2027 >= 41 %'],
    [
      'Về mục tiêu: đến ngày 30/6/2026, 100% thôn có nhà văn hóa; đến tháng 9 năm 2027, ít nhất 70% thôn đạt chuẩn.',
      'thôn có nhà văn hóa | 2026 = 100 %',
      'thôn đạt chuẩn | 2027 >= 70 %',
    ],
    ['b) Tầm nhìn đến năm 2045: tỷ lệ đô thị hóa đạt trên 60%.', 'tỷ lệ đô thị hóa | 2045 > 60 %'],
    ['Số y sĩ trên 1 vạn dân đạt 9 y sĩ.', 'Số y sĩ trên 1 vạn dân | = 9 y sĩ'],
    ['Giải quyết việc làm mới cho 450 lao động.', 'Giải quyết việc làm mới | = 450 lao động'],
    [
      '- Nâng cấp 60 tuyến ngõ; đạt tỷ lệ 45% ngõ có cống.',
      'Nâng cấp tuyến ngõ | = 60',
      'ngõ có cống | = 45 %',
    ],
    ['100% ngõ có mặt đường cứng và có cống thoát.', 'ngõ có mặt đường cứng và có cống thoát | = 100 %'],
    ['Quy hoạch phân khu được phủ kín 100%.', 'Quy hoạch phân khu được phủ kín | = 100 %'],
    [
      'Thu thuế đạt 120 tỷ đồng, tăng bình quân 10%/năm.',
      'Thu thuế | = 120 tỷ đồng',
      'Thu thuế tăng bình quân | = 10 %/năm',
    ],
    [
      'Tốc độ tăng giá trị bình quân 5 năm đạt 12,5%/năm.',
      'Tốc độ tăng giá trị bình quân 5 năm | = 12.5 %/năm',
    ],
    ['Kéo giảm 80% điểm ngập do mưa.', 'Kéo giảm điểm ngập do mưa | = 80 %'],
    ['Tiêu chuẩn cấp nước đạt 120 lít/người/ngày.đêm.', 'Tiêu chuẩn cấp nước | = 120 lít/người/ngày.đêm'],
    ['Hằng năm, có trên 90% chi bộ hoàn thành tốt trở lên.', 'chi bộ hoàn thành tốt trở lên | > 90 %'],
    ['Chiếu sáng: 95% chiều dài đường chính có đèn.', 'chiều dài đường chính có đèn | = 95 %'],
    [
      'Đến năm 2025 số lượng đô thị đạt 04 đô thị, trong đó 01 đô thị loại IV và 03 đô thị loại V.',
      'số lượng đô thị | 2025 = 4 đô thị',
      'đô thị loại IV | 2025 = 1',
      'đô thị loại V | 2025 = 3',
    ],
    [
      'Tỷ lệ đô thị hóa đạt 41% vào năm 2027, 50% vào năm 2032.',
      'Tỷ lệ đô thị hóa | 2027 = 41 %',
      'Tỷ lệ đô thị hóa | 2032 = 50 %',
    ],
    [
      'Đến năm 2027, tỷ lệ hộ nghèo còn dưới 1,5%, mật độ đường đạt hơn 8 km/km².',
      'tỷ lệ hộ nghèo | 2027 < 1.5 %',
      'mật độ đường | 2027 > 8 km/km²',
    ],
    [
      'Thu nhập bình quân đầu người đạt 85 triệu đồng/người/năm vào năm 2030.',
      'Thu nhập bình quân đầu người | 2030 = 85 triệu đồng/người/năm',
    ],
    ['Tỷ lệ thất thoát nước không quá 15% vào năm 2027.', 'Tỷ lệ thất thoát nước | 2027 <= 15 %'],
    [
      'Tỷ lệ phủ kín quy hoạch phân khu đạt từ 75% trở lên vào năm 2027.',
      'Tỷ lệ phủ kín quy hoạch phân khu | 2027 >= 75 %',
    ],
    [
      'Tỷ lệ hộ dùng nước sạch đạt 95 - 98% năm 2027.',
      'Tỷ lệ hộ dùng nước sạch | 2027 >= 95 %',
      'Tỷ lệ hộ dùng nước sạch | 2027 <= 98 %',
    ],
    [
      'Tăng tỷ lệ che phủ rừng từ 48,2% năm 2023 lên 52% năm 2030.',
      'tỷ lệ che phủ rừng | 2023 = 48.2 % *',
      'tỷ lệ che phủ rừng | 2030 = 52 %',
    ],
    [
      'Tỷ lệ rác được phân loại tại nguồn đạt trên 60% vào năm 2027 (hiện nay: 22%).',
      'Tỷ lệ rác được phân loại tại nguồn | 2027 > 60 %',
      'Tỷ lệ rác được phân loại tại nguồn | = 22 % *',
    ],
    [
      '100% hộ dân nội thị được cấp nước sạch vào năm 2027.',
      'hộ dân nội thị được cấp nước sạch | 2027 = 100 %',
    ],
    ['Xây dựng mới ít nhất 350 căn nhà ở xã hội trong năm 2027.', 'nhà ở xã hội | 2027 >= 350 căn'],
    ['Đến năm 2030 thị trấn được công nhận đô thị loại V.', 'đô thị loại V | 2030 meets all V'],
    [
      'Phấn đấu đến năm 2030: xã An Phú cơ bản đạt các tiêu chuẩn đô thị loại V.',
      'cơ bản đạt các tiêu chuẩn đô thị loại V | 2030 meets some V',
    ],
    [
      'Tỷ lệ đô thị hóa năm 2027 và năm 2032 lần lượt đạt 41% và 50%.',
      'Tỷ lệ đô thị hóa | 2027 = 41 %',
      'Tỷ lệ đô thị hóa | 2032 = 50 %',
    ],
    [
      'Tỷ lệ đường nhựa: năm 2027 đạt 90%, năm 2030 đạt 100%.',
      'Tỷ lệ đường nhựa | 2027 = 90 %',
      'Tỷ lệ đường nhựa | 2030 = 100 %',
    ],
    [
      'Phổ cập mạng 4G, 5G và chữ ký số cho người dân vào năm 2030.',
      'mạng 4G | 2030 universal',
      'mạng 5G | 2030 universal',
      'chữ ký số | 2030 universal',
    ],
    ['Dân số toàn đô thị khoảng 120.000 người vào năm 2030.', 'Dân số toàn đô thị | 2030 ~ 120000 người'],
    ['Đất cây xanh: ≥ 6,5 m2/người (năm 2030).', 'Đất cây xanh | 2030 >= 6.5 m2/người'],
    [
      'Tỷ lệ lấp đầy cụm công nghiệp vượt 80 phần trăm vào năm 2030.',
      'Tỷ lệ lấp đầy cụm công nghiệp | 2030 > 80 %',
    ],
    [
      'Tỷ lệ phủ xanh: 12% (2027), 15% (2030).',
      'Tỷ lệ phủ xanh | 2027 = 12 %',
      'Tỷ lệ phủ xanh | 2030 = 15 %',
    ],
    ['Đất giao thông chiếm 18% đất xây dựng đô thị vào năm 2028.', 'Đất giao thông | 2028 = 18 %'],
    ['Hoàn thành 100% việc cắm mốc giới trước năm 2027.', 'cắm mốc giới | 2026 = 100 %'],
    ['Đạt ít nhất 15 bác sĩ/vạn dân năm 2030.', 'bác sĩ/vạn dân | 2030 >= 15 bác sĩ/vạn dân'],
    ['Bán lẻ năm 2028 đạt 12.500 tỷ đồng, gấp 1,5 lần năm 2023.', 'Bán lẻ | 2028 = 12500 tỷ đồng'],
    [
      'Nâng tỷ lệ rác tái chế từ 38,5% (năm 2024) lên 45% (năm 2028) và 52% (năm 2030).',
      'tỷ lệ rác tái chế | 2024 = 38.5 % *',
      'tỷ lệ rác tái chế | 2028 = 45 %',
      'tỷ lệ rác tái chế | 2030 = 52 %',
    ],
    [
      'Tổng thu ngân sách tăng bình quân 1,5%/năm giai đoạn 2026 - 2030.',
      'Tổng thu ngân sách tăng bình quân | 2030 = 1.5 %/năm',
    ],
    ['Tỷ lệ thất thoát nước giảm xuống dưới 5% vào năm 2028.', 'Tỷ lệ thất thoát nước | 2028 < 5 %'],
    ['Tỷ lệ người dân hài lòng đạt và vượt 95% năm 2027.', 'Tỷ lệ người dân hài lòng | 2027 >= 95 %'],
    [
      'Phấn đấu đến hết năm 2027 có 12/15 xã đạt chuẩn nông thôn mới.',
      'xã đạt chuẩn nông thôn mới | 2027 = 12 xã',
    ],
    [
      'Duy trì 100% trẻ em dưới 6 tuổi có thẻ bảo hiểm y tế đến năm 2030.',
      'trẻ em dưới 6 tuổi có thẻ bảo hiểm y tế | 2030 = 100 %',
    ],
    [
      'Đất cây xanh bình quân 8 - 10 m²/người vào năm 2030.',
      'Đất cây xanh bình quân | 2030 >= 8 m²/người',
      'Đất cây xanh bình quân | 2030 <= 10 m²/người',
    ],
    [
      'Đến năm 2030, thu nhập bình quân đầu người gấp 1,5 lần so với năm 2025.',
      'thu nhập bình quân đầu người | 2030 = 1.5 lần',
    ],
    ['Giữ vững đô thị loại III đến năm 2030.', 'đô thị loại III | 2030 meets all III'],
    ['Mỗi phường có tối thiểu 02 công viên vào năm 2028.', 'công viên | 2028 >= 2'],
    ['Đến năm 2028 cơ bản không còn nhà tạm, nhà dột nát.', 'nhà tạm, nhà dột nát | 2028 = 0'],
    [
      'Đến năm 2030, tỷ lệ đô thị hóa đạt 52%, trong đó khu vực phía Đông đạt 70%.',
      'tỷ lệ đô thị hóa | 2030 = 52 %',
      'tỷ lệ đô thị hóa | 2030 = 70 %',
    ],
    [
      'Tỷ lệ cứng hóa đường ngõ đạt 85% năm 2028; năm 2024 ước đạt 60%.',
      'Tỷ lệ cứng hóa đường ngõ | 2028 = 85 %',
      'Tỷ lệ cứng hóa đường ngõ | 2024 ~ 60 % *',
    ],
    [
      'Đất cây xanh đạt 5,5 m²/người năm 2028 (hiện trạng: 3,2 m²/người).',
      'Đất cây xanh | 2028 = 5.5 m²/người',
      'Đất cây xanh | = 3.2 m²/người *',
    ],
    [
      'Diện tích sàn nhà ở đạt 33 m² năm 2030, so với 29,86 m² của năm 2021.',
      'Diện tích sàn nhà ở | 2030 = 33 m²',
      'Diện tích sàn nhà ở | 2021 = 29.86 m² *',
    ],
    [
      'Tỷ lệ dân dùng nước sạch đạt 97,5% (tăng 6,3% so với năm 2024) vào năm 2028.',
      'Tỷ lệ dân dùng nước sạch | 2028 = 97.5 %',
    ],
    [
      'Thu hút ít nhất 3,2 triệu lượt khách, doanh thu du lịch đạt 2.450 tỷ đồng vào năm 2028.',
      'Thu hút lượt khách | 2028 >= 3.2 triệu lượt khách',
      'doanh thu du lịch | 2028 = 2450 tỷ đồng',
    ],
    [
      'Đến năm 2027: hoàn thành 03 tuyến phố kiểu mẫu, 15 tuyến ngõ văn minh.',
      'tuyến phố kiểu mẫu | 2027 = 3',
      'tuyến ngõ văn minh | 2027 = 15',
    ],
    [
      'Dân số đến năm 2030 khoảng 85 nghìn người; quy mô đất xây dựng khoảng 1.150 ha.',
      'Dân số | 2030 ~ 85 nghìn người',
      'quy mô đất xây dựng | 2030 ~ 1150 ha',
    ],
    ['Đến cuối nhiệm kỳ, 100% cơ sở y tế đạt chuẩn.', 'cơ sở y tế đạt chuẩn | = 100 %'],
  ])('%s', (line, ...stated) => {
    expect(read(line)).toEqual(stated)
  })

  test.each([
    'Thực hiện Nghị quyết số 06-NQ/TW ngày 24/01/2022 về đô thị đến năm 2030.',
    'Nâng cao chất lượng sống của người dân đô thị.',
    'Theo Điều 12 Luật Quy hoạch và Quyết định 891 của tỉnh.',
    'Giai đoạn 2021 - 2025 tập trung đầu tư hạ tầng khung.',
  ])('"%s" promises no figure', (line) => {
    expect(read(line)).toEqual([])
  })

  test('the year of a heading holds where the line names none, and yields where it does', () => {
    expect(read('Tỷ lệ đô thị hóa đạt 50%.', 2030)).toEqual(['Tỷ lệ đô thị hóa | 2030 = 50 %'])
    expect(read('Cây xanh đạt 8,5 m², phấn đấu đạt 10 m² vào năm 2035.', 2030)).toEqual([
      'Cây xanh | 2030 = 8.5 m²',
      'Cây xanh | 2035 = 10 m²',
    ])
  })

  test('a figure of the past is a baseline, not a promise', () => {
    expect(read('Tỷ lệ đô thị hóa năm 2021 đạt 38%, đến năm 2030 đạt 50%.')).toEqual([
      'Tỷ lệ đô thị hóa | 2021 = 38 % *',
      'Tỷ lệ đô thị hóa | 2030 = 50 %',
    ])
  })

  test.each<[line: string, ...stated: string[]]>([
    [
      'Thu nhập bình quân đến năm 2030 tăng thêm 25 triệu đồng so với năm 2025.',
      'Thu nhập bình quân tăng thêm | 2030 = 25 triệu đồng',
    ],
    ['Đến năm 2030 giảm ít nhất 10% số vụ cháy so với năm 2025.', 'Giảm số vụ cháy | 2030 >= 10 %'],
    ['Tỷ lệ hộ khá tăng lên 60% vào năm 2030.', 'Tỷ lệ hộ khá | 2030 = 60 %'],
    ['Đến năm 2025, tỷ lệ thất thoát mỗi năm giảm 0,8%.', 'tỷ lệ thất thoát mỗi năm giảm | 2025 = 0.8 %'],
  ])('by how much is not how much: %j', (line, ...stated) => {
    expect(read(line).map((each) => each.replace(/^giảm/, 'Giảm'))).toEqual(stated)
  })

  test.each<[line: string, ...stated: string[]]>([
    [
      'Tỷ lệ đô thị hóa đạt từ 60% trở lên vào năm 2030 (năm 2023: 45,3%; chỉ tiêu 2025: 50%).',
      'Tỷ lệ đô thị hóa | 2030 >= 60 %',
      'Tỷ lệ đô thị hóa | 2023 = 45.3 % *',
      'Tỷ lệ đô thị hóa | 2025 = 50 %',
    ],
    [
      'Tỷ lệ đất giao thông so với đất xây dựng đô thị năm 2030 đạt trên 17%.',
      'Tỷ lệ đất giao thông so với đất xây dựng đô thị | 2030 > 17 %',
    ],
    [
      'Đến năm 2030, có từ 80% khu dân cư trở lên đạt chuẩn văn hóa 5 năm liên tục.',
      'khu dân cư đạt chuẩn văn hóa 5 năm liên tục | 2030 >= 80 %',
    ],
    ['Đến năm 2025, phấn đấu 05/09 phường đạt chuẩn.', 'phường đạt chuẩn | 2025 = 5 phường'],
    [
      'Đến năm 2025, đạt ít nhất 45/59 tiêu chuẩn đô thị loại IV.',
      'tiêu chuẩn đô thị loại IV | 2025 >= 45 tiêu chuẩn',
    ],
    [
      'Chỉ tiêu 4: Số bãi chôn lấp phải đóng cửa: 07/11 bãi vào năm 2027.',
      'Số bãi chôn lấp phải đóng cửa | 2027 = 7 bãi',
    ],
    ['Tỷ lệ đô thị hóa năm 2030 đạt 78%1; còn lại giữ nguyên.', 'Tỷ lệ đô thị hóa | 2030 = 78 %'],
    ['Diện tích đất ở đạt 55 m?/người vào năm 2030.', 'Diện tích đất ở | 2030 = 55 m²/người'],
    [
      'Thu ngân sách năm 2030 đạt 42 tỷ đồng, bằng 112% so với thực hiện năm 2025.',
      'Thu ngân sách | 2030 = 42 tỷ đồng',
    ],
    [
      'Tỷ lệ phường từ loại IV trở lên đạt 70% vào năm 2030 (cuối năm 2023: 52%).',
      'Tỷ lệ phường từ loại IV trở lên | 2030 = 70 %',
      'Tỷ lệ phường từ loại IV trở lên | 2023 = 52 % *',
    ],
  ])('as offices write them: %j', (line, ...stated) => {
    expect(read(line)).toEqual(stated)
  })

  test('property: whatever the figure, comparator and year, they are read back', () => {
    const comparators = [
      ['tối thiểu ', '>='],
      ['trên ', '>'],
      ['khoảng ', '~'],
      ['không quá ', '<='],
      ['dưới ', '<'],
      ['', '='],
    ] as const
    const written = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 2025, max: 2060 }),
        fc.constantFrom(...comparators),
        fc.constantFrom('%', 'm²/người', 'ha', 'km', 'tỷ đồng'),
        (cents, year, [word, comparator], unit) => {
          const line = `- Chỉ số thử đến năm ${year} đạt ${word}${written.format(cents / 100)} ${unit};`
          expect(read(line)).toEqual([`Chỉ số thử | ${year} ${comparator} ${cents / 100} ${unit}`])
        },
      ),
    )
  })
})
