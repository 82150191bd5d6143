import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { PlanReading } from '../../src/features/plan/index.ts'
import { readFixture, readText } from './read.ts'

const file = join(import.meta.dirname, '../../towns/duc-pho/plan.docx')

/** The example retells the real plan: whoever starts dothi must see that plan's facts, each of them, and no other. */
let reading: PlanReading
beforeAll(async () => {
  reading = await readFixture(file)
})

test('the head names no number, place or day; the horizon and the basis are those of the plan', () => {
  const { document, basis, recipients, footnotes } = reading
  expect(document).toMatchObject({
    kind: 'Kế hoạch',
    number: null,
    issuedOn: null,
    horizon: { to: 2030, vision: 2045 },
    signer: { onBehalfOf: 'Ban Thường vụ' },
  })
  expect(basis.map(({ number }) => number)).toEqual(['21-CTr/TU', '06-NQ/TW'])
  expect(footnotes.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5])
  const purposes = recipients.map(({ purpose }) => purpose)
  expect(purposes).toEqual(['báo cáo', 'báo cáo', 'báo cáo', null, null, null, null, null, null, 'lưu'])
})

test('every target has its values, years, comparators, baseline and footnotes', () => {
  const amount = (value: PlanReading['targets'][number]['values'][number]['value']) =>
    value === null || typeof value === 'number' ? (value ?? '') : `${value.class} ${value.part}`
  const told = reading.targets.map(({ indicator, unit, values, baseline, footnotes }) =>
    [
      indicator,
      unit ?? '–',
      values.map(({ year, comparator, value }) => `${year} ${comparator} ${amount(value)}`.trim()).join(', '),
      baseline ? `${baseline.year} ${baseline.comparator} ${amount(baseline.value)}` : '–',
      footnotes.join(),
    ].join(' | '),
  )
  expect(told).toEqual([
    'Tỷ lệ đô thị hóa của thị xã Đức Phổ | % | 2025 >= 60, 2030 > 80 | 2021 ~ 53.2 | 1',
    'Tỷ lệ đất xây dựng đô thị trên tổng diện tích đất tự nhiên của các đô thị | % | 2025 ~ 10.94, 2030 ~ 15.2 | 2021 = 3.72 | 1',
    'chuẩn đô thị loại IV | – | 2025 meets IV all | – | ',
    'một số tiêu chí của đô thị loại III | – | 2025 meets III some | – | ',
    'Tỷ lệ đất giao thông trên đất xây dựng đô thị toàn thị xã | % | 2025 ~ 20.5, 2030 ~ 22.25 | 2021 ~ 19.8 | 2',
    'Diện tích cây xanh bình quân mỗi người dân đô thị | m² | 2025 ~ 9.5, 2030 ~ 9.7 | 2021 ~ 9.04 | 3',
    'Diện tích sàn nhà ở bình quân đầu người ở khu vực đô thị | m² | 2025 >= 31.5, 2030 >= 33.5 | 2021 ~ 29.86 | 4',
    'mạng băng rộng cáp quang | % | 2025 > 80, 2030 universal | – | 5',
    'dịch vụ di động 4G | – | 2025 universal | – | 5',
    'dịch vụ di động 5G | – | 2025 universal, 2030 universal | – | 5',
    'điện thoại thông minh | – | 2025 universal | – | 5',
    'tỷ lệ người trưởng thành ở đô thị có tài khoản thanh toán điện tử | % | 2025 > 50, 2030 > 80 | – | 5',
  ])
})

test('24 tasks in 6 groups: each under its body, 23 standing and one in 2023', () => {
  const { tasks } = reading
  expect(tasks.map(({ no }) => no).join(' ')).toBe(
    '1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 3.1 3.2 3.3 4.1 4.2 4.3 4.4 5.1 5.2 5.3 5.4 5.5 5.6 6.1 6.2 6.3',
  )
  expect(tasks.every(({ no, group }) => no.startsWith(`${group}.`))).toBe(true)
  const names = (bodies: PlanReading['tasks'][number]['lead']) =>
    bodies.map(({ text, named }) => (named ? text : `${text}?`)).join(' + ')
  for (const task of tasks) {
    expect(names(task.directing)).toBe('Ban Thường vụ Thị ủy')
    expect([...task.lead, ...task.coordinating]).toEqual([])
    expect(task.output).toBeNull()
    expect(task.time).toMatchObject(
      task.no === '2.1'
        ? { kind: 'year', from: '2023-01-01', to: '2023-12-31' }
        : { kind: 'standing', from: null, to: null },
    )
  }
  const doers = Map.groupBy(tasks, ({ implementing }) => names(implementing))
  const open = 'các cơ quan, đơn vị liên quan?'
  expect([...doers].map(([who, all]) => `${all.map(({ no }) => no).join(' ')}: ${who}`)).toEqual([
    `1.1 1.2 1.3 2.2 2.3 3.1 3.2 3.3 4.2 4.3 4.4 5.2 5.3 5.4 5.6 6.1 6.2 6.3: Ủy ban nhân dân thị xã + ${open}`,
    '2.1: Ủy ban nhân dân thị xã',
    `2.4: Ủy ban nhân dân thị xã + Đảng ủy các xã, phường + ${open}`,
    `2.5: Ủy ban Mặt trận Tổ quốc Việt Nam thị xã + các tổ chức chính trị - xã hội thị xã + ${open}`,
    '4.1: Hội đồng nhân dân + Ủy ban nhân dân thị xã + các đảng ủy, chi bộ trực thuộc Thị ủy + các cơ quan chuyên trách tham mưu, giúp việc Thị ủy + Mặt trận Tổ quốc + các tổ chức chính trị - xã hội thị xã',
    `5.1: Ủy ban nhân dân thị xã + các đảng ủy, chi bộ trực thuộc Thị ủy + Mặt trận Tổ quốc + các tổ chức chính trị - xã hội thị xã + ${open}`,
    `5.5: Đảng ủy Công an thị xã + ${open}`,
  ])
})

test('six assignments, each with its bodies and not a word of their work', () => {
  expect(reading.assignments.map(({ no, bodies }) => `${no}: ${bodies.map(({ text }) => text).join(' + ')}`)).toEqual([
    '1: Các đảng ủy, chi bộ trực thuộc Thị ủy',
    '2: Hội đồng nhân dân thị xã',
    '3: Ủy ban nhân dân thị xã',
    '4: Ban Tuyên giáo Thị ủy',
    '5: Mặt trận Tổ quốc và tổ chức chính trị - xã hội thị xã',
    '6: Các cơ quan chuyên trách tham mưu, giúp việc Thị ủy',
  ])
})

test('asks what the plan leaves open', () => {
  const counts = Map.groupBy(reading.questions, ({ code }) => code)
  expect(Object.fromEntries([...counts].map(([code, all]) => [code, all.length]))).toEqual({
    'unnamed-body': 22,
    'no-cycle': 23,
    'no-output': 24,
    'no-baseline': 7,
    'class-part': 1,
    'universal-undefined': 1,
    'possible-target': 3,
  })
  const possible = counts.get('possible-target')?.map(({ clause }) => clause)
  expect(possible).toEqual(['II.3', 'III.5.6', 'III.5.6'])
})

test('the sentence that leads to the numbered tasks is no task, even where it names who', async () => {
  const { tasks } = await readText(`THỊ ỦY THÍ DỤ

KẾ HOẠCH
phát triển đô thị

III- NHIỆM VỤ, GIẢI PHÁP

Các cấp ủy, chính quyền quán triệt đầy đủ quan điểm, mục tiêu, trong đó dồn sức cho những việc sau:

1- Quy hoạch

1.1. Lập quy hoạch phân khu.

- Cơ quan thực hiện: Ủy ban nhân dân thị xã.

- Thời gian: Năm 2024.
`)
  expect(tasks.map(({ no }) => no)).toEqual(['1.1'])
})

test('a year said once in a note holds for the rest of its sentence', async () => {
  const { targets } = await readText(`THỊ ỦY THÍ DỤ

KẾ HOẠCH
phát triển đô thị

II- MỤC TIÊU

- Đến năm 2030 tỷ lệ đô thị hóa đạt trên 60%; tỷ lệ đất xây dựng đô thị đạt khoảng 12%⁽¹⁾.

⁽¹⁾ Năm 2022, tỷ lệ đô thị hóa đạt khoảng 41,5%; tỷ lệ đất xây dựng đô thị đạt 4,18%.
`)
  expect(targets.map(({ baseline }) => baseline && [baseline.year, baseline.comparator, baseline.value])).toEqual([
    [2022, '~', 41.5],
    [2022, '=', 4.18],
  ])
})
