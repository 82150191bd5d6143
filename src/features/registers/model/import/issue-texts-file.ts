import type { NoteCode } from '../../../../platform/formats/map/index.ts'
import type { IssueText } from './issue-texts-data.ts'

/** What the reading of the file's own format noticed: parts that are missing, letters, what a format cannot say. */
export const fileIssueTexts = {
  'named-otherwise': {
    weight: 'note',
    vi: 'Tên tệp ghi là {named} nhưng nội dung là {found}; đã đọc theo nội dung.',
    en: 'The file is named {named} but holds {found}; it was read as what it holds.',
    mend: { vi: 'Đặt lại đuôi tệp cho đúng.', en: 'Give the file its right ending.' },
  },
  'index-missing': {
    weight: 'note',
    vi: 'Thiếu tệp .shx đi kèm; đã dựng lại chỉ mục từ .shp.',
    en: 'The .shx came not with it; the index was made again from the .shp.',
    mend: { vi: 'Xin đủ bộ tệp từ nơi cung cấp.', en: 'Ask the provider for the whole set.' },
  },
  'attributes-missing': {
    weight: 'fault',
    vi: 'Thiếu tệp .dbf đi kèm nên không có thuộc tính nào.',
    en: 'The .dbf came not with it, so there are no attributes.',
    mend: { vi: 'Xin đủ bộ tệp từ nơi cung cấp.', en: 'Ask the provider for the whole set.' },
  },
  'attributes-count': {
    weight: 'fault',
    vi: 'Tệp .dbf có {rows} dòng nhưng .shp có {shapes} hình; thuộc tính có thể lệch hàng.',
    en: 'The .dbf has {rows} rows and the .shp {shapes} shapes; attributes may stand beside the wrong shape.',
    mend: { vi: 'Xuất lại cả bộ tệp rồi so sánh.', en: 'Export the whole set again and compare.' },
  },
  'file-ignored': {
    weight: 'note',
    vi: 'Tệp {entry} đi kèm không thuộc lớp bản đồ nào nên không được đọc.',
    en: '{entry} beside it belongs to no map layer and was not read.',
    mend: {
      vi: 'Nếu là bản đồ khác, hãy nhập riêng tệp đó.',
      en: 'Where it is a map of its own, import it by itself.',
    },
  },
  'encoding-unsure': {
    weight: 'question',
    vi: 'Không chắc bảng mã chữ của tệp: đã đọc theo {encoding}.',
    en: 'The encoding of its text is not certain: it was read as {encoding}.',
    mend: {
      vi: 'Xem tên riêng; nếu sai, xuất lại bằng Unicode (UTF-8) rồi nhập lại.',
      en: 'Look at the names; where they are wrong, export it as Unicode (UTF-8) and import that.',
    },
  },
  'legacy-font': {
    weight: 'note',
    vi: 'Chữ trong tệp gõ bằng bảng mã cũ {encoding}; đã chuyển sang Unicode.',
    en: 'Its text was typed in the old encoding {encoding}; it was turned into Unicode.',
    mend: { vi: 'Kiểm tra tên riêng.', en: 'Check the names.' },
  },
  'height-dropped': {
    weight: 'note',
    vi: '{count} đối tượng có cao độ hoặc số đo theo đường ({what}); chỉ giữ tọa độ phẳng, tệp gốc vẫn còn.',
    en: '{count} features have heights or measures ({what}); only plane coordinates are kept, the file itself stays.',
    mend: { vi: 'Không cần làm gì.', en: 'Nothing to do.' },
  },
  'curve-chords': {
    weight: 'note',
    vi: 'Cung tròn được thay bằng các đoạn thẳng, lệch không quá {tolerance} {unit}.',
    en: 'Arcs are drawn as chords that lie within {tolerance} {unit} of them.',
    mend: { vi: 'Không cần làm gì.', en: 'Nothing to do.' },
  },
  'cad-arcs': {
    weight: 'note',
    vi: 'Cung tròn, đường cong nếu có được vẽ thành các đoạn thẳng, mỗi bước {degrees}°.',
    en: 'Arcs and curves, where there are any, are drawn as chords, one every {degrees}°.',
    mend: { vi: 'Không cần làm gì.', en: 'Nothing to do.' },
  },
  'dwg-closing': {
    weight: 'question',
    vi: 'Bộ đọc DWG không cho biết đường nào khép kín: cạnh cuối của thửa có thể thiếu.',
    en: 'Reading DWG does not tell which outlines are closed: the last side of a parcel may be missing.',
    mend: {
      vi: 'Lưu bản vẽ thành DXF AutoCAD 2000 rồi nhập lại.',
      en: 'Save the drawing as DXF of AutoCAD 2000 and import that.',
    },
  },
  'collection-split': {
    weight: 'note',
    vi: 'Đối tượng gồm nhiều loại hình; đã tách thành {parts} đối tượng cùng thuộc tính.',
    en: 'The feature holds several kinds of geometry; it was split into {parts} with the same attributes.',
    mend: { vi: 'Kiểm tra từng phần.', en: 'Check the parts.' },
  },
  'geometry-refused': {
    weight: 'fault',
    vi: 'Hình của đối tượng không dùng được: {why}',
    en: 'The geometry of the feature cannot be used: {why}',
    mend: {
      vi: 'Sửa đối tượng trong tệp gốc rồi nhập lại.',
      en: 'Mend the feature in the source and import again.',
    },
  },
  'count-differs': {
    weight: 'fault',
    vi: 'Lớp khai {declared} đối tượng nhưng đọc được {found}.',
    en: 'The layer declares {declared} features and {found} were read.',
    mend: {
      vi: 'Mở tệp bằng chương trình đã tạo ra nó để so sánh.',
      en: 'Compare in the program that made it.',
    },
  },
  'crs-impossible': {
    weight: 'fault',
    vi: 'GeoJSON mặc định là kinh độ, vĩ độ nhưng tọa độ ({x}; {y}) nằm ngoài khoảng đó.',
    en: 'GeoJSON means longitude and latitude, but ({x}; {y}) lies outside of both.',
    mend: {
      vi: 'Chọn đúng hệ tọa độ theo hồ sơ gốc.',
      en: 'Choose the right coordinate system from the source papers.',
    },
  },
  'kml-left': {
    weight: 'note',
    vi: '{count} mục {what} là ảnh hoặc liên kết đến nơi khác, không phải đối tượng bản đồ, nên không nhập.',
    en: '{count} {what} are pictures or links to elsewhere, no map features, and are left out.',
    mend: {
      vi: 'Nếu bản đồ nằm ở liên kết (NetworkLink), mở liên kết, lưu thành KML rồi nhập tệp đó.',
      en: 'Where the map lies behind a NetworkLink, open it, save it as KML and import that.',
    },
  },
  'row-units': {
    weight: 'note',
    vi: 'Dòng ghi đơn vị hoặc số thứ tự cột ({found}), không phải dữ liệu, nên không nhập.',
    en: 'The row has units or numbers of columns ({found}), no data, and is left out.',
    mend: {
      vi: 'Nếu đó là một đối tượng thật, sửa dòng trong bảng rồi nhập lại.',
      en: 'If it is an entry, mend the row in the table and import again.',
    },
  },
  'entry-names': {
    weight: 'question',
    vi: 'Tên tệp nén không ghi bảng mã; đã đọc theo {encoding}, ví dụ "{entry}".',
    en: 'Names in the archive do not say how they are written; they were read as {encoding}, such as "{entry}".',
    mend: {
      vi: 'Nếu tên lớp sai, nén lại bằng chương trình ghi tên Unicode (như 7-Zip) rồi nhập lại.',
      en: 'Where names are wrong, pack it again with a program that writes Unicode names (such as 7-Zip).',
    },
  },
  'row-unread': {
    weight: 'fault',
    vi: 'Không đọc được tọa độ của dòng ({found}).',
    en: 'The coordinates of the row cannot be read ({found}).',
    mend: { vi: 'Sửa dòng trong bảng rồi nhập lại.', en: 'Mend the row in the table and import again.' },
  },
  'corners-unread': {
    weight: 'fault',
    vi: 'Không đọc được tọa độ đỉnh ở dòng {found} nên chưa dựng vùng.',
    en: 'No coordinates can be read in row {found}, so no area is made.',
    mend: { vi: 'Sửa dòng đó trong bảng rồi nhập lại.', en: 'Mend that row of the table and import again.' },
  },
  'corners-few': {
    weight: 'fault',
    vi: 'Thửa chỉ có {found} đỉnh nên chưa dựng vùng.',
    en: 'The parcel has only {found} corners, so no area is made.',
    mend: { vi: 'Bổ sung đủ đỉnh rồi nhập lại.', en: 'Add the missing corners and import again.' },
  },
  'table-read': {
    weight: 'note',
    vi: 'Bảng tọa độ đọc như sau: {how}.',
    en: 'The coordinate table is read so: {how}.',
    mend: { vi: 'Kiểm tra trên bản đồ.', en: 'Check it on the map.' },
  },
  'table-chosen': {
    weight: 'question',
    vi: 'Bảng tọa độ đọc được nhiều cách; đã đọc: {how}, vì số liệu rơi vào địa bàn. Cách khác: {others}.',
    en: 'The coordinate table can be read in several ways; taken: {how}, which puts the data in the town. Others: {others}.',
    mend: {
      vi: 'Kiểm tra trên bản đồ; chọn cách khác nếu sai.',
      en: 'Check it on the map; choose another way where it is wrong.',
    },
  },
  'two-systems': {
    weight: 'note',
    vi: 'Bảng ghi tọa độ ở hai hệ ({number} dòng so được), khớp {crs}: chuyển bằng {operation} lệch trung bình {metres} m; khớp nhất là {nearest}, lệch {least} m.',
    en: 'The table has its coordinates in two systems ({number} rows compared), which fit {crs}: by {operation} they differ by {metres} m on average; {nearest} fits best, {least} m.',
    mend: {
      vi: 'Bảng được lập bằng bộ tham số khớp nhất; tọa độ VN-2000 được giữ nguyên.',
      en: 'The table was made with the set that fits best; its VN-2000 coordinates are kept as they are.',
    },
  },
  'two-systems-rows': {
    weight: 'fault',
    vi: 'Ở {number} dòng, tọa độ mét và kinh độ, vĩ độ ghi cùng dòng chỉ hai nơi cách nhau quá 10 m.',
    en: 'In {number} rows metres and degrees of the same row are more than 10 m apart.',
    mend: { vi: 'So lại các dòng đó với hồ sơ gốc.', en: 'Compare these rows with the source papers.' },
  },
  'side-differs': {
    weight: 'fault',
    vi: 'Cạnh ghi ở dòng {row} dài {declared} m nhưng theo tọa độ đỉnh là {measured} m ({count} cạnh lệch).',
    en: 'The side in row {row} is {declared} m in the table and {measured} m by its corners ({count} sides differ).',
    mend: { vi: 'So lại tọa độ đỉnh với giấy tờ.', en: 'Compare the corners with the papers.' },
  },
  'reader-fault': {
    weight: 'fault',
    vi: 'Có đối tượng không đọc được nên bị bỏ qua ({text}).',
    en: 'A feature could not be read and is left out ({text}).',
    mend: {
      vi: 'Sửa đối tượng đó trong tệp gốc rồi nhập lại.',
      en: 'Mend it in the source and import again.',
    },
  },
  'reader-warning': {
    weight: 'note',
    vi: 'Bộ đọc GDAL báo: {text}',
    en: 'GDAL, the reader, says: {text}',
    mend: { vi: 'Mở tệp bằng phần mềm GIS để kiểm tra.', en: 'Check the file in a GIS program.' },
  },
} as const satisfies Partial<Record<NoteCode, IssueText>> & Record<string, IssueText>
