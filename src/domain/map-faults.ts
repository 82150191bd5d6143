/** What can be wrong with a map, CAD or coordinate file as a whole. */
export const mapFaults = {
  'map-unknown': {
    status: 415,
    vi: 'Tệp {name} không phải là bản đồ đọc được (nội dung: {found}). Các dạng đọc được: Shapefile (.zip), GeoPackage, FileGDB (.zip), GeoJSON, FlatGeobuf, KML/KMZ, GML, MapInfo TAB (.zip) và MIF, DXF, DGN V7, DWG AutoCAD 2000, bảng tọa độ .csv, .txt, .xlsx.',
    en: 'The file {name} is no map that can be read (it holds: {found}). What can be read: Shapefile (.zip), GeoPackage, FileGDB (.zip), GeoJSON, FlatGeobuf, KML/KMZ, GML, MapInfo TAB (.zip) and MIF, DXF, DGN V7, DWG of AutoCAD 2000, coordinate tables .csv, .txt, .xlsx.',
  },
  'map-broken': {
    status: 422,
    vi: 'Bản đồ {name} bị hỏng hoặc bị cắt, tại: {where} ({why}). Chưa có gì được nhập; hãy mở bằng phần mềm đã tạo ra tệp, xuất lại rồi thử lần nữa.',
    en: 'The map {name} is damaged or cut off, at: {where} ({why}). Nothing was taken in; open it in the program that made it, export it again and retry.',
  },
  'map-no-features': {
    status: 422,
    vi: 'Tệp {name} không có đối tượng bản đồ nào (nội dung: {found}). Hãy kiểm tra đã xuất đúng lớp hay chưa.',
    en: 'The file {name} holds no map features (it holds: {found}). Check that the right layer was exported.',
  },
  'map-too-many': {
    status: 413,
    vi: 'Tệp {name} có hơn {limit} đối tượng. Hãy tách theo lớp hoặc theo tờ bản đồ rồi nhập từng phần.',
    en: 'The file {name} has more than {limit} features. Split it by layer or sheet and import the parts.',
  },
  'map-too-large': {
    status: 413,
    vi: 'Bản đồ {name} nặng {size} MB, quá giới hạn {limit} MB. Hãy tách theo lớp hoặc theo tờ bản đồ rồi nhập từng phần.',
    en: 'The map {name} has {size} MB, over the limit of {limit} MB. Split it by layer or sheet and import the parts.',
  },
  'map-archive': {
    status: 422,
    vi: 'Tệp nén {name} không được mở: {where} lớn bất thường, không an toàn hoặc bị hỏng. Hãy nén lại đúng các tệp bản đồ (không đặt mật khẩu, không nén lồng nhau) rồi thử lại.',
    en: 'The archive {name} was not opened: {where} is unusually large, unsafe or damaged. Pack just the map files again (no password, no archive inside) and retry.',
  },
  'map-dwg-version': {
    status: 415,
    vi: 'Tệp {name} là DWG {release}; dothi chỉ đọc thẳng DWG AutoCAD 2000. Trong AutoCAD: Save As, chọn "AutoCAD 2000/LT2000 Drawing (*.dwg)" hoặc "AutoCAD 2000/LT2000 DXF (*.dxf)", rồi nhập tệp đã lưu.',
    en: 'The file {name} is a DWG of {release}; only DWG of AutoCAD 2000 is read. In AutoCAD: Save As, choose "AutoCAD 2000/LT2000 Drawing (*.dwg)" or "AutoCAD 2000/LT2000 DXF (*.dxf)", then import that file.',
  },
  'map-dgn-v8': {
    status: 415,
    vi: 'Tệp {name} là DGN V8; dothi chỉ đọc thẳng DGN V7. Trong MicroStation: File > Save As, chọn "MicroStation V7 DGN Files (*.dgn)" hoặc DXF AutoCAD 2000, rồi nhập tệp đã lưu.',
    en: 'The file {name} is a DGN of version 8; only version 7 is read. In MicroStation: File > Save As, choose "MicroStation V7 DGN Files (*.dgn)" or DXF of AutoCAD 2000, then import that file.',
  },
  'map-memory': {
    status: 422,
    vi: 'Đọc bản đồ {name} cần hơn {limit} MB bộ nhớ nên đã dừng; chưa có gì được nhập. Hãy tách theo lớp hoặc theo tờ bản đồ rồi nhập từng phần.',
    en: 'Reading the map {name} needs over {limit} MB of memory and was stopped; nothing was taken in. Split it by layer or sheet and import the parts.',
  },
  'map-slow': {
    status: 422,
    vi: 'Đọc bản đồ {name} quá {seconds} giây không có tiến triển nên đã dừng; chưa có gì được nhập. Hãy tách theo lớp hoặc xuất lại tệp rồi thử lại.',
    en: 'Reading the map {name} made no progress for {seconds} seconds and was stopped; nothing was taken in. Split it by layer or export it again.',
  },
  'map-table-unclear': {
    status: 422,
    vi: 'Bảng tọa độ {name} ({layer}) có thể đọc theo nhiều cách. Hãy chọn cột X (Bắc), cột Y (Đông) hoặc kinh độ, vĩ độ, dấu thập phân và kiểu bảng trong các cách được nêu.',
    en: 'The coordinate table {name} ({layer}) can be read in more than one way. Choose the columns, the decimal mark and the kind of table from the candidates shown.',
  },
} as const
