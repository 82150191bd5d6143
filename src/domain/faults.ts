interface FaultKind {
  /** HTTP status; the command line exits with 1 for any of them, 2 for `usage`. */
  readonly status: number
  readonly vi: string
  readonly en: string
}

/** The one table of codes: every refusal that dothi can utter, with its sentence in both languages. */
export const faults = {
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, gửi mã yêu cầu {request} cho người quản trị.',
    en: 'Something went wrong on our side. Try again; if it persists, give request id {request} to the administrator.',
  },
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy {what}. Hãy kiểm tra lại địa chỉ hoặc tìm theo tên.',
    en: 'There is no {what} here. Check the address or search by name.',
  },
  forbidden: {
    status: 403,
    vi: 'Vị trí công tác đang chọn không có quyền: {what}. Hãy chọn vị trí khác hoặc hỏi người quản trị.',
    en: 'The post you act for has no right to this: {what}. Choose another post or ask the administrator.',
  },
  'bytes-altered': {
    status: 500,
    vi: 'Tệp có mã kiểm tra {digest} không còn nguyên vẹn. Hãy khôi phục từ bản sao lưu rồi công bố lại.',
    en: 'The file with digest {digest} is no longer what was kept. Restore it from a backup and publish again.',
  },
  busy: {
    status: 409,
    vi: 'Một tiến trình khác đang làm việc này: {what}. Hãy chờ xong rồi thử lại.',
    en: 'Another process is doing this now: {what}. Wait until it is done and try again.',
  },
  'edition-invalid': {
    status: 500,
    vi: 'Bản công bố {edition} không đọc được: {why}. Hãy khôi phục từ bản sao lưu hoặc công bố lại.',
    en: 'Edition {edition} cannot be read: {why}. Restore it from a backup or publish again.',
  },
  usage: {
    status: 400,
    vi: 'Lệnh chưa đúng: {what}. Xem cách dùng: npx dothi help',
    en: 'The command is not right: {what}. See: npx dothi help',
  },
  'usage-command': {
    status: 400,
    vi: 'Không có lệnh "{name}". Gần nhất là "{nearest}". Xem tất cả: npx dothi help',
    en: 'There is no command "{name}". The nearest is "{nearest}". See them all: npx dothi help --lang en',
  },
  'usage-option': {
    status: 400,
    vi: 'Lệnh {command} không có tùy chọn {name}. Gần nhất là {nearest}. Xem: npx dothi help {command}',
    en: 'Command {command} has no option {name}. The nearest is {nearest}. See: npx dothi help {command} --lang en',
  },
  'usage-value': {
    status: 400,
    vi: 'Tùy chọn {name} chưa đúng: phải viết {expected}.',
    en: 'Option {name} is not right: write {expected}.',
  },
  'usage-arguments': {
    status: 400,
    vi: 'Lệnh {command} cần viết: npx dothi {command} {usage}',
    en: 'Command {command} is written: npx dothi {command} {usage}',
  },
  config: {
    status: 500,
    vi: 'Biến môi trường {name} có giá trị không dùng được. Giá trị hợp lệ: {expected}. Hãy sửa hoặc bỏ biến này rồi chạy lại.',
    en: 'Environment variable {name} has a value that cannot be used. Valid: {expected}. Mend or unset it and run again.',
  },
  'body-too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn: tối đa {limit} MB. Hãy chia nhỏ tệp rồi gửi lại.',
    en: 'What was sent is too large: {limit} MB at most. Split the file and send again.',
  },
  'bad-request': {
    status: 400,
    vi: 'Yêu cầu chưa đúng ở {where}: {found}. Hãy xem mô tả tại /mo-ta-api rồi gửi lại.',
    en: 'The request is not right at {where}: {found}. See /en/mo-ta-api and send it again.',
  },
  'other-origin': {
    status: 403,
    vi: 'Thao tác bị từ chối vì được gửi từ trang khác. Hãy mở lại trang cán bộ và thực hiện tại đó.',
    en: 'Refused, because it was sent from another site. Open the staff page again and do it there.',
  },
  'not-ready': {
    status: 503,
    vi: 'Máy chủ chưa sẵn sàng hoặc đang dừng: {what}. Hãy thử lại sau ít phút.',
    en: 'The server is not ready or is stopping: {what}. Try again in a few minutes.',
  },
  'port-taken': {
    status: 500,
    vi: 'Cổng {port} đang có chương trình khác dùng. Hãy dừng chương trình đó hoặc đặt DOTHI_PORT khác rồi chạy lại.',
    en: 'Port {port} is in use by another program. Stop that one or set DOTHI_PORT to another port and run again.',
  },
} as const satisfies Record<string, FaultKind>

export type FaultCode = keyof typeof faults
