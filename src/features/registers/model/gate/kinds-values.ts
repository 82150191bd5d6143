import type { FindingKind } from '../../../../domain/finding.ts'

const dossier = {
  vi: 'Thông tư 16/2025/TT-BXD, Phụ lục I, II (thuộc tính bắt buộc và mã)',
  en: 'Circular 16/2025/TT-BXD, annexes I, II (mandatory attributes and codes)',
}
const release = {
  vi: 'Luật 47/2024/QH15, Điều 50 (công bố quyết định, bản vẽ, quy định quản lý)',
  en: 'Law 47/2024, art. 50 (the decision, drawings and rules are published)',
}
const inForm = { vi: 'Mở đối tượng và sửa giá trị.', en: 'Open the entry and mend the value.' }

/** Faults of what entries say, of their sources and of their release. */
export const kindsOfValues = {
  'unknown-code': {
    severity: 'stop',
    vi: '{label}: mã "{found}" của {field} không có trong danh mục.',
    en: '{label}: the code "{found}" of {field} is not one of its list.',
    mend: {
      vi: 'Chọn mã của danh mục, hoặc bổ sung danh mục có căn cứ.',
      en: 'Choose a code of the list, or add to the list by a document.',
    },
    example: { vi: 'Mã DAT_O_XYZ không có trong thông tư', en: 'A code that no circular knows' },
    clause: dossier,
  },
  'missing-value': {
    severity: 'stop',
    vi: '{label}: thiếu {field}.',
    en: '{label}: {field} is missing.',
    mend: inForm,
    example: { vi: 'Ô đất không có mã chức năng', en: 'A zone without a function code' },
    clause: dossier,
  },
  'impossible-value': {
    severity: 'stop',
    vi: '{label}: {field} ghi "{found}", không thể có.',
    en: '{label}: {field} says "{found}", which cannot be.',
    mend: inForm,
    example: { vi: 'Mật độ xây dựng 140 %', en: 'A building density of 140 %' },
    clause: dossier,
  },
  'dangling-reference': {
    severity: 'stop',
    vi: '{label}: {field} ghi "{found}", không có trong {register} vào ngày công bố.',
    en: '{label}: {field} says "{found}", which {register} does not hold on the day.',
    mend: {
      vi: 'Sửa tên cho đúng, hoặc nhập đối tượng được nhắc đến.',
      en: 'Mend the name, or enter what is referred to.',
    },
    example: { vi: 'Ô đất thuộc một đồ án chưa nhập', en: 'A zone of a plan that was never entered' },
    clause: dossier,
  },
  'no-source': {
    severity: 'stop',
    vi: '{label}: không có nguồn.',
    en: '{label}: no source.',
    mend: {
      vi: 'Ghi nguồn của số liệu, hoặc nhập lại từ tệp gốc.',
      en: 'Say where it comes from, or import it again from its file.',
    },
    example: { vi: 'Đối tượng vẽ tay không ghi căn cứ', en: 'Drawn by hand without a word on what by' },
    clause: release,
  },
  'no-decision': {
    severity: 'stop',
    vi: '{label}: thiếu số hoặc ngày của quyết định phê duyệt.',
    en: '{label}: the number or day of the approving decision is missing.',
    mend: { vi: 'Ghi quyết định phê duyệt của quy hoạch.', en: 'Enter the decision that approved the plan.' },
    example: { vi: 'Đồ án chưa ghi số quyết định', en: 'A plan without its decision' },
    clause: release,
  },
  'not-released': {
    severity: 'note',
    vi: '{label}: lớp {register} được công bố nhưng đối tượng này chưa có văn bản công bố, nên không nằm trong bản công bố.',
    en: '{label}: {register} is published, but no document released this entry; it is left out.',
    mend: {
      vi: 'Công bố bằng văn bản, hoặc để nội bộ có chủ ý.',
      en: 'Release it by a document, or leave it internal on purpose.',
    },
    example: { vi: 'Ô đất nhập sau quyết định công bố', en: 'A zone that came in after the release' },
    clause: release,
  },
  'release-day': {
    severity: 'stop',
    vi: '{label}: văn bản công bố {document} ghi ngày {day}, sau ngày công bố.',
    en: '{label}: the releasing document {document} bears the day {day}, after the day of publishing.',
    mend: {
      vi: 'Kiểm tra ngày của văn bản; công bố lại bằng văn bản đúng.',
      en: 'Check the day of the document; release again by the right one.',
    },
    example: {
      vi: 'Ghi nhầm năm của quyết định công bố',
      en: 'A slip in the year of the releasing decision',
    },
    clause: release,
  },
  'plan-ended': {
    severity: 'stop',
    vi: '{label}: còn hiệu lực nhưng {plan} đã hết hiệu lực từ {day}.',
    en: '{label}: still in force, but {plan} ended on {day}.',
    mend: {
      vi: 'Kết thúc các ô của quy hoạch đã bị thay thế.',
      en: 'End the zones of the plan that was replaced.',
    },
    example: { vi: 'Ô của quy hoạch cũ còn trên bản đồ', en: 'A zone of the former plan still on the map' },
    clause: {
      vi: 'Luật 47/2024/QH15, Điều 46–48 (điều chỉnh quy hoạch)',
      en: 'Law 47/2024, art. 46–48 (adjusting plans)',
    },
  },
  'personal-data': {
    severity: 'stop',
    vi: '{label}: {field} có vẻ chứa thông tin cá nhân.',
    en: '{label}: {field} seems to hold personal data.',
    mend: {
      vi: 'Xóa thông tin cá nhân khỏi đối tượng trước khi công bố.',
      en: 'Take the personal data out before publishing.',
    },
    example: { vi: 'Ghi chú có số căn cước', en: 'A remark with an identity number' },
    clause: { vi: 'Luật 91/2025/QH15 (bảo vệ dữ liệu cá nhân)', en: 'Law 91/2025 (personal data)' },
  },
  'broken-text': {
    severity: 'stop',
    vi: '{label}: {field} bị hỏng chữ: "{found}".',
    en: '{label}: letters of {field} are broken: "{found}".',
    mend: { vi: 'Sửa chữ theo hồ sơ gốc.', en: 'Mend the letters by the dossier.' },
    example: { vi: '"Ð?t cây xanh dô th?"', en: '"Ð?t cây xanh dô th?"' },
    clause: null,
  },
  'no-accuracy': {
    severity: 'note',
    vi: '{label}: không ghi độ chính xác vị trí.',
    en: '{label}: no positional accuracy.',
    mend: { vi: 'Ghi sai số vị trí của nguồn (m).', en: 'Enter the accuracy of the source (m).' },
    example: { vi: 'Bản vẽ số hóa không rõ tỷ lệ', en: 'A drawing digitised at a scale unknown' },
    clause: null,
  },
  'same-key': {
    severity: 'note',
    vi: '{label} và {other} mang cùng khóa {found}.',
    en: '{label} and {other} bear one key {found}.',
    mend: {
      vi: 'Đối chiếu nguồn; hai đối tượng khác nhau cần hai khóa.',
      en: 'Compare with the source: two things need two keys.',
    },
    example: { vi: 'Hai thửa cùng tờ, cùng số', en: 'Two parcels of one sheet and number' },
    clause: null,
  },
} as const satisfies Record<string, FindingKind>
