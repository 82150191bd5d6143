import type { IssueText } from './issue-text.ts'
import { shapeTexts } from './shape-texts.ts'

/** One table of all that an import may list; `docs/import-issues.md` is written from it. */
export const issueTexts = {
  ...shapeTexts,
  // Values
  'value-missing': {
    weight: 'fault',
    vi: 'Thiếu giá trị bắt buộc của trường {field} ở {number} đối tượng.',
    en: 'The mandatory field {field} is missing on {number} features.',
    mend: {
      vi: 'Bổ sung trong tệp gốc hoặc nhập từng đối tượng.',
      en: 'Complete the source, or enter it entry by entry.',
    },
  },
  'value-type': {
    weight: 'fault',
    vi: 'Trường {field}: "{found}" không đọc được thành {type}; để trống, giá trị gốc giữ ở ghi chú nguồn.',
    en: 'Field {field}: "{found}" cannot be read as {type}; left empty, the source keeps it.',
    mend: { vi: 'Sửa giá trị theo hồ sơ.', en: 'Enter it from the papers.' },
  },
  'value-range': {
    weight: 'fault',
    vi: 'Trường {field}: {found} nằm ngoài giới hạn {least}–{most}; giữ nguyên và đánh dấu.',
    en: 'Field {field}: {found} lies outside {least} to {most}; kept and flagged.',
    mend: { vi: 'Kiểm tra đơn vị tính và giá trị.', en: 'Check the unit and the value.' },
  },
  'value-length': {
    weight: 'fault',
    vi: 'Trường {field} dài {length} ký tự, lớp nhận {most}; giữ nguyên và đánh dấu.',
    en: 'Field {field} has {length} letters, the register takes {most}; kept and flagged.',
    mend: { vi: 'Rút gọn giá trị.', en: 'Shorten it.' },
  },
  'value-unread': {
    weight: 'question',
    vi: 'Trường {field}: "{found}" đọc được hai cách ({readings}); để trống.',
    en: 'Field {field}: "{found}" can be read in two ways ({readings}); left empty.',
    mend: {
      vi: 'Cho biết cách viết số hoặc ngày của cột.',
      en: 'Say how the column writes numbers or days.',
    },
  },
  'unknown-code': {
    weight: 'fault',
    vi: 'Trường {field}: mã "{found}" không có trong danh mục, ở {number} đối tượng.',
    en: 'Field {field}: "{found}" is not one of its codes, on {number} features.',
    mend: { vi: 'Chọn mã đúng cho cả nhóm.', en: 'Choose the right code for all of them.' },
  },
  'unverified-code': {
    weight: 'note',
    vi: 'Trường {field}: mã "{found}" chưa có trong danh mục mà dothi đã đọc; giữ nguyên, ở {number} đối tượng.',
    en: 'Field {field}: "{found}" is not in what dothi has read of the list; kept as given, on {number} features.',
    mend: { vi: 'Đối chiếu phụ lục của thông tư.', en: 'Compare with the annex of the circular.' },
  },
  'area-differs': {
    weight: 'fault',
    vi: 'Diện tích ghi {declared} m² khác diện tích đo trên hình {measured} m² ({percent} %).',
    en: 'The declared area of {declared} m² differs from the {measured} m² of the geometry ({percent} %).',
    mend: {
      vi: 'Diện tích pháp lý theo hồ sơ; kiểm tra hình và đơn vị tính.',
      en: 'The area in law is that of the papers; check the geometry and the unit.',
    },
  },
  'personal-column': {
    weight: 'note',
    vi: 'Cột {column} chứa dữ liệu cá nhân ({what}); không lấy vào.',
    en: 'Column {column} holds personal data ({what}); it is not taken.',
    mend: {
      vi: 'Không cần làm gì; đề nghị nơi gửi bỏ cột này.',
      en: 'Nothing to do; ask the sender to leave it out.',
    },
  },
  'personal-doubt': {
    weight: 'question',
    vi: 'Cột {column} có {number} giá trị giống dữ liệu cá nhân ({what}); các giá trị đó không lấy vào.',
    en: 'Column {column} has {number} values that look personal ({what}); these values are not taken.',
    mend: { vi: 'Xem các dòng được nêu.', en: 'Look at the rows named.' },
  },
  'column-left': {
    weight: 'note',
    vi: 'Cột {column} không lấy vào: {why}.',
    en: 'Column {column} is not taken: {why}.',
    mend: {
      vi: 'Gán cột vào một trường của lớp nếu cần.',
      en: 'Map it to a field of the register where it is wanted.',
    },
  },
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
} as const satisfies Record<string, IssueText>

export type IssueCode = keyof typeof issueTexts
