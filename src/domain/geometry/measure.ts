import type { Geometry, Position, Ring } from './model.ts'
import { polygonsOf, runsOf } from './parts.ts'

/**
 * Twice the area of a ring by the shoelace formula, positive where it turns left (counter-clockwise). Measured from
 * the ring's first position: plane coordinates have seven digits before the point, and their products would eat
 * the square metres.
 */
function twiceSigned(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as Position
    const [bx, by] = ring[i] as Position
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

/** Area of a ring in the square of its unit, positive where it turns left. */
export function signedArea(ring: Ring): number {
  return twiceSigned(ring) / 2
}

/** True where the ring turns left, as GeoJSON wants outer rings. */
export function turnsLeft(ring: Ring): boolean {
  return twiceSigned(ring) > 0
}

/** Area in m² of a geometry in a plane: outer rings less holes; 0 for points and lines. */
export function planarArea(geometry: Geometry): number {
  let area = 0
  for (const [outer, ...holes] of polygonsOf(geometry)) {
    if (!outer) continue
    area += Math.abs(signedArea(outer))
    for (const hole of holes) area -= Math.abs(signedArea(hole))
  }
  return area
}

/** Length in m of a geometry in a plane: of lines, or of the rings of areas; 0 for points. */
export function planarLength(geometry: Geometry): number {
  if (geometry.type.endsWith('Point')) return 0
  return runsOf(geometry).reduce((sum, run) => sum + lengthOf(run), 0)
}

function lengthOf(run: readonly Position[]): number {
  let length = 0
  for (let i = 1; i < run.length; i++) {
    const [ax, ay] = run[i - 1] as Position
    const [bx, by] = run[i] as Position
    length += Math.hypot(bx - ax, by - ay)
  }
  return length
}

/** Centre of mass of areas (which may lie outside them), else the mean of the positions; null where there is none. */
export function centroidOf(geometry: Geometry): Position | null {
  const origin = runsOf(geometry).find((run) => run.length > 0)?.[0]
  return origin ? (centreOfMass(geometry, origin) ?? meanPosition(geometry)) : null
}

function centreOfMass(geometry: Geometry, [x0, y0]: Position): Position | null {
  let [weight, sumX, sumY] = [0, 0, 0]
  for (const rings of polygonsOf(geometry))
    for (const [index, ring] of rings.entries()) {
      // Outer rings count for, holes against, however the file turned them.
      const sign = turnsLeft(ring) === (index === 0) ? 1 : -1
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = [(ring[i - 1] as Position)[0] - x0, (ring[i - 1] as Position)[1] - y0]
        const [bx, by] = [(ring[i] as Position)[0] - x0, (ring[i] as Position)[1] - y0]
        const cross = sign * (ax * by - bx * ay)
        weight += cross
        sumX += (ax + bx) * cross
        sumY += (ay + by) * cross
      }
    }
  return weight > 0 ? [x0 + sumX / (3 * weight), y0 + sumY / (3 * weight)] : null
}

function meanPosition(geometry: Geometry): Position {
  const positions = runsOf(geometry).flat()
  const mean = (axis: 0 | 1) =>
    positions.reduce((sum, position) => sum + position[axis], 0) / positions.length
  return [mean(0), mean(1)]
}
