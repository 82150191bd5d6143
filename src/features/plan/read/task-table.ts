import { Strand } from '../../../domain/strand.ts'
import type { ClauseNode, ReadRow, ReadTable } from '../../documents/model.ts'
import type { Task } from '../model.ts'
import { columnField, readLine, type Field } from './labels.ts'
import { plain } from './plain.ts'
import { mergeRoles, noRoles, readRoles, type Role } from './roles.ts'
import { readTime } from './time.ts'

type Column = Field | 'no' | null

/** The tasks of a table with such columns; none where the table lists something else. */
export function tableTasks(table: ReadTable, clause: ClauseNode | null): Task[] {
  const columns = columnsOf(table)
  if (!columns) return []
  const tasks: Task[] = []
  let group: string | null = null
  let count = 0
  let above: readonly Strand[] = []
  for (const written of table.rows) {
    const row = {
      ...written,
      cells: written.cells.map((cell, i) => (isDitto(cell) ? (above[i] ?? cell) : cell)),
    }
    above = row.cells
    const heading = groupOf(row, columns)
    if (heading) {
      group = heading
      continue
    }
    const task = rowTask(row, columns, clause, group, count + 1, table.header)
    if (!task) continue
    count++
    tasks.push(task)
  }
  return tasks
}

/** "nt", "như trên": what the row above says. */
const isDitto = (cell: Strand) => /^\s*[-–"]?\s*(?:nt|như trên)\s*[-–".]?\s*$/iu.test(cell.text)

/** "2026 - 2028 | 2029 - 2030" with a cross where the work falls: from the first such heading to the last. */
function tickedTime(row: ReadRow, header: readonly Strand[]): Strand | undefined {
  const ticked = header.filter(
    (cell, i) => /^\s*[x✓✔√]\s*$/iu.test(row.cells[i]?.text ?? '') && /(?:19|20)\d{2}/.test(cell.text),
  )
  return ticked.length === 0
    ? undefined
    : Strand.join(
        ticked.map((cell) => cell.tidy()),
        ' ',
      )
}

const roleColumns: readonly Column[] = ['directing', 'lead', 'implementing', 'coordinating']

function columnsOf(table: ReadTable): Column[] | null {
  const columns: Column[] = table.header.map((cell) => columnField(cell.text))
  const has = (wanted: readonly Column[]) => columns.some((column) => wanted.includes(column))
  if (!has(['content']) && has(roleColumns)) {
    // "Tên", "Phần việc", …: the first column that nothing else claims holds the work.
    const free = columns.indexOf(null)
    if (free >= 0) columns[free] = 'content'
  }
  return has(['content']) &&
    has([...roleColumns, 'time']) &&
    !/chi tieu/.test(plain(table.header.map((cell) => cell.text).join(' ')))
    ? columns
    : null
}

const cellsOf = (row: ReadRow, columns: readonly Column[], wanted: Column) =>
  row.cells.filter((cell, i) => columns[i] === wanted && /[\p{L}\p{N}]/u.test(cell.text))

/** A row that only names what the next rows are about: its number, else its words. */
function groupOf(row: ReadRow, columns: readonly Column[]): string | null {
  if (row.group) return groupNo(row.group.tidy().text)
  const filled = row.cells.filter((cell, i) => columns[i] !== 'no' && /[\p{L}\p{N}]/u.test(cell.text))
  const same = new Set(filled.map((cell) => cell.tidy().text)).size === 1
  const told = columns.some(
    (column, i) => column !== 'no' && column !== 'content' && /[\p{L}\p{N}]/u.test(row.cells[i]?.text ?? ''),
  )
  if (filled.length === 0 || !same || (told && filled.length === 1)) return null
  if (told && filled.length < 3) return null
  const no = cellsOf(row, columns, 'no')[0]
    ?.tidy()
    .text.replace(/[.)\-/]+$/, '')
  return no && no !== filled[0]?.tidy().text ? no : groupNo(filled[0]?.tidy().text ?? '')
}

const numbered =
  /^(?:(?:Phần|Nhóm|Mục|Nhiệm vụ|Chương)\s+)?([IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)(?:\s*[.:)/–-]\s*|\s+(?=\p{Lu}))/iu

function groupNo(text: string): string {
  return numbered.exec(text)?.[1] ?? text
}

function rowTask(
  row: ReadRow,
  columns: readonly Column[],
  clause: ClauseNode | null,
  group: string | null,
  count: number,
  header: readonly Strand[],
): Task | null {
  const content = cellsOf(row, columns, 'content').map((cell) => cell.replace(/[*_]{2,}/g).trim())
  if (content.length === 0) return null
  const own = /^(\d+(?:\.\d+)*)[.)]?\s+(?=\p{L})/u.exec(content[0]?.text ?? '')
  const no =
    cellsOf(row, columns, 'no')[0]
      ?.tidy()
      .text.replace(/[.)\-/]+$/, '') ??
    own?.[1] ??
    String(count)
  const stripped =
    own && cellsOf(row, columns, 'no').length === 0
      ? [content[0]?.slice(own[0].length) ?? Strand.empty, ...content.slice(1)]
      : content
  const words = Strand.join(
    stripped.map((part) => part.tidy()),
    '\n',
  )
  const output = cellsOf(row, columns, 'output')[0]
    ?.replace(/[\s.;]+$/g)
    .tidy()
  const time = cellsOf(row, columns, 'time')[0] ?? tickedTime(row, header)
  return {
    no,
    clause: clause?.id ?? null,
    group: group ?? null,
    title: null,
    text: words.text,
    at: words.at(),
    ...rolesOf(row, columns),
    output: output ? { text: output.text, at: output.at() } : null,
    time: readTime(time?.tidy() ?? null),
  }
}

function rolesOf(row: ReadRow, columns: readonly Column[]) {
  return row.cells.reduce((roles, cell, i) => {
    const column = columns[i]
    return roleColumns.includes(column ?? null) ? mergeRoles(roles, cellRoles(column as Role, cell)) : roles
  }, noRoles())
}

/** A cell may say more than its column: "Chủ trì: Phòng A. - Phối hợp: Phòng B". */
function cellRoles(column: Role, cell: Strand) {
  const { before, fields } = readLine(cell)
  return fields.reduce(
    (roles, { field, value }) =>
      roleColumns.includes(field) ? mergeRoles(roles, readRoles(field as Role, value)) : roles,
    readRoles(column, before),
  )
}
