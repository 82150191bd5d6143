import { namedPairs, type Header, type Role } from './headers.ts'
import type { CoordinateColumns, DecimalMark, TableCandidate, TableChoice, TableShape } from './model.ts'
import { compassOf, isSexagesimal, readAngle, readNumber, type Compass, type TableCell } from './numbers.ts'

type Rows = readonly (readonly TableCell[])[]

/**
 * Where VN-2000 lies, in metres, in zones of 3° and 6°: north 8° to 24°, east within 4° of a meridian at 500,000. The
 * two do not meet, so that a column of one is never the other.
 */
const plane = { east: [50_000, 880_000], north: [885_000, 2_660_000] } as const
/** Longitude and latitude of the country, its islands too. */
const country = { east: [102, 118], north: [6, 24] } as const
const degrees = { east: [-180, 180], north: [-90, 90] } as const

/** All ways to read the table that its numbers allow. One is taken; more are asked; none is a table without a place. */
export function candidatesOf(rows: Rows, header: Header): TableCandidate[] {
  const pairs = namedPairs(header)
  const found = waysOf(rows, header, pairs)
  const step = Math.max(1, Math.floor(rows.length / mostSampled))
  const some = rows.filter((_, i) => i % step === 0)
  return found.map((way) => ({ ...way, sample: sampleOf(some, way.choice) }))
}

/** Rows of a sample: enough to tell where a table lies, and by how much two systems in it differ. */
const mostSampled = 400

/** How a choice reads some rows. */
export function sampleOf(rows: Rows, choice: TableChoice): TableCandidate['sample'] {
  const compass = compassIn(rows, choice)
  return rows.map((row) => positionOf(row, choice, compass) ?? null)
}

type Way = Omit<TableCandidate, 'sample'>

function waysOf(rows: Rows, header: Header, pairs: ReturnType<typeof namedPairs>): Way[] {
  return pairs.length === 0
    ? unnamed(rows, header)
    : pairs.flatMap(([first, second]) => ofPair(rows, header, first, second))
}

function ofPair(rows: Rows, header: Header, first: Role, second: Role): Way[] {
  const [a, b] = [header.roles.get(first)!, header.roles.get(second)!]
  // Only X and Y are written in either order; what is named by its meaning is what it says, or wrong.
  const orders = first === 'x' ? [[a, b] as const, [b, a] as const] : [[a, b] as const]
  const kinds = first === 'lon' ? (['degrees'] as const) : (['plane', 'degrees'] as const)
  const found = orders.flatMap(([east, north]) =>
    kinds.flatMap((kind) => read(rows, { east, north, kind }, header)),
  )
  // Where all rows lie in the plane of VN-2000 one way round, no other way is possible.
  const inPlane = found.filter(({ choice }) => choice.columns.kind === 'plane' && fits(rows, choice, plane))
  return inPlane.length > 0 ? inPlane : found
}

/** Without a header nothing is taken for granted: the pairs that lie in the plane, or in the country, are offered. */
function unnamed(rows: Rows, header: Header): Way[] {
  const width = header.names.length
  const pairs = Array.from({ length: width * width }, (_, i) => [Math.floor(i / width), i % width] as const)
  return pairs
    .filter(([east, north]) => Math.abs(east - north) === 1)
    .flatMap(([east, north]) =>
      (['plane', 'degrees'] as const).flatMap((kind) => read(rows, { east, north, kind }, header)),
    )
    .filter(({ choice }) => fits(rows, choice, choice.columns.kind === 'plane' ? plane : country))
}

function read(rows: Rows, columns: CoordinateColumns, header: Header): Way[] {
  const shape: TableShape = header.roles.has('vertex') && isOutline(header) ? 'vertices' : 'points'
  const parcel = header.roles.get('parcel') ?? null
  const choices = ([',', '.'] as const)
    .map((decimal): TableChoice => ({ columns, decimal, shape, parcel }))
    .filter((choice) => isReadable(rows, choice))
  const same = choices.length === 2 && valuesOf(rows, choices[0]!) === valuesOf(rows, choices[1]!)
  return (same ? choices.slice(0, 1) : choices).map((choice) => ({ choice, ...described(choice, header) }))
}

/** A list of corners has their sides, or the parcel of each; a list of points has names alone. */
const isOutline = ({ roles, names }: Header) =>
  roles.has('edge') || roles.has('parcel') || /đỉnh|dinh/i.test(names[roles.get('vertex') ?? -1] ?? '')

/** Both coordinates of a row under a choice; undefined where one of them is not written so. */
export function positionOf(
  row: readonly TableCell[],
  { columns, decimal }: TableChoice,
  compass: Compass | undefined,
): readonly [number, number] | undefined {
  const cells = [row[columns.east] ?? null, row[columns.north] ?? null]
  const [x, y] = cells.map((cell) =>
    columns.kind === 'degrees' ? readAngle(cell, decimal, compass) : readNumber(cell, decimal),
  )
  return x === undefined || y === undefined ? undefined : [x, y]
}

export function compassIn(rows: Rows, { columns }: TableChoice): Compass | undefined {
  return compassOf(rows.flatMap((row) => [row[columns.east] ?? null, row[columns.north] ?? null]))
}

/** Rows in which something with a digit stands in both columns: titles and blanks are no coordinates. */
function filled(rows: Rows, { columns: { east, north } }: TableChoice): Rows {
  const digit = (cell: TableCell | undefined) => /\d/.test(String(cell ?? ''))
  return rows.filter((row) => digit(row[east]) && digit(row[north]))
}

/** A choice that nine rows in ten can be read under, and whose values are possible. The rest is told row by row. */
function isReadable(rows: Rows, choice: TableChoice): boolean {
  const wanted = filled(rows, choice)
  const compass = compassIn(rows, choice)
  const found = wanted.map((row) => positionOf(row, choice, compass)).filter((one) => one !== undefined)
  if (found.length === 0 || found.length < wanted.length * 0.9) return false
  const sexagesimal = wanted.some((row) => isSexagesimal(row[choice.columns.east] ?? null))
  if (choice.columns.kind === 'plane') return !sexagesimal
  const inside = found.filter((one) => within(one, degrees))
  return inside.length >= found.length * 0.9
}

function fits(rows: Rows, choice: TableChoice, range: Range): boolean {
  const compass = compassIn(rows, choice)
  const found = filled(rows, choice).map((row) => positionOf(row, choice, compass))
  return found.length > 0 && found.every((one) => one !== undefined && within(one, range))
}

interface Range {
  readonly east: readonly [number, number]
  readonly north: readonly [number, number]
}

const within = ([x, y]: readonly [number, number], { east, north }: Range) =>
  x >= east[0] && x <= east[1] && y >= north[0] && y <= north[1]

function valuesOf(rows: Rows, choice: TableChoice): string {
  const compass = compassIn(rows, choice)
  return JSON.stringify(filled(rows, choice).map((row) => positionOf(row, choice, compass) ?? null))
}

/** A choice in words. */
export function described(
  { columns, decimal, shape }: TableChoice,
  { names }: Header,
): { readonly vi: string; readonly en: string } {
  const [east, north] = [names[columns.east] ?? '', names[columns.north] ?? '']
  const [vi, en] = marks[decimal]
  const what = shape === 'vertices' ? ['đỉnh thửa', 'corners of parcels'] : ['điểm', 'points']
  return columns.kind === 'degrees'
    ? {
        vi: `Kinh độ: cột "${east}"; vĩ độ: cột "${north}"; ${vi}; mỗi dòng là ${what[0]}`,
        en: `Longitude: "${east}"; latitude: "${north}"; ${en}; rows are ${what[1]}`,
      }
    : {
        vi: `X (Bắc): cột "${north}"; Y (Đông): cột "${east}"; ${vi}; mỗi dòng là ${what[0]}`,
        en: `X (north): "${north}"; Y (east): "${east}"; ${en}; rows are ${what[1]}`,
      }
}

const marks: Readonly<Record<DecimalMark, readonly [string, string]>> = {
  ',': ['dấu phẩy thập phân', 'decimal comma'],
  '.': ['dấu chấm thập phân', 'decimal point'],
}
