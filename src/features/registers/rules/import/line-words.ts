import type { Words } from '../../../../domain/words.ts'
import { layerWords, spansOf } from './words.ts'

/** What lines of a CAD layer are for, by the words of its name. */
export type LineUse = { readonly use: 'lines' | 'left'; readonly sure: boolean; readonly reason: Words }

const border = { vi: 'đường ranh của lô, thửa hoặc mép đường', en: 'borders of plots or edges of roads' }
const axis = {
  vi: 'tim đường: trục, không phải ranh của vùng',
  en: 'centre lines: axes, no borders of areas',
}
const kinds: readonly (readonly [LineUse['use'], Words, string])[] = [
  [
    'lines',
    border,
    'phân thửa|chia sdd|chia lô|phân lô|ranh thửa|ranh lô|ranh đất|ranh sdd|chia thửa|ranh ô|lô đất',
  ],
  [
    'lines',
    border,
    'lòng đường|lề đường|vỉa hè|mép đường|via he|bó vỉa|roads|traffic roads|con lươn|giao thông|đường|cầu|hè',
  ],
  ['left', axis, 'tim đường|tim|trục|axis|center|centerline|tim tuyến'],
  [
    'left',
    {
      vi: 'ranh giới đồ án hoặc đơn vị hành chính: thuộc lớp khác',
      en: 'border of a plan or unit: belongs to another register',
    },
    'ranh|ranh giới|ranh qh|ranh giới xã|địa giới|boundary|ranh quy hoạch|ranh gi?i',
  ],
  [
    'left',
    { vi: 'hành lang an toàn: thuộc lớp hành lang', en: 'safety corridors: a register of their own' },
    'hành lang|hl|hl atgt|atgt|hlat|traffic hl atgt',
  ],
  [
    'left',
    { vi: 'mạng lưới kỹ thuật: thuộc lớp khác', en: 'technical networks: registers of their own' },
    'dây điện|điện|cấp nước|thoát nước|cáp|đường ống|cấp điện|thông tin|chiếu sáng|trung thế|hạ thế|cao thế',
  ],
  ['left', { vi: 'công trình, nhà', en: 'buildings' }, 'công trình|nhà|kiến trúc|building'],
  [
    'left',
    { vi: 'khung, ghi chú, lưới hoặc nét tô của bản vẽ', en: 'frame, notes, grid or hatch of the drawing' },
    'khung|khung tên|khung bản vẽ|border|title|ghi chú|chú giải|hatch|tô màu|dim|kích thước|lưới|lưới tọa độ|defpoints|viewport|frame|legend|text|chữ|điểm đánh dấu',
  ],
  [
    'left',
    { vi: 'đường đồng mức, địa hình', en: 'contours, terrain' },
    'đồng mức|đường đồng mức|bình độ|địa hình|cao độ|contour',
  ],
]

/** The longest wording decides; lines of which the name says nothing join the line work, and that is told. */
export function lineUse(cad: string | null): LineUse {
  const words = layerWords(cad ?? '')
  const found = kinds
    .flatMap(([use, reason, forms]) =>
      forms
        .split('|')
        .flatMap((form) => spansOf(words, form).map(({ from, to }) => ({ use, reason, length: to - from }))),
    )
    .toSorted((a, b) => b.length - a.length)[0]
  if (found) return { use: found.use, sure: true, reason: found.reason }
  return {
    use: 'lines',
    sure: false,
    reason: {
      vi: 'tên lớp không cho biết; dùng làm đường ranh',
      en: 'the name says nothing; used as line work',
    },
  }
}

/** Axes of roads: no borders, but they tell what lies on both sides of them. */
export const isRoadAxis = (cad: string | null): boolean => {
  const { use, reason } = lineUse(cad)
  return use === 'left' && reason === axis
}

/** Areas, points and texts that only belong to the drawing. */
export function isDrawingOnly(cad: string | null): boolean {
  const words = layerWords(cad ?? '')
  const forms = 'khung|khung tên|khung bản vẽ|chú giải|legend|defpoints|viewport|title|frame|kích thước|dim'
  return forms.split('|').some((form) => spansOf(words, form).length > 0)
}
