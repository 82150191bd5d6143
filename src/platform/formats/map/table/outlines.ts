import type { Position } from '../../../../domain/geometry/index.ts'
import type { PropertyValue } from '../model.ts'
import { roleOf } from './headers.ts'
import type { TableChoice } from './model.ts'
import type { TableCell } from './numbers.ts'

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
  /** Rows whose coordinates could not be read: without them the area is another one, so none is made. */
  readonly unread: readonly number[]
}

/**
 * Gathers corners into parcels: by the column that names the parcel, else where a blank line, a title or the return to
 * the first corner ends one. A title row ("Thửa đất số 12") names what follows.
 */
export function outlinesOf(
  rows: readonly TableRow[],
  choice: TableChoice,
  firstTitle: string | null = null,
): Outline[] {
  const found: Open[] = []
  let open: Open | undefined
  let title = firstTitle
  for (const row of rows) {
    const texts = row.cells.filter((cell) => cell !== null)
    const key = choice.parcel === null ? null : (row.cells[choice.parcel] ?? null)
    if (isBreak(row, texts, choice)) {
      open = undefined
      // Each parcel may have the header again, below its title.
      if (texts.filter((cell) => roleOf(cell) !== undefined).length < 2)
        title = texts.length === 0 ? null : texts.join(' ')
      continue
    }
    // A merged cell names the parcel in its first row only.
    if (!open || (key !== null && open.key !== null && key !== open.key)) {
      open = { key, title, row: row.number, corners: [], unread: [] }
      found.push(open)
    }
    if (row.position) open.corners.push(row.position)
    else open.unread.push(row.number)
    if (choice.parcel === null && isClosed(open.corners)) open = undefined
  }
  return found.map(({ key, title: name, row, corners: all, unread }, i) => {
    const corners = isClosed(all) ? all.slice(0, -1) : all
    return {
      row,
      properties: { parcel: key ?? name ?? String(i + 1), corners: corners.length },
      corners,
      unread,
    }
  })
}

interface Open {
  readonly key: TableCell
  readonly title: string | null
  readonly row: number
  readonly corners: Position[]
  readonly unread: number[]
}

/** Nothing in either coordinate column: a blank line, a title, a sum. */
function isBreak(row: TableRow, texts: readonly TableCell[], { columns }: TableChoice): boolean {
  const empty = (column: number) => !/\d/.test(String(row.cells[column] ?? ''))
  return texts.length === 0 || (row.position === undefined && (empty(columns.east) || empty(columns.north)))
}

function isClosed(corners: readonly Position[]): boolean {
  const [first, last] = [corners[0], corners.at(-1)]
  return corners.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}
