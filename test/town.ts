import { encodeWkb, type Position } from '../src/domain/geometry/index.ts'

/** An invented town as WKB in metres of a VN-2000 zone: side by side without gaps, never two towns for one seed. */
export interface GeneratedTown {
  /** Lots and stretches of street, 14 positions on average. */
  readonly parcels: readonly Uint8Array[]
  /** Zones of a plan, 50 positions on average, that cut through many lots. */
  readonly zones: readonly Uint8Array[]
}

export interface TownSize {
  readonly parcels?: number
  readonly zones?: number
  readonly seed?: number
}

export function generateTown({ parcels = 60_000, zones = 1_000, seed = 1 }: TownSize = {}): GeneratedTown {
  // About 20 lots a hectare with their streets.
  const side = Math.sqrt(parcels) * 22.4
  const lots = subdivide({ count: parcels, side, seed, bends: 2.62, wave: 6, street: 6 })
  const plan = subdivide({ count: zones, side, seed: seed + 1, bends: 15, wave: 25, street: 0 })
  return { parcels: lots.map(polygon), zones: plan.map(polygon) }
}

const polygon = (ring: readonly Position[]) => encodeWkb({ type: 'Polygon', coordinates: [ring] })

/** The same numbers for the same seed, 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Subdivision {
  readonly count: number
  /** Of the town, m. */
  readonly side: number
  readonly seed: number
  /** Positions between the corners of one side of a lot, on average. */
  readonly bends: number
  /** How far lines are carried off, m. */
  readonly wave: number
  /** Every so many rows one is a street; 0 for none. */
  readonly street: number
}

/** South-west corner of every town, in the example's zone. */
const corner: Position = [585_000, 1_630_000]

/**
 * Rows of lots whose divisions differ from row to row, so that corners of one row lie on the sides of the next, as in
 * a town; all of it then carried off by waves.
 */
export function subdivide({ count, side, seed, bends, wave, street }: Subdivision): Position[][] {
  const chance = random(seed)
  const rows = Math.max(1, Math.round(Math.sqrt(count)))
  const heights = Array.from({ length: rows }, (_, row) =>
    street > 0 && row % street === street - 1 ? 0.4 : 0.85 + 0.3 * chance(),
  )
  const unit = side / heights.reduce((sum, height) => sum + height, 0)
  const lots = Array.from(
    { length: rows },
    (_, row) => Math.floor(((row + 1) * count) / rows) - Math.floor((row * count) / rows),
  )
  const divisions: number[][] = []
  for (const number of lots) divisions.push(meeting(divided(number, side, chance), divisions.at(-1) ?? []))
  const carried = waves(wave, chance)
  const lines = borders(
    divisions,
    heights.map((height) => height * unit),
    { side, bends, chance, carried },
  )
  return divisions.flatMap((xs, row) =>
    lotsOf(xs, row, lines, { height: (heights[row] ?? 1) * unit, bends, chance, carried }),
  )
}

/** Where the divisions of a row stand, with both ends. */
function divided(number: number, side: number, chance: () => number): number[] {
  const step = side / number
  return Array.from({ length: number + 1 }, (_, i) =>
    i === 0 || i === number ? i * step : (i + 0.6 * (chance() - 0.5)) * step,
  )
}

/** Divisions that all but meet those of the row before do meet them. */
function meeting(xs: readonly number[], before: readonly number[]): number[] {
  const gap = 0.1 * ((xs.at(-1) ?? 0) / xs.length)
  return xs.map((x) => {
    const at = lowest(before, x)
    return [before[at - 1], before[at]].find((other) => other !== undefined && Math.abs(other - x) < gap) ?? x
  })
}

type Carry = (x: number, y: number) => Position

function waves(by: number, chance: () => number): Carry {
  const [a, b, c, d] = [chance(), chance(), chance(), chance()].map((n) => n * 6) as [
    number,
    number,
    number,
    number,
  ]
  const mm = (metres: number) => Math.round(metres * 1000) / 1000
  return (x, y) => [
    mm(corner[0] + x + by * (Math.sin(y / 97 + a) + 2 * Math.sin((x + y) / 613 + b))),
    mm(corner[1] + y + by * (Math.sin(x / 113 + c) + 2 * Math.sin((x - y) / 541 + d))),
  ]
}

interface Line {
  readonly y: number
  /** In the order of `at`, each with the position it is carried to. */
  readonly xs: readonly number[]
  readonly positions: readonly Position[]
}

interface Making {
  readonly bends: number
  readonly chance: () => number
  readonly carried: Carry
}

/** The lines between rows: a position for each division of the row below and above, and bends between. */
function borders(
  divisions: readonly (readonly number[])[],
  heights: readonly number[],
  { side, bends, chance, carried }: Making & { side: number },
): Line[] {
  let y = 0
  return Array.from({ length: divisions.length + 1 }, (_, row) => {
    if (row > 0) y += heights[row - 1] ?? 0
    const corners = [...(divisions[row - 1] ?? []), ...(divisions[row] ?? [])]
    // Corners of the other row count as bends of this one's lots.
    const extra = Math.round(Math.max(0, bends - 1) * (divisions[row] ?? divisions[row - 1] ?? []).length)
    const bent = Array.from({ length: extra }, () => chance() * side)
    const xs = apart(corners, bent, (0.05 * side) / corners.length)
    const lean = Math.min(heights[row] ?? 1, heights[row - 1] ?? 1) * 0.05
    return { y, xs, positions: xs.map((x) => carried(x, y + (chance() - 0.5) * lean)) }
  })
}

/** All corners, and the bends that lie `gap` metres from anything else: closer ones would make loops. */
function apart(corners: readonly number[], bends: readonly number[], gap: number): number[] {
  const own = new Set(corners)
  const all = [...own, ...bends].sort((a, b) => a - b)
  const clear = (x: number, i: number) =>
    x - (all[i - 1] ?? -Infinity) > gap && (all[i + 1] ?? Infinity) - x > gap
  return all.filter((x, i) => own.has(x) || clear(x, i))
}

function lotsOf(
  xs: readonly number[],
  row: number,
  lines: readonly Line[],
  { height, bends, chance, carried }: Making & { height: number },
): Position[][] {
  const [below, above] = [lines[row] as Line, lines[row + 1] as Line]
  const sides = xs.map((x, i) => {
    const lean = Math.min(x - (xs[i - 1] ?? -Infinity), (xs[i + 1] ?? Infinity) - x) * 0.08
    const number = Math.floor(bends + chance())
    return Array.from({ length: number }, (_, n) =>
      carried(x + (chance() - 0.5) * lean, below.y + (height * (n + 1)) / (number + 1)),
    )
  })
  return xs.slice(1).map((right, i) => {
    const left = xs[i] as number
    const ring = [
      ...between(below, left, right),
      ...(sides[i + 1] ?? []),
      ...between(above, left, right).reverse(),
      ...(sides[i] ?? []).toReversed(),
    ]
    return [...ring, ring[0] as Position]
  })
}

/** The positions of a line from one division to another, both with it. */
function between({ xs, positions }: Line, left: number, right: number): Position[] {
  return positions.slice(lowest(xs, left), lowest(xs, right) + 1)
}

function lowest(xs: readonly number[], x: number): number {
  let [from, to] = [0, xs.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((xs[middle] as number) < x) from = middle + 1
    else to = middle
  }
  return from
}
