import { describe, expect, test } from 'vitest'
import { readText } from '../../../../test/documents/read.ts'
import type { PlanReading } from '../model.ts'

const head = (kind: string) => `ỦY BAN NHÂN DÂN
THỊ XÃ THÍ DỤ

Số: 12/${kind === 'THÔNG BÁO' ? 'TB' : 'KH'}-UBND

Thí Dụ, ngày 05 tháng 3 năm 2024

${kind}
Chỉnh trang đô thị

`
const plan = (body: string, kind = 'KẾ HOẠCH') => readText(head(kind) + body)

const names = (bodies: PlanReading['tasks'][number]['lead']) =>
  bodies.map(({ text, named }) => (named ? text : `${text}?`)).join(' + ')
const brief = ({ tasks }: PlanReading) =>
  tasks.map((task) => ({
    no: task.no,
    group: task.group,
    who: [names(task.directing), names(task.lead), names(task.implementing), names(task.coordinating)].join(
      ' / ',
    ),
    when: [task.time.kind, task.time.from, task.time.to].filter(Boolean).join(' '),
    output: task.output?.text ?? null,
  }))

describe('every way in which offices write who does what by when', () => {
  test('labelled lines under a numbered task', async () => {
    const reading = await plan(`II. NHIỆM VỤ

1. Hạ tầng

1.1. Nâng cấp đường ven sông.

- Cơ quan chỉ đạo: Ban Thường vụ Thị ủy.

- Cơ quan chủ trì: Phòng Quản lý đô thị.

- Cơ quan phối hợp: Công an thị xã, các phường và các đơn vị liên quan.

- Thời gian thực hiện: Quý II/2024.

- Sản phẩm: Tuyến đường dài 2,5 km; biên bản nghiệm thu.

1.2. Trồng cây.

- Đơn vị thực hiện: UBND các xã, phường.

- Tiến độ: Hằng năm.
`)
    expect(brief(reading)).toEqual([
      {
        no: '1.1',
        group: '1',
        who: 'Ban Thường vụ Thị ủy / Phòng Quản lý đô thị /  / Công an thị xã + các phường + các đơn vị liên quan?',
        when: 'quarter 2024-04-01 2024-06-30',
        output: 'Tuyến đường dài 2,5 km; biên bản nghiệm thu',
      },
      { no: '1.2', group: '1', who: ' /  / UBND các xã, phường / ', when: 'periodic', output: null },
    ])
    expect(reading.tasks[0]?.text).toBe('Nâng cấp đường ven sông.')
  })

  test('labels in one line, in brackets, and as lettered lines', async () => {
    const reading = await plan(`II. NHIỆM VỤ

1. Lập quy chế kiến trúc. Đơn vị chủ trì: Phòng Quản lý đô thị; phối hợp: UBND các phường; thời hạn: trước 30/6/2024.

2. Sửa chữa vỉa hè (Phòng Quản lý đô thị chủ trì; Công an thị xã phối hợp; hoàn thành trong năm 2025).

3. Thay đèn chiếu sáng.

a) Cơ quan chủ trì: Trung tâm Dịch vụ công ích.

b) Thời gian hoàn thành: Tháng 9/2024.
`)
    expect(brief(reading)).toEqual([
      {
        no: '1',
        group: 'II',
        who: ' / Phòng Quản lý đô thị /  / UBND các phường',
        when: 'until 2024-06-29',
        output: null,
      },
      {
        no: '2',
        group: 'II',
        who: ' / Phòng Quản lý đô thị /  / Công an thị xã',
        when: 'year 2025-01-01 2025-12-31',
        output: null,
      },
      {
        no: '3',
        group: 'II',
        who: ' / Trung tâm Dịch vụ công ích /  / ',
        when: 'month 2024-09-01 2024-09-30',
        output: null,
      },
    ])
  })

  test('labels after lettered parts belong to the whole task', async () => {
    const [task, ...more] = brief(
      await plan(`II. NHIỆM VỤ

1. Công viên

1.1. Đầu tư công viên trung tâm:

a) Đường dạo;

b) Hồ cảnh quan.

- Cơ quan chủ trì: Ban Quản lý dự án.

- Thời gian: 2024 - 2025.
`),
    )
    expect(more).toEqual([])
    expect(task).toMatchObject({
      no: '1.1',
      who: ' / Ban Quản lý dự án /  / ',
      when: 'range 2024-01-01 2025-12-31',
    })
  })

  test('orders of a notice, each with its own deadline', async () => {
    const reading = await plan(
      `1. Giao Phòng Quản lý đô thị chủ trì, phối hợp với Công an thị xã, UBND các phường rà soát biển quảng cáo; hoàn thành trước ngày 20/4/2024.

2. Về thoát nước: Yêu cầu Trung tâm Dịch vụ công ích nạo vét cống trong tháng 8/2024.

3. Giao Phòng Tài chính - Kế hoạch:

a) Bố trí vốn; hoàn thành trong quý II/2024.

b) Chủ trì, phối hợp với Kho bạc Nhà nước quyết toán chậm nhất ngày 31/12/2024.
`,
      'THÔNG BÁO',
    )
    expect(brief(reading).map(({ no, who, when }) => [no, who, when])).toEqual([
      ['1', ' / Phòng Quản lý đô thị /  / Công an thị xã + UBND các phường', 'until 2024-04-19'],
      ['2', ' / Trung tâm Dịch vụ công ích /  / ', 'month 2024-08-01 2024-08-31'],
      ['a', ' / Phòng Tài chính - Kế hoạch /  / ', 'quarter 2024-04-01 2024-06-30'],
      ['b', ' / Phòng Tài chính - Kế hoạch /  / Kho bạc Nhà nước', 'until 2024-12-31'],
    ])
  })

  test('rows of a table, with group rows and parts named in the cell', async () => {
    const reading = await readText(
      `${head('KẾ HOẠCH')}I. NHIỆM VỤ

Theo phụ lục.

PHỤ LỤC

| STT | Nội dung công việc | Cơ quan thực hiện | Thời hạn | Kết quả |
|---|---|---|---|---|
| I | Cây xanh | | | |
| 1 | Trồng cây đường phố | Phòng Quản lý đô thị chủ trì; UBND các phường phối hợp | Quý III/2024 | 500 cây |
| II | Chiếu sáng | | | |
| 2 | Thay đèn | Chủ trì: Điện lực. Phối hợp: Công an thị xã | Thường xuyên | |
`,
      'ke-hoach.md',
    )
    expect(brief(reading)).toEqual([
      {
        no: '1',
        group: 'I',
        who: ' / Phòng Quản lý đô thị /  / UBND các phường',
        when: 'quarter 2024-07-01 2024-09-30',
        output: '500 cây',
      },
      { no: '2', group: 'II', who: ' / Điện lực /  / Công an thị xã', when: 'standing', output: null },
    ])
  })

  test('a table of targets gives targets and no tasks', async () => {
    const { targets, tasks } = await readText(
      `${head('KẾ HOẠCH')}I. MỤC TIÊU

| TT | Chỉ tiêu | Đơn vị tính | Hiện trạng 2023 | Năm 2025 | Năm 2030 | Cơ quan theo dõi |
|---|---|---|---|---|---|---|
| 1 | Tỷ lệ đô thị hóa | % | 38,2 | ≥ 41 | > 50 | Phòng Quản lý đô thị |
| 2 | Xếp loại đô thị | | | Loại V | Loại IV | Phòng Quản lý đô thị |
`,
      'ke-hoach.md',
    )
    expect(tasks).toEqual([])
    expect(targets[0]).toMatchObject({
      indicator: 'Tỷ lệ đô thị hóa',
      unit: '%',
      values: [
        { year: 2025, comparator: '>=', value: 41 },
        { year: 2030, comparator: '>', value: 50 },
      ],
      baseline: { year: 2023, value: 38.2 },
    })
    expect(targets[1]?.values).toMatchObject([
      { comparator: 'meets', value: { class: 'V' } },
      { comparator: 'meets', value: { class: 'IV' } },
    ])
  })

  test('a task that says nothing of who or when is listed and asked, not dropped', async () => {
    const { tasks, questions } = await plan(`II. NHIỆM VỤ

1. Nhóm

1.1. Việc thứ nhất.

- Cơ quan chủ trì: Phòng Nội vụ.

1.2. Việc thứ hai.

- Cơ quan chủ trì: Phòng Nội vụ.

1.3. Việc thứ ba không giao cho ai.
`)
    expect(tasks.map(({ no }) => no)).toEqual(['1.1', '1.2', '1.3'])
    expect(questions.filter(({ task }) => task === '1.3').map(({ code }) => code)).toEqual([
      'no-body',
      'no-time',
      'no-output',
    ])
  })

  test('a number that could mean two is asked, and the Vietnamese reading taken', async () => {
    const { targets, questions } = await plan(`I. MỤC TIÊU

- Diện tích công viên đạt 1,500 ha vào năm 2030; tỷ lệ đô thị hóa đạt 45.5% vào năm 2030.
`)
    expect(targets.map(({ values }) => values[0]?.value)).toEqual([1.5, 45.5])
    const codes = questions.map(({ code }) => code)
    expect(codes).toContain('number-unclear')
    expect(codes).toContain('number-form')
  })

  test('who does what: the bodies end where their work begins', async () => {
    const { assignments, tasks } = await plan(`III. TỔ CHỨC THỰC HIỆN

1. Phòng Quản lý đô thị và Ban Quản lý dự án đầu tư xây dựng thị xã có trách nhiệm theo dõi Kế hoạch này.

2. Các cơ quan chuyên trách tham mưu, giúp việc Thị ủy theo chức năng kiểm tra.

3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thị xã: Tuyên truyền, vận động Nhân dân.

4. UBND các xã, phường

- Niêm yết công khai quy hoạch.

5. Các Sở: Tài chính, Kế hoạch và Đầu tư: Tham mưu bố trí vốn.

6. Các ông (bà) Trưởng thôn: vận động Nhân dân.

7. Đài Truyền thanh, Cổng thông tin điện tử thị xã: Tuyên truyền.

Trong quá trình thực hiện có vướng mắc, báo cáo về UBND thị xã./.
`)
    expect(tasks).toEqual([])
    expect(assignments.map(({ no, bodies }) => [no, names(bodies)])).toEqual([
      ['1', 'Phòng Quản lý đô thị + Ban Quản lý dự án đầu tư xây dựng thị xã'],
      ['2', 'Các cơ quan chuyên trách tham mưu, giúp việc Thị ủy'],
      ['3', 'Ủy ban Mặt trận Tổ quốc Việt Nam thị xã'],
      ['4', 'UBND các xã, phường'],
      ['5', 'Các Sở: Tài chính, Kế hoạch và Đầu tư'],
      ['6', 'Các ông (bà) Trưởng thôn'],
      ['7', 'Đài Truyền thanh + Cổng thông tin điện tử thị xã'],
    ])
  })

  test('a title over one order is one task; who does it may stand behind the work', async () => {
    const { tasks } = await plan(`III. NHIỆM VỤ

1. Điều chỉnh quy hoạch chung
Giao Phòng Quản lý đô thị chủ trì, phối hợp với UBND các xã lập, hoàn thành trong quý IV/2025.

2. Lập hồ sơ khu vực phát triển: Phòng Kinh tế chủ trì, UBND các xã phối hợp; thời gian thực hiện: 2025 - 2026.

3. Về vỉa hè
Giao Phòng Kinh tế ban hành quy định; thời gian hoàn thành: 30/9/2025.
Giao Công an thị xã lập lại trật tự trước 17 giờ 00 ngày 18/6/2025.

4. Yêu cầu Phòng Nội vụ:
- Lãnh đạo, chỉ đạo sắp xếp tổ dân phố trong tháng 7/2025.
- Phối hợp với Công an thị xã gắn biển số nhà trước ngày 02/9/2025.
`)
    expect(
      tasks.map(({ no, group, lead, coordinating }) => [no, group, names(lead), names(coordinating)]),
    ).toEqual([
      ['1', 'III', 'Phòng Quản lý đô thị', 'UBND các xã'],
      ['2', 'III', 'Phòng Kinh tế', 'UBND các xã'],
      ['3.1', '3', 'Phòng Kinh tế', ''],
      ['3.2', '3', 'Công an thị xã', ''],
      ['4.1', '4', 'Phòng Nội vụ', ''],
      ['4.2', '4', 'Phòng Nội vụ', 'Công an thị xã'],
    ])
    expect(tasks[0]?.text).toMatch(/^Điều chỉnh quy hoạch chung/)
    expect(tasks.find(({ no }) => no === '3.2')?.time.to).toBe('2025-06-18')
  })
})

test('dashes under a title that each carry their own labels are tasks of their own, words between are none', async () => {
  const read = await plan(`II. NHIỆM VỤ

1. Phát triển hạ tầng

Phấn đấu hoàn thành trong nhiệm kỳ.

- Lập đề án phân loại. Cơ quan chủ trì: Sở Xây dựng; thời gian hoàn thành: Quý II/2026.

- Xây đường ven biển. Cơ quan chủ trì: Ban Quản lý dự án; thời gian hoàn thành: năm 2028.

2. Chuyển đổi số

- Xây kho dữ liệu. Cơ quan chủ trì: Sở Khoa học và Công nghệ; thời gian hoàn thành: năm 2027.
`)
  expect(read.tasks.map(({ no, group, text }) => [no, group, text])).toEqual([
    ['1.1', '1', 'Lập đề án phân loại.'],
    ['1.2', '1', 'Xây đường ven biển.'],
    ['2.1', '2', 'Xây kho dữ liệu.'],
  ])
})

test('letters under a heading that is a name alone are charged to it; a name written Đăng ký is no verb', async () => {
  const read = await plan(
    `3. Về nhiệm vụ

3.1. Sở Xây dựng

a) Ban hành hướng dẫn trong tháng 02/2026.

b) Phối hợp với Văn phòng Đăng ký đất đai tỉnh hoàn thành hồ sơ.

3.2. Giao Đảng ủy UBND phường lãnh đạo UBND phường:

- Rà soát công trình vi phạm trước ngày 20/4/2026.

- Trình đề án chợ trong quý III/2026.
`,
    'THÔNG BÁO',
  )
  expect(brief(read).map(({ no, who }) => [no, who])).toEqual([
    ['a', ' / Sở Xây dựng /  / '],
    ['b', ' / Sở Xây dựng /  / Văn phòng Đăng ký đất đai tỉnh'],
    ['3.2.1', ' / Đảng ủy UBND phường /  / '],
    ['3.2.2', ' / Đảng ủy UBND phường /  / '],
  ])
})
