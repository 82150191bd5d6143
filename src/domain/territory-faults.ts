import type { FaultKind } from './faults.ts'

/** Refusals around administrative units; part of the one table in `faults.ts`. */
export const territoryFaults = {
  'territory-file': {
    status: 422,
    vi: 'Tệp {name} không đọc được thành đơn vị hành chính: {why}. Tệp nhận được: GeoJSON ranh giới, bảng CSV đơn vị cũ – mới, hoặc danh mục JSON; xem docs/howto/import-units.md.',
    en: 'File {name} cannot be read as administrative units: {why}. What is taken: GeoJSON of boundaries, a CSV table of old and new units, or a list as JSON; see docs/howto/import-units.md.',
  },
  'territory-no-proposal': {
    status: 404,
    vi: 'Không có đề xuất nào cho đơn vị mã {code} vào ngày {day}. Xem các đề xuất: npx dothi territory proposals --on {day}.',
    en: 'Nothing is proposed for the units of code {code} on {day}. See what is: npx dothi territory proposals --on {day}.',
  },
  'territory-document': {
    status: 422,
    vi: 'Chỉ văn bản mới quyết định thay đổi đơn vị. Hãy ghi số văn bản: --document 1677/NQ-UBTVQH15.',
    en: 'Only a document decides a change of units. Name it: --document 1677/NQ-UBTVQH15.',
  },
  'territory-release': {
    status: 422,
    vi: 'Chỉ dữ liệu minh họa được công bố mà không có văn bản. Hãy ghi văn bản cho phép công bố và cơ quan ban hành: --document 12/QĐ-UBND --issuer "Ủy ban nhân dân …".',
    en: 'Only an illustration is published without a document. Name the one that releases it and who issued it: --document 12/QĐ-UBND --issuer "Ủy ban nhân dân …".',
  },
  'territory-not-published': {
    status: 422,
    vi: 'Chưa có đơn vị nào trong hồ sơ để công bố. Hãy nhập trước: npx dothi territory import TỆP.',
    en: 'The record has no units to publish. Take them in first: npx dothi territory import FILE.',
  },
  'territory-day': {
    status: 422,
    vi: 'Hồ sơ chưa biết ngày sắp xếp đơn vị nào. Hãy ghi ngày các đơn vị trong tệp có hiệu lực: --on 2025-07-01.',
    en: 'The record knows no day on which units changed. Say since when the units of the file stand: --on 2025-07-01.',
  },
  'day-invalid': {
    status: 422,
    vi: '"{text}" không phải là một ngày. Hãy ghi theo dạng năm-tháng-ngày, ví dụ 2025-07-01.',
    en: '"{text}" is no day. Write it as year-month-day, such as 2025-07-01.',
  },
} as const satisfies Record<string, FaultKind>
