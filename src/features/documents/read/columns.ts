import type { Line } from './lines.ts'

const wide = /\s{3,}|\t/g
const nation =
  /(?:cộng\s+h[òo][àa]?\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc|đảng\s+cộng\s+sản\s+việt\s+nam)/iu
const placed = /\s(?=\p{Lu}[^,\d:]{1,40},\s*ngày\s)/u
const signed =
  /\s(?=(?:(?:TM|KT|TL|TUQ)\.|[TK]\/[MTL])\s*\p{Lu}{2}|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|TRƯỞNG BAN)(?: \p{Lu}+)*$)/u

/** Two columns of a head set on one printed line, with white space between them or without. */
export function headColumns(line: Line): Line[] {
  const text = line.strand.text
  const name = nation.exec(text)
  const place = /^s[ốo]\s*[:.]?\s*\d/iu.test(text) ? placed.exec(text) : null
  return cut(line, [name?.index ?? 0, place?.index ?? 0])
}

/** Recipients on the left, the signature on the right, on one printed line. */
export function tailColumns(line: Line): Line[] {
  const text = line.strand.text
  const sign = /^(?:[-–—+•]|Nơi nhận)/iu.test(text) ? signed.exec(text) : null
  return cut(line, [sign?.index ?? 0])
}

function cut(line: Line, places: readonly number[]): Line[] {
  const gaps = [...line.strand.text.matchAll(wide)].map((gap) => gap.index)
  const edges = [...new Set([0, ...places, ...gaps])].sort((a, b) => a - b)
  if (edges.length === 1) return [line]
  return edges
    .map((from, index) => ({
      ...line,
      gap: line.gap && index === 0,
      right: index > 0,
      strand: line.strand.slice(from, edges[index + 1]).trim(),
    }))
    .filter((piece) => piece.strand.length > 0)
}
