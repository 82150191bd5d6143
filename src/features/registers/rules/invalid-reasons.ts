import type { Words } from '../../../domain/words.ts'
import type { InvalidReason } from '../../../platform/geometry/index.ts'

/** Why a shape is not valid, in words. */
export const invalidReasons: Readonly<Record<InvalidReason, Words>> = {
  'self-crossing': { vi: 'đường bao tự cắt', en: 'a ring crosses itself' },
  'hole-outside': { vi: 'lỗ nằm ngoài vùng', en: 'a hole lies outside' },
  'hole-nested': { vi: 'lỗ nằm trong lỗ', en: 'a hole lies in a hole' },
  'interior-cut': { vi: 'lỗ cắt rời vùng', en: 'holes cut the area apart' },
  'shell-nested': { vi: 'vùng nằm trong vùng', en: 'an area lies in another part' },
  'ring-repeated': { vi: 'đường bao vẽ hai lần', en: 'a ring is drawn twice' },
  'ring-open': { vi: 'đường bao chưa khép', en: 'a ring is open' },
  'too-few': { vi: 'quá ít điểm', en: 'too few points' },
  number: { vi: 'tọa độ không phải là số', en: 'a coordinate is no number' },
  other: { vi: 'lý do khác', en: 'another reason' },
}
