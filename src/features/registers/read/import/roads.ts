import { decodeWkb, planarArea, runsOf, type Position } from '../../../../domain/geometry/index.ts'
import type { GeometryEngine } from '../../../../platform/geometry/index.ts'

/** Metres between places along an axis that are asked for. */
const step = 5
/** An axis that only just enters an area says nothing of it; what is narrower than a lane or wider than any road is none. */
const shortest = 20
const narrowest = 3
const widest = 60

/** Mean width in metres of each area that the axis of a road runs along, by its index. */
export async function roadsAmong(
  areas: readonly Uint8Array[],
  axes: readonly Uint8Array[],
  geos: Pick<GeometryEngine, 'pointsWithin'>,
): Promise<ReadonlyMap<number, number>> {
  const places = axes.flatMap((wkb) => runsOf(decodeWkb(wkb)).flatMap(along))
  if (places.length === 0 || areas.length === 0) return new Map()
  const within = await geos.pointsWithin(areas, places)
  return new Map(
    areas.flatMap((wkb, i): [number, number][] => {
      const length = (within[i]?.length ?? 0) * step
      const width = planarArea(decodeWkb(wkb)) / length
      return length >= shortest && width >= narrowest && width <= widest ? [[i, Math.round(width)]] : []
    }),
  )
}

/** Places along a line, a step apart. */
function along(line: readonly Position[]): Position[] {
  const places: Position[] = []
  let left = step / 2
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!]
    const length = Math.hypot(bx - ax, by - ay)
    for (; left <= length; left += step)
      places.push([ax + ((bx - ax) * left) / length, ay + ((by - ay) * left) / length])
    left -= length
  }
  return places
}
