import { Strand } from '../../../domain/strand.ts'
import { blank, type Line } from './lines.ts'
import { isOffice, onBehalf } from './signer.ts'
import { isCapitals } from './words.ts'

/** White space between two columns; what is left blank for a number or a day to be written in is none. */
const wide =
  /(?<!(?:^s[ốo]\s*:?|ngày|tháng|năm)\s*)(?:\s{3,}|\t)(?!\s*(?:tháng|năm)\s)|(?<=ngày\s+tháng\s+năm(?:\s+\d{4})?)(?:\s{3,}|\t)(?=\S)/giu
const nation =
  /(?:cộng\s+h[òo][àa]?\s+xã\s+hội\s+chủ\s+nghĩa(?:\s+việt\s+nam)?|độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc|đảng\s+cộng\s+sản\s+việt\s+nam)/iu
/** The line opens a head: also that of a plan issued with a decision. */
export const namesNation = (text: string): boolean => nation.test(text) && isCapitals(text)
const brokenNation = /xã\s+hội\s+chủ\s+nghĩa$/iu
const placed = /\s(?=\p{Lu}[^,\d:]{1,40},\s*ngày\s)/u
const numbered = /^s[ốo]\s*[:.]?\s*\d/iu

/** The lines of a head as its pieces: two columns taken apart, a date that broke before its year made whole. */
export function headPieces(lines: readonly Line[]): Line[] {
  const pieces: Line[] = []
  let nationOpen = false
  for (const line of lines) {
    const cutAt = nationOpen ? [/\sviệt\s+nam$/iu.exec(line.strand.text)?.index ?? 0] : []
    nationOpen = brokenNation.test(line.strand.text)
    pieces.push(...headColumns(line, cutAt))
  }
  return withYears(pieces)
}

/** Two columns of a head set on one printed line, with white space between them or without. */
export function headColumns(line: Line, places: readonly number[] = []): Line[] {
  const text = line.strand.text
  const name = nation.exec(text)
  const place = numbered.test(text) ? placed.exec(text) : placedBehind(text)
  return cut(line, [...places, name?.index ?? 0, place?.index ?? 0])
}

/** "HUYỆN ỦY LONG PHƯỚC Long Phước, ngày …": a body in capitals, then the place. */
function placedBehind(text: string): RegExpExecArray | null {
  const found = /\s(?=\p{Lu}\p{Ll}[^,\d:]{0,40},\s*ngày\s)/u.exec(text)
  return found && isCapitals(text.slice(0, found.index)) ? found : null
}

/** "…, ngày 06 tháng 02 năm" goes on with a year that stands alone, or at the end of the line with the number. */
function withYears(pieces: readonly Line[]): Line[] {
  const found = [...pieces]
  for (const [index, piece] of pieces.entries()) {
    if (!/ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm)?$/iu.test(piece.strand.text)) continue
    for (const at of [index + 1, index + 2]) {
      const year = found[at]?.strand.match(/^(?:(s[ốo]\s.*\S)\s+|\P{L}*)((?:năm\s+)?(?:19|20)\d{2})\P{L}*$/iu)
      const rest = found[at]
      if (!year?.[2] || !rest) continue
      found[index] = { ...piece, strand: Strand.join([piece.strand, blank, year[2]]) }
      found[at] = { ...rest, strand: year[1] ?? Strand.empty }
      break
    }
  }
  return found.filter((piece) => piece.strand.length > 0)
}

const behalf = /\s(?=(?:(?:TM|KT|TL|TUQ)\.|[TK]\/[MTL])\s*\p{Lu}{2})/u
const stamped = /\s(?=\(?\s*đã k[ýí]\s*\)?$)/iu
/** A name of three words or more that begins with a family's. */
const named =
  /\s(?=(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trương|Lương|Đào|Cao|Tạ|Hà|Châu|Vương|La|Thái|Tô|Kiều|Lâm|Tống|Trịnh|Đoàn|Quách|Phùng|Chu|Triệu|Mạc|Tăng|Nông|Hứa|Thạch|Từ|Nghiêm|Tôn|Thân|Đàm|Bạch|Doãn|Hàn|Lưu|Mai)(?:\s\p{Lu}\p{Ll}+){2,3}$)/u

/** Recipients on the left, the signature on the right, on printed lines. */
export function tailPieces(lines: readonly Line[]): Line[] {
  // Where one line holds both without white space between them, recognition has lost the columns on every line.
  const lost = lines.some(
    ({ strand }) =>
      /^(?:nơi nhận|[-–+])/iu.test(strand.text) && (behalf.test(strand.text) || officeAt(strand.text) > 0),
  )
  return lines.flatMap((line) => cut(line, lost ? signPlaces(line.strand.text) : []))
}

function signPlaces(text: string): number[] {
  const places = [behalf, stamped, named].map((pattern) => pattern.exec(text)?.index ?? 0)
  return places[0] || onBehalf.test(text) ? places : [...places, officeAt(text)]
}

/** Where an office in capitals ends a line that began with something else. */
function officeAt(text: string): number {
  if (isOffice(text)) return 0
  const capitals = /\s(?=\p{Lu}{2,}(?:\s\p{Lu}{2,})+$)/u.exec(text)
  if (!capitals) return 0
  for (const space of text.slice(capitals.index).matchAll(/\s/g)) {
    const at = capitals.index + space.index
    if (isOffice(text.slice(at).trim())) return at
  }
  return 0
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
