import type { AcceptedPlan, PublishedState, Target, Task } from '../../src/features/plan/index.ts'

type Places = [number, number][]

/** Places in an order of its own, as a reader would have found them. */
function places(): () => Places {
  let at = 0
  return () => [[at, (at += 10)]]
}

/** The plan of an invented town, with one of each thing that a page must be able to show. */
export function acceptedPlanOfThiDu(): AcceptedPlan {
  const at = places()
  const body = (text: string, named = true) => ({ text, named, at: at() })
  const clause = (id: string, text: string, heading = false) => ({
    id,
    no: id.split('.').length > 2 ? id.split('.').slice(1).join('.') : (id.split('.').at(-1) ?? ''),
    parent: id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null,
    heading,
    text,
    at: at(),
  })
  const target = (id: string, indicator: string, unit: string | null, rest: Partial<Target>): Target => ({
    id,
    clause: 'II.2',
    indicator,
    scope: null,
    unit,
    footnotes: [],
    at: at(),
    values: [],
    baseline: null,
    ...rest,
  })
  const value = (
    year: number,
    comparator: Target['values'][number]['comparator'],
    amount: Target['values'][number]['value'],
    text: string,
  ) => ({
    year,
    comparator,
    value: amount,
    text,
    at: at(),
  })
  const standing = (): Task['time'] => ({
    kind: 'standing',
    from: null,
    to: null,
    text: 'Thường xuyên.',
    at: at(),
  })
  const task = (no: string, text: string, rest: Partial<Task> = {}): Task => ({
    no,
    clause: `III.${no}`,
    group: no.split('.')[0] ?? null,
    title: null,
    text,
    at: at(),
    directing: [body('Thường trực Thị ủy')],
    lead: [],
    implementing: [body('Ủy ban nhân dân thị xã'), body('các cơ quan, đơn vị liên quan', false)],
    coordinating: [],
    output: null,
    time: standing(),
    ...rest,
  })
  return {
    key: 'ke-hoach-thi-du',
    agency: 'thi-uy-thi-du',
    source: { sha256: 'a'.repeat(64), format: 'docx', pages: null },
    validFrom: '2024-03-01',
    disclosure: 'public',
    illustration: true,
    corrections: {},
    questions: [
      { code: 'no-output', clause: null, task: '1.1', text: 'Câu hỏi nội bộ không được công khai' },
    ],
    document: {
      kind: 'KẾ HOẠCH',
      number: null,
      issuer: 'Ban Thường vụ Thị ủy Thí Dụ',
      place: 'Thí Dụ',
      issuedOn: '2024-03-01',
      title: 'xây dựng đô thị Thí Dụ xanh và dễ sống đến năm 2030, tầm nhìn đến năm 2045',
      signer: { name: 'Người Ký Không Công Khai', title: 'Bí thư', onBehalfOf: 'T/M Ban Thường vụ' },
      horizon: { from: null, to: 2030, vision: 2045 },
      at: { title: at() },
    },
    basis: [
      {
        kind: 'Nghị quyết',
        number: '06-NQ/TW',
        issuer: 'Bộ Chính trị',
        issuedOn: '2022-01-24',
        text: 'Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị',
        at: at(),
      },
    ],
    clauses: [
      clause('I', 'MỤC ĐÍCH, YÊU CẦU', true),
      clause('I.1', 'Người dân ai cũng có chỗ ở tử tế, đường đi an toàn và bóng cây trước nhà.'),
      clause('II', 'MỤC TIÊU', true),
      clause('II.1', 'Mục tiêu chung: phố sạch, sông trong, việc làm tại chỗ.'),
      clause(
        'II.2',
        'Chỉ tiêu cụ thể\nTỷ lệ đô thị hoá đến năm 2025 đạt tối thiểu 55%, đến năm 2030 đạt trên 75%⁽¹⁾.\nThí Dụ đạt chuẩn đô thị loại IV vào năm 2025.',
        true,
      ),
      clause('III', 'NHIỆM VỤ VÀ GIẢI PHÁP', true),
      clause('III.1', 'Quy hoạch đi trước', true),
      clause('III.1.1', 'Rà soát quy hoạch chung của thị xã.'),
      clause('III.1.2', 'Công khai bản đồ quy hoạch.'),
      clause('III.2', 'Hạ tầng xanh và nhà ở', true),
      clause('III.2.1', 'Trồng cây ven sông.'),
      clause('III.2.2', 'Phát triển nhà ở xã hội.'),
      clause('IV', 'TỔ CHỨC THỰC HIỆN', true),
      clause('IV.1', 'Các chi bộ học tập và xây dựng chương trình hành động.'),
    ],
    targets: [
      target('do-thi-hoa', 'Tỷ lệ đô thị hoá', '%', {
        footnotes: [1],
        values: [value(2025, '>=', 55, 'tối thiểu 55%'), value(2030, '>', 75, 'trên 75%')],
        baseline: { year: 2021, comparator: '~', value: 48.6, at: at() },
      }),
      target('cay-xanh', 'Diện tích cây xanh bình quân mỗi người dân đô thị', 'm²/người', {
        scope: 'nội thị',
        values: [value(2025, '~', 8.5, 'khoảng 8,5m²'), value(2030, '~', 9.75, 'khoảng 9,75m²')],
        baseline: { year: 2021, comparator: '=', value: 7.9, at: at() },
      }),
      target('thanh-toan', 'Tỷ lệ người trưởng thành có tài khoản thanh toán điện tử', '%', {
        values: [value(2025, '>', 50, 'trên 50%'), value(2030, '>', 80, 'trên 80%')],
      }),
      target('loai-iv', 'Thị xã đạt chuẩn đô thị', null, {
        values: [value(2025, 'meets', { class: 'IV', part: 'all' }, 'đạt chuẩn đô thị loại IV')],
      }),
      target('5g', 'Phổ cập dịch vụ mạng di động 5G', null, {
        values: [value(2025, 'universal', null, 'phổ cập'), value(2030, 'universal', null, 'phổ cập')],
      }),
    ],
    tasks: [
      task(
        '1.1',
        'Rà soát, điều chỉnh quy hoạch chung của thị xã cho khớp với quy hoạch tỉnh. Lấy ý kiến người dân ở từng phường trước khi trình.',
        {
          title: 'Rà soát quy hoạch chung',
          output: { text: 'Đồ án quy hoạch điều chỉnh', at: at() },
          time: { kind: 'year', from: '2024-01-01', to: '2024-12-31', text: 'Năm 2024', at: at() },
        },
      ),
      task(
        '1.2',
        'Công khai bản đồ quy hoạch tại trụ sở và trên mạng; hoà giải tranh chấp đất đai ngay tại phường.',
        {
          implementing: [],
          lead: [body('Phòng Quản lý đô thị')],
          coordinating: [body('Ủy ban nhân dân các phường')],
        },
      ),
      task(
        '2.1',
        'Trồng cây ven sông, chăm sóc cây xanh đường phố; mỗi khu dân cư có một vườn hoa nhỏ trong tầm đi bộ.',
      ),
      task('2.2', 'Phát triển nhà ở xã hội cho người lao động.'),
    ],
    assignments: [
      {
        no: '1',
        bodies: [body('Các chi bộ trực thuộc Thị ủy')],
        text: 'Học tập và xây dựng chương trình hành động của mình.',
        clause: 'IV.1',
        at: at(),
      },
    ],
    footnotes: [
      { no: 1, text: 'Tỷ lệ đô thị hoá năm 2021 khoảng 48,6%.\nSố liệu sẽ được rà soát lại.', at: at() },
    ],
    recipients: [
      { name: 'Thường trực Tỉnh ủy', purpose: 'báo cáo', at: at() },
      { name: 'Đ/c Nguyễn Văn Thí Dụ, Ủy viên', purpose: 'báo cáo', at: at() },
      { name: 'Các đ/c Thị ủy viên', purpose: null, at: at() },
      { name: 'Lưu Văn phòng', purpose: 'lưu', at: at() },
    ],
  }
}

export const stateOfThiDu: PublishedState = {
  town: 'Thí Dụ',
  agency: { id: 'thi-uy-thi-du', name: 'Thị ủy Thí Dụ' },
  contact: 'Văn phòng Thị ủy, số 1 đường Thí Dụ',
  asOf: '2024-03-04',
  revision: { number: 7, at: '2024-03-04T02:03:04.000Z', digest: 'b'.repeat(64) },
  illustration: true,
}
