import type { Position, Ring } from '../../src/domain/geometry/index.ts'

/** Degrees between the middles of two cells in a row: 0.93 km. */
const step = 0.0086
const rise = step * 0.866

export interface Cell {
  readonly middle: Position
  readonly ring: Ring
}

/** A hash of two numbers and a seed as a number in [-1, 1): chance that is the same every time. */
function chance(x: number, y: number, seed: number): number {
  let h =
    Math.imul(Math.round(x * 1e6) ^ 0x9e3779b9, 0x85ebca6b) ^
    Math.imul(Math.round(y * 1e6) + seed, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 31 - 1
}

const round = (value: number) => Math.round(value * 1e6) / 1e6
const shifted = ([x, y]: Position, by: number, seed: number): Position => [
  round(x + chance(x, y, seed) * by),
  round(y + chance(y, x, seed + 1) * by),
]

/** Six-sided cells over a box, their corners moved and their sides bent by chance, each corner and side once. */
export function honeycomb([west, south, east, north]: readonly [number, number, number, number]): Cell[] {
  const cells: Cell[] = []
  for (let row = 0; south + row * rise < north; row++)
    for (let column = 0; west + column * step < east; column++) {
      const middle: Position = [west + (column + (row % 2) / 2) * step, south + row * rise]
      cells.push({ middle, ring: ringAround(middle) })
    }
  return cells
}

function ringAround([x, y]: Position): Ring {
  const corners = Array.from({ length: 6 }, (_, i): Position => {
    const angle = ((60 * i + 30) * Math.PI) / 180
    const radius = step / Math.sqrt(3)
    // Rounded before it is moved, so that the cells that share a corner move it alike.
    return [
      Math.round((x + radius * Math.cos(angle)) * 1e4) / 1e4,
      Math.round((y + radius * Math.sin(angle)) * 1e4) / 1e4,
    ]
  })
  const moved = corners.map((corner) => shifted(corner, step * 0.18, 7))
  const bent = moved.flatMap((corner, i): Position[] => {
    const next = moved[(i + 1) % 6] ?? corner
    return [
      corner,
      shifted([round((corner[0] + next[0]) / 2), round((corner[1] + next[1]) / 2)], step * 0.12, 11),
    ]
  })
  return [...bent, bent[0] ?? [x, y]]
}

const keyOf = ([x, y]: Position) => `${x} ${y}`

/** Sides of cells by their ends, in the order in which each cell walks them. */
export function sidesOf(ring: Ring): (readonly [Position, Position])[] {
  return ring.slice(1).map((to, i) => [ring[i] ?? to, to] as const)
}

/** The one ring around cells that hang together: what remains when sides that two of them share are taken away. */
export function outlineOf(cells: readonly Ring[]): Ring {
  const onward = new Map<string, Position>()
  const shared = new Set(cells.flatMap(sidesOf).map(([from, to]) => `${keyOf(to)} ${keyOf(from)}`))
  for (const [from, to] of cells.flatMap(sidesOf))
    if (!shared.has(`${keyOf(from)} ${keyOf(to)}`)) onward.set(keyOf(from), to)
  const start = [...onward.keys()].toSorted()[0] ?? ''
  const ring: Position[] = []
  for (let at = start; ring.length <= onward.size;) {
    const next = onward.get(at)
    if (!next) throw new Error('cells that do not hang together')
    ring.push(next)
    at = keyOf(next)
    if (at === start) break
  }
  if (ring.length !== onward.size) throw new Error('an area with a hole, or in two pieces')
  return [ring.at(-1) ?? [0, 0], ...ring]
}

/** Which cells lie beside which. */
export function neighboursOf(cells: readonly Cell[]): ReadonlyMap<Cell, readonly Cell[]> {
  const bySide = new Map(
    cells.flatMap((cell) => sidesOf(cell.ring).map(([a, b]) => [`${keyOf(a)} ${keyOf(b)}`, cell] as const)),
  )
  return new Map(
    cells.map((cell) => [
      cell,
      [...new Set(sidesOf(cell.ring).flatMap(([a, b]) => bySide.get(`${keyOf(b)} ${keyOf(a)}`) ?? []))],
    ]),
  )
}
