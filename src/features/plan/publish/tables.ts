import { csv, type CsvCell } from '../../../domain/csv.ts'
import { valueWords } from '../messages/values.ts'
import type {
  PublishedBody,
  PublishedPlan,
  PublishedTarget,
  PublishedTask,
  PublishedValue,
} from '../model/published.ts'

/** A column of a table: its head, and what stands in it. */
type Column<Row> = readonly [head: string, cell: (row: Row) => CsvCell]

interface TargetRow {
  readonly target: PublishedTarget
  readonly value: PublishedValue
}

const noReport = 'Chưa có báo cáo'

const targetColumns: readonly Column<TargetRow>[] = [
  ['Mã', ({ target }) => target.id],
  ['Chỉ tiêu', ({ target }) => target.indicator],
  ['Phạm vi', ({ target }) => target.scope],
  ['Đơn vị', ({ target }) => target.unit],
  ['Năm', ({ value }) => value.year],
  ['So sánh', ({ value }) => value.comparator],
  ['Giá trị', ({ value }) => (typeof value.value === 'number' ? value.value : null)],
  ['Diễn giải', ({ target, value }) => valueWords(value, target.unit, 'vi')],
  ['Năm số liệu nền', ({ target }) => target.baseline?.year ?? null],
  ['Số liệu nền', ({ target }) => baselineOf(target)],
  ['Kết quả', () => noReport],
  ['Điều khoản', ({ target }) => target.clause],
]

const taskColumns: readonly Column<PublishedTask>[] = [
  ['Số', (task) => task.no],
  ['Nhóm', (task) => task.group],
  ['Nhiệm vụ', (task) => [task.title, task.text].filter(Boolean).join('. ')],
  ['Chỉ đạo', (task) => names(task.directing)],
  ['Chủ trì', (task) => names(task.lead)],
  ['Tham mưu, thực hiện', (task) => names(task.implementing)],
  ['Phối hợp', (task) => names(task.coordinating)],
  ['Sản phẩm', (task) => task.output],
  ['Thời gian', (task) => task.time.text],
  ['Từ ngày', (task) => task.time.from],
  ['Đến ngày', (task) => task.time.to],
  ['Kết quả', () => noReport],
  ['Điều khoản', (task) => task.clause],
]

/** One row a value: what is compared and charted in a spreadsheet. */
export function targetsCsv({ targets, notice }: PublishedPlan): string {
  const rows = targets.flatMap((target) => target.values.map((value) => ({ target, value })))
  return table(targetColumns, rows, notice)
}

export function tasksCsv({ tasks, notice }: PublishedPlan): string {
  return table(taskColumns, tasks, notice)
}

/** Every row carries the notice: rows are copied out of a table, its first line is not. */
function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], notice: string | null): string {
  return csv(
    [...columns.map(([head]) => head), 'Ghi chú'],
    rows.map((row) => [...columns.map(([, cell]) => cell(row)), notice]),
  )
}

function baselineOf({ baseline, unit }: PublishedTarget): string {
  return baseline ? valueWords(baseline, unit, 'vi') : 'Chưa có số liệu nền'
}

function names(bodies: readonly PublishedBody[]): string {
  return bodies.map((body) => body.text).join('; ')
}
