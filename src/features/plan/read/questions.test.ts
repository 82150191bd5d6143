import { expect, test } from 'vitest'
import { plainText } from '../../../../test/documents/plain-text.ts'
import { readPlan } from './plan.ts'

const head = 'KẾ HOẠCH\nPhát triển đô thị\n\n'
const asked = (body: string) =>
  readPlan(plainText(head + body, 'a.txt'), '0'.repeat(64)).questions.map(({ code, clause, task }) =>
    [code, task ?? clause].join(' '),
  )
const task = (lines: string) => asked(`I. NHIỆM VỤ\n\n1. Lập quy chế quản lý vỉa hè.\n\n${lines}`)
const target = (line: string) => asked(`I. MỤC TIÊU\n\n1. ${line}`)

test('a task that tells who, when and what proves it leaves nothing to ask', () => {
  expect(
    task('- Cơ quan chủ trì: Sở Xây dựng\n\n- Thời gian: quý II/2026\n\n- Sản phẩm: Quyết định'),
  ).toEqual([])
})

test('who is left open, a duty without a cycle, a day without a year and a missing product are asked', () => {
  expect(
    task('- Cơ quan chủ trì: các đơn vị liên quan\n\n- Thời gian: Thường xuyên\n\n- Sản phẩm: Báo cáo'),
  ).toEqual(['no-body 1', 'unnamed-body 1', 'no-cycle 1'])
  expect(task('- Cơ quan chủ trì: Sở Xây dựng\n\n- Thời gian: trước 15/12')).toEqual([
    'time-without-year 1',
    'no-output 1',
  ])
  expect(task('- Cơ quan chủ trì: Sở Xây dựng\n\n- Sản phẩm: Báo cáo')).toEqual(['no-time 1'])
})

test('a target without a baseline, a year or a plain number is asked for it', () => {
  expect(target('Đến năm 2030 tỷ lệ đô thị hóa đạt 60% (năm 2024 đạt 41%).')).toEqual([])
  expect(target('Tỷ lệ đô thị hóa đạt 60%.')).toEqual(['no-baseline I.1', 'target-without-year I.1'])
  expect(target('Đến năm 2030 mật độ đường đạt 9.5 km/km2.')).toEqual(['no-baseline I.1', 'number-form I.1'])
  expect(target('Đến năm 2030 diện tích đạt 1,500 ha.')).toEqual(['no-baseline I.1', 'number-unclear I.1'])
  expect(target('Đến năm 2030 đạt một số tiêu chí đô thị loại IV.')).toEqual([
    'no-baseline I.1',
    'class-part I.1',
  ])
})

test('"phổ cập" is asked once for the plan; a figure among the tasks is no target, and is asked', () => {
  const universal = asked(
    'I. MỤC TIÊU\n\n1. Đến năm 2030 phổ cập mạng 5G.\n\n2. Đến năm 2030 phổ cập nước sạch.',
  )
  expect(universal.filter((code) => code.startsWith('universal-undefined'))).toHaveLength(1)
  expect(asked('I. NHIỆM VỤ\n\n1. Trồng cây, bảo đảm ít nhất 15% diện tích có bóng mát.')).toContain(
    'possible-target I.1',
  )
})
