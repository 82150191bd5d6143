import { csv, type CsvCell } from '../../../domain/csv.ts'
import { workbook } from '../../../platform/formats/xlsx/index.ts'
import { valueWords } from '../messages/values.ts'
import type { PublishedBody, PublishedTarget, PublishedTask, PublishedValue } from '../model/published.ts'

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

/** What a file of tables is made from: of an edition, or of a plan that is not published. */
export interface Tabled {
  readonly targets: readonly PublishedTarget[]
  readonly tasks: readonly PublishedTask[]
  /** Stands in every row: rows are copied out of a table, its first line is not. Null where there is nothing to say. */
  readonly notice: string | null
}

/** One row a value: what is compared and charted in a spreadsheet. */
function targetTable({ targets, notice }: Tabled) {
  const rows = targets.flatMap((target) => target.values.map((value) => ({ target, value })))
  return table(targetColumns, rows, notice)
}

const taskTable = ({ tasks, notice }: Tabled) => table(taskColumns, tasks, notice)

export function targetsCsv(tabled: Tabled): string {
  const { head, rows } = targetTable(tabled)
  return csv(head, rows)
}

export function tasksCsv(tabled: Tabled): string {
  const { head, rows } = taskTable(tabled)
  return csv(head, rows)
}

/** Both tables as one workbook; its last sheet says whose they are, as of when, and whether they are made up. */
export function planWorkbook(
  tabled: Tabled,
  about: readonly (readonly [string, CsvCell])[],
): Promise<Uint8Array> {
  const notice = tabled.notice === null ? [] : [['Lưu ý', tabled.notice] as const]
  return workbook([
    { name: 'Chỉ tiêu', ...targetTable(tabled), widths: [10, 48, 16, 12, 8, 10, 10, 24, 10, 20, 18, 12, 22] },
    {
      name: 'Nhiệm vụ',
      ...taskTable(tabled),
      widths: [8, 8, 70, 28, 28, 36, 28, 24, 18, 12, 12, 18, 12, 22],
    },
    { name: 'Nguồn', head: ['Mục', 'Nội dung'], rows: [...notice, ...about], widths: [28, 90] },
  ])
}

function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], notice: string | null) {
  return {
    head: [...columns.map(([head]) => head), 'Ghi chú'],
    rows: rows.map((row) => [...columns.map(([, cell]) => cell(row)), notice]),
  }
}

function baselineOf({ baseline, unit }: PublishedTarget): string {
  return baseline ? valueWords(baseline, unit, 'vi') : 'Chưa có số liệu nền'
}

function names(bodies: readonly PublishedBody[]): string {
  return bodies.map((body) => body.text).join('; ')
}
