import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../../../domain/day.ts'
import { Strand } from '../../../domain/strand.ts'
import { inYearOf, readTime } from './time.ts'

const brief = (text: string) => {
  const time = readTime(Strand.of(text))
  return [time.kind, time.from, time.to]
}

describe('a deadline is the day the office is held to, not one before or after it', () => {
  test.each([
    ['Thường xuyên.', 'standing', null, null],
    ['Thường xuyên, liên tục', 'standing', null, null],
    ['Thường xuyên, giai đoạn 2024 - 2030', 'standing', '2024-01-01', '2030-12-31'],
    ['Hằng năm', 'periodic', null, null],
    ['Trước 06/1 0/2026', 'until', null, '2026-10-05'],
    ['Đến ngày 3 0/6/20 26', 'until', null, '2026-06-30'],
    ['Quý 11/2026', 'quarter', '2026-04-01', '2026-06-30'],
    ['Quý lV năm 2026', 'quarter', '2026-10-01', '2026-12-31'],
    ['Kỳ họp giữa năm 2026', 'unstated', null, null],
    ['Hàng quý', 'periodic', null, null],
    ['Định kỳ 6 tháng', 'periodic', null, null],
    ['Định kỳ 6 tháng, hằng năm.', 'periodic', null, null],
    ['06 tháng/lần', 'periodic', null, null],
    ['Thường xuyên, hằng năm', 'periodic', null, null],
    ['Trước ngày 15/12 hằng năm', 'periodic', null, null],
    ['Quý IV hằng năm', 'periodic', null, null],
    ['Hằng năm, từ 2024 đến 2030', 'periodic', '2024-01-01', '2030-12-31'],
    ['Năm 2023.', 'year', '2023-01-01', '2023-12-31'],
    ['2024', 'year', '2024-01-01', '2024-12-31'],
    ['Trong năm 2024', 'year', '2024-01-01', '2024-12-31'],
    ['Hoàn thành trong năm 2024', 'year', '2024-01-01', '2024-12-31'],
    ['2023-2025', 'range', '2023-01-01', '2025-12-31'],
    ['Giai đoạn 2021 - 2025', 'range', '2021-01-01', '2025-12-31'],
    ['Giai đoạn 2021 – 2025', 'range', '2021-01-01', '2025-12-31'],
    ['Năm 2024, 2025', 'range', '2024-01-01', '2025-12-31'],
    ['Quý III/2026', 'quarter', '2026-07-01', '2026-09-30'],
    ['Quý 3 năm 2026', 'quarter', '2026-07-01', '2026-09-30'],
    ['Trong quý I năm 2024', 'quarter', '2024-01-01', '2024-03-31'],
    ['Hoàn thành trong quý IV-2025', 'quarter', '2025-10-01', '2025-12-31'],
    ['Quý I, II năm 2024', 'range', '2024-01-01', '2024-06-30'],
    ['Quý II - Quý III/2024', 'range', '2024-04-01', '2024-09-30'],
    ['Tháng 6/2024', 'month', '2024-06-01', '2024-06-30'],
    ['Tháng 02 năm 2024', 'month', '2024-02-01', '2024-02-29'],
    ['6/2024', 'month', '2024-06-01', '2024-06-30'],
    ['Tháng 3, 4 và 5/2024', 'range', '2024-03-01', '2024-05-31'],
    ['6 tháng đầu năm 2024', 'range', '2024-01-01', '2024-06-30'],
    ['06 tháng cuối năm 2024', 'range', '2024-07-01', '2024-12-31'],
    ['9 tháng đầu năm 2024', 'range', '2024-01-01', '2024-09-30'],
    ['Trước ngày 30/6/2024', 'until', null, '2024-06-29'],
    ['Hoàn thành trước 30/6/2024', 'until', null, '2024-06-29'],
    ['Trước ngày 01 tháng 3 năm 2024', 'until', null, '2024-02-29'],
    ['Trước 31/12', 'until', null, null],
    ['Chậm nhất ngày 15/8/2024', 'until', null, '2024-08-15'],
    ['Đến hết ngày 30.6.2024', 'until', null, '2024-06-30'],
    ['Ngày 15/6/2024', 'until', null, '2024-06-15'],
    ['Đến năm 2025', 'until', null, '2025-12-31'],
    ['Đến hết năm 2025', 'until', null, '2025-12-31'],
    ['Hoàn thành trước năm 2025', 'until', null, '2024-12-31'],
    ['Hoàn thành trước tháng 6/2024', 'until', null, '2024-05-31'],
    ['Xong trước quý III/2024', 'until', null, '2024-06-30'],
    ['Đến tháng 6/2025', 'until', null, '2025-06-30'],
    ['Từ nay đến 2030', 'until', null, '2030-12-31'],
    ['Từ tháng 3 đến tháng 9 năm 2024', 'range', '2024-03-01', '2024-09-30'],
    ['Từ ngày 01/3/2024 đến ngày 30/9/2024', 'range', '2024-03-01', '2024-09-30'],
    ['Từ ngày 01/3/2024 đến trước ngày 30/9/2024', 'range', '2024-03-01', '2024-09-29'],
    ['Từ quý II/2024 đến quý IV/2025', 'range', '2024-04-01', '2025-12-31'],
    ['Từ năm 2024', 'range', '2024-01-01', null],
    ['Năm 2024 và các năm tiếp theo', 'range', '2024-01-01', null],
    ['2024 - 2025 và những năm tiếp theo', 'range', '2024-01-01', null],
    ['Từ năm 2024 trở đi', 'range', '2024-01-01', null],
    ['Năm 2024 (hoàn thành trước ngày 30/11)', 'range', '2024-01-01', '2024-11-29'],
    ['Theo kế hoạch', 'unstated', null, null],
    ['Ngay sau khi Kế hoạch được ban hành', 'unstated', null, null],
    ['Trong vòng 10-12 ngày kể từ ngày có kết luận', 'unstated', null, null],
    ['Quý I', 'quarter', null, null],
  ])('%s', (text, ...expected) => {
    expect(brief(text)).toEqual(expected)
  })

  test('scanned text without its tone marks keeps its deadline', () => {
    expect(brief('Thuờng xuyên')).toEqual(['standing', null, null])
    expect(brief('TRƯỚC NGÀY 30/6/2024')).toEqual(['until', null, '2024-06-29'])
  })

  test('a time that is not given says so, and its place is where it was written', () => {
    expect(readTime(null)).toEqual({ kind: 'unstated', from: null, to: null, text: null, at: [] })
    expect(readTime(Strand.of('  Quý I/2024. '))).toMatchObject({ text: 'Quý I/2024', at: [[2, 12]] })
  })

  test('property: every calendar day is read back in each way of writing it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, date) => {
          const day = dayOf(year, month, date)
          if (!day) return
          for (const written of [
            `${date}/${month}/${year}`,
            `ngày ${date} tháng ${month} năm ${year}`,
            `${date}-${month}-${year}`,
          ]) {
            expect(brief(`Đến ${written}`)).toEqual(['until', null, day])
            expect(brief(`Trước ${written}`)).toEqual(['until', null, addDays(day, -1)])
          }
        },
      ),
    )
  })
})

test('a month in a plan of one year is of that year; elsewhere nobody guesses', () => {
  const month = readTime(Strand.of('Tháng 11'))
  expect(inYearOf(month, 2024)).toMatchObject({ kind: 'month', from: '2024-11-01', to: '2024-11-30' })
  expect(inYearOf(readTime(Strand.of('Trước 15/3')), 2024)).toMatchObject({ kind: 'until', to: '2024-03-14' })
  expect(inYearOf(month, null)).toEqual(month)
  expect(inYearOf(readTime(Strand.of('Thường xuyên')), 2024)).toMatchObject({ kind: 'standing', from: null })
})
