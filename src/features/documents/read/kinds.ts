import { bare } from './words.ts'

/** Kinds of administrative document (Nghị định 30/2020 art. 7, Party rules), longest first, and their signs. */
export const kinds = [
  'Thông báo kết luận',
  'Chương trình hành động',
  'Nghị quyết liên tịch',
  'Thông tư liên tịch',
  'Quyết định',
  'Chương trình',
  'Kế hoạch',
  'Nghị quyết',
  'Nghị định',
  'Thông báo',
  'Thông tư',
  'Thông tri',
  'Kết luận',
  'Công văn',
  'Công điện',
  'Chỉ thị',
  'Hướng dẫn',
  'Quy định',
  'Quy chế',
  'Quy hoạch',
  'Đề án',
  'Dự án',
  'Phương án',
  'Báo cáo',
  'Tờ trình',
  'Biên bản',
  'Chiến lược',
  'Pháp lệnh',
  'Luật',
  'Bộ luật',
  'Hiến pháp',
  'Điều lệ',
  'Lệnh',
  'Đề cương',
  'Giấy mời',
  'Tuyên bố',
  'Văn bản hợp nhất',
  'Văn bản',
] as const

const kindKeys: ReadonlyMap<string, string> = new Map(kinds.map((kind) => [bare(kind), kind]))
/** A line that names the kind of document and nothing else. */
export const isKindLine = (text: string): boolean => kindOfLine(text) !== null

/** The kind that a line names, though scanning may have set its letters apart (`K Ế H O Ạ C H`). */
export const kindOfLine = (text: string): string | null =>
  text.trim().endsWith(':') ? null : (kindKeys.get(bare(text)) ?? null)

/** The kind that a sign such as `15/KH-UBND` or `21-CTr/TU` names. */
export const signs: Readonly<Record<string, string>> = {
  KH: 'Kế hoạch',
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  TB: 'Thông báo',
  KL: 'Kết luận',
  CTr: 'Chương trình',
  CTR: 'Chương trình',
  CTHĐ: 'Chương trình hành động',
  CT: 'Chỉ thị',
  CV: 'Công văn',
  CĐ: 'Công điện',
  HD: 'Hướng dẫn',
  BC: 'Báo cáo',
  TTr: 'Tờ trình',
  ĐA: 'Đề án',
  PA: 'Phương án',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
}
