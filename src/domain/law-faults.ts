import type { FaultKind } from './faults.ts'

/** Refusals of the folder `law/` and of what is asked of it; part of the one table in `faults.ts`. */
export const lawFaults = {
  'law-yaml': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": không phải YAML hợp lệ ({why}). Hãy sửa dòng này.',
    en: '{file}, line {line}, "{key}": not valid YAML ({why}). Mend that line.',
  },
  'law-key-missing': {
    status: 500,
    vi: '{file}, dòng {line}: thiếu "{key}". Hãy thêm vào; cách ghi ở docs/howto.',
    en: '{file}, line {line}: "{key}" is missing. Add it; docs/howto says how it is written.',
  },
  'law-key-unknown': {
    status: 500,
    vi: '{file}, dòng {line}: không có mục nào tên "{key}" ở đây. Hãy xóa hoặc sửa tên.',
    en: '{file}, line {line}: nothing here is called "{key}". Take it out or mend its name.',
  },
  'law-key-twice': {
    status: 500,
    vi: '{file}, dòng {line}: "{key}" được ghi hai lần. Hãy giữ lại một.',
    en: '{file}, line {line}: "{key}" is said twice. Keep one.',
  },
  'law-day-twice': {
    status: 500,
    vi: '{file}, dòng {line}: ngày {key} có hai giá trị. Hãy giữ lại một; điều từng ghi trước đây đặt dưới "earlier".',
    en: '{file}, line {line}: the day {key} has two values. Keep one; what was held before goes under "earlier".',
  },
  'law-day': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": không có ngày {day}. Hãy ghi theo dạng 2026-07-01.',
    en: '{file}, line {line}, "{key}": there is no day {day}. Write it as 2026-07-01.',
  },
  'law-recorded-order': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": "recorded" phải muộn dần; {day} không muộn hơn điều ghi trước đó.',
    en: '{file}, line {line}, "{key}": each "recorded" must be later than the one before; {day} is not.',
  },
  'law-certainty': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": độ tin cậy phải là seen, secondary, memory hoặc assumed.',
    en: '{file}, line {line}, "{key}": certainty must be seen, secondary, memory or assumed.',
  },
  'law-value': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": giá trị không đúng dạng ({why}).',
    en: '{file}, line {line}, "{key}": not a value of the right form ({why}).',
  },
  'law-cell': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": ô này phải có dạng {kind} và thuộc danh mục của cột.',
    en: '{file}, line {line}, "{key}": this cell must be a {kind}, and one of the codes of its column.',
  },
  'law-column': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": bảng không có cột "{column}". Hãy khai báo dưới "columns" hoặc sửa tên.',
    en: '{file}, line {line}, "{key}": the table has no column "{column}". Declare it under "columns", or mend its name.',
  },
  'law-row-twice': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": dòng {row} đã có trong bảng. Hãy giữ lại một.',
    en: '{file}, line {line}, "{key}": the table has a row {row} already. Keep one.',
  },
  'law-set': {
    status: 500,
    vi: '{file}: thư mục "{set}" chưa có tên trong law/sets.yaml. Hãy thêm vào.',
    en: '{file}: the folder "{set}" is not named in law/sets.yaml. Add it.',
  },
  'law-unit': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": không có đơn vị "{unit}" trong law/units.yaml. Hãy thêm hoặc sửa tên.',
    en: '{file}, line {line}, "{key}": law/units.yaml has no unit "{unit}". Add it or mend the name.',
  },
  'law-look-up': {
    status: 500,
    vi: '{file}, dòng {line}: giá trị chưa rõ phải ghi cần tra cứu gì ở "{key}".',
    en: '{file}, line {line}: an unknown value must say in "{key}" what to look up.',
  },
  'law-document': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": chưa có văn bản "{document}" trong law/documents. Hãy thêm vào.',
    en: '{file}, line {line}, "{key}": law/documents has no document "{document}". Add it.',
  },
  'law-before-document': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": văn bản {document} có hiệu lực từ {from}, sau ngày này. Hãy sửa ngày, hoặc ghi "retroactive: true" nếu văn bản quy định hiệu lực trở về trước.',
    en: '{file}, line {line}, "{key}": {document} is in force from {from}, after this day. Mend the day, or say "retroactive: true" where the document itself reaches back.',
  },
  'law-after-document': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": văn bản {document} hết hiệu lực từ {to}, trước ngày này. Hãy dẫn văn bản đang có hiệu lực.',
    en: '{file}, line {line}, "{key}": {document} ended on {to}, before this day. Name the document in force.',
  },
  'law-outlives-document': {
    status: 500,
    vi: '{file}, dòng {line}, "{key}": văn bản {document} hết hiệu lực từ {to}. Hãy ghi điều gì áp dụng từ ngày đó: giá trị mới, null (bãi bỏ) hoặc unknown.',
    en: '{file}, line {line}, "{key}": {document} ends on {to}. Say what holds from then: a value, null (repealed) or unknown.',
  },
  'law-unknown': {
    status: 409,
    vi: 'Quy định {parameter} có hiệu lực ngày {on} nhưng dothi chưa có giá trị. Cần tra cứu: {lookUp}',
    en: 'The rule {parameter} is in force on {on}, but dothi does not hold its value. Look up: {lookUp}',
  },
  'law-no-norm': {
    status: 422,
    vi: 'Không so sánh được với {parameter}: quy định này không phải là mức tối đa hoặc tối thiểu, hoặc số đo không phải là số.',
    en: 'Nothing can be held against {parameter}: it is no greatest or least value, or what was measured is no number.',
  },
  'law-check-invalid': {
    status: 422,
    vi: 'Chưa ghi được kết quả đối chiếu: thiếu {field}. Hãy điền rồi gửi lại.',
    en: 'The check cannot be recorded: {field} is missing. Fill it in and send again.',
  },
  'law-case': {
    status: 500,
    vi: '{file}, dòng {line}: tình huống "{key}" sai: {why}.',
    en: '{file}, line {line}: the case "{key}" fails: {why}.',
  },
  'law-none': {
    status: 409,
    vi: 'Không có quy định {parameter} có hiệu lực vào ngày {on}. Hãy kiểm tra lại ngày.',
    en: 'No rule {parameter} is in force on {on}. Check the day.',
  },
} as const satisfies Record<string, FaultKind>
