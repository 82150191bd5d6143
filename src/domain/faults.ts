import { mapFaults } from './map-faults.ts'

import { lawFaults } from './law-faults.ts'
import { territoryFaults } from './territory-faults.ts'
import { editionFaults } from './edition-faults.ts'
import { registerFaults } from './register-faults.ts'

export interface FaultKind {
  /** HTTP status; the command line exits with 1 for any of them, 2 for `usage`. */
  readonly status: number
  readonly vi: string
  readonly en: string
}

/** The one table of codes: every refusal that dothi can utter, with its sentence in both languages. */
export const faults = {
  ...lawFaults,
  ...territoryFaults,
  ...registerFaults,
  ...editionFaults,
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, gửi mã yêu cầu {request} cho người quản trị.',
    en: 'Something went wrong on our side. Try again; if it persists, give request id {request} to the administrator.',
  },
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy {what}. Hãy kiểm tra lại địa chỉ hoặc tìm theo tên.',
    en: 'There is no {what} here. Check the address or search by name.',
  },
  'sign-in-needed': {
    status: 401,
    vi: 'Cần đăng nhập. Hãy mở đường dẫn mà máy chủ in ra khi khởi động.',
    en: 'Sign-in is needed. Open the link that the server printed when it started.',
  },
  forbidden: {
    status: 403,
    vi: 'Vị trí công tác đang chọn không có quyền: {what}. Hãy chọn vị trí khác hoặc hỏi người quản trị.',
    en: 'The post you act for has no right to this: {what}. Choose another post or ask the administrator.',
  },
  'bytes-altered': {
    status: 500,
    vi: 'Tệp có mã kiểm tra {digest} không còn nguyên vẹn. Hãy khôi phục từ bản sao lưu rồi công bố lại.',
    en: 'The file with digest {digest} is no longer what was kept. Restore it from a backup and publish again.',
  },
  busy: {
    status: 409,
    vi: 'Một tiến trình khác đang làm việc này: {what}. Hãy chờ xong rồi thử lại.',
    en: 'Another process is doing this now: {what}. Wait until it is done and try again.',
  },
  'proposal-changed': {
    status: 409,
    vi: 'Đề xuất này vừa được người khác cập nhật (bước {found}, bạn đang xem bước {seen}). Hãy tải lại trang rồi làm tiếp.',
    en: 'Somebody else has just worked on this proposal (step {found}, you see step {seen}). Reload the page and go on.',
  },
  'proposal-saved': {
    status: 409,
    vi: 'Đề xuất này đã được lưu vào hồ sơ. Muốn sửa tiếp, hãy hoàn tác việc lưu trước.',
    en: 'This proposal is saved in the record. To go on, take the save back first.',
  },
  'proposal-undecided': {
    status: 422,
    vi: 'Còn {count} mục chưa kiểm tra. Hãy chấp nhận, sửa hoặc bỏ từng mục rồi lưu lại.',
    en: '{count} are not checked yet. Accept, correct or leave out each, then save again.',
  },
  'step-invalid': {
    status: 422,
    vi: 'Bước kiểm tra chưa đúng ở {where}. Hãy xem chỗ được đánh dấu rồi gửi lại.',
    en: 'The step is not right at {where}. See what is marked and send it again.',
  },
  'nothing-to-undo': {
    status: 409,
    vi: 'Không còn bước nào để hoàn tác.',
    en: 'There is no step left to undo.',
  },
  'valid-from-missing': {
    status: 422,
    vi: 'Chưa có ngày hiệu lực: văn bản không ghi ngày ban hành. Hãy nhập ngày theo bản gốc.',
    en: 'There is no day from which it holds: the document bears no date. Enter it from the original.',
  },
  'post-needed': {
    status: 403,
    vi: 'Chưa chọn vị trí công tác. Hãy mở trang cán bộ, chọn vị trí rồi thử lại.',
    en: 'No post is chosen yet. Open the staff page, choose one and try again.',
  },
  'town-invalid': {
    status: 500,
    vi: 'Tệp mô tả thị xã {town} có chỗ không khớp: {fault}. Hãy sửa towns/{town}/town.yaml.',
    en: 'The file of town {town} does not hold together: {fault}. Mend towns/{town}/town.yaml.',
  },
  usage: {
    status: 400,
    vi: 'Lệnh chưa đúng: {what}. Xem cách dùng: npx dothi help',
    en: 'The command is not right: {what}. See: npx dothi help',
  },
  'usage-command': {
    status: 400,
    vi: 'Không có lệnh "{name}". Gần nhất là "{nearest}". Xem tất cả: npx dothi help',
    en: 'There is no command "{name}". The nearest is "{nearest}". See them all: npx dothi help --lang en',
  },
  'usage-option': {
    status: 400,
    vi: 'Lệnh {command} không có tùy chọn {name}. Gần nhất là {nearest}. Xem: npx dothi help {command}',
    en: 'Command {command} has no option {name}. The nearest is {nearest}. See: npx dothi help {command} --lang en',
  },
  'usage-value': {
    status: 400,
    vi: 'Tùy chọn {name} chưa đúng: phải viết {expected}.',
    en: 'Option {name} is not right: write {expected}.',
  },
  'usage-arguments': {
    status: 400,
    vi: 'Lệnh {command} cần viết: npx dothi {command} {usage}',
    en: 'Command {command} is written: npx dothi {command} {usage}',
  },
  config: {
    status: 500,
    vi: 'Biến môi trường {name} có giá trị không dùng được. Giá trị hợp lệ: {expected}. Hãy sửa hoặc bỏ biến này rồi chạy lại.',
    en: 'Environment variable {name} has a value that cannot be used. Valid: {expected}. Mend or unset it and run again.',
  },
  'body-too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn: tối đa {limit} MB. Hãy chia nhỏ tệp rồi gửi lại.',
    en: 'What was sent is too large: {limit} MB at most. Split the file and send again.',
  },
  'bad-request': {
    status: 400,
    vi: 'Yêu cầu chưa đúng ở {where}: {found}. Hãy xem mô tả tại /mo-ta-api rồi gửi lại.',
    en: 'The request is not right at {where}: {found}. See /en/mo-ta-api and send it again.',
  },
  'method-not-allowed': {
    status: 405,
    vi: 'Địa chỉ công khai chỉ để đọc, không nhận {method}. Hãy dùng GET, HEAD hoặc OPTIONS.',
    en: 'A public address is for reading only and does not take {method}. Use GET, HEAD or OPTIONS.',
  },
  'request-malformed': {
    status: 400,
    vi: 'Máy chủ không hiểu yêu cầu: dòng đầu hoặc tiêu đề HTTP viết sai. Hãy kiểm tra chương trình đã gửi.',
    en: 'The request is not HTTP as the server knows it: its first line or a header is wrong. Check the program that sent it.',
  },
  'request-slow': {
    status: 408,
    vi: 'Yêu cầu gửi đến quá chậm nên đã dừng. Hãy kiểm tra đường truyền rồi gửi lại.',
    en: 'The request came in too slowly and was dropped. Check the line and send it again.',
  },
  'headers-too-large': {
    status: 431,
    vi: 'Địa chỉ và tiêu đề của yêu cầu dài quá {limit} KB. Hãy rút ngắn địa chỉ hoặc xóa cookie của trang này rồi thử lại.',
    en: 'Address and headers of the request are over {limit} KB. Shorten the address or delete the cookies of this site and try again.',
  },
  'other-origin': {
    status: 403,
    vi: 'Thao tác bị từ chối vì được gửi từ trang khác. Hãy mở lại trang cán bộ và thực hiện tại đó.',
    en: 'Refused, because it was sent from another site. Open the staff page again and do it there.',
  },
  'not-ready': {
    status: 503,
    vi: 'Máy chủ chưa sẵn sàng hoặc đang dừng: {what}. Hãy thử lại sau ít phút.',
    en: 'The server is not ready or is stopping: {what}. Try again in a few minutes.',
  },
  'port-taken': {
    status: 500,
    vi: 'Cổng {port} đang có chương trình khác dùng. Hãy dừng chương trình đó hoặc đặt DOTHI_PORT khác rồi chạy lại.',
    en: 'Port {port} is in use by another program. Stop that one or set DOTHI_PORT to another port and run again.',
  },
  'file-empty': {
    status: 422,
    vi: 'Tệp {name} không có nội dung. Hãy kiểm tra lại tệp rồi tải lên lần nữa.',
    en: 'The file {name} holds nothing. Check it and try again.',
  },
  'file-access': {
    status: 500,
    vi: 'Không đọc hoặc ghi được {path} ({code}). Hãy kiểm tra đường dẫn có đúng và là tệp hay thư mục, quyền đọc ghi và chỗ trống trên đĩa.',
    en: '{path} cannot be read or written ({code}). Check that the path is right and is a file or a folder, the permissions, and the room on the disk.',
  },
  'file-too-large': {
    status: 413,
    vi: 'Tệp {name} nặng {size} MB, quá giới hạn {limit} MB. Hãy tách tệp hoặc giảm độ phân giải ảnh quét (300 dpi, đen trắng).',
    en: 'The file {name} has {size} MB, over the limit of {limit} MB. Split it, or scan at 300 dpi in black and white.',
  },
  'file-unknown': {
    status: 415,
    vi: 'Chưa đọc được tệp {name}: nội dung là {found}. Các dạng đọc được: .docx, .doc, .odt, .rtf, .pdf, .html, .txt, .md và ảnh quét (.pdf, .png, .jpg, .tif).',
    en: 'The file {name} cannot be read: it holds {found}. What can be read: .docx, .doc, .odt, .rtf, .pdf, .html, .txt, .md and scans (.pdf, .png, .jpg, .tif).',
  },
  'file-broken': {
    status: 422,
    vi: 'Tệp {name} bị hỏng hoặc thiếu (tại {where}). Hãy mở bằng chương trình đã tạo ra tệp, lưu thành bản mới rồi thử lại.',
    en: 'The file {name} is damaged or cut off (at {where}). Open it in the program that made it, save it as a new file and try again.',
  },
  'file-encrypted': {
    status: 422,
    vi: 'Tệp {name} đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi thử lại; nếu là văn bản mật thì không đưa vào hệ thống này.',
    en: 'The file {name} has a password. Take the password off and try again; a classified document must not be brought in here.',
  },
  'file-encoding': {
    status: 422,
    vi: 'Không nhận ra bảng mã của tệp {name}. Hãy mở tệp rồi lưu lại với bảng mã UTF-8 (Unicode).',
    en: 'The encoding of {name} is not known. Open the file and save it as UTF-8 (Unicode).',
  },
  'file-legacy-font': {
    status: 422,
    vi: 'Tệp {name} gõ bằng bảng mã cũ {font}, chữ sẽ sai nếu đọc thẳng. Hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6, nguồn {font}, đích Unicode) rồi thử lại.',
    en: 'The file {name} was typed in the old encoding {font} and would be read wrongly. Convert it to Unicode (UniKey: Ctrl+Shift+F6, from {font} to Unicode) and try again.',
  },
  'file-pages': {
    status: 413,
    vi: 'Tệp {name} có {pages} trang, quá giới hạn {limit} trang. Hãy tách tệp rồi đọc từng phần.',
    en: 'The file {name} has {pages} pages, over the limit of {limit}. Split it and read the parts.',
  },
  'file-slow': {
    status: 422,
    vi: 'Đọc tệp {name} quá {seconds} giây nên đã dừng. Hãy tách tệp, hoặc lưu lại bằng chương trình đã tạo ra tệp rồi thử lại.',
    en: 'Reading {name} took over {seconds} seconds and was stopped. Split the file, or save it again in the program that made it.',
  },
  'file-memory': {
    status: 422,
    vi: 'Đọc tệp {name} cần hơn {limit} MB bộ nhớ nên đã dừng. Hãy tách tệp, hoặc lưu lại bằng chương trình đã tạo ra tệp rồi thử lại.',
    en: 'Reading {name} needs over {limit} MB of memory and was stopped. Split the file, or save it again in the program that made it.',
  },
  'file-no-text': {
    status: 422,
    vi: 'Tệp {name} không có chữ nào đọc được. Nếu là bản quét mờ, hãy quét lại ở 300 dpi, thẳng trang, rồi thử lại.',
    en: 'No readable text was found in {name}. If it is a faint scan, scan it again at 300 dpi with straight pages.',
  },
  'program-missing': {
    status: 422,
    vi: 'Muốn đọc tệp {name} cần cài {program}. Debian/Ubuntu: sudo apt install {debian}. Windows: {windows}. Cài xong, chạy lại lệnh.',
    en: 'Reading {name} needs {program}. Debian/Ubuntu: sudo apt install {debian}. Windows: {windows}. Then run the command again.',
  },
  'program-failed': {
    status: 422,
    vi: 'Chương trình {program} không đọc được tệp {name} ({where}). Hãy mở tệp kiểm tra, lưu thành bản mới rồi thử lại.',
    en: 'The program {program} could not read {name} ({where}). Open the file to check it, save it as a new one and try again.',
  },
  'archive-unsafe': {
    status: 422,
    vi: 'Tệp {name} có đường dẫn không an toàn bên trong ({where}) nên không được mở. Hãy lưu lại bằng Word hoặc LibreOffice; nếu tệp từ nguồn lạ, báo cho người phụ trách an toàn thông tin.',
    en: 'The file {name} holds an unsafe path ({where}) and was not opened. Save it again with Word or LibreOffice; if it came from a stranger, tell whoever looks after information security.',
  },
  'archive-too-large': {
    status: 422,
    vi: 'Nội dung nén trong tệp {name} lớn bất thường ({where}) nên không được mở. Hãy lưu lại bằng Word hoặc LibreOffice, hoặc tách thành nhiều tệp.',
    en: 'What is packed in {name} is larger than any document ({where}) and was not opened. Save it again with Word or LibreOffice, or split it.',
  },
  'xml-unsafe': {
    status: 422,
    vi: 'Tệp {name} chứa khai báo DTD hoặc thực thể ngoài (tại {where}), thứ mà Word không bao giờ ghi, nên không được mở. Hãy lưu lại bằng Word hoặc LibreOffice.',
    en: 'The file {name} declares a document type or entities (at {where}), which Word never writes, and was not opened. Save it again with Word or LibreOffice.',
  },
  ...mapFaults,
  'record-busy': {
    status: 503,
    vi: 'Dữ liệu đang được một tiến trình khác ghi suốt {seconds} giây. Hãy đợi việc đó xong rồi thử lại.',
    en: 'Another process has been writing the record for {seconds} seconds. Wait until it is done and try again.',
  },
  'extension-missing': {
    status: 500,
    vi: 'Máy chủ PostgreSQL chưa có phần mở rộng {extension}. Hãy cài thêm (Debian: apt install postgresql-postgis), hoặc bỏ DATABASE_URL để dùng tệp SQLite.',
    en: 'The PostgreSQL server has no extension {extension}. Install it (Debian: apt install postgresql-postgis), or leave DATABASE_URL out to use an SQLite file.',
  },
  'record-unreachable': {
    status: 503,
    vi: 'Không mở được dữ liệu {record}: {reason}. Hãy kiểm tra đường dẫn và quyền đọc ghi, hoặc địa chỉ, tài khoản và quyền tạo lược đồ của PostgreSQL.',
    en: 'The record {record} cannot be opened: {reason}. Check its path and permissions, or the address, account and right to create of PostgreSQL.',
  },
  'record-served': {
    status: 409,
    vi: 'Một máy chủ dothi khác đang phục vụ dữ liệu này ({record}). Hãy dùng máy chủ đó, hoặc dừng nó rồi chạy lại, hoặc chọn thư mục dữ liệu khác bằng DOTHI_DATA.',
    en: 'Another dothi server is serving this record ({record}). Use that one, or stop it and start again, or choose another data folder with DOTHI_DATA.',
  },
  'record-newer': {
    status: 409,
    vi: 'Dữ liệu do một bản dothi mới hơn ghi (lược đồ số {found}; bản này biết đến số {known}). Hãy cập nhật dothi rồi chạy lại; dữ liệu chưa bị thay đổi.',
    en: 'A newer dothi wrote this record (schema {found}; this version knows up to {known}). Update dothi and start again; nothing was changed.',
  },
  'record-strange': {
    status: 409,
    vi: 'Lược đồ dữ liệu không khớp với bản dothi này ở bước {migration}. Hãy dùng đúng bản dothi đã tạo ra dữ liệu, hoặc khôi phục từ bản sao lưu.',
    en: 'The schema of this record differs from this dothi at step {migration}. Use the dothi that made the record, or restore a backup.',
  },
  'backup-over-other': {
    status: 409,
    vi: 'Tệp {file} đã có và không phải là bản sao lưu của dothi, nên không ghi đè. Hãy chọn tên tệp khác.',
    en: '{file} is there already and is no backup of dothi, so it is not overwritten. Choose another file name.',
  },
  'backup-damaged': {
    status: 422,
    vi: 'Bản sao lưu {file} bị sửa, hỏng hoặc thiếu phần cuối (đọc được đến dòng {line}). Chưa có gì được khôi phục; hãy chép lại tệp từ nơi lưu, hoặc dùng một bản sao lưu khác.',
    en: 'The backup {file} was altered, damaged or cut short (read up to line {line}). Nothing was restored; copy it again from where it is kept, or use another one.',
  },
  'backup-other': {
    status: 422,
    vi: 'Tệp {file} không phải là bản sao lưu của dothi, hoặc đã hỏng ngay từ đầu. Chưa có gì được khôi phục; hãy chọn tệp do lệnh npx dothi backup tạo ra.',
    en: 'The file {file} is no backup of dothi, or damaged from its start. Nothing was restored; choose a file that npx dothi backup made.',
  },
  'restore-occupied': {
    status: 409,
    vi: 'Nơi khôi phục đã có dữ liệu ({record}). Hãy chọn một thư mục dữ liệu mới bằng DOTHI_DATA, hoặc dời dữ liệu cũ đi trước.',
    en: 'There is a record already where this one should go ({record}). Choose a new data folder with DOTHI_DATA, or move the old record away first.',
  },
  'job-died': {
    status: 500,
    vi: 'Công việc đã {attempts} lần làm dừng tiến trình xử lý nên không được chạy lại. Hãy chia nhỏ tệp hoặc dữ liệu đầu vào; nếu vẫn lỗi, báo cho người quản trị.',
    en: 'This job ended its process {attempts} times and is not begun again. Split its file or input; if it still fails, tell the administrator.',
  },
  'revision-unknown': {
    status: 404,
    vi: 'Không có lần ghi số {revision} đã khép lại. Hãy chọn một số trong lịch sử ghi nhận.',
    en: 'There is no closed revision {revision}. Choose one from the log of revisions.',
  },
  'fact-overlap': {
    status: 409,
    vi: '{what} đã có giá trị trong khoảng từ {from} đến {to}. Hãy dùng "thay đổi từ ngày" hoặc "đính chính" thay cho "thêm mới".',
    en: '{what} already has a value between {from} and {to}. Use "change from a day" or "correct" instead of "insert".',
  },
  'fact-missing': {
    status: 404,
    vi: '{what} không có giá trị có hiệu lực vào ngày {day}. Hãy kiểm tra lại ngày hoặc thêm mới.',
    en: '{what} has no value in force on {day}. Check the day, or insert one.',
  },
  'fact-period': {
    status: 400,
    vi: 'Khoảng hiệu lực của {what} từ {from} đến {to} không có ngày nào. Ngày kết thúc phải sau ngày bắt đầu.',
    en: 'The period of {what} from {from} to {to} holds no day. The end must come after the start.',
  },
  conflict: {
    status: 409,
    vi: '{what} đã được {post} thay đổi lúc {instant} (lần ghi số {revision}), sau khi bạn mở. Hãy xem bản mới rồi sửa lại.',
    en: '{what} was changed by {post} at {instant} (revision {revision}) after you opened it. Look at the new state and edit again.',
  },
  'secret-document': {
    status: 422,
    vi: 'Văn bản có dấu chỉ độ mật ({mark}) nên dothi dừng đọc và không lưu một byte nào. Hãy hỏi văn thư cơ quan hoặc người phụ trách bảo vệ bí mật nhà nước; không gửi văn bản này qua máy nối mạng.',
    en: "The document bears a secrecy mark ({mark}): reading stopped and not one byte of it is kept. Ask your office's registry or the officer for state secrets; do not send this paper through a connected machine.",
  },
  'geometry-broken': {
    status: 422,
    vi: 'Hình bản đồ không đọc được: dữ liệu hỏng hoặc bị cắt ở byte {at}. Hãy xuất lại tệp từ phần mềm gốc.',
    en: 'The geometry cannot be read: its bytes are broken or cut off at {at}. Export the file again from its own program.',
  },
  'geometry-number': {
    status: 422,
    vi: 'Hình bản đồ có tọa độ không phải là số hữu hạn (ở {at}). Hãy sửa đối tượng này trong phần mềm gốc rồi xuất lại.',
    en: 'The geometry has a coordinate that is no finite number (at {at}). Mend it in its own program and export again.',
  },
  'geometry-kind': {
    status: 422,
    vi: 'Loại hình "{kind}" không dùng được: chỉ nhận điểm, đường, vùng. Hãy chuyển đường cong, khối hoặc tập hợp thành các loại này rồi xuất lại.',
    en: 'Geometry of kind "{kind}" cannot be used: only points, lines and areas. Turn curves, solids or collections into these and export again.',
  },
  'geometry-json': {
    status: 422,
    vi: 'GeoJSON chưa đúng ở {at}: cần mảng tọa độ [x, y]. Hãy sửa rồi gửi lại.',
    en: 'The GeoJSON is not right at {at}: arrays of [x, y] are needed. Mend it and send it again.',
  },
  'geometry-large': {
    status: 422,
    vi: 'Một hình có hơn {limit} đỉnh. Hãy chia nhỏ hoặc giản lược hình đó rồi nhập lại.',
    en: 'One geometry has more than {limit} positions. Split or simplify it and import again.',
  },
  'geometry-failed': {
    status: 422,
    vi: 'Không tính được trên hình bản đồ ({step}): {why}. Hãy xem danh sách lỗi hình và sửa hình không hợp lệ trước.',
    en: 'The geometry could not be worked on ({step}): {why}. See the list of geometry faults and mend what is invalid first.',
  },
  'plane-unknown': {
    status: 422,
    vi: 'Không có mặt phẳng tọa độ "{id}". Các mặt phẳng đã biết: {known}.',
    en: 'There is no plane "{id}". Known planes: {known}.',
  },
  'operation-unknown': {
    status: 422,
    vi: 'Không có phép chuyển tọa độ "{id}". Các phép đã biết: {known}.',
    en: 'There is no coordinate operation "{id}". Known operations: {known}.',
  },
} as const satisfies Record<string, FaultKind>

export type FaultCode = keyof typeof faults
