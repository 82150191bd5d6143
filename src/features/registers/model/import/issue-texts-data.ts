import type { Words } from '../../../../domain/words.ts'

export interface IssueText extends Words {
  /** How to mend it, in words. */
  readonly mend: Words
  /** `fault`: the data are wrong; `question`: a person must choose; `note`: to be known. */
  readonly weight: 'fault' | 'question' | 'note'
}

/** Issues of places, doubles and values. */
export const dataIssueTexts = {
  // Geometry
  'no-geometry': {
    weight: 'fault',
    vi: 'Đối tượng không có hình; lớp này cần vị trí nên không lấy vào.',
    en: 'The feature has no geometry; the register needs a place, so it is left out.',
    mend: { vi: 'Vẽ hình trong tệp gốc rồi nhập lại.', en: 'Draw it in the source and import again.' },
  },
  'bad-coordinates': {
    weight: 'fault',
    vi: 'Hình có tọa độ không phải là số hữu hạn; không lưu được nên không lấy vào.',
    en: 'The geometry has coordinates that are no finite numbers; it cannot be stored and is left out.',
    mend: {
      vi: 'Sửa đối tượng trong tệp gốc rồi nhập lại.',
      en: 'Mend the feature in the source and import again.',
    },
  },
  'beyond-plane': {
    weight: 'fault',
    vi: 'Vị trí quá xa kinh tuyến trục nên không chuyển được về hệ tọa độ của hồ sơ; không lấy vào.',
    en: 'The place is too far from the central meridian to be brought into the plane of the record; it is left out.',
    mend: { vi: 'Kiểm tra hệ tọa độ của tệp.', en: 'Check the coordinate system of the file.' },
  },
  'ring-open': {
    weight: 'fault',
    vi: 'Đường bao của vùng chưa khép kín (hở {metres} m): không lưu được như vậy nên chưa lấy vào.',
    en: 'A ring of the area is not closed (open by {metres} m): it cannot be kept so and is not taken yet.',
    mend: { vi: 'Bấm "Khép kín" hoặc sửa trong tệp gốc.', en: 'Choose "Close", or mend the source.' },
  },
  'ring-closed': {
    weight: 'note',
    vi: 'Đường bao hở {metres} m đã được khép theo lựa chọn của người nhập.',
    en: 'A ring that was open by {metres} m was closed, as the importer chose.',
    mend: { vi: 'Kiểm tra cạnh cuối.', en: 'Check the last side.' },
  },
  'too-few': {
    weight: 'fault',
    vi: 'Hình có quá ít điểm để thành đường hoặc vùng: không lưu được nên không lấy vào.',
    en: 'The geometry has too few points for a line or an area: it cannot be kept and is left out.',
    mend: { vi: 'Vẽ lại trong tệp gốc hoặc bỏ đối tượng.', en: 'Draw it again in the source, or drop it.' },
  },
  'geometry-invalid': {
    weight: 'fault',
    vi: 'Hình không hợp lệ: {reason}; giữ nguyên và đánh dấu.',
    en: 'The geometry is not valid: {reason}; it is kept as it is and flagged.',
    mend: {
      vi: 'Xem hình đề nghị sửa và chấp nhận nếu diện tích đổi không đáng kể; nếu không, sửa trong tệp gốc.',
      en: 'Look at the proposed mend and accept it where the area hardly changes; else mend the source.',
    },
  },
  'repeated-vertices': {
    weight: 'note',
    vi: 'Hình có {repeated} đỉnh lặp liền nhau.',
    en: 'The geometry repeats {repeated} positions one after the other.',
    mend: {
      vi: 'Bấm "Bỏ đỉnh lặp"; hình dạng không đổi.',
      en: 'Choose "Drop repeated positions"; the shape stays.',
    },
  },
  'zero-area': {
    weight: 'fault',
    vi: 'Vùng có diện tích bằng không.',
    en: 'The area measures nothing.',
    mend: { vi: 'Vẽ lại trong tệp gốc hoặc bỏ đối tượng.', en: 'Draw it again in the source, or drop it.' },
  },
  'zero-length': {
    weight: 'fault',
    vi: 'Đường có chiều dài bằng không; không góp gì vào việc dựng vùng.',
    en: 'The line has no length; it adds nothing to areas built from lines.',
    mend: { vi: 'Xóa trong tệp gốc.', en: 'Delete it in the source.' },
  },
  'mixed-kinds': {
    weight: 'fault',
    vi: 'Lớp này nhận {wanted}; {found} không được lấy vào.',
    en: 'The register takes {wanted}; {found} are left out.',
    mend: {
      vi: 'Nhập các đối tượng này vào lớp dữ liệu khác, hoặc dùng làm đường ranh để dựng vùng.',
      en: 'Import these into another register, or use them as line work for areas.',
    },
  },
  // Place
  'crs-missing': {
    weight: 'question',
    vi: 'Tệp không ghi hệ tọa độ; đã đọc theo {crs} vì số liệu rơi vào địa bàn.',
    en: 'The file names no coordinate system; it was read as {crs}, which puts the data in the town.',
    mend: {
      vi: 'Kiểm tra trên bản đồ; chọn hệ khác nếu lệch.',
      en: 'Check it on the map; choose another where it is off.',
    },
  },
  'crs-unknown': {
    weight: 'question',
    vi: 'Không tìm được hệ tọa độ nào đưa số liệu vào địa bàn; đã đọc theo {crs}.',
    en: 'No known coordinate system puts the data in the town; it was read as {crs}.',
    mend: { vi: 'Xem hồ sơ gốc và chọn hệ tọa độ.', en: 'Look it up in the source papers and choose it.' },
  },
  'crs-wrong': {
    weight: 'fault',
    vi: 'Tệp ghi hệ tọa độ {named} nhưng số liệu chỉ rơi vào địa bàn khi đọc theo {crs}.',
    en: 'The file names {named}, yet only read as {crs} do the data fall in the town.',
    mend: {
      vi: 'Kiểm tra trên bản đồ rồi chọn "Đọc theo {crs}".',
      en: 'Check on the map, then choose "Read as {crs}".',
    },
  },
  'crs-foreign': {
    weight: 'question',
    vi: 'Tệp ghi hệ tọa độ "{named}" mà dothi không có; đã đọc theo {crs} vì số liệu rơi vào địa bàn, có thể lệch hàng trăm mét.',
    en: 'The file names "{named}", which dothi has not; it was read as {crs}, which puts the data in the town, and may be hundreds of metres off.',
    mend: {
      vi: 'Chuyển tệp sang VN-2000 hoặc WGS 84 bằng phần mềm GIS rồi nhập lại, hoặc xác nhận hệ đã đọc.',
      en: 'Bring the file into VN-2000 or WGS 84 in a GIS program and import that, or confirm the reading.',
    },
  },
  'crs-overruled': {
    weight: 'question',
    vi: 'Tệp ghi {named} nhưng số liệu không thể là hệ đó; đã đọc theo {crs} vì số liệu rơi vào địa bàn.',
    en: 'The file names {named}, which its numbers cannot be; it was read as {crs}, which puts the data in the town.',
    mend: {
      vi: 'Kiểm tra trên bản đồ; chọn hệ khác nếu lệch.',
      en: 'Check it on the map; choose another where it is off.',
    },
  },
  'datum-doubtful': {
    weight: 'question',
    vi: 'Tệp ghi lưới chiếu của VN-2000 nhưng gốc tọa độ là WGS 84; đã đọc là {crs}. Nếu đúng là WGS 84 thì vị trí lệch khoảng 220 m.',
    en: 'The file names a grid of VN-2000 on the datum WGS 84; it was read as {crs}. Were it WGS 84 indeed, places are some 220 m off.',
    mend: { vi: 'Hỏi nơi cung cấp, kiểm tra trên bản đồ.', en: 'Ask the provider, check on the map.' },
  },
  'axes-swapped-read': {
    weight: 'question',
    vi: 'Hai trục tọa độ của lớp bị đổi chỗ; đã đọc ngược lại vì chỉ như vậy số liệu mới rơi vào địa bàn.',
    en: 'The axes of the layer are swapped; it was read the other way round, since only so do the data fall in the town.',
    mend: { vi: 'Kiểm tra trên bản đồ.', en: 'Check it on the map.' },
  },
  'feature-swapped': {
    weight: 'fault',
    vi: 'Hai trục tọa độ của đối tượng này bị đổi chỗ: chỉ đọc ngược lại mới rơi vào địa bàn.',
    en: 'The axes of this feature are swapped: only the other way round does it fall in the town.',
    mend: {
      vi: 'Bấm "Đổi trục các đối tượng này", hoặc sửa trong tệp gốc.',
      en: 'Choose "Swap the axes of these features", or mend the source.',
    },
  },
  'feature-turned': {
    weight: 'note',
    vi: 'Đối tượng có hai trục đổi chỗ; đã đọc ngược lại theo lựa chọn của người nhập.',
    en: 'The axes of the feature are swapped; it was read the other way round, as the importer chose.',
    mend: { vi: 'Kiểm tra trên bản đồ.', en: 'Check it on the map.' },
  },
  'axes-swapped': {
    weight: 'fault',
    vi: 'Hai trục tọa độ của lớp bị đổi chỗ (X là hướng Bắc); chỉ đọc ngược lại thì số liệu mới rơi vào địa bàn.',
    en: 'The axes of the layer are swapped (X is north); only the other way round do the data fall in the town.',
    mend: { vi: 'Bấm "Đổi trục cả lớp".', en: 'Choose "Swap the axes of the layer".' },
  },
  'operation-chosen': {
    weight: 'note',
    vi: 'Chuyển giữa WGS 84 và VN-2000 bằng {operation} ({says}).',
    en: 'Brought between WGS 84 and VN-2000 by {operation} ({says}).',
    mend: {
      vi: 'Nếu nơi cung cấp cho biết bộ tham số khác, hãy chọn rồi nhập lại.',
      en: 'Where the provider names another set, choose it and import again.',
    },
  },
  'outside-town': {
    weight: 'fault',
    vi: 'Nằm ngoài địa bàn, cách {metres} m.',
    en: 'Lies outside the town, {metres} m away.',
    mend: {
      vi: 'Kiểm tra vị trí với hồ sơ gốc; nếu đúng là ngoài địa bàn thì bỏ khỏi lớp.',
      en: 'Check the place against the source papers; drop it if it belongs elsewhere.',
    },
  },
  'partly-outside': {
    weight: 'note',
    vi: 'Có một phần nằm ngoài địa bàn (xa nhất {metres} m), có thể là phần trên biển.',
    en: 'Lies in part outside the town (up to {metres} m), which may be the sea.',
    mend: { vi: 'Kiểm tra ranh giới; không tự cắt.', en: 'Check the border; nothing is cut off by itself.' },
  },
  'accuracy-impossible': {
    weight: 'fault',
    vi: 'Độ chính xác {found} m không thể có; dùng giá trị của lớp.',
    en: 'An accuracy of {found} m is impossible; the value of the register is used.',
    mend: { vi: 'Ghi lại theo hồ sơ đo đạc.', en: 'Enter it from the survey papers.' },
  },
  // Doubles
  'same-geometry': {
    weight: 'fault',
    vi: 'Cùng hình với đối tượng {other}.',
    en: 'Has the same geometry as feature {other}.',
    mend: {
      vi: 'Nếu mọi thuộc tính cũng giống, bấm "Bỏ bản trùng"; nếu không, chọn đối tượng đúng.',
      en: 'Where all attributes agree too, choose "Drop the double"; else choose the right one.',
    },
  },
  'same-content': {
    weight: 'fault',
    vi: 'Trùng hoàn toàn (hình và thuộc tính) với đối tượng {other}; cả hai được giữ.',
    en: 'Is the same in geometry and attributes as feature {other}; both are kept.',
    mend: { vi: 'Bấm "Bỏ bản trùng".', en: 'Choose "Drop the double".' },
  },
  'same-key': {
    weight: 'fault',
    vi: 'Khóa {key} có ở {number} đối tượng; giữ tất cả, mỗi đối tượng có khóa riêng theo nội dung.',
    en: 'Key {key} stands on {number} features; all are kept, each with a key of its own by its content.',
    mend: {
      vi: 'Hỏi nơi cung cấp; với thửa đất, tờ 0 thửa 0 và trùng số là thường gặp.',
      en: 'Ask the provider; with parcels, sheet 0 number 0 and doubles are common.',
    },
  },
  'key-zero': {
    weight: 'note',
    vi: '{number} đối tượng có khóa {key} (chưa đánh số); giữ tất cả, khóa riêng theo nội dung.',
    en: '{number} features bear the key {key} (not numbered yet); all are kept with keys by their content.',
    mend: {
      vi: 'Không cần làm gì; hỏi nơi cung cấp nếu cần số thửa.',
      en: 'Nothing to do; ask the provider for numbers.',
    },
  },
  // Values
  'value-missing': {
    weight: 'fault',
    vi: 'Thiếu giá trị bắt buộc của trường {field} ở {number} đối tượng.',
    en: 'The mandatory field {field} is missing on {number} features.',
    mend: {
      vi: 'Bổ sung trong tệp gốc hoặc nhập từng đối tượng.',
      en: 'Complete the source, or enter it entry by entry.',
    },
  },
  'value-type': {
    weight: 'fault',
    vi: 'Trường {field}: "{found}" không đọc được thành {type}; để trống, giá trị gốc giữ ở ghi chú nguồn.',
    en: 'Field {field}: "{found}" cannot be read as {type}; left empty, the source keeps it.',
    mend: { vi: 'Sửa giá trị theo hồ sơ.', en: 'Enter it from the papers.' },
  },
  'value-range': {
    weight: 'fault',
    vi: 'Trường {field}: {found} nằm ngoài giới hạn {least}–{most}; giữ nguyên và đánh dấu.',
    en: 'Field {field}: {found} lies outside {least} to {most}; kept and flagged.',
    mend: { vi: 'Kiểm tra đơn vị tính và giá trị.', en: 'Check the unit and the value.' },
  },
  'value-length': {
    weight: 'fault',
    vi: 'Trường {field} dài {length} ký tự, lớp nhận {most}; giữ nguyên và đánh dấu.',
    en: 'Field {field} has {length} letters, the register takes {most}; kept and flagged.',
    mend: { vi: 'Rút gọn giá trị.', en: 'Shorten it.' },
  },
  'value-unread': {
    weight: 'question',
    vi: 'Trường {field}: "{found}" đọc được hai cách ({readings}); để trống.',
    en: 'Field {field}: "{found}" can be read in two ways ({readings}); left empty.',
    mend: {
      vi: 'Cho biết cách viết số hoặc ngày của cột.',
      en: 'Say how the column writes numbers or days.',
    },
  },
  'unknown-code': {
    weight: 'fault',
    vi: 'Trường {field}: mã "{found}" không có trong danh mục, ở {number} đối tượng.',
    en: 'Field {field}: "{found}" is not one of its codes, on {number} features.',
    mend: { vi: 'Chọn mã đúng cho cả nhóm.', en: 'Choose the right code for all of them.' },
  },
  'unverified-code': {
    weight: 'note',
    vi: 'Trường {field}: mã "{found}" chưa có trong danh mục mà dothi đã đọc; giữ nguyên, ở {number} đối tượng.',
    en: 'Field {field}: "{found}" is not in what dothi has read of the list; kept as given, on {number} features.',
    mend: { vi: 'Đối chiếu phụ lục của thông tư.', en: 'Compare with the annex of the circular.' },
  },
  'area-differs': {
    weight: 'fault',
    vi: 'Diện tích ghi {declared} m² khác diện tích đo trên hình {measured} m² ({percent} %).',
    en: 'The declared area of {declared} m² differs from the {measured} m² of the geometry ({percent} %).',
    mend: {
      vi: 'Diện tích pháp lý theo hồ sơ; kiểm tra hình và đơn vị tính.',
      en: 'The area in law is that of the papers; check the geometry and the unit.',
    },
  },
  'personal-column': {
    weight: 'note',
    vi: 'Cột {column} chứa dữ liệu cá nhân ({what}); không lấy vào.',
    en: 'Column {column} holds personal data ({what}); it is not taken.',
    mend: {
      vi: 'Không cần làm gì; đề nghị nơi gửi bỏ cột này.',
      en: 'Nothing to do; ask the sender to leave it out.',
    },
  },
  'personal-doubt': {
    weight: 'question',
    vi: 'Cột {column} có {number} giá trị giống dữ liệu cá nhân ({what}); các giá trị đó không lấy vào.',
    en: 'Column {column} has {number} values that look personal ({what}); these values are not taken.',
    mend: { vi: 'Xem các dòng được nêu.', en: 'Look at the rows named.' },
  },
  'column-left': {
    weight: 'note',
    vi: 'Cột {column} không lấy vào: {why}.',
    en: 'Column {column} is not taken: {why}.',
    mend: {
      vi: 'Gán cột vào một trường của lớp nếu cần.',
      en: 'Map it to a field of the register where it is wanted.',
    },
  },
} as const satisfies Record<string, IssueText>
