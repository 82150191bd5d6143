import { Fault, type Language } from '../../../domain/fault.ts'
import { faults, type FaultCode } from '../../../domain/faults.ts'

/** What was noticed in a file that can still be read, with where and how to mend it. */
export interface MapNote {
  readonly code: NoteCode
  readonly file: string
  readonly layer?: string
  /** The feature's number; of a table the row. */
  readonly fid?: string
  readonly params?: Readonly<Record<string, string | number>>
}

export type NoteCode = keyof typeof noteTexts

/** The sentence of a note; where it stands is shown from its own fields. */
export function noteSentence(note: MapNote, language: Language): string {
  const { file, layer, fid, params } = note
  const values: Readonly<Record<string, string | number | undefined>> = {
    file,
    layer,
    fid,
    ...params,
    why: whyOf(params, language),
  }
  return noteTexts[note.code][language].replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    String(values[key] ?? '…'),
  )
}

/** A fault of one geometry stands in its note as code and values, so that it can be said in both languages. */
function whyOf(params: MapNote['params'], language: Language): string | undefined {
  const code = params?.['fault']
  return isFault(code) ? new Fault(code, params).sentence(language) : undefined
}

const isFault = (code: unknown): code is FaultCode => typeof code === 'string' && code in faults

const noteTexts = {
  'named-otherwise': {
    vi: 'Tên tệp {file} ghi là {named} nhưng nội dung là {found}; đã đọc theo nội dung.',
    en: '{file} is named {named} but holds {found}; it was read as what it holds.',
  },
  'crs-missing': {
    vi: 'Lớp {layer} của {file} không ghi hệ tọa độ. Hãy chọn hệ tọa độ theo hồ sơ gốc trước khi nhập.',
    en: 'Layer {layer} of {file} names no coordinate system. Choose it from the source papers before the import.',
  },
  'index-missing': {
    vi: 'Thiếu tệp .shx đi kèm {layer}.shp; đã dựng lại chỉ mục từ .shp. Hãy xin đủ bộ tệp từ nơi cung cấp.',
    en: '{layer}.shp came without its .shx; the index was made again from the .shp. Ask the provider for the whole set.',
  },
  'attributes-missing': {
    vi: 'Thiếu tệp .dbf đi kèm {layer}.shp nên không có thuộc tính. Hãy xin đủ bộ tệp từ nơi cung cấp.',
    en: '{layer}.shp came without its .dbf, so there are no attributes. Ask the provider for the whole set.',
  },
  'attributes-count': {
    vi: '{layer}: tệp .dbf có {rows} dòng nhưng .shp có {shapes} hình; thuộc tính có thể lệch hàng. Hãy xuất lại cả bộ tệp rồi so sánh.',
    en: '{layer}: the .dbf has {rows} rows and the .shp {shapes} shapes; attributes may stand beside the wrong shape. Export the whole set again and compare.',
  },
  'file-ignored': {
    vi: 'Tệp {entry} trong {file} không thuộc lớp bản đồ nào nên không được đọc.',
    en: '{entry} in {file} belongs to no map layer and was not read.',
  },
  'encoding-unsure': {
    vi: 'Không chắc bảng mã chữ của {file}: đã đọc theo {encoding}. Nếu chữ bị sai, hãy chọn bảng mã khác rồi đọc lại.',
    en: 'The encoding of the text in {file} is not certain: it was read as {encoding}. If words look wrong, choose another and read again.',
  },
  'legacy-font': {
    vi: 'Chữ trong {file} gõ bằng bảng mã cũ {encoding}; đã chuyển sang Unicode, hãy kiểm tra lại tên riêng.',
    en: 'The text in {file} was typed in the old encoding {encoding}; it was turned into Unicode: check the names.',
  },
  'entry-names': {
    vi: 'Tên tệp nén trong {file} không ghi bảng mã; đã đọc theo {encoding}, ví dụ "{entry}". Nếu sai, hãy nén lại bằng chương trình ghi tên Unicode (như 7-Zip).',
    en: 'Names in {file} do not say how they are written; they were read as {encoding}, such as "{entry}". Where wrong, pack it again with a program that writes Unicode names (such as 7-Zip).',
  },
  'kml-left': {
    vi: 'Lớp {layer}: {count} mục {what} là ảnh hoặc liên kết đến nơi khác, không phải đối tượng bản đồ, nên không nhập.',
    en: 'Layer {layer}: {count} {what} are pictures or links to elsewhere, no map features, and are left out.',
  },
  'row-units': {
    vi: 'Lớp {layer}: dòng {fid} ghi đơn vị hoặc số thứ tự cột ({found}), không phải dữ liệu, nên không nhập.',
    en: 'Layer {layer}: row {fid} has units or numbers of columns ({found}), no data, and is left out.',
  },
  'height-dropped': {
    vi: 'Lớp {layer} có cao độ hoặc số đo theo đường ({what}) ở {count} đối tượng; chỉ giữ tọa độ phẳng, tệp gốc vẫn còn.',
    en: 'Layer {layer} has heights or measures ({what}) on {count} features; only the plane coordinates are kept, the original file stays.',
  },
  'curve-chords': {
    vi: 'Cung tròn được thay bằng các đoạn thẳng, lệch không quá {tolerance} {unit}.',
    en: 'Arcs are drawn as chords that lie within {tolerance} {unit} of them.',
  },
  'cad-arcs': {
    vi: 'Lớp {layer}: cung tròn, đường cong được vẽ thành các đoạn thẳng, mỗi bước {degrees}°.',
    en: 'Layer {layer}: arcs and curves are drawn as chords, one every {degrees}°.',
  },
  'dwg-closing': {
    vi: 'Lớp {layer}: bộ đọc DWG không cho biết đường nào khép kín, cạnh cuối của thửa có thể thiếu. Nên lưu bản vẽ thành DXF AutoCAD 2000 rồi nhập lại.',
    en: 'Layer {layer}: reading DWG does not tell which outlines are closed, so the last side of a parcel may be missing. Better save the drawing as DXF of AutoCAD 2000 and import that.',
  },
  'collection-split': {
    vi: 'Đối tượng gồm nhiều loại hình học; đã tách thành {parts} đối tượng cùng thuộc tính.',
    en: 'The feature holds several kinds of geometry; it was split into {parts} with the same attributes.',
  },
  'geometry-refused': {
    vi: 'Hình của đối tượng không dùng được: {why}. Đối tượng được giữ lại, chưa có vị trí; hãy sửa trong tệp gốc.',
    en: 'The geometry of the feature cannot be used: {why}. The feature is kept without a place; mend it in the source.',
  },
  'geometry-missing': {
    vi: 'Đối tượng không có hình.',
    en: 'The feature has no geometry.',
  },
  'count-differs': {
    vi: 'Lớp {layer} khai {declared} đối tượng nhưng đọc được {found}. Hãy mở tệp bằng chương trình đã tạo ra nó để so sánh.',
    en: 'Layer {layer} declares {declared} features and {found} were read. Compare in the program that made it.',
  },
  'crs-impossible': {
    vi: 'Lớp {layer}: GeoJSON mặc định là kinh độ, vĩ độ nhưng tọa độ ({x}; {y}) nằm ngoài khoảng đó. Hãy chọn đúng hệ tọa độ theo hồ sơ gốc.',
    en: 'Layer {layer}: GeoJSON means longitude and latitude, but ({x}; {y}) lies outside of both. Choose the right coordinate system from the source papers.',
  },
  'row-unread': {
    vi: 'Dòng {fid}: không đọc được tọa độ ({found}). Dòng được giữ lại, chưa có vị trí; hãy sửa trong bảng.',
    en: 'Row {fid}: the coordinates cannot be read ({found}). The row is kept without a place; mend it in the table.',
  },
  'corners-unread': {
    vi: 'Thửa bắt đầu ở dòng {fid}: không đọc được tọa độ ở dòng {found} nên chưa dựng vùng. Hãy sửa trong bảng.',
    en: 'The parcel that begins in row {fid}: no coordinates in row {found}, so no area is made. Mend it in the table.',
  },
  'corners-few': {
    vi: 'Thửa bắt đầu ở dòng {fid} chỉ có {found} đỉnh nên chưa dựng vùng. Hãy bổ sung đủ đỉnh.',
    en: 'The parcel that begins in row {fid} has only {found} corners, so no area is made. Add the missing ones.',
  },
  'side-differs': {
    vi: 'Thửa bắt đầu ở dòng {fid}: cạnh ghi ở dòng {row} dài {declared} m nhưng theo tọa độ là {measured} m ({count} cạnh lệch). Hãy so lại tọa độ đỉnh với giấy tờ.',
    en: 'The parcel that begins in row {fid}: the side in row {row} is {declared} m in the table and {measured} m by its corners ({count} sides differ). Compare the corners with the papers.',
  },
  'reader-fault': {
    vi: 'Lớp {layer}: có đối tượng không đọc được nên bị bỏ qua ({text}). Hãy sửa đối tượng đó trong tệp gốc rồi đọc lại.',
    en: 'Layer {layer}: a feature could not be read and is left out ({text}). Mend it in the source and read again.',
  },
  'reader-warning': {
    vi: 'Bộ đọc GDAL báo: {text}',
    en: 'GDAL, the reader, says: {text}',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>
