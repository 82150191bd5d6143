/*
 * Set phrases of administrative Vietnamese. A window of text that reads like one without its marks, and differs
 * from it in them, was most likely mistaken by the scanner. Only phrases that no other words look like belong
 * here; where other words do, they stand in `alike`.
 */

const work = `
  thực hiện|tổ chức thực hiện|triển khai|triển khai thực hiện|hoàn thành|hoàn thiện|phối hợp|chủ trì|chủ trì phối hợp|tham mưu|hướng dẫn|
  kiểm tra|giám sát|theo dõi|đôn đốc|đánh giá|tổng hợp|báo cáo|tổng kết|sơ kết|thông báo|kết luận|kiến nghị|đề nghị|đề xuất|yêu cầu|
  chỉ đạo|lãnh đạo|điều hành|điều chỉnh|điều kiện|điều tra|quản lý|quản lý nhà nước|quán triệt|tuyên truyền|phổ biến|vận động|rà soát|
  bổ sung|sửa đổi|cập nhật|thẩm định|thẩm tra|phê duyệt|ban hành|công bố|công khai|minh bạch|đăng ký|đăng tải|cấp phép|xử lý|xử phạt|
  khắc phục|phòng ngừa|phát hiện|ngăn chặn|giải quyết|giải pháp|tháo gỡ|vướng mắc|khó khăn|thuận lợi|tăng cường|nâng cao|đẩy mạnh|
  đẩy nhanh|phấn đấu|phát huy|phát triển|phát triển bền vững|phát sinh|phát động|phản ánh|phản biện|xây dựng|thiết kế|thi công|nghiệm thu|
  bàn giao|tiếp nhận|tiếp tục|tiếp cận|tiến hành|tiến độ|thường xuyên|định kỳ|hằng năm|hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|
  chịu trách nhiệm|trách nhiệm|nhiệm vụ|nhiệm vụ trọng tâm|trọng tâm|trọng điểm|mục tiêu|mục đích|chỉ tiêu|chi tiêu|tiêu chí|tiêu chuẩn|
  kế hoạch|chương trình|chương trình hành động|đề án|dự án|phương án|phương hướng|phương pháp|phương tiện|phương thức|nội dung|quan điểm|
  định hướng|tầm nhìn|giai đoạn|thời gian|thời hạn|thời kỳ|thời điểm|tình hình|kết quả|hiệu quả|hiệu lực|chất lượng|số lượng|khối lượng|
  sản phẩm|cụ thể|cụ thể hóa|chi tiết|toàn diện|đồng bộ|quyết liệt|kịp thời|nghiêm túc|tích cực|chủ động|sáng tạo|linh hoạt|phù hợp|
  quy định|quy chế|quy trình|quy chuẩn|quy hoạch|quy mô|căn cứ|cơ sở pháp lý|pháp luật|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|
  công văn|tờ trình|văn bản|hồ sơ|thủ tục|thủ tục hành chính|cải cách hành chính|hành chính|thẩm quyền|quyền hạn|phân công|phân cấp|phân loại|
  phân bổ|phân bố|phân tích|phân khu|lồng ghép|huy động|bố trí|cân đối|ưu tiên|khuyến khích|hỗ trợ|thu hút|tạo điều kiện|đột phá|động lực|
  gắn với|đối với|liên quan|có liên quan|đáp ứng|bảo đảm|đảm bảo|đặc biệt|đặc thù|chủ yếu|chủ trương|chú trọng|quan tâm|quan trọng|
  thống nhất|thống kê|xác định|nghiên cứu|khảo sát|đo đạc|lấy ý kiến|ý kiến|ý thức|nhận thức|chuyển biến|chuyển đổi số|sắp xếp|kiện toàn
`
const bodies = `
  ủy ban nhân dân|hội đồng nhân dân|ban thường vụ|ban chấp hành|thường trực|thường vụ|cấp ủy|đảng ủy|đảng bộ|chi bộ|đảng viên|tỉnh ủy|
  thị ủy|thành ủy|huyện ủy|bộ chính trị|ban bí thư|trung ương|chính phủ|thủ tướng chính phủ|quốc hội|đại biểu|mặt trận tổ quốc|
  mặt trận tổ quốc việt nam|đoàn thể|hội liên hiệp phụ nữ|hội nông dân|hội cựu chiến binh|đoàn thanh niên|liên đoàn lao động|
  tổ chức chính trị|chính trị|chính quyền|chính quyền địa phương|cơ quan|cơ quan chủ trì|cơ quan phối hợp|cơ quan chỉ đạo|đơn vị|
  cơ quan đơn vị|địa phương|phòng ban|sở ngành|ban ngành|doanh nghiệp|hợp tác xã|cộng đồng|cộng đồng dân cư|nhân dân|người dân|hộ gia đình|
  cán bộ|công chức|viên chức|người lao động|người đứng đầu|thủ trưởng|thứ trưởng|chủ tịch|phó chủ tịch|bí thư|phó bí thư|giám đốc|
  trưởng phòng|chánh văn phòng|văn phòng|ủy viên|thành viên|tổ dân phố|khu phố|thị xã|thị trấn|thành phố|phường xã|xã phường|quận huyện|
  ban quản lý dự án|tuyên giáo|dân vận|nội vụ|tư pháp|tài chính|tài nguyên|tài nguyên và môi trường|nông nghiệp|nông thôn|
  nông nghiệp và phát triển nông thôn|nông thôn mới|công thương|giao thông vận tải|khoa học|khoa học và công nghệ|lao động|thương binh|giáo dục|
  giáo dục và đào tạo|đào tạo|y tế|thanh tra|công an|quân sự|biên phòng|kho bạc|bảo hiểm xã hội|thông tin và truyền thông|văn hóa|
  văn hóa thể thao|thể thao|du lịch|tổ chức|cá nhân|tổ chức cá nhân|các cơ quan|các đơn vị|các cấp|các ngành|nơi nhận|kính gửi|
  độc lập|tự do|hạnh phúc|cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam|cộng sản|thay mặt|đồng chí
`
const town = `
  đô thị|đô thị hóa|đô thị thông minh|phát triển đô thị|quản lý đô thị|trật tự đô thị|chỉnh trang đô thị|phân loại đô thị|khu đô thị|
  hạ tầng|hạ tầng kỹ thuật|hạ tầng xã hội|kết cấu hạ tầng|kỹ thuật|kiến trúc|cảnh quan|không gian|không gian công cộng|công cộng|cây xanh|
  công viên|mặt nước|chiếu sáng|cấp nước|nước sạch|thoát nước|nước thải|chất thải|chất thải rắn|rác thải|thu gom|vận chuyển|tái chế|
  môi trường|bảo vệ môi trường|ô nhiễm|không khí|tiếng ồn|biến đổi khí hậu|thiên tai|phòng chống thiên tai|dịch bệnh|ngập úng|sạt lở|
  giao thông|giao thông công cộng|đường bộ|đường phố|tuyến đường|vỉa hè|lòng đường|bến xe|bãi đỗ xe|an toàn giao thông|ùn tắc|
  nhà ở|nhà ở xã hội|nhà ở công nhân|đất đai|quỹ đất|sử dụng đất|mục đích sử dụng|đất xây dựng|diện tích|mật độ|dân số|dân cư|khu dân cư|
  tái định cư|giải phóng mặt bằng|mặt bằng|bồi thường|thu hồi|đấu giá|đấu thầu|đầu tư|đầu tư công|vốn đầu tư|chủ đầu tư|nguồn vốn|nguồn lực|
  ngân sách|ngân sách nhà nước|kinh phí|chi phí|kinh tế|kinh tế xã hội|xã hội|xã hội hóa|an sinh xã hội|an ninh|quốc phòng|an toàn|trật tự|
  trật tự xây dựng|vi phạm|giấy phép|khu công nghiệp|cụm công nghiệp|công nghiệp|dịch vụ|thương mại|thị trường|bất động sản|hàng hóa|
  di tích|di sản|lịch sử|truyền thống|truyền thông|bản sắc|văn minh|lối sống|chất lượng sống|sức khỏe|bệnh viện|trường học|việc làm|
  thu nhập|giảm nghèo|bình đẳng|công nghệ|công nghệ số|công nghệ thông tin|dữ liệu|cơ sở dữ liệu|số liệu|hệ thống|hệ thống thông tin|
  nền tảng số|kinh tế số|chính quyền số|chính quyền điện tử|thanh toán điện tử|tài khoản|băng rộng|cáp quang|điện thoại|di động|
  tỷ lệ|tỷ trọng|bình quân|bình quân đầu người|tối thiểu|tối đa|khoảng cách|tốc độ|tăng trưởng|cơ cấu kinh tế|chuyển dịch|liên kết|kết nối|
  trung tâm|khu vực|vùng ven|ngoại thị|nội thị|hiện trạng|hiện đại|thực trạng|thực tế|thực tiễn|tiềm năng|lợi thế|thế mạnh|bền vững|thích ứng|
  năng lượng|tiết kiệm|tài sản|công trình|công tác|cộng tác|hạng mục|nâng cấp|cải tạo|mở rộng|duy tu|bảo trì|sửa chữa|vận hành|khai thác|
  sử dụng|ứng dụng|tích hợp|toàn bộ|tổng thể|tổng số|tổng quát|trung hạn|dài hạn|hằng tuần|hàng tuần|năng lực|nhân lực|nguồn nhân lực|
  quốc gia|quốc lộ|quốc tế|tỉnh lộ|vật liệu|vị trí|địa bàn|địa điểm|địa giới|địa chính|bản đồ|mốc giới|tọa độ|quan trắc|cảnh báo|sự nghiệp
`

const common = `
  thúc đẩy|hạt nhân|phục vụ|điện tử|biên bản|thành phần|tổ quốc|hành động|thành lập|công khai|trình bày|thể thức|quy hoạch chung|quy hoạch tỉnh|
  nhà nước|con người|cuộc sống|đời sống|sinh hoạt|sản xuất|kinh doanh|tiêu dùng|tiêu thụ|xuất khẩu|nhập khẩu|cạnh tranh|hội nhập|hợp tác|
  tham gia|tham dự|tổ chức lại|duy trì|bảo tồn|gìn giữ|giữ gìn|phát huy giá trị|giá trị|giá trị gia tăng|giá đất|di dời|cưỡng chế|khiếu nại|tố cáo|
  tranh chấp|kỷ luật|kỷ cương|khen thưởng|thi đua|tập trung|tập huấn|bồi dưỡng|học tập|giảng dạy|nghề nghiệp|việc làm mới|chăm sóc|
  chăm lo|khám chữa bệnh|dự phòng|phòng chống|phòng cháy|chữa cháy|cứu nạn|cứu hộ|ứng phó|ứng xử|văn nghệ|lễ hội|tín ngưỡng|tôn giáo|dân tộc|
  thiếu niên|thanh niên|phụ nữ|trẻ em|người cao tuổi|người khuyết tật|hộ nghèo|thiết chế|thiết bị|thiết yếu|trang thiết bị|máy móc|vật tư|
  kỹ năng|kinh nghiệm|mô hình|mạng lưới|đầu mối|cửa ngõ|hành lang|trục đường|kết hợp|đồng thời|trước hết|sau đó|theo quy định|theo đúng|
  tại khoản|theo khoản|khoản mục|điều khoản|phụ lục|bảng biểu|danh mục|số thứ tự|ghi chú|đính kèm|kèm theo|ký ban hành|ký kết|có hiệu lực|thi hành|
  áp dụng|đối tượng|phạm vi|nguyên tắc|quyền lợi|nghĩa vụ|lợi ích|hợp pháp|hợp lý|hợp đồng|tư vấn|tư nhân|thu chi|thu thuế|phí và lệ phí|
  dự toán|quyết toán|giải ngân|thanh toán|cấp phát|vay vốn|tín dụng|ngân hàng|doanh thu|lợi nhuận|tăng thu|tiết giảm|tài liệu|tài trợ|
  xã hội chủ nghĩa|dân chủ|dân sinh|dân trí|lòng dân|đoàn kết|thống nhất cao|đồng thuận|nhất trí|biểu quyết|thông qua|kỳ họp|hội nghị|cuộc họp|
  phiên họp|làm việc|làm rõ|trả lời|trình duyệt|trình ban|tham khảo|góp ý|tiếp thu|giải trình|bảo vệ|bảo mật|bí mật|giữ vững|ổn định|phát triển kinh tế|
  kinh tế biển|ven biển|ven sông|bờ biển|thủy lợi|thủy sản|hải sản|nuôi trồng|trồng trọt|chăn nuôi|lâm nghiệp|rừng trồng|rừng phòng hộ|khoáng sản|
  cấp tỉnh|cấp huyện|cấp xã|cấp bách|cấp thiết|trước mắt|lâu dài|hiệu lực hiệu quả|minh chứng|bằng chứng|chứng nhận|giấy chứng nhận|
  quyền sử dụng|sở hữu|chuyển nhượng|thừa kế|thế chấp|cho thuê|giao đất|thuê đất|chuyển mục đích|hạn mức|đơn giá|định mức|hệ số|chỉ số|thông số|
  đo lường|cảm biến|tự động|trực tuyến|trực tiếp|gián tiếp|một cửa|dịch vụ công|phần mềm|ứng dụng công nghệ|an toàn thông tin|truyền hình|phát thanh|
  tối ưu|tối đa hóa|tương xứng|tương ứng|tương lai|hiện hữu|hiện có|sẵn có|còn lại|trên địa bàn|địa bàn thị xã|toàn quốc|toàn tỉnh|toàn thị xã|
  khẩn trương|nghiêm cấm|nghiêm minh|chặt chẽ|đột xuất|phát động phong trào|phong trào|gương mẫu|nêu cao|tinh thần|ý chí|quyết tâm|
  chính sách|cơ chế|cơ chế chính sách|cơ sở|trên cơ sở|cơ cấu|cơ hội|cơ bản|thể chế|hệ thống chính trị|nhà đầu tư|thành tựu|hạn chế|
  vệ sinh|vệ sinh môi trường|tiểu thủ công nghiệp|đất ở|dữ kiện|
  tồn tại|nguyên nhân|bài học|dự báo|dự kiến|dự thảo|soạn thảo|bộ máy|biên chế|vị trí việc làm|tiền lương|phụ cấp|chế độ|nghỉ hưu
`

/** The phrases, in lower case, with tones where the dictionary puts them (`hóa`, `ủy`). */
export const phrases: readonly string[] = [
  ...new Set(
    `${work}|${bodies}|${town}|${common}`
      .split('|')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  ),
]

/** Other words that read like a phrase without their marks, and are right. */
export const alike: readonly string[] = `
  cần bổ|cần bố|có quan|có chế|đó thì|độ thì|đầu từ|bán hàng|mỗi trường|mới trường|mọi trường|về sinh|danh giá|dân cử|số kết|người đàn|
  bị mất|từ đó|trình bản|tôi đã|phản công|có bản|tù nhân|báo về|quận lỵ|từ đồng|số ngành|còn người|họ trở|đốt phá|sự đúng|
  quan huyện|nơi dừng|nói thì|ngoài thì|có quân|cánh quân|bị thu|bản giao|bản do|đơn độc|đỡ thì|độ lượng|đồ đạc|đảng tại|đang tại|
  đông lúc|ý chỉ|tự nhận|toan tính|tiền đồ|thử hỏi|thứ thuế|thứ chi|thuế đất|theo đòi|sau do|rừng trong|phát thành|
  nói đúng|nuôi trong|có số|cơ số|có sổ|có cầu|công ăn|cần cù|mất nước|lời thề|nơi thì|mỗi quan|
  tái sản|tại sản|đặt ở|gần với|các nhân|đi động|từ do|tự độ|bán giao
`
  .split('|')
  .map((phrase) => phrase.trim())
  .filter((phrase) => phrase !== '')
