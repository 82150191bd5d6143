import type { Language } from '../../domain/fault.ts'

export interface OfficeMessages {
  readonly staff: string
  readonly documents: string
  readonly actingFor: string
  readonly change: string
  readonly choose: string
  readonly chooseHint: string
  readonly act: string
  readonly public: string
  readonly other: string
  readonly skip: string
  readonly notThere: string
  readonly wentWrong: string
  readonly back: string
}

const vi: OfficeMessages = {
  staff: 'Trang cán bộ',
  documents: 'Tài liệu',
  actingFor: 'Làm việc với vị trí',
  change: 'Đổi vị trí',
  choose: 'Chọn vị trí công tác',
  chooseHint:
    'Mọi việc được ghi theo vị trí đang chọn. Quyền đi theo vị trí và chỉ trong cơ quan của vị trí đó.',
  act: 'Làm việc với vị trí này',
  public: 'Trang công khai',
  other: 'English',
  skip: 'Đến nội dung chính',
  notThere: 'Không tìm thấy trang này. Có thể mục đã bị xóa khỏi đường dẫn hoặc thuộc cơ quan khác.',
  wentWrong: 'Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.',
  back: 'Về danh sách tài liệu',
}

const en: OfficeMessages = {
  staff: 'Staff',
  documents: 'Documents',
  actingFor: 'Acting for',
  change: 'Change post',
  choose: 'Choose a post',
  chooseHint:
    'Everything is recorded under the post you choose. Rights follow the post, within its agency only.',
  act: 'Act for this post',
  public: 'Public pages',
  other: 'Tiếng Việt',
  skip: 'To the main content',
  notThere: 'There is no such page. The address may be wrong, or it belongs to another agency.',
  wentWrong: 'Something went wrong on our side. Try again; if it persists, tell the administrator.',
  back: 'Back to the documents',
}

export const officeMessages: Readonly<Record<Language, OfficeMessages>> = { vi, en }
