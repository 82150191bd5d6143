import type { FaultKind } from './faults.ts'

/** Refusals of the folder `registers/` and of what is entered in a register; part of the one table in `faults.ts`. */
export const registerFaults = {
  'register-file-yaml': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": không phải YAML hợp lệ ({why}). Hãy sửa dòng này.',
    en: '{file}, line {line}, "{key}": not valid YAML ({why}). Mend that line.',
  },
  'register-file-key-missing': {
    status: 500,
    vi: '{file}, dòng {line}: thiếu "{key}". Hãy thêm vào theo registers/schema/register.json.',
    en: '{file}, line {line}: "{key}" is missing. Add it, as registers/schema/register.json has it.',
  },
  'register-file-key-unknown': {
    status: 500,
    vi: '{file}, dòng {line}: lớp dữ liệu không có mục "{key}" ở đây. Hãy xóa hoặc sửa tên.',
    en: '{file}, line {line}: a register has nothing called "{key}" here. Take it out or mend its name.',
  },
  'register-file-key-twice': {
    status: 500,
    vi: '{file}, dòng {line}: "{key}" được ghi hai lần. Hãy giữ lại một.',
    en: '{file}, line {line}: "{key}" is said twice. Keep one.',
  },
  'register-file-certainty': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": độ tin cậy phải là seen, secondary, memory hoặc assumed.',
    en: '{file}, line {line}, "{key}": certainty must be seen, secondary, memory or assumed.',
  },
  'register-file-value': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": giá trị không đúng dạng ({why}). Hãy sửa theo registers/schema/register.json.',
    en: '{file}, line {line}, "{key}": not of the right form ({why}). Mend it as registers/schema/register.json has it.',
  },
  'register-boundary': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": địa giới đơn vị hành chính lấy từ danh mục đơn vị (towns/…/units.yaml), không từ một lớp dữ liệu. Hãy bỏ lớp này.',
    en: '{file}, line {line}, "{key}": boundaries of administrative units come from the list of units (towns/…/units.yaml), never from a register. Take it out.',
  },
  'register-personal': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": trường này giữ dữ liệu cá nhân; lớp dữ liệu không bao giờ giữ. Hãy bỏ trường.',
    en: '{file}, line {line}, "{key}": this field would hold personal data, which no register does. Take it out.',
  },
  'register-public': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": không lớp nào công khai sẵn; đối tượng chỉ công khai khi có văn bản công bố. Hãy ghi internal hoặc restricted.',
    en: '{file}, line {line}, "{key}": no register is public from the start; a document releases entries. Say internal or restricted.',
  },
  'register-reference': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": không có {what} tên "{found}". Hãy sửa tên hoặc khai báo.',
    en: '{file}, line {line}, "{key}": there is no {what} called "{found}". Mend the name or declare it.',
  },
  'register-field': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": {why}.',
    en: '{file}, line {line}, "{key}": {why}.',
  },
  'register-copy': {
    status: 409,
    vi: 'Lớp "{register}" là bản sao có ngày của nguồn {source}: không sửa tại đây. Hãy đề nghị nguồn sửa rồi nhập lại tệp mới.',
    en: 'Register "{register}" is a dated copy of {source}: it is not edited here. Ask the source to mend it and import the newer file.',
  },
  'api-crs': {
    status: 400,
    vi: 'Không có hệ tọa độ "{found}". Hãy dùng CRS84 (kinh độ, vĩ độ) hoặc một mặt phẳng VN-2000 (đông, bắc): {known}.',
    en: 'There are no coordinates called "{found}". Say CRS84 (longitude, latitude) or a VN-2000 plane (east, north): {known}.',
  },
  'api-degrees': {
    status: 400,
    vi: '{found} không phải kinh độ, vĩ độ. Nếu là mét, hãy ghi crs là mặt phẳng VN-2000 của số liệu.',
    en: '{found} is no longitude and latitude. Where these are metres, name their VN-2000 plane as crs.',
  },
  'entry-value': {
    status: 422,
    vi: 'Đối tượng {what}, trường {field}: {why}. Hãy sửa rồi lưu lại.',
    en: 'Entry {what}, field {field}: {why}. Mend it and save again.',
  },
  'entry-geometry': {
    status: 422,
    vi: 'Đối tượng {what}: lớp này cần {wanted}, nhận được {found}. Hãy vẽ lại hoặc chọn lớp khác.',
    en: 'Entry {what}: this register takes {wanted}, not {found}. Draw it again or choose another register.',
  },
  'entry-shape': {
    status: 422,
    vi: '{what}: hình không hợp lệ ({reason}) tại X {x}, Y {y}. Hãy sửa đỉnh ở chỗ đó rồi lưu lại.',
    en: '{what}: the shape is not valid ({reason}) at X {x}, Y {y}. Mend the vertices there and save again.',
  },
  'entry-unfit': {
    status: 422,
    vi: '{what}: {length} m ranh giới không khớp với đối tượng bên cạnh (hở hoặc chồng), gần X {x}, Y {y}. Hãy sửa, hoặc đánh dấu "Vẫn lưu" nếu đúng là như vậy.',
    en: '{what}: {length} m of border do not fit the entries beside it (a gap or an overlap), near X {x}, Y {y}. Mend it, or mark "Save anyway" where that is so.',
  },
  'entry-cut': {
    status: 422,
    vi: '{what}: đường vẽ không cắt vùng thành hai phần. Hãy vẽ đường đi từ ranh giới bên này sang ranh giới bên kia.',
    en: '{what}: the line does not cut the area in two. Draw it from one side of the border to the other.',
  },
  'entry-apart': {
    status: 422,
    vi: '{what} và {other} không chung ranh giới nên không gộp được. Hãy chọn hai vùng nằm sát nhau, cùng giai đoạn.',
    en: '{what} and {other} share no border, so they cannot be joined. Choose two areas side by side, of one stage.',
  },
  'entry-disclosure': {
    status: 422,
    vi: 'Đối tượng {what} không công khai được khi lưu. Hãy dùng thao tác công bố và dẫn văn bản công bố.',
    en: 'Entry {what} does not become public by being saved. Use the release action and name the document.',
  },
  'release-named': {
    status: 422,
    vi: 'Lớp "{register}" chỉ công bố từng đối tượng được nêu trong văn bản. Hãy chọn các đối tượng đó, không chọn tất cả.',
    en: 'Register "{register}" is released only entry by entry, as the document names them. Choose these entries, not all.',
  },
  'release-document': {
    status: 422,
    vi: 'Văn bản công bố thiếu {missing}. Hãy ghi số, cơ quan ban hành và ngày ban hành (không sau hôm nay).',
    en: 'The releasing document lacks {missing}. Give its number, issuer and day of issue (not after today).',
  },
  'release-restricted': {
    status: 422,
    vi: 'Đối tượng {what} thuộc diện hạn chế. Người có quyền phải chuyển về nội bộ trước khi công bố.',
    en: 'Entry {what} is restricted. Who has the right must first make it internal.',
  },
  'release-nothing': {
    status: 409,
    vi: 'Không có đối tượng nội bộ nào để công bố theo văn bản {document}. Các đối tượng đã công khai, còn đang lập hoặc thuộc diện hạn chế.',
    en: 'There is nothing internal to release by document {document}: entries are public already, in preparation or restricted.',
  },
  'mapping-invalid': {
    status: 422,
    vi: 'Ánh xạ {name} không dùng được ({why}). Hãy lưu lại từ trang nhập bản đồ hoặc sửa tệp.',
    en: 'The mapping {name} cannot be used ({why}). Save it again from the import page, or mend the file.',
  },
  'import-state': {
    status: 409,
    vi: 'Việc nhập bản đồ này đang ở trạng thái "{state}" nên không làm được bước này. Hãy tải lại trang rồi xem trạng thái mới.',
    en: 'This import is in the state "{state}", in which the step cannot be done. Reload the page and see the new state.',
  },
  'entry-undo': {
    status: 409,
    vi: 'Không hoàn tác được lần ghi {revision}: đối tượng {what} đã được ghi tiếp sau đó. Hãy hoàn tác lần ghi sau trước.',
    en: 'Revision {revision} cannot be taken back: entry {what} was written again after it. Take the later one back first.',
  },
} as const satisfies Record<string, FaultKind>
