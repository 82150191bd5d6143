import type { Position, Ring } from '../../../../../domain/geometry/index.ts'

type Edge = readonly [ax: number, ay: number, bx: number, by: number]

/** A town's area, ready to be asked for many positions: edges by bands of their height. */
export interface TownIndex {
  holds(position: Position): boolean
  /** Metres to the border. */
  distance(position: Position): number
}

const bands = 512

/** Rings as even and odd: a hole is outside. Null where the town's boundary is not known. */
export function townIndex(rings: readonly Ring[]): TownIndex | null {
  const edges = rings.flatMap((ring) =>
    ring.slice(1).map((b, i): Edge => [ring[i]![0], ring[i]![1], b[0], b[1]]),
  )
  if (edges.length === 0) return null
  const [low, high] = edges.reduce(
    ([from, to], [, ay, , by]) => [Math.min(from, ay, by), Math.max(to, ay, by)],
    [Infinity, -Infinity],
  ) as [number, number]
  const flat = Float64Array.from(edges.flat())
  const height = (high - low) / bands || 1
  const bandOf = (y: number) => Math.min(bands - 1, Math.max(0, Math.floor((y - low) / height)))
  const banded: Edge[][] = Array.from({ length: bands }, () => [])
  for (const edge of edges)
    for (let i = bandOf(Math.min(edge[1], edge[3])); i <= bandOf(Math.max(edge[1], edge[3])); i++)
      banded[i]!.push(edge)
  return {
    holds: ([x, y]) => {
      if (y < low || y > high) return false
      let inside = false
      for (const [ax, ay, bx, by] of banded[bandOf(y)]!)
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      return inside
    },
    distance: (position) => {
      let least = Infinity
      for (let i = 0; i < flat.length; i += 4) {
        const square = squared(position, flat[i]!, flat[i + 1]!, flat[i + 2]!, flat[i + 3]!)
        if (square < least) least = square
      }
      return Math.sqrt(least)
    },
  }
}

/** Square of the distance from a position to an edge. */
function squared([x, y]: Position, ax: number, ay: number, bx: number, by: number): number {
  const [vx, vy] = [bx - ax, by - ay]
  const length = vx * vx + vy * vy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * vx + (y - ay) * vy) / length))
  return (x - ax - t * vx) ** 2 + (y - ay - t * vy) ** 2
}
