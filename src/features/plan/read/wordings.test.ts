import { expect, test } from 'vitest'
import { readText } from '../../../../test/documents/read.ts'
import type { PlanReading } from '../model.ts'

const plan = (body: string, kind = 'KẾ HOẠCH') =>
  readText(
    `<p>ỦY BAN NHÂN DÂN<br>THỊ XÃ THÍ DỤ</p><p>Số: 12/${kind === 'THÔNG BÁO' ? 'TB' : 'KH'}-UBND</p><p>${kind}</p><p>Chỉnh trang đô thị</p>${body}`,
    'van-ban.html',
  )
const names = (bodies: PlanReading['tasks'][number]['lead']) =>
  bodies.map(({ text, named }) => (named ? text : `${text}?`)).join(' + ')

test('two header rows, ditto marks, dashes in a cell and a person with a post', async () => {
  const { tasks } = await plan(`<p>II. NHIỆM VỤ</p><table>
<tr><th rowspan=2>TT</th><th rowspan=2>Nội dung công việc</th><th colspan=2>Phân công</th><th rowspan=2>Lãnh đạo phụ trách</th></tr>
<tr><th>CQ chủ trì</th><th>ĐV phối hợp</th></tr>
<tr><td>1.1</td><td>Lập quy chế</td><td>Phòng Quản lý đô thị</td><td>- Phòng Tài chính - Kế hoạch<br>- Các đơn vị có liên quan</td><td>Đ/c Nguyễn Văn A, Phó Chủ tịch UBND thị xã</td></tr>
<tr><td>1.2</td><td>Cắm mốc</td><td>nt</td><td>Hội Nông dân, Đoàn TNCS Hồ Chí Minh thị xã</td><td></td></tr></table>`)
  expect(
    tasks.map(({ lead, coordinating, directing }) => [lead, coordinating, directing].map(names)),
  ).toEqual([
    [
      'Phòng Quản lý đô thị',
      'Phòng Tài chính - Kế hoạch + Các đơn vị có liên quan?',
      'Đ/c Nguyễn Văn A, Phó Chủ tịch UBND thị xã',
    ],
    ['Phòng Quản lý đô thị', 'Hội Nông dân + Đoàn TNCS Hồ Chí Minh thị xã', ''],
  ])
})

test('crosses under the years say when', async () => {
  const { tasks } = await plan(`<p>II. NHIỆM VỤ</p><table>
<tr><th>STT</th><th>Công việc</th><th>Đơn vị chủ trì</th><th>2026-2028</th><th>2029-2030</th></tr>
<tr><td>1</td><td>Xây kè</td><td>Sở Xây dựng</td><td>x</td><td></td></tr>
<tr><td>2</td><td>Nạo vét hồ</td><td>Sở Xây dựng</td><td>x</td><td>x</td></tr></table>`)
  expect(tasks.map(({ time }) => [time.kind, time.from, time.to])).toEqual([
    ['range', '2026-01-01', '2028-12-31'],
    ['range', '2026-01-01', '2030-12-31'],
  ])
})

test('units in the heading of a year, and a rank alone in a row on the class of town', async () => {
  const { targets } = await plan(`<p>I. MỤC TIÊU</p><table>
<tr><th>TT</th><th>Chỉ tiêu</th><th>2025 (%)</th><th>2030 (%)</th></tr>
<tr><td>1</td><td>Tỷ lệ đô thị hóa</td><td>40</td><td>52</td></tr></table>
<table><tr><th>TT</th><th>Chỉ tiêu</th><th>Mục tiêu đến năm 2030</th></tr>
<tr><td>1</td><td>Đạt chuẩn đô thị</td><td>III</td></tr></table>`)
  expect(targets.map(({ unit, values }) => [unit, ...values.map(({ value }) => value)])).toEqual([
    ['%', 40, 52],
    [null, { class: 'III', part: 'all' }],
  ])
})

test('a notice that charges a person, and one that lists whom it charges', async () => {
  const { tasks } = await plan(
    `<p>1. Phân công đồng chí Trần Văn B, Phó Chủ tịch UBND thị xã trực tiếp chỉ đạo giải phóng mặt bằng.</p>
<p>2. Giao các đơn vị:</p><p>- Phòng Nội vụ: kiện toàn Ban Chỉ đạo trước ngày 15/4/2026.</p><p>- Công an thị xã (chủ trì) tuần tra.</p>`,
    'THÔNG BÁO',
  )
  expect(tasks.slice(0, 2).map(({ lead }) => names(lead))).toEqual([
    'đồng chí Trần Văn B, Phó Chủ tịch UBND thị xã',
    expect.any(String),
  ])
  expect(tasks.some(({ lead }) => names(lead) === 'Phòng Nội vụ')).toBe(true)
})

test('who chairs is told in brackets within a list', async () => {
  const { tasks } = await plan(
    `<p>II. NHIỆM VỤ</p><p>1. Lắp camera.</p><p>- Cơ quan thực hiện: Công an thị xã (chủ trì), Phòng Văn hóa và Thông tin.</p>`,
  )
  expect(tasks.map(({ lead, implementing }) => [names(lead), names(implementing)])).toEqual([
    ['Công an thị xã', 'Phòng Văn hóa và Thông tin'],
  ])
})

test('who is charged, when the order is passed on, stands behind its verb, or follows a semicolon', async () => {
  const { tasks } = await plan(
    `<p>1. UBND thị xã chỉ đạo Phòng Quản lý đô thị chủ trì, phối hợp với các phường cắm mốc trong Quý I/2025; giao Công an thị xã xử lý lấn chiếm, thực hiện thường xuyên.</p>
<p>2. Đối với Ban Quản lý dự án thị xã: hoàn thành bàn giao trước ngày 15/7/2025.</p>
<p>3. Phòng Kinh tế chủ trì; Công an phường Tân An phối hợp. Hoàn thành trong tháng 6/2025.</p>`,
    'THÔNG BÁO',
  )
  expect(
    tasks.map(({ no, directing, lead, coordinating }) => [no, ...[directing, lead, coordinating].map(names)]),
  ).toEqual([
    ['1', 'UBND thị xã', 'Phòng Quản lý đô thị', 'các phường'],
    ['1.1', '', 'Công an thị xã', ''],
    ['2', '', 'Ban Quản lý dự án thị xã', ''],
    ['3', '', 'Phòng Kinh tế', 'Công an phường Tân An'],
  ])
})

test('roles in a bracket that closes a task, and a task that sets a time but charges nobody', async () => {
  const { tasks } =
    await plan(`<p>II. NHIỆM VỤ</p><p>1. Ban hành cơ chế huy động vốn (Sở Tài chính chủ trì, Sở Xây dựng phối hợp; hoàn thành trong quý IV/2026).</p>
<p>2. Lập quy hoạch chung thị trấn, hoàn thành trong năm 2026.</p><p>3. Nâng cao nhận thức của người dân.</p>`)
  expect(
    tasks.map(({ no, lead, coordinating, time }) => [no, names(lead), names(coordinating), time.to]),
  ).toEqual([
    ['1', 'Sở Tài chính', 'Sở Xây dựng', '2026-12-31'],
    ['2', '', '', '2026-12-31'],
  ])
})

test('of a table of years the past is where things stand; a caption with a day names no year', async () => {
  const { targets } = await readText(
    'UBND HUYỆN AN BÌNH\nSố: 4/QĐ-UBND\nAn Bình, ngày 22 tháng 4 năm 2024\n\nQUYẾT ĐỊNH\nBan hành chỉ tiêu\n\nCăn cứ Luật Quy hoạch;\n\nĐiều 1. Ban hành chỉ tiêu.\n\nPHỤ LỤC\n(Kèm theo Quyết định ngày 22/4/2024)\n\n' +
      '| TT | Chỉ tiêu | ĐVT | 2023 | Mục tiêu | |\n|--|--|--|--|--|--|\n| | | | | 2025 | 2030 |\n| 1 | Tỷ lệ thu gom | % | 12 | 20 | 50 |\n',
    'a.md',
  )
  expect(
    targets.map(({ baseline, values }) => [
      baseline?.value,
      ...values.map((each) => [each.year, each.value]),
    ]),
  ).toEqual([[12, [2025, 20], [2030, 50]]])
})

test('a text without a head keeps all its clauses', async () => {
  const { clauses, tasks, issues } = await readText(
    '1. Lập quy hoạch. Cơ quan chủ trì: Phòng A.\n\n2. Cải tạo vỉa hè. Cơ quan chủ trì: Phòng B.\n\n3. Trồng cây. Cơ quan chủ trì: Phòng C.\n',
  )
  expect(clauses.map(({ id }) => id)).toEqual(['1', '2', '3'])
  expect(tasks.map(({ lead }) => names(lead))).toEqual(['Phòng A', 'Phòng B', 'Phòng C'])
  expect(issues.filter(({ code }) => code === 'unread')).toEqual([])
})
