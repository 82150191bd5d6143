import type { FaultKind } from './faults.ts'

/** Refusals around publishing; part of the one table in `faults.ts`. */
export const editionFaults = {
  'seal-key-missing': {
    status: 503,
    vi: 'Không đọc được khóa niêm phong {key}. Hãy chép lại tệp khóa vào thư mục khóa từ nơi cất giữ, hoặc thu hồi khóa này rồi tạo khóa mới: npx dothi keys revoke {key} --why LÝ-DO.',
    en: 'The sealing key {key} cannot be read. Put its file back into the folder of keys from where it is kept, or revoke it and make a new one: npx dothi keys revoke {key} --why REASON.',
  },
  'gate-stops': {
    status: 409,
    vi: 'Chưa công bố được: còn {stops} nội dung cần xử lý trước khi công bố. Xem từng nội dung: npx dothi gate. Sửa trong hồ sơ, hoặc chấp nhận có lý do: npx dothi gate accept MÃ --why LÝ-DO.',
    en: 'Not published: {stops} findings stand in the way. See each: npx dothi gate. Mend them in the record, or accept them with a reason: npx dothi gate accept ID --why REASON.',
  },
  'gate-reason': {
    status: 422,
    vi: 'Hãy ghi lý do: người sau phải biết vì sao nội dung này được chấp nhận.',
    en: 'Say why: who comes after must know why this was accepted.',
  },
  'gate-no-finding': {
    status: 404,
    vi: 'Lần kiểm tra này không có nội dung nào tên {name}. Xem danh sách: npx dothi gate.',
    en: 'Nothing named {name} was found this time. See the list: npx dothi gate.',
  },
  'copy-folder': {
    status: 422,
    vi: 'Thư mục {folder} đang chứa thứ khác, không phải một bản sao công bố trước đó. Hãy chọn thư mục trống.',
    en: 'The folder {folder} holds something else than an earlier copy of what is published. Choose an empty one.',
  },
  'edition-invalid': {
    status: 500,
    vi: 'Bản công bố {edition} không đọc được: {why}. Hãy khôi phục từ bản sao lưu hoặc công bố lại.',
    en: 'Edition {edition} cannot be read: {why}. Restore it from a backup or publish again.',
  },
} as const satisfies Record<string, FaultKind>
