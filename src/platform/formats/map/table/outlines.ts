import type { Position } from '../../../../domain/geometry/index.ts'
import type { PropertyValue } from '../model.ts'
import { roleOf } from './headers.ts'
import type { TableChoice } from './model.ts'
import { readNumber, type TableCell } from './numbers.ts'

export interface TableRow {
  /** From 1, as the program that made the table counts. */
  readonly number: number
  readonly cells: readonly TableCell[]
  readonly position: Position | undefined
}

/** The corners of one parcel, in their order. */
export interface Outline {
  readonly row: number
  readonly properties: Readonly<Record<string, PropertyValue>>
  readonly corners: readonly Position[]
  /** Lengths of sides as the table lists them, and the row of each corner. */
  readonly sides: readonly (number | undefined)[]
  readonly rows: readonly number[]
  /** Rows whose coordinates could not be read: without them the area is another one, so none is made. */
  readonly unread: readonly number[]
}

/**
 * Gathers corners into parcels: by the column that names the parcel, else where a blank line, a title or the return to
 * the first corner ends one. A title row ("Thửa đất số 12, tờ bản đồ số 5") names what follows, a line below the corners
 * ("Diện tích: 600,0 m²") says the area of what stood before.
 */
export function outlinesOf(
  rows: readonly TableRow[],
  choice: TableChoice,
  firstTitle: string | null = null,
  edge?: number,
): Outline[] {
  const found: Open[] = []
  let open: Open | undefined
  let title = firstTitle
  for (const row of rows) {
    const texts = row.cells.filter((cell) => cell !== null)
    const key = choice.parcel === null ? null : (row.cells[choice.parcel] ?? null)
    if (isBreak(row, texts, choice)) {
      open = undefined
      const words = texts.join(' ')
      const area = areaIn(words)
      const last = found.at(-1)
      if (area !== undefined && last && last.area === undefined) last.area = area
      // Each parcel may have the header again, below its title.
      else if (texts.filter((cell) => roleOf(cell) !== undefined).length < 2)
        title = texts.length === 0 ? null : words
      continue
    }
    // A merged cell names the parcel in its first row only.
    if (!open || (key !== null && open.key !== null && key !== open.key)) {
      open = { key, title, row: row.number, corners: [], sides: [], rows: [], unread: [], area: undefined }
      found.push(open)
    }
    if (row.position) {
      open.corners.push(row.position)
      open.rows.push(row.number)
      open.sides.push(edge === undefined ? undefined : readNumber(row.cells[edge] ?? null, choice.decimal))
    } else open.unread.push(row.number)
    if (choice.parcel === null && isClosed(open.corners)) open = undefined
  }
  return found.map(outline)
}

function outline(open: Open, i: number): Outline {
  const { key, title, row, corners: all, sides, rows, unread, area } = open
  const corners = isClosed(all) ? all.slice(0, -1) : all
  const names = numbersIn(`${title ?? ''} ${typeof key === 'string' ? key : ''}`)
  return {
    row,
    properties: {
      parcel: key ?? title ?? String(i + 1),
      corners: corners.length,
      ...names,
      ...(names['số thửa'] === undefined && key !== null && /^\d+$/.test(String(key)) && { 'số thửa': key }),
      ...(area !== undefined && { 'diện tích': area }),
    },
    corners,
    sides,
    rows,
    unread,
  }
}

interface Open {
  readonly key: TableCell
  readonly title: string | null
  readonly row: number
  readonly corners: Position[]
  readonly sides: (number | undefined)[]
  readonly rows: number[]
  readonly unread: number[]
  area: string | undefined
}

/** "Thửa đất số 12, tờ bản đồ số 5". */
function numbersIn(words: string): Record<string, string> {
  const of = (word: string) =>
    new RegExp(`${word}(?:\\s+(?:đất|bản đồ))?(?:\\s+số)?\\s*:?\\s*(\\d+)`, 'iu').exec(words)?.[1]
  const [parcel, sheet] = [of('thửa'), of('tờ')]
  return {
    ...(sheet !== undefined && { 'số tờ': sheet }),
    ...(parcel !== undefined && { 'số thửa': parcel }),
  }
}

const areaIn = (words: string) => /diện tích[^\d]*([\d.,]+)\s*(?:m2|m²|mét vuông)/iu.exec(words)?.[1]

/** Nothing in either coordinate column: a blank line, a title, a sum. */
function isBreak(row: TableRow, texts: readonly TableCell[], { columns }: TableChoice): boolean {
  const empty = (column: number) => !/\d/.test(String(row.cells[column] ?? ''))
  return texts.length === 0 || (row.position === undefined && (empty(columns.east) || empty(columns.north)))
}

function isClosed(corners: readonly Position[]): boolean {
  const [first, last] = [corners[0], corners.at(-1)]
  return corners.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}
