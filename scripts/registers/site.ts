import type { Position, Ring } from '../../src/domain/geometry/index.ts'
import { chanceOf } from './chance.ts'

/** A built-up place: streets, blocks between them, and lots in the blocks that people live in. */
export interface Site {
  /** Its outer edge: the hole of the open land around it. */
  readonly outline: Ring
  /** The street network: the outline with the blocks cut out. */
  readonly streets: readonly Ring[]
  readonly blocks: readonly Block[]
  /** A place by metres from its south-west corner, along its streets. */
  readonly at: (along: number, up: number) => Position
  readonly width: number
  readonly height: number
}

export interface Block {
  readonly ring: Ring
  readonly column: number
  readonly row: number
  /** Its sides, in metres of the site. */
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
  /** Houses' lots; none in a block that one facility takes. */
  readonly lots: readonly Ring[]
}

export interface SiteSize {
  readonly middle: Position
  readonly columns: number
  readonly rows: number
  /** Degrees that the streets are turned by, to the left. */
  readonly turned: number
  readonly seed: number
  /** Which blocks are not divided into lots. */
  readonly whole: (column: number, row: number) => boolean
}

/** To the centimetre, as a cadastral map is drawn. */
export const centimetres = (metres: number) => Math.round(metres * 100) / 100

/** Streets are 9 m wide, every third one 16 m. */
const streetWidth = (index: number) => (index % 3 === 1 ? 16 : 9)

export function drawSite({ middle, columns, rows, turned, seed, whole }: SiteSize): Site {
  const chance = chanceOf(seed)
  const across = spans(columns, () => 96 + 28 * chance())
  const upwards = spans(rows, () => 38 + 8 * chance())
  const [width, height] = [ends(across), ends(upwards)]
  const at = placing(middle, [width / 2, height / 2], turned, chance)
  const blocks: Block[] = []
  for (const [row, [south, north]] of upwards.entries())
    for (const [column, [west, east]] of across.entries()) {
      const sides = { column, row, west, east, south, north }
      const lots = whole(column, row) ? wholeBlock(sides, at) : dividedBlock(sides, at, chance)
      blocks.push({ ...sides, ...lots })
    }
  const outline = edgeOf(width, height, at)
  return { outline, streets: [outline, ...blocks.map(({ ring }) => ring)], blocks, at, width, height }
}

type Span = readonly [from: number, to: number]

/** Blocks one after the other with a street before, between and behind them. */
function spans(count: number, length: () => number): Span[] {
  const found: Span[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    at += streetWidth(i)
    found.push([at, at + length()])
    at = found.at(-1)?.[1] ?? at
  }
  return found
}

const ends = (list: readonly Span[]) => (list.at(-1)?.[1] ?? 0) + streetWidth(list.length)

type At = Site['at']

/** Streets of a town are neither straight nor due north. */
function placing(middle: Position, half: Position, turned: number, chance: () => number): At {
  const angle = (turned * Math.PI) / 180
  const [a, b] = [chance() * 6, chance() * 6]
  return (along, up) => {
    const x = along - half[0] + 5 * Math.sin(up / 90 + a)
    const y = up - half[1] + 5 * Math.sin(along / 110 + b)
    return [
      centimetres(middle[0] + x * Math.cos(angle) - y * Math.sin(angle)),
      centimetres(middle[1] + x * Math.sin(angle) + y * Math.cos(angle)),
    ]
  }
}

function edgeOf(width: number, height: number, at: At): Ring {
  const steps = (length: number) => Array.from({ length: 6 }, (_, i) => (length * i) / 6)
  const ring = [
    ...steps(width).map((x) => at(x, 0)),
    ...steps(height).map((y) => at(width, y)),
    ...steps(width).map((x) => at(width - x, height)),
    ...steps(height).map((y) => at(0, height - y)),
  ]
  return closed(ring)
}

const closed = (ring: readonly Position[]): Ring => [...ring, ring[0] ?? [0, 0]]

type Sides = Omit<Block, 'ring' | 'lots'>

function wholeBlock({ west, east, south, north }: Sides, at: At): Pick<Block, 'ring' | 'lots'> {
  const middle = (west + east) / 2
  const below = [west, middle, east].map((x) => at(x, south))
  const above = [east, middle, west].map((x) => at(x, north))
  return { ring: closed([...below, ...above]), lots: [] }
}

/** Two rows of lots back to back. Corners of either row stand in the lots of both, and all of them in the block. */
function dividedBlock(sides: Sides, at: At, chance: () => number): Pick<Block, 'ring' | 'lots'> {
  const { west, east, south, north } = sides
  const back = south + (north - south) * (0.47 + 0.06 * chance())
  const front = divisions(west, east, [], chance)
  const rear = divisions(west, east, front, chance)
  const backs = [...new Set([...front, ...rear])].sort((a, b) => a - b)
  const along = (from: number, to: number) => backs.filter((x) => x >= from && x <= to)
  const lots = [
    ...pairs(front).map(([from, to]) =>
      closed([
        at(from, south),
        at(to, south),
        ...along(from, to)
          .toReversed()
          .map((x) => at(x, back)),
      ]),
    ),
    ...pairs(rear).map(([from, to]) =>
      closed([...along(from, to).map((x) => at(x, back)), at(to, north), at(from, north)]),
    ),
  ]
  const ring = closed([
    ...front.map((x) => at(x, south)),
    at(east, back),
    ...rear.toReversed().map((x) => at(x, north)),
    at(west, back),
  ])
  return { ring, lots }
}

const pairs = (xs: readonly number[]): Span[] => xs.slice(1).map((to, i) => [xs[i] ?? to, to])

/** Fronts of 6 to 11 m; a division that all but meets one across the back meets it. */
function divisions(west: number, east: number, others: readonly number[], chance: () => number): number[] {
  const found = [west]
  for (;;) {
    const next = (found.at(-1) ?? west) + 6 + 5 * chance()
    if (next > east - 6) return [...found, east]
    found.push(others.find((other) => Math.abs(other - next) < 1) ?? next)
  }
}
