import type { IssueText } from './issue-texts-data.ts'

/** Issues of CAD layers, their text and line work, and of the file as a whole. */
export const drawingIssueTexts = {
  // CAD layers and their codes
  'code-proposed': {
    weight: 'note',
    vi: 'Lớp CAD "{cad}" → {code}: {why}.',
    en: 'CAD layer "{cad}" → {code}: {why}.',
    mend: { vi: 'Sửa ánh xạ nếu không đúng.', en: 'Change the mapping where it is wrong.' },
  },
  'code-asked': {
    weight: 'question',
    vi: 'Lớp CAD "{cad}": {choices} đều có thể; chưa gán mã cho {number} đối tượng.',
    en: 'CAD layer "{cad}": any of {choices} may be meant; {number} features have no code yet.',
    mend: { vi: 'Chọn mã cho cả lớp CAD.', en: 'Choose the code for the whole CAD layer.' },
  },
  'code-none': {
    weight: 'question',
    vi: 'Lớp CAD "{cad}": danh mục chưa có mã cho "{term}"; {number} đối tượng giữ tên, chưa có mã.',
    en: 'CAD layer "{cad}": the list has no code for "{term}"; {number} features keep the name without a code.',
    mend: {
      vi: 'Chọn mã theo phụ lục của thông tư, hoặc để trống.',
      en: 'Choose it from the annex, or leave it empty.',
    },
  },
  'group-unmapped': {
    weight: 'question',
    vi: 'Nhóm "{cad}" không có trong ánh xạ đã lưu; {number} đối tượng dùng đề nghị mới.',
    en: '"{cad}" is not in the saved mapping; {number} features go by a new proposal.',
    mend: { vi: 'Kiểm tra và lưu lại ánh xạ.', en: 'Check it and save the mapping again.' },
  },
  'left-out': {
    weight: 'note',
    vi: '{number} đối tượng của "{cad}" không lấy vào: {why}.',
    en: '{number} features of "{cad}" are not taken: {why}.',
    mend: {
      vi: 'Đổi cách dùng lớp CAD trong ánh xạ nếu cần.',
      en: 'Change the use of the CAD layer in the mapping.',
    },
  },
  // Text
  'text-doubt': {
    weight: 'question',
    vi: 'Chữ "{from}" đọc được theo Unicode hoặc theo {how} ("{to}"), ở {number} giá trị; giữ nguyên.',
    en: '"{from}" can be read as Unicode or as {how} ("{to}"), in {number} values; it is kept as it is.',
    mend: {
      vi: 'Chọn bảng mã của tệp rồi đọc lại.',
      en: 'Choose the encoding of the file and read it again.',
    },
  },
  'text-repaired': {
    weight: 'note',
    vi: 'Chữ hỏng đã khôi phục nguyên vẹn ({how}): "{from}" → "{to}", ở {number} giá trị.',
    en: 'Broken text was restored without loss ({how}): "{from}" → "{to}", in {number} values.',
    mend: { vi: 'Kiểm tra tên riêng.', en: 'Check the names.' },
  },
  'text-proposed': {
    weight: 'question',
    vi: 'Chữ đã mất dấu: "{from}" có lẽ là "{to}", ở {number} đối tượng.',
    en: 'Letters were lost: "{from}" is probably "{to}", on {number} features.',
    mend: { vi: 'Xác nhận hoặc gõ lại.', en: 'Confirm it, or type it again.' },
  },
  'text-lost': {
    weight: 'fault',
    vi: 'Chữ đã mất dấu, không khôi phục được: "{from}", ở {number} đối tượng.',
    en: 'Letters were lost and cannot be restored: "{from}", on {number} features.',
    mend: {
      vi: 'Xuất lại từ tệp gốc bằng Unicode, hoặc gõ lại.',
      en: 'Export the source again as Unicode, or type it.',
    },
  },
  // Line work
  'lines-kept': {
    weight: 'note',
    vi: '{number} đường của "{cad}" giữ làm đường ranh để dựng vùng.',
    en: '{number} lines of "{cad}" are kept as line work for areas.',
    mend: { vi: 'Không cần làm gì.', en: 'Nothing to do.' },
  },
  'areas-built': {
    weight: 'note',
    vi: 'Đã dựng {number} vùng từ đường ranh, khép khe hở đến {tolerance} m; vùng có đánh dấu, đường giữ bên cạnh.',
    en: '{number} areas were built from line work, gaps up to {tolerance} m closed; they are marked, the lines kept beside.',
    mend: { vi: 'Kiểm tra trên bản đồ.', en: 'Check them on the map.' },
  },
  'built-covered': {
    weight: 'note',
    vi: '{number} vùng do đường ranh tạo ra đã có trong tệp dưới dạng vùng; không tạo lại.',
    en: '{number} areas that the lines enclose are in the file as areas; they are not made again.',
    mend: { vi: 'Không cần làm gì.', en: 'Nothing to do.' },
  },
  'built-sliver': {
    weight: 'note',
    vi: 'Mảnh {area} m² hẹp hơn dung sai {tolerance} m giữa các đường trùng nhau; không tạo thành vùng.',
    en: 'A sliver of {area} m², narrower than the tolerance of {tolerance} m, lies between lines drawn twice; no area is made of it.',
    mend: {
      vi: 'Không cần làm gì; nếu là dải đất thật, giảm dung sai rồi đọc lại.',
      en: 'Nothing to do; where it is a strip that is meant, read again with a smaller tolerance.',
    },
  },
  'built-road': {
    weight: 'note',
    vi: 'Vùng dựng từ đường ranh → {code}: có tim đường chạy qua, rộng trung bình {width} m, không có nhãn nào khác.',
    en: 'An area built from lines → {code}: the axis of a road runs along it, {width} m wide on average, and no label says otherwise.',
    mend: {
      vi: 'Chọn mã khác nếu không phải đất giao thông.',
      en: 'Choose another code where it is no road.',
    },
  },
  'built-label-unknown': {
    weight: 'question',
    vi: 'Vùng dựng từ đường ranh có nhãn "{label}", không ứng với mã nào; nhãn được giữ, chưa gán mã.',
    en: 'An area built from lines has the label "{label}", which stands for no code; the label is kept, there is no code yet.',
    mend: { vi: 'Chọn mã cho vùng.', en: 'Choose the code of the area.' },
  },
  'layer-hidden': {
    weight: 'question',
    vi: '{number} đối tượng của "{cad}" thuộc lớp đang tắt hoặc đóng băng trong bản vẽ; vẫn được đọc.',
    en: '{number} features of "{cad}" lie on a layer that is switched off or frozen in the drawing; they are read all the same.',
    mend: {
      vi: 'Nếu là nét nháp, bỏ lớp CAD này trong ánh xạ.',
      en: 'Where it is scaffolding, leave the CAD layer out in the mapping.',
    },
  },
  'nothing-read': {
    weight: 'fault',
    vi: 'Tệp không có đối tượng nào.',
    en: 'The file holds no features.',
    mend: { vi: 'Kiểm tra đã xuất đúng lớp hay chưa.', en: 'Check that the right layer was exported.' },
  },
  'built-no-code': {
    weight: 'question',
    vi: 'Vùng dựng từ đường ranh chưa có mã: không có nhãn bên trong.',
    en: 'An area built from lines has no code: there is no label in it.',
    mend: { vi: 'Chọn mã cho vùng.', en: 'Choose the code of the area.' },
  },
  'built-many-labels': {
    weight: 'question',
    vi: 'Vùng dựng từ đường ranh có {number} nhãn khác nhau bên trong ({choices}); chưa gán mã.',
    en: 'An area built from lines holds {number} different labels ({choices}); it has no code yet.',
    mend: { vi: 'Chọn một nhãn, hoặc vẽ thêm đường ranh.', en: 'Choose one, or draw the missing border.' },
  },
  'label-alone': {
    weight: 'fault',
    vi: 'Nhãn "{label}" không nằm trong vùng nào.',
    en: 'The label "{label}" lies in no area.',
    mend: {
      vi: 'Khép kín đường ranh quanh nhãn trong tệp gốc.',
      en: 'Close the lines around it in the source.',
    },
  },
  'line-open': {
    weight: 'fault',
    vi: 'Đường ranh không khép thành vùng ({why}), dài {metres} m.',
    en: 'Line work that closes no area ({why}), {metres} m long.',
    mend: {
      vi: 'Nối đường trong tệp gốc, hoặc tăng dung sai.',
      en: 'Join the line in the source, or raise the tolerance.',
    },
  },
  'gap-closed': {
    weight: 'note',
    vi: 'Khe hở {metres} m đã khép khi dựng vùng.',
    en: 'A gap of {metres} m was closed to build areas.',
    mend: { vi: 'Kiểm tra vị trí.', en: 'Check the place.' },
  },
  'tail-cut': {
    weight: 'note',
    vi: 'Đầu đường thừa {metres} m vượt qua đường khác, bỏ qua khi dựng vùng.',
    en: 'An end that overshot another line by {metres} m was left out when areas were built.',
    mend: { vi: 'Kiểm tra vị trí.', en: 'Check the place.' },
  },
  'built-invalid': {
    weight: 'fault',
    vi: 'Đường ranh tạo vòng không thành vùng được.',
    en: 'Line work makes a ring that cannot be an area.',
    mend: { vi: 'Vẽ lại trong tệp gốc.', en: 'Draw it again in the source.' },
  },
  // The whole file
  'review-open': {
    weight: 'question',
    vi: 'Tệp khác với dữ liệu đang có: {added} mới, {changed} đổi, {gone} mất; chờ xem xét.',
    en: 'The file differs from the record: {added} new, {changed} changed, {gone} gone; a review is open.',
    mend: {
      vi: 'Xem khác biệt rồi chấp nhận hoặc bỏ.',
      en: 'Look at the difference, then accept it or drop it.',
    },
  },
  'changed-by-hand': {
    weight: 'question',
    vi: '{number} đối tượng khác với tệp đã được sửa tay từ lần nhập trước của nguồn này; "chấp nhận tất cả" không ghi đè lên chúng.',
    en: '{number} entries that differ were changed by hand since the source last gave them; "accept all" does not write over them.',
    mend: {
      vi: 'Xem từng đối tượng ở mục khác biệt: giữ phần đã sửa tay, hoặc chấp nhận theo tệp.',
      en: 'Look at each among the differences: keep what was entered by hand, or accept what the file says.',
    },
  },
  'later-kept': {
    weight: 'question',
    vi: '{number} đối tượng đã có dữ liệu cho những ngày sau (sớm nhất từ {day}); phần đó được giữ nguyên.',
    en: 'The record has something for later days (from {day} on) of {number} entries; that stays as it is.',
    mend: {
      vi: 'Xem thay đổi đã ghi cho ngày sau còn đúng với tệp mới không; sửa từng đối tượng nếu cần.',
      en: 'See whether what is entered for later still holds beside the newer file; edit the entry where not.',
    },
  },
} as const satisfies Record<string, IssueText>
