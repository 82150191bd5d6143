import type { Position, Ring } from '../../src/domain/geometry/index.ts'
import { neighboursOf, outlineOf, type Cell } from '../units/honeycomb.ts'
import { chanceOf } from './chance.ts'

/** An old unit cut into large areas of a general plan, with the one around its built-up place. */
export interface Country {
  /** Around the place; its hole is the place's outline. */
  readonly core: Ring
  readonly middle: Position
  /** The rest, from the core outwards. */
  readonly areas: readonly Ring[]
}

const far = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Cuts the cells of a unit into areas of one to four cells; `built` units have a core of a cell with all beside it. */
export function drawCountry(rings: readonly Ring[], built: boolean, seed: number): Country {
  const cells = rings.map((ring): Cell => ({ ring, middle: middleOf(ring) }))
  const beside = neighboursOf(cells)
  const around = (cell: Cell) => beside.get(cell) ?? []
  const centre = middleOf(cells.map(({ middle }) => middle))
  const inner = cells.filter((cell) => !built || around(cell).length === 6)
  const heart = nearest(inner, centre)
  if (!heart) throw new Error('a unit too narrow for a built-up place')
  const core = built ? [heart, ...around(heart)] : [heart]
  const free = new Set(cells.filter((cell) => !core.includes(cell)))
  const chance = chanceOf(seed)
  const areas: Ring[] = []
  while (free.size > 0) {
    const first = nearest([...free], heart.middle) as Cell
    areas.push(outlineOf(grown(first, 1 + Math.floor(chance() * 4), free, around).map(({ ring }) => ring)))
  }
  return { core: outlineOf(core.map(({ ring }) => ring)), middle: heart.middle, areas }
}

function grown(first: Cell, size: number, free: Set<Cell>, around: (cell: Cell) => readonly Cell[]): Cell[] {
  const taken = [first]
  free.delete(first)
  while (taken.length < size) {
    const next = nearest(
      taken.flatMap(around).filter((cell) => free.has(cell)),
      first.middle,
    )
    if (!next) break
    taken.push(next)
    free.delete(next)
  }
  return taken
}

function nearest(cells: readonly Cell[], place: Position): Cell | undefined {
  return cells.toSorted((a, b) => far(a.middle, place) - far(b.middle, place))[0]
}

function middleOf(positions: readonly Position[]): Position {
  const mean = (axis: 0 | 1) =>
    positions.reduce((sum, position) => sum + position[axis], 0) / positions.length
  return [mean(0), mean(1)]
}
