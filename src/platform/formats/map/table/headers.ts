import { fold } from '../../../../domain/fold.ts'
import type { TableCell } from './numbers.ts'

export type Role = 'x' | 'y' | 'east' | 'north' | 'lon' | 'lat' | 'vertex' | 'edge' | 'parcel'

const roles: readonly (readonly [Role, RegExp])[] = [
  ['lon', /^(toa do )?(kinh ?do|longitude|long?|lng|lambda)( .*)?$/],
  ['lat', /^(toa do )?(vi ?do|latitude|lat|phi)( .*)?$/],
  ['north', /\b(northing|bac)\b/],
  ['east', /\b(easting|dong)\b/],
  ['x', /^(toa do )?x( vn ?-?2000)?( m)?$/],
  ['y', /^(toa do )?y( vn ?-?2000)?( m)?$/],
  ['edge', /^(canh|chieu dai( canh)?|khoang cach|kc|s)( m)?$/],
  [
    'vertex',
    /^((so|ten)? ?(hieu|thu tu)? ?)?(dinh|diem|moc|goc)( thua| ranh)?( so)?$|^(stt|tt) (dinh|diem)$/,
  ],
  [
    'parcel',
    /^(so )?(hieu )?(thua|thua dat|so thua|lo|lo dat|khoanh|ma thua|parcel|polygon|vung|khu)( so| dat)?$/,
  ],
]

/** What a header says a column is. Units in brackets are left out: "X (m)" is X. */
export function roleOf(cell: TableCell): Role | undefined {
  if (typeof cell !== 'string') return undefined
  const text = fold(cell)
    .replaceAll(/[()[\].:,_]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return roles.find(([, pattern]) => pattern.test(text))?.[0]
}

export interface Header {
  /** Its row, from 0; -1 where the table has none. */
  readonly row: number
  readonly names: readonly string[]
  readonly roles: ReadonlyMap<Role, number>
}

const places: readonly (readonly [Role, Role])[] = [
  ['lon', 'lat'],
  ['east', 'north'],
  ['x', 'y'],
]

/** The header among the first rows: the one with a pair of coordinates. What stands over it joins its names. */
export function headerOf(rows: readonly (readonly TableCell[])[]): Header {
  for (const [row, cells] of rows.slice(0, 30).entries()) {
    const found = cells.map(roleOf)
    if (!places.some((pair) => pair.every((role) => found.includes(role)))) continue
    const above = rows[row - 1]?.map(roleOf) ?? []
    const both = found.map((role, i) => role ?? above[i])
    const names = cells.map((cell, i) => text(cell) || text(rows[row - 1]?.[i]) || `cột ${i + 1}`)
    const first = new Map<Role, number>()
    for (const [i, role] of both.entries()) if (role && !first.has(role)) first.set(role, i)
    return { row, names: unique(names), roles: first }
  }
  const width = Math.max(0, ...rows.slice(0, 30).map((cells) => cells.length))
  return { row: -1, names: Array.from({ length: width }, (_, i) => `cột ${i + 1}`), roles: new Map() }
}

/** The pairs of columns that the header names, x or east first: a table can have two, in two systems. */
export function namedPairs({ roles: found }: Header): (readonly [Role, Role])[] {
  return places.filter((pair) => pair.every((role) => found.has(role)))
}

const text = (cell: TableCell | undefined) =>
  String(cell ?? '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .normalize('NFC')

function unique(names: readonly string[]): string[] {
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`))
}
