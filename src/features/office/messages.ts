import type { Language } from '../../domain/fault.ts'
import type { Action } from './rules.ts'

export interface OfficeMessages {
  readonly staff: string
  readonly documents: string
  readonly law: string
  readonly units: string
  readonly registers: string
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
  readonly may: string
  readonly deeds: Readonly<Record<Action, string>>
  /** Stands in place of what a post may not see. */
  readonly noDocuments: string
  readonly publicToo: string
}

const vi: OfficeMessages = {
  staff: 'Trang cán bộ',
  documents: 'Tài liệu',
  law: 'Pháp luật',
  units: 'Đơn vị hành chính',
  registers: 'Lớp dữ liệu',
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
  may: 'Vị trí này được:',
  deeds: {
    'law.read': 'xem pháp luật',
    'law.check': 'đối chiếu giá trị pháp luật với công báo',
    'document.import': 'nhập tài liệu',
    'document.read': 'xem danh mục tài liệu',
    'document.file': 'tải tệp gốc',
    'proposal.read': 'xem đề xuất đang kiểm tra',
    'proposal.review': 'kiểm tra, sửa đề xuất',
    'plan.save': 'lưu kế hoạch vào hồ sơ',
    'plan.undo': 'hoàn tác việc lưu',
    'plan.read': 'xem kế hoạch nội bộ',
    'plan.publish': 'công bố',
    'territory.import': 'nhập đơn vị hành chính',
    'territory.publish': 'công bố đơn vị hành chính',
    'register.read': 'xem lớp dữ liệu bản đồ',
    'register.restricted': 'xem cả đối tượng thuộc diện hạn chế',
    'register.edit': 'nhập, sửa đối tượng của lớp dữ liệu',
    'register.import': 'nhập tệp bản đồ',
    'register.release': 'công bố đối tượng theo văn bản',
    'register.undo': 'hoàn tác lần ghi của lớp dữ liệu',
    'gate.read': 'kiểm tra trước khi công bố',
    'gate.accept': 'chấp nhận nội dung cần xử lý, có lý do',
    'edition.publish': 'công bố',
    'edition.withdraw': 'rút bản công bố',
    'edition.keys': 'quản lý khóa niêm phong (dòng lệnh)',
    'office.read': 'xem danh mục cơ quan, vị trí',
    'record.export': 'xuất dữ liệu ra Excel, CSV',
    'record.backup': 'sao lưu (dòng lệnh)',
    'record.verify': 'kiểm tra chuỗi kiểm toán (dòng lệnh)',
    'record.restore': 'khôi phục từ bản sao lưu (dòng lệnh)',
  },
  noDocuments: 'Vị trí này không xem tài liệu đang xử lý của cơ quan.',
  publicToo: 'Nội dung đã công bố ở trang công khai, ai cũng xem được.',
}

const en: OfficeMessages = {
  staff: 'Staff',
  documents: 'Documents',
  law: 'Law',
  units: 'Administrative units',
  registers: 'Registers',
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
  may: 'This post may:',
  deeds: {
    'law.read': 'read the law',
    'law.check': 'hold legal values against the gazette',
    'document.import': 'import documents',
    'document.read': 'see the list of documents',
    'document.file': 'download the original file',
    'proposal.read': 'see proposals under review',
    'proposal.review': 'check and correct proposals',
    'plan.save': 'save a plan in the record',
    'plan.undo': 'take a save back',
    'plan.read': 'see internal plans',
    'plan.publish': 'publish',
    'territory.import': 'take in administrative units',
    'territory.publish': 'publish administrative units',
    'register.read': 'see the registers of the map',
    'register.restricted': 'see restricted entries too',
    'register.edit': 'enter and change entries of registers',
    'register.import': 'import map files',
    'register.release': 'release entries by a document',
    'register.undo': 'take back what was written in a register',
    'gate.read': 'look things over before publishing',
    'gate.accept': 'accept a finding with a reason',
    'edition.publish': 'publish',
    'edition.withdraw': 'withdraw an edition',
    'edition.keys': 'keep the sealing keys (command line)',
    'office.read': 'see agencies and posts',
    'record.export': 'export data to Excel and CSV',
    'record.backup': 'back up (command line)',
    'record.verify': 'verify the audit chain (command line)',
    'record.restore': 'restore a backup (command line)',
  },
  noDocuments: 'This post does not see the documents that its agency is working on.',
  publicToo: 'What is published stands on the public pages, for anyone.',
}

export const officeMessages: Readonly<Record<Language, OfficeMessages>> = { vi, en }
