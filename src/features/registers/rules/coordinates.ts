import type { Dimension, Geometry, Position, Ring } from '../../../domain/geometry/index.ts'
import { dimensionOf, polygonsOf, runsOf } from '../../../domain/geometry/index.ts'

/**
 * A geometry as the table of a certificate: a vertex a line, *Số hiệu đỉnh – X – Y* with X to the north. A line
 * `Phần` begins another part, `Lỗ` a hole of the last one; the closing vertex of a ring is not repeated. Numbers
 * are written so that reading them again gives the same bits.
 */
export function coordinatesText(geometry: Geometry): string {
  if (dimensionOf(geometry.type) === 2)
    return polygonsOf(geometry)
      .map((rings, part) =>
        rings
          .map((ring, i) =>
            [...(i > 0 ? [hole] : part > 0 ? [nextPart] : []), ...lines(open(ring))].join('\n'),
          )
          .join('\n'),
      )
      .join('\n')
  const runs = geometry.type === 'MultiPoint' ? geometry.coordinates.map((one) => [one]) : runsOf(geometry)
  return runs.map((run, part) => [...(part > 0 ? [nextPart] : []), ...lines(run)].join('\n')).join('\n')
}

const nextPart = 'Phần'
const hole = 'Lỗ'
const open = (ring: Ring): readonly Position[] => ring.slice(0, -1)
const number = (value: number) => String(value).replace('.', ',')
const lines = (run: readonly Position[]) =>
  run.map(([east, north], i) => `${i + 1}\t${number(north)}\t${number(east)}`)

/** What is wrong with a table of coordinates: on which line, counted from 1. */
export interface CoordinatesFault {
  readonly line: number
  readonly found: string
  readonly why: 'numbers' | 'few' | 'hole' | 'empty'
}

export type CoordinatesRead =
  | { readonly geometry: Geometry; readonly fault: null }
  | { readonly geometry: null; readonly fault: CoordinatesFault }

interface Run {
  readonly hole: boolean
  readonly line: number
  readonly positions: Position[]
}

/** The geometry that a table says, of the kind that a register takes. */
export function geometryOfText(text: string, dimension: Dimension): CoordinatesRead {
  const runs: Run[] = []
  for (const [i, raw] of text.normalize('NFC').split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const head = /^(phần|lỗ)(?=\s|$)/iu.exec(line)
    if (head) {
      runs.push({ hole: head[1]?.toLowerCase() === 'lỗ', line: i + 1, positions: [] })
      continue
    }
    const position = positionOf(line)
    if (!position) return fault(i + 1, line, 'numbers')
    if (runs.length === 0) runs.push({ hole: false, line: i + 1, positions: [] })
    runs.at(-1)?.positions.push(position)
  }
  const filled = runs.filter(({ positions }) => positions.length > 0)
  if (filled.length === 0) return fault(1, '', 'empty')
  return made(filled, dimension)
}

const fault = (line: number, found: string, why: CoordinatesFault['why']): CoordinatesRead => ({
  geometry: null,
  fault: { line, found: found.slice(0, 80), why },
})

/** `1 1638000,456 602000,123`: the sign of the vertex may be missing; columns by tab, semicolon or blanks. */
function positionOf(line: string): Position | null {
  const cells = line.split(/[\t;|]+|\s+/).filter(Boolean)
  const [x, y] = cells.slice(-2).map(metres)
  return cells.length > 1 &&
    cells.length < 5 &&
    x !== undefined &&
    y !== undefined &&
    x !== null &&
    y !== null
    ? [y, x]
    : null
}

/** Metres with a decimal comma or point, `1.638.000,45` too. */
function metres(text: string): number | null {
  const plain = /^-?\d{1,3}(\.\d{3})+,\d+$/.test(text) ? text.replaceAll('.', '') : text
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}

function made(runs: readonly Run[], dimension: Dimension): CoordinatesRead {
  const short = runs.find(({ positions }) => positions.length < dimension + 1)
  if (short) return fault(short.line, String(short.positions.length), 'few')
  if (dimension === 0)
    return of(
      runs.flatMap(({ positions }) => positions),
      'Point',
    )
  if (dimension === 1)
    return of(
      runs.map(({ positions }) => positions),
      'LineString',
    )
  const parts: Position[][][] = []
  for (const { hole, positions, line } of runs) {
    if (hole && parts.length === 0) return fault(line, '', 'hole')
    if (hole) parts.at(-1)?.push(closed(positions))
    else parts.push([closed(positions)])
  }
  return of(parts, 'Polygon')
}

/** One part as it is, many as the kind for many. */
function of(parts: readonly unknown[], type: 'Point' | 'LineString' | 'Polygon'): CoordinatesRead {
  const geometry =
    parts.length === 1 ? { type, coordinates: parts[0] } : { type: `Multi${type}`, coordinates: parts }
  return { geometry: geometry as Geometry, fault: null }
}

function closed(positions: readonly Position[]): Position[] {
  const [first, last] = [positions[0] as Position, positions.at(-1) as Position]
  // Certificates repeat the first vertex at the end.
  const same = positions.length > 3 && first[0] === last[0] && first[1] === last[1]
  return same ? [...positions] : [...positions, first]
}
