import { boxAround, ringsHold, type Box, type Position, type Ring } from '../geometry/index.ts'
import type { CoordinateSystems, Crs, Operation } from './model.ts'
import { knownCrs, toLonLat } from './transform.ts'

/** A way to read numbers of unknown meaning that puts them in the town. */
export interface Candidate {
  readonly crs: Crs
  /** `yx`: the file has north before east, as Vietnamese tables do (X is north). */
  readonly axes: 'xy' | 'yx'
  /** Millions written before the easting to name the zone (18 in 18 603 515): to be taken off; 0 for none. */
  readonly prefix: number
  /** Part of the data's box that falls in the town, 0 to 1: in its area where that is known, else in its box. */
  readonly inside: number
  /** The data's box in longitude and latitude, to be drawn. */
  readonly box: Box
}

export interface Unplaced {
  /** Box of the numbers as they stand in the file. */
  readonly box: Box
  /** Box of the town in longitude and latitude. */
  readonly town: Box
  /** The town itself, outer rings and holes in longitude and latitude: of two readings in its box the one in it is meant. */
  readonly area?: readonly Ring[]
  /** The record's plane: of two readings that fit alike, this one comes first. */
  readonly home: Crs
  readonly operation: Operation
}

/** Readings of unknown coordinates that put at least some of the data in the town, best first. */
export function candidates(data: Unplaced, systems: CoordinateSystems): readonly Candidate[] {
  const order = [data.home, ...knownCrs(systems).filter(({ id }) => id !== data.home.id)]
  return order
    .flatMap((crs) => (['xy', 'yx'] as const).map((axes) => candidate(crs, axes, data)))
    .filter((candidate) => candidate !== null)
    .toSorted((a, b) => rank(b) - rank(a))
}

/** Whole per cents of fit; the order of the list decides among equals (the sort is stable). */
const rank = ({ inside }: Candidate) => Math.round(inside * 100)

function candidate(
  crs: Crs,
  axes: Candidate['axes'],
  { box, town, area, operation }: Unplaced,
): Candidate | null {
  const [west, south, east, north] = axes === 'xy' ? box : ([box[1], box[0], box[3], box[2]] as const)
  const prefix = crs.grid ? prefixOf(west, east) : 0
  if (prefix === null || !plausible(crs, [west - prefix * 1e6, south, east - prefix * 1e6, north]))
    return null
  const { apply } = toLonLat(crs, operation)
  const edge = outline([west - prefix * 1e6, south, east - prefix * 1e6, north]).map(apply)
  const placed = boxAround([edge])
  const near = placed ? share(placed, town) : 0
  if (!placed || near === 0) return null
  // Beside the town, but in its box: kept, and last.
  const inside = area && area.length > 0 ? near * shareOf(placed, town, area) : near
  return { crs, axes, prefix, inside, box: placed }
}

/** Zones that Việt Nam lies in: of Gauss with 6° and 3°, of UTM. */
const zoneNumbers: readonly number[] = [18, 19, 34, 35, 36, 37, 48, 49]

/**
 * Zone numbers stand in the millions; no easting without one comes to ten million, and the metres of web maps come
 * to twelve there. Null where the two sides differ.
 */
function prefixOf(west: number, east: number): number | null {
  const prefix = (x: number) => (zoneNumbers.includes(Math.floor(x / 1e6)) ? Math.floor(x / 1e6) : 0)
  const [low, high] = [prefix(west), prefix(east)]
  return low === high ? (low ?? null) : null
}

/** Far from its zone a grid folds over: only numbers that can be meant are put through it. */
function plausible({ grid, webMercator }: Crs, [west, south, east, north]: Box): boolean {
  if (webMercator) return [west, south, east, north].every((n) => Math.abs(n) <= 20_037_509)
  if (!grid) return west >= -180 && east <= 180 && south >= -90 && north <= 90
  return west > -1e6 && east < 2e6 && south >= 0 && north < 4e6
}

function outline([west, south, east, north]: Box): Position[] {
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  return [west, x, east].flatMap((px) => [south, y, north].map((py): Position => [px, py]))
}

/** Part of `box` that lies in `town`; a box without width counts by its length, a point by itself. */
function share(box: Box, town: Box): number {
  const part = (low: number, high: number, from: number, to: number) => {
    if (high - low < 1e-12) return low >= from && low <= to ? 1 : 0
    return Math.max(0, Math.min(high, to) - Math.max(low, from)) / (high - low)
  }
  return part(box[0], box[2], town[0], town[2]) * part(box[1], box[3], town[1], town[3])
}

/** Part of what both boxes share that lies in the rings, by places evenly spread over it. */
function shareOf(box: Box, town: Box, rings: readonly Ring[]): number {
  const side = 12
  const both = [0, 1].map((axis) => {
    const [low, high] = [Math.max(box[axis]!, town[axis]!), Math.min(box[axis + 2]!, town[axis + 2]!)]
    return Array.from({ length: side }, (_, i) => low + ((high - low) * (i + 0.5)) / side)
  })
  const places = both[0]!.flatMap((x) => both[1]!.map((y): Position => [x, y]))
  return places.filter((at) => ringsHold(rings, at)).length / places.length
}
