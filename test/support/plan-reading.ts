import type { PlanReading, Target, Task } from '../../src/features/plan/index.ts'

/** A small plan as a reader would hand it over; the text is the values themselves, each in its place. */
export function planReading(change: Partial<PlanReading> = {}): PlanReading {
  const text = [
    'KẾ HOẠCH trồng cây',
    'II.1 Tỷ lệ cây xanh',
    'Tỷ lệ cây xanh đến 2025 đạt 12%',
    'III.1.1 Trồng cây ven sông',
    'III.1.2 Chăm sóc cây xanh',
  ].join('\n')
  const at = (part: string): [number, number][] => [[text.indexOf(part), text.indexOf(part) + part.length]]
  return {
    source: { sha256: 'a'.repeat(64), format: 'docx', text, pages: null },
    document: {
      kind: 'Kế hoạch',
      number: '12-KH/TU',
      issuer: 'Ban Thường vụ Thị ủy Thí dụ',
      place: 'Thí dụ',
      issuedOn: '2024-03-01',
      title: 'trồng cây',
      signer: null,
      horizon: { from: null, to: 2030, vision: null },
      at: { kind: at('KẾ HOẠCH'), title: at('trồng cây') },
    },
    basis: [],
    clauses: [
      { id: 'II.1', no: '1', parent: 'II', heading: true, text: 'Tỷ lệ cây xanh', at: at('Tỷ lệ cây xanh') },
      {
        id: 'III.1.1',
        no: '1.1',
        parent: null,
        heading: false,
        text: 'Trồng cây ven sông',
        at: at('Trồng cây ven sông'),
      },
    ],
    targets: [target(at('Tỷ lệ cây xanh đến 2025 đạt 12%'))],
    tasks: [
      task('1.1', 'Trồng cây ven sông', at('Trồng cây ven sông')),
      task('1.2', 'Chăm sóc cây xanh', at('Chăm sóc cây xanh')),
    ],
    assignments: [],
    footnotes: [],
    recipients: [{ name: 'Thường trực Thị ủy', purpose: 'báo cáo', at: [] }],
    questions: [{ code: 'no-output', clause: null, task: '1.1', text: 'Chưa rõ sản phẩm' }],
    issues: [],
    ...change,
  }
}

export function target(at: [number, number][]): Target {
  return {
    id: 'cay-xanh',
    clause: 'II.1',
    indicator: 'Tỷ lệ cây xanh',
    scope: null,
    unit: '%',
    footnotes: [],
    at,
    values: [{ year: 2025, comparator: '=', value: 12, text: '12%', at }],
    baseline: null,
  }
}

export function task(no: string, text: string, at: [number, number][] = []): Task {
  return {
    no,
    clause: `III.${no}`,
    group: no.split('.')[0] ?? null,
    title: null,
    text,
    at,
    directing: [],
    lead: [{ text: 'Ủy ban nhân dân thị xã', named: true, at: [] }],
    implementing: [],
    coordinating: [],
    output: null,
    time: { kind: 'standing', from: null, to: null, text: 'Thường xuyên', at: [] },
  }
}
