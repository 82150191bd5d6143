/** Words that begin what a body is to do. Written small, for names carry capitals ("Phòng Quản lý đô thị"). */
const verbs = [
  'được phân công, được giao, học tập, học hỏi, cấp phép, cấp giấy, cấp phát, cấp kinh phí, tham dự, nhận diện, nhận, nêu cao',
  'nêu gương, biểu dương, đề ra, vận dụng, cải thiện, tăng, hạn chế, tận dụng, tranh thủ, lưu ý, lấy',
  'lấy ý kiến, trích, tuyển, thuê, khoanh, dành, chọn, đặt, làm tốt, làm mới, phân cấp, ủy quyền',
  'uỷ quyền, đàm phán, ký kết, liên kết, quán xuyến, đề cao, đón, phục vụ, ngầm hóa, tưới, quét, thắp',
  'treo, tạm dừng, dừng, chấm dứt, cho phép, coi, xem, hoàn tất, tất toán, nạo vét, quyết toán',
  'thanh quyết toán, tuần tra, rút kinh nghiệm, thẩm tra, kê khai, đối chiếu, đấu thầu, mua sắm',
  'nhân rộng, thí điểm, tập huấn, đào tạo, bồi dưỡng, chuyển, trả lời, giải trình, tham gia, cam kết',
  'chấp hành, tuân thủ, tiến hành, chi trả, thanh toán, giải ngân, kiểm đếm, cưỡng chế, tháo dỡ',
  'di chuyển, dọn, vệ sinh, khơi thông, cải tạo, chỉnh trang, nâng cấp, mở rộng, cắm mốc, tôn tạo',
  'phục hồi, phấn đấu, cảnh báo, dự báo, gắn, rút ngắn, bổ sung, điều chỉnh, sửa đổi, làm, tiếp, góp',
  'nhắc nhở, kiểm soát, phụ trách, trực tiếp, cùng, sớm, nhanh chóng, lựa, quy định, áp dụng, trao đổi',
  'thảo luận, phát hành, trưng bày, mời, tổng rà soát, hoàn trả, ứng trực, đảm nhận, đại diện, nộp, thu',
  'truy thu, chủ trì, phối hợp, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, căn cứ, theo chức năng',
  'theo nhiệm vụ, theo thẩm quyền, theo lĩnh vực, trên cơ sở, được giao, là cơ quan, là đơn vị',
  'là đầu mối, làm đầu mối, khẩn trương, tiếp tục, chủ động, kịp thời, thường xuyên, định kỳ, hằng năm',
  'hàng năm, hằng quý, hàng quý, hằng tháng, hàng tháng, tập trung, tăng cường, đẩy mạnh, đẩy nhanh',
  'nghiêm túc, tổ chức, cụ thể hóa, cụ thể hoá, hướng dẫn, tuyên truyền, tham mưu, xây dựng, theo dõi',
  'ban hành, chỉ đạo, triển khai, lãnh đạo, rà soát, lập, thực hiện, hoàn thành, hoàn thiện, vận động',
  'đôn đốc, kiểm tra, giám sát, tổng hợp, báo cáo, trình, bố trí, cân đối, quản lý, phân công, phát huy',
  'nghiên cứu, đề xuất, bảo đảm, đảm bảo, công bố, công khai, cung cấp, cập nhật, thẩm định, phê duyệt',
  'xem xét, quyết định, thống nhất, đưa, huy động, hỗ trợ, phổ biến, quán triệt, đăng ký, đầu tư',
  'khảo sát, thống kê, thành lập, kiện toàn, giải quyết, xử lý, tháo gỡ, gửi, tạo điều kiện',
  'khuyến khích, thu gom, duy trì, nâng cao, mở, cử, in, hiệp thương, phản biện, thông báo, thông tin',
  'ưu tiên, đề nghị, yêu cầu, nắm, chấn chỉnh, bàn giao, tiếp nhận, tiếp thu, ký, kết nối, phân bổ',
  'phân tích, đánh giá, giao, thanh tra, điều tra, xác minh, xác định, niêm yết, đăng tải, đăng',
  'phát động, phát hiện, lắp đặt, sửa chữa, khắc phục, di dời, trồng, chăm sóc, cắt tỉa, làm việc',
  'làm rõ, tính toán, sắp xếp, kêu gọi, thu hút, mời gọi, thúc đẩy, phát triển, đổi mới, ứng dụng',
  'sử dụng, khai thác, vận hành, bảo trì, bảo vệ, phòng ngừa, ngăn chặn, thu hồi, bồi thường, đền bù',
  'nghiệm thu, quan tâm, chú trọng, coi trọng, giữ, góp ý, cho ý kiến, thể chế hóa, thể chế hoá',
  'lồng ghép, tích hợp, số hóa, số hoá, phân loại, đo đạc, khởi công, thi công, lựa chọn, chuẩn bị',
  'định hướng, kết nạp, kéo giảm, tích cực, gương mẫu, sơ kết, tổng kết, giúp(?! việc), thay mặt, tự, phải, cần, sẽ, không, nếu, khi',
].flatMap((line) => line.split(', '))
const known: ReadonlySet<string> = new Set(verbs)

/** "Văn phòng Đăng ký đất đai": a verb written with a capital is a name's, and so is its second syllable. */
export function endsCapitalised(before: string, verb: string): boolean {
  const head = /(?<!\p{L})\p{Lu}\p{Ll}*$/u.exec(before)?.[0]
  return head !== undefined && known.has(`${head.toLowerCase()} ${verb}`)
}

/** A verb of work as a word of its own, the longest first. */
export const verbPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${verbs.toSorted((a, b) => b.length - a.length).join('|')})(?![\p{L}\p{N}])`,
  'gu',
)
