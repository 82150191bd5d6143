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
  usage: {
    status: 400,
    vi: 'Lệnh chưa đúng: {what}. Xem cách dùng: npx dothi help',
    en: 'The command is not right: {what}. See: npx dothi help',
  },
} as const satisfies Record<string, FaultKind>

export type FaultCode = keyof typeof faults
