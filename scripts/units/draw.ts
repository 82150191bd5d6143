import type { Position, Ring } from '../../src/domain/geometry/index.ts'
import { honeycomb, neighboursOf, type Cell } from './honeycomb.ts'

/** A unit of today to be drawn: where about, how large against the others, and the units it was made of. */
export interface Sketch {
  readonly place: Position
  readonly size: number
  readonly parts: readonly string[]
}

/** The hills in the west and the sea in the east, by eye: longitude at some latitudes from north to south. */
const sides: readonly (readonly [lat: number, west: number, east: number])[] = [
  [14.919, 108.93, 108.985],
  [14.885, 108.842, 108.997],
  [14.785, 108.87, 109.012],
  [14.745, 108.955, 109.028],
  [14.7, 108.982, 109.06],
  [14.62, 109.035, 109.077],
  [14.578, 109.055, 109.083],
]

function inTown([x, y]: Position): boolean {
  const below = sides.findIndex(([lat]) => lat <= y)
  const [lower, upper] = [sides[below], sides[below - 1]]
  if (!lower || !upper) return false
  const share = (y - lower[0]) / (upper[0] - lower[0])
  const at = (place: 1 | 2) => lower[place] + share * (upper[place] - lower[place])
  return x >= at(1) && x <= at(2)
}

const far = (a: Position, b: Position) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2

/** Cells for each of the old units, so that those of one new unit hang together. */
export function drawUnits(sketches: readonly Sketch[]): ReadonlyMap<string, readonly Ring[]> {
  const cells = honeycomb([108.81, 14.575, 109.1, 14.925]).filter(({ middle }) => inTown(middle))
  const beside = neighboursOf(cells)
  const drawn = new Map<string, readonly Ring[]>()
  const areas = grow(
    cells,
    beside,
    sketches.map(({ place, size }) => ({ place, size })),
  )
  for (const [index, { parts }] of sketches.entries()) {
    const own = areas[index] ?? []
    const seeds = spread(own, parts.length).map(({ middle }) => ({ place: middle, size: 1 }))
    for (const [part, list] of grow(own, beside, seeds).entries())
      drawn.set(
        parts[part] ?? '',
        list.map(({ ring }) => ring),
      )
  }
  return drawn
}

/** Cells far from each other, by always taking the one farthest from those taken. */
function spread(cells: readonly Cell[], count: number): Cell[] {
  const taken = [cells[0]].filter((cell) => cell !== undefined)
  const gap = (cell: Cell) => Math.min(...taken.map((each) => far(each.middle, cell.middle)))
  while (taken.length < count) taken.push(cells.toSorted((a, b) => gap(b) - gap(a))[0] as Cell)
  return taken
}

interface Seed {
  readonly place: Position
  readonly size: number
}

/** Areas grow from their seeds, the one that lags behind its size next, each by the nearest free cell beside it. */
function grow(
  cells: readonly Cell[],
  beside: ReadonlyMap<Cell, readonly Cell[]>,
  seeds: readonly Seed[],
): Cell[][] {
  const free = new Set(cells)
  const near = (place: Position, among: readonly Cell[]) =>
    among.toSorted((a, b) => far(a.middle, place) - far(b.middle, place))[0]
  const areas = seeds.map(({ place, size }) => ({ place, size, cells: [] as Cell[], stuck: false }))
  const take = (area: (typeof areas)[number], cell: Cell) => {
    area.cells.push(cell)
    free.delete(cell)
  }
  for (const area of areas) take(area, near(area.place, [...free]) as Cell)
  while (free.size > 0) {
    const area = areas
      .filter(({ stuck }) => !stuck)
      .toSorted((a, b) => a.cells.length / a.size - b.cells.length / b.size)[0]
    if (!area) break
    const next = near(
      area.place,
      area.cells.flatMap((cell) => (beside.get(cell) ?? []).filter((each) => free.has(each))),
    )
    if (next) take(area, next)
    else area.stuck = true
  }
  return areas.map((area) => area.cells)
}
