import { roleOf, type Role } from './headers.ts'
import type { TableCell } from './numbers.ts'

type Rows = readonly (readonly TableCell[])[]

const number = String.raw`[-+]?\d[\d.,° º˚'’′"”″]*[NSEWBĐDT]?`
const pair = new RegExp(
  String.raw`^\(?\s*(${number}?)\s*(?:;|\/|\||,\s+|\s{2,}|\s-\s)\s*(${number})\s*\)?$`,
  'u',
)

/**
 * A column that holds both numbers of a place, "1635000,12; 602000,45", becomes two: how certificates and letters write
 * coordinates. The header says which comes first; where it does not, both orders are offered as of any X and Y.
 */
export function partedPairs(rows: Rows): TableCell[][] {
  const width = Math.max(0, ...rows.slice(0, 200).map((row) => row.length))
  const columns = Array.from({ length: width }, (_, i) => i).filter((i) => holdsPairs(rows, i))
  const head = rows.slice(0, 30).find(hasPair)
  const [column] = columns
  if (column === undefined || columns.length > 1 || (head && !isTorn(head, rows, column)))
    return rows.map((row) => [...row])
  return rows.map((row) => {
    const cell = row[column] ?? null
    if (row === head) return [...row]
    return [...row.slice(0, column), ...(partsOf(cell) ?? headsOf(cell)), ...row.slice(column + 1)]
  })
}

/** "Tọa độ (X; Y)" that the mark between cells has torn in two already: below its second half nothing stands. */
function isTorn(head: readonly TableCell[], rows: Rows, column: number): boolean {
  const own = [column, column + 1].every((i) => places.includes(roleOf(head[i] ?? null) as Role))
  return (
    own &&
    rows.every((row) => row === head || !partsOf(row[column] ?? null) || (row[column + 1] ?? null) === null)
  )
}

function holdsPairs(rows: Rows, column: number): boolean {
  const cells = rows
    .map((row) => row[column] ?? null)
    .filter((cell) => cell !== null && /\d/.test(String(cell)))
  return cells.length > 0 && cells.filter((cell) => partsOf(cell)).length >= cells.length * 0.6
}

function partsOf(cell: TableCell): [string, string] | undefined {
  const found = typeof cell === 'string' ? pair.exec(cell.trim()) : null
  return found?.[1] !== undefined && found[2] !== undefined ? [found[1].trim(), found[2].trim()] : undefined
}

/** Two heads of one: "Tọa độ (X; Y)" are X and Y, "Vĩ độ, kinh độ" what they say; a title stays before. */
function headsOf(cell: TableCell): [TableCell, TableCell] {
  if (typeof cell !== 'string') return [cell, null]
  const words = cell
    .replaceAll(/[()[\]]/g, ' ; ')
    .split(/[;,/|]|\s-\s/)
    .map((part) => part.trim())
  const [first, second] = words.filter((word) => places.includes(roleOf(word) as Role))
  if (first !== undefined && second !== undefined) return [first, second]
  return /t[oọ]a đ[oộ]|toạ độ|coordinate/iu.test(cell.normalize('NFC')) ? ['X', 'Y'] : [cell, null]
}

const places: readonly Role[] = ['x', 'y', 'east', 'north', 'lon', 'lat']

/** A header that names both already. */
const hasPair = (row: readonly TableCell[]) => {
  const roles = row.map(roleOf)
  return [
    ['x', 'y'],
    ['lon', 'lat'],
    ['east', 'north'],
  ].some((both) => both.every((role) => roles.includes(role as Role)))
}
