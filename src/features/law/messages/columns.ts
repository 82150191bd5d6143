import type { Language } from '../../../domain/fault.ts'
import type { Words } from '../../../domain/words.ts'

const w = (vi: string, en: string): Words => ({ vi, en })

/** What a column is called where its table does not say. */
export const columnWords: Readonly<Record<string, Words>> = {
  area: w('Khu vực', 'Area'),
  case: w('Trường hợp', 'Case'),
  class: w('Loại đô thị', 'Class of town'),
  code: w('Mã', 'Code'),
  colour: w('Màu', 'Colour'),
  count: w('Số lượng', 'Count'),
  countedTo: w('Tính đến', 'Counted to'),
  dX: w('dX', 'dX'),
  dY: w('dY', 'dY'),
  dZ: w('dZ', 'dZ'),
  day: w('Ngày', 'Day'),
  facility: w('Mã công trình', 'Facility'),
  falseEasting: w('Dịch trục đông', 'False easting'),
  falseNorthing: w('Dịch trục bắc', 'False northing'),
  formats: w('Định dạng', 'Formats'),
  height: w('Chiều cao', 'Height'),
  heightFrom: w('Chiều cao từ', 'Height from'),
  heightTo: w('Chiều cao đến', 'Height to'),
  holds: w('Nội dung', 'Holds'),
  id: w('Tên', 'Name'),
  landPerPerson: w('Đất trên người', 'Land a person'),
  landPerPlace: w('Đất trên chỗ', 'Land a place'),
  latitudeOfOrigin: w('Vĩ độ gốc', 'Latitude of origin'),
  least: w('Tối thiểu', 'Least'),
  leastSize: w('Quy mô tối thiểu', 'Least size'),
  length: w('Độ dài', 'Length'),
  meaning: w('Ý nghĩa', 'Meaning'),
  most: w('Tối đa', 'Most'),
  name: w('Tên gọi', 'Name in full'),
  part: w('Phần', 'Part'),
  path: w('Đường dẫn', 'Path'),
  places: w('Chỗ học', 'Places'),
  plan: w('Loại quy hoạch', 'Kind of plan'),
  plot: w('Diện tích lô đất', 'Area of the plot'),
  populationOver: w('Dân số trên', 'Population over'),
  profile: w('Khu vực áp dụng', 'Profile'),
  rX: w('rX', 'rX'),
  rY: w('rY', 'rY'),
  rZ: w('rZ', 'rZ'),
  roadFrom: w('Bề rộng đường từ', 'Width of road from'),
  scale: w('Hệ số tỷ lệ', 'Scale'),
  school: w('Mã trường', 'School'),
  shareOfHeight: w('Phần của chiều cao', 'Share of the height'),
  side: w('Cạnh', 'Side'),
  type: w('Kiểu', 'Type'),
  use: w('Mã loại', 'Use'),
}

/** The head of a column: what its table calls it, else the word for it here. */
export function columnTitle(name: string, description: Words | undefined, language: Language): string {
  return description?.[language] ?? columnWords[name]?.[language] ?? name
}
